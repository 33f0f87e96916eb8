import { describe, expect, it } from "vitest";
import { archiveName, repairName } from "../../shared/workbook/archiveNames.ts";
import { thai874 } from "./heap.ts";

const NAME = "รายงานคลิป อบต.น้ำใส ต.ค.66.xlsx";
const utf8 = new TextEncoder().encode(NAME);
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
const as437 = (bytes: Uint8Array) =>
  [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join("");
const asLatin = (bytes: Uint8Array) => [...bytes].map((byte) => String.fromCharCode(byte)).join("");
const as1252 = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);

describe("the Thai name of a file in a zip is read as it was written", () => {
  it.each<[string, Uint8Array, boolean]>([
    ["UTF-8, and says so", utf8, true],
    ["UTF-8, and does not say so (macOS)", utf8, false],
    ["Windows-874 (Thai Windows)", thai874(NAME), false],
    ["Windows-874 taken for code page 437, kept as UTF-8", new TextEncoder().encode(as437(thai874(NAME))), true],
    ["Windows-874 taken for Latin-1, kept as UTF-8", new TextEncoder().encode(asLatin(thai874(NAME))), true],
    ["UTF-8 taken for code page 437, kept as UTF-8", new TextEncoder().encode(as437(utf8)), true],
  ])("%s", (_, bytes, flag) => expect(archiveName(bytes, flag)).toBe(NAME));
});

describe("a name that lost its code page in a mail", () => {
  it.each([
    ["UTF-8 as Windows-1252", as1252(utf8), NAME],
    ["Windows-874 as Latin-1", asLatin(thai874("รายงาน.xlsx")), "รายงาน.xlsx"],
    ["Thai as it is", NAME, NAME],
    ["English", "report (1).xlsx", "report (1).xlsx"],
    ["another Western name stays", "résumé_Müller.xlsx", "résumé_Müller.xlsx"],
    ["one foreign letter is no word", "Ñ.xlsx", "Ñ.xlsx"],
    ["Chinese stays", "报告.xlsx", "报告.xlsx"],
    ["nothing", "", ""],
  ])("%s", (_, text, name) => expect(repairName(text)).toBe(name));
});
