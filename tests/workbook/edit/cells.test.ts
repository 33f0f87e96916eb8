import { describe, expect, it } from "vitest";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { editWorkbook } from "../../../shared/workbook/edit.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";
import { makeXlsx, type XlsxSource } from "../makeXlsx.ts";
import { changedParts, partOf } from "./parts.ts";

const SHEET = "xl/worksheets/sheet1.xml";

/** What stands in `<worksheet>` after edits of Sheet1, and every part that changed. */
async function edited(source: XlsxSource, edits: [cell: string, value: Scalar][]) {
  const before = makeXlsx(source);
  const after = await editWorkbook(
    before,
    edits.map(([cell, value]) => ({ sheet: "Sheet1", cell, value })),
  );
  const xml = partOf(after, SHEET);
  return {
    inside: xml.slice(xml.indexOf("<worksheet"), xml.lastIndexOf("<")).replace(/^<[^>]*>/, ""),
    changed: changedParts(before, after),
    after,
  };
}

describe("a cell that is there", () => {
  const rows: [what: string, cell: string, value: Scalar, becomes: string][] = [
    ["a number", '<c r="A1" s="6"><v>1</v></c>', 2.5, '<c r="A1" s="6"><v>2.5</v></c>'],
    [
      "a shared text becomes its own",
      '<c r="A1" s="6" t="s"><v>0</v></c>',
      "ทต.ช่อแฮ",
      '<c r="A1" s="6" t="inlineStr"><is><t>ทต.ช่อแฮ</t></is></c>',
    ],
    ["a text that looks like a formula", '<c r="A1"/>', "=1+1", '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ["true", '<c r="A1" s="1"><v>7</v></c>', true, '<c r="A1" s="1" t="b"><v>1</v></c>'],
    ["false", '<c r="A1" t="b"><v>1</v></c>', false, '<c r="A1" t="b"><v>0</v></c>'],
    ["null keeps the format", '<c r="A1" s="6" t="s"><v>0</v></c>', null, '<c r="A1" s="6"/>'],
    ["an empty text clears too", '<c r="A1" s="6"><v>3</v></c>', "", '<c r="A1" s="6"/>'],
    ["null where nothing is", '<c r="A1" s="6" />', null, '<c r="A1" s="6" />'],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', 1, '<c r="A1"><v>1</v></c>'],
    ["a formula goes", '<c r="A1" s="1"><f>1+1</f><v>2</v></c>', 3, '<c r="A1" s="1"><v>3</v></c>'],
    ["a formula is cleared", '<c r="A1" t="str"><f>"x"</f><v>x</v></c>', null, '<c r="A1"/>'],
    [
      "a one-cell array formula with metadata",
      '<c r="A1" cm="1" vm="2"><f t="array" ref="A1">X()</f><v>2</v></c>',
      3,
      '<c r="A1"><v>3</v></c>',
    ],
    [
      "extensions stay",
      '<c r="A1"><v>2</v><extLst><ext uri="{1}"><w n="9"/></ext></extLst></c>',
      3,
      '<c r="A1"><v>3</v><extLst><ext uri="{1}"><w n="9"/></ext></extLst></c>',
    ],
    [
      "entities",
      '<c r="A1"/>',
      `a<b>&"c"'`,
      `<c r="A1" t="inlineStr"><is><t>a&lt;b&gt;&amp;&quot;c&quot;'</t></is></c>`,
    ],
    ["white space", '<c r="A1"/>', " a\nb ", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'],
    [
      "characters XML has not",
      '<c r="A1"/>',
      "a\rb\u0001\ud800_x0041_",
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x0001__xD800__x005F_x0041_</t></is></c>',
    ],
    ["no address: the first", "<c><v>1</v></c><c><v>2</v></c>", 3, "<c><v>3</v></c><c><v>2</v></c>"],
    ["odd writing of the tag", "<c\n r='A1'  s = '6' t='s' ><v>0</v></c >", 3, "<c\n r='A1'  s = '6' ><v>3</v></c>"],
  ];
  it.each(rows)("%s", async (_, cell, value, becomes) => {
    const source = { strings: ["<si><t>เดิม</t></si>"], sheets: [{ data: `<row r="1" ht="20">${cell}</row>` }] };
    const { inside, changed, after } = await edited(source, [["A1", value]]);
    expect(inside).toBe(`<sheetData><row r="1" ht="20">${becomes}</row></sheetData>`);
    expect(changed).toEqual(cell === becomes ? [] : [SHEET]);
    const read = (await readWorkbook(after)).sheets[0]!.rows[0]?.[0] ?? null;
    const plain = typeof read === "object" && read !== null ? read.v : read;
    expect(plain).toEqual(value === "" ? null : value);
  });
});
