import { UnreadableFile } from "../unreadable.ts";
import type { Parcel } from "./parcel.ts";

/**
 * Which workbook a judged zip is. Throws UnreadableFile for what looks like one but is not read: macros, xlsb, encrypted,
 * zip-archive, not-a-workbook.
 */
export function judgeZip(parcel: Parcel): "xlsx" | "ods" {
  const names = [...parcel.entries.keys()];
  const has = (test: (name: string) => boolean) => names.some(test);
  if (parcel.has("mimetype")) return judgeOpenDocument(parcel, names);
  if (!parcel.has("[Content_Types].xml")) {
    if (has((name) => name.endsWith(".iwa"))) throw new UnreadableFile("not-a-workbook", { kind: "numbers" });
    throw new UnreadableFile("zip-archive");
  }
  if (has((name) => name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
    throw new UnreadableFile("macros");
  }
  if (has((name) => name.startsWith("xl/workbook") && name.endsWith(".bin"))) throw new UnreadableFile("xlsb");
  if (has((name) => name.startsWith("word/"))) throw new UnreadableFile("not-a-workbook", { kind: "word" });
  if (has((name) => name.startsWith("ppt/"))) throw new UnreadableFile("not-a-workbook", { kind: "slides" });
  return "xlsx";
}

const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

function judgeOpenDocument(parcel: Parcel, names: string[]): "ods" {
  const decoder = new TextDecoder();
  let type = "";
  parcel.unpack("mimetype", (piece) => {
    if (type.length < 200) type += decoder.decode(piece.subarray(0, 200), { stream: true });
  });
  type = type.trim();
  if (type !== SPREADSHEET && type !== `${SPREADSHEET}-template`) {
    throw new UnreadableFile("not-a-workbook", { kind: type.includes("opendocument.text") ? "word" : "archive" });
  }
  if (names.some((name) => name.startsWith("basic/") || name.startsWith("scripts/")))
    throw new UnreadableFile("macros");
  return "ods";
}
