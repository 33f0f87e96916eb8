import { describe, expect, it } from "vitest";
import { findForm } from "../../shared/forms/index.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Grid, Workbook } from "../../shared/sheet/grid.ts";
import { formatIdentity } from "../../shared/sheet/identity.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { type Examined, examine, type Given } from "../../worker/intake/examine.ts";
import { compareList, type Listed } from "../../worker/intake/list.ts";
import { HOPELESS, NEED_CODES } from "../../worker/intake/needs.ts";
import { type Hints, proposeOffices, proposePeriods } from "../../worker/intake/suggest.ts";
import { FORM, NEIGHBOUR, OFFICE, sheet } from "../http/stage.ts";
import { withCells } from "./heap.ts";

const registry = buildRegistry(SAMPLE_OFFICES);
const PERIOD = "2023-10";
const good = sheet(PERIOD, ["ศพด.หนึ่ง", "ศพด.สอง"]);

function look(
  sheets: Grid[],
  given: Given = {},
  { names = [], hints = [] }: { names?: Workbook["names"]; hints?: Hints } = {},
): Examined {
  return examine({ sheets, names }, { registry, province: "99", given, hints });
}
const identity = (office: string | null, province = "99", period: string | null = PERIOD) => [
  { name: "RUAM_ID", value: `"${formatIdentity({ form: FORM, version: 1, province, period, office })}"` },
];
const label = ({ type, name }: { type: string; name: string }) => type + name;

/** What is known, and what a person has to settle. */
function told({ form, office, period, submittable, needs }: Examined) {
  return [form, office, period, submittable, needs.map(({ code }) => code)];
}

describe("what a workbook is, whose and for when, and what a person has to settle", () => {
  it.each<[string, Examined, unknown[]]>([
    ["a sheet in order", look([good]), [FORM, OFFICE.code, PERIOD, true, []]],
    [
      "a table of something else",
      look([
        {
          sheet: "x",
          rows: [
            ["ชื่อ", "ราคา"],
            ["ก", 1],
          ],
        },
      ]),
      [null, null, null, false, ["no-form"]],
    ],
    ["an empty workbook", look([{ sheet: "Sheet1", rows: [] }]), [null, null, null, false, ["no-form"]]],
    ["no sheet at all", look([]), [null, null, null, false, ["no-form"]]],
    ["no month anywhere", look([withCells(good, { A3: null })]), [FORM, OFFICE.code, null, true, ["no-period"]]],
    [
      "the month said by a person",
      look([withCells(good, { A3: null })], { period: "2023-12" }),
      [FORM, OFFICE.code, "2023-12", true, []],
    ],
    [
      "tab and title speak of different months",
      look([{ ...good, sheet: "ก.ย.66" }]),
      [FORM, OFFICE.code, null, true, ["period-differs"]],
    ],
    [
      "of two months a person says which",
      look([{ ...good, sheet: "ก.ย.66" }], { period: PERIOD }),
      [FORM, OFFICE.code, PERIOD, true, []],
    ],
    [
      "rows of two offices",
      look([withCells(good, { D7: label(NEIGHBOUR) })]),
      [FORM, null, PERIOD, true, ["several-offices"]],
    ],
    [
      "said to be of another office than its rows",
      look([good], { office: NEIGHBOUR.code }),
      [FORM, null, PERIOD, true, ["office-differs"]],
    ],
    [
      "the blank of one office filled with another's rows",
      look([good], {}, { names: identity(NEIGHBOUR.code) }),
      [FORM, null, PERIOD, true, ["office-differs"]],
    ],
    [
      "another province in the title and the rows",
      look([sheet(PERIOD, ["ศพด.หนึ่ง"], { ...OFFICE, province: "แพร่", district: "เมืองแพร่" })]),
      [FORM, null, PERIOD, false, ["foreign-province", "no-office", "points"]],
    ],
    [
      "a blank of another province",
      look([good], {}, { names: identity(null, "54") }),
      [FORM, null, PERIOD, false, ["foreign-province", "no-office", "points"]],
    ],
    [
      "an office nobody knows",
      look([withCells(good, { D6: "อบต.ไม่มีจริง", D7: "อบต.ไม่มีจริง" })]),
      [FORM, null, PERIOD, false, ["no-office", "points"]],
    ],
    ["one cell that waits", look([withCells(good, { F7: null })]), [FORM, OFFICE.code, PERIOD, false, ["points"]]],
    [
      "last month's sheet beside it",
      look([good, { ...sheet("2023-09", ["ศพด.หนึ่ง"]), sheet: "เดือนก่อน" }]),
      [FORM, OFFICE.code, PERIOD, true, ["several-sheets"]],
    ],
    [
      "of two sheets a person says which",
      look([good, { ...sheet("2023-09", ["ศพด.หนึ่ง"]), sheet: "เดือนก่อน" }], { sheet: "เดือนก่อน" }),
      [FORM, OFFICE.code, "2023-09", true, []],
    ],
    [
      "an example beside it asks nothing",
      look([good, { ...good, sheet: "ตัวอย่างการกรอก" }]),
      [FORM, OFFICE.code, PERIOD, true, []],
    ],
    [
      "a form nobody knows was asked for",
      look([good], { form: "no-such-form" }),
      [null, null, null, false, ["no-form"]],
    ],
    ["a sheet that is not there was asked for", look([good], { sheet: "ไม่มี" }), [null, null, null, false, ["no-form"]]],
    [
      "an office that is not in the list",
      look([withCells(good, { D6: null, D7: null })], { office: "6990999" }),
      [FORM, null, PERIOD, false, ["office-outside", "points"]],
    ],
  ])("%s", (_, examined, expected) => expect(told(examined)).toEqual(expected));

  it("names the sheets to choose from, the count of points, the two offices that differ", () => {
    const twoSheets = look([good, { ...sheet("2023-09", ["ศพด.หนึ่ง"]), sheet: "เดือนก่อน" }]);
    expect(twoSheets.sheets).toEqual(["รายงาน", "เดือนก่อน"]);
    expect(look([withCells(good, { F6: null, F7: null })]).needs).toEqual([{ code: "points", params: { count: 2 } }]);
    expect(look([good], { office: NEIGHBOUR.code }).needs).toEqual([
      { code: "office-differs", params: { named: label(NEIGHBOUR), rows: label(OFFICE) } },
    ]);
  });

  it.each([
    ["a blank of ours for this office", identity(OFFICE.code), true],
    ["a blank of ours for any office", identity(null), false],
    ["another form's blank", [{ name: "RUAM_ID", value: `"x-form|1|99||${OFFICE.code}"` }], false],
    ["no identity", [], false],
  ])("%s is identified: %s", (_, names, expected) => expect(look([good], {}, { names }).identified).toBe(expected));
});

describe("a file's name, its mail's subject and sender only propose", () => {
  it("whatever they say, office and month stay open until a person has said", () => {
    const hints: Hints = [
      ["fileName", `รายงาน ${label(OFFICE)} ต.ค.66.xlsx`],
      ["subject", "ประจำเดือนตุลาคม 2566"],
    ];
    const open = withCells(good, { A3: null, D6: "??", D7: "??" });
    const examined = look([open], {}, { hints });
    expect([examined.office, examined.period]).toEqual([null, null]);
    expect(examined.offices.map(({ office, whence }) => [office, whence])).toEqual([[OFFICE.code, "fileName"]]);
    expect(examined.periods).toEqual([{ period: PERIOD, whence: "fileName" }]);
  });

  it.each<[string, string[]]>([
    ["ทต.สมมติเหนือ.xlsx", ["5990201"]],
    ["อบต_สมมติเหนือ ต.ค.66", ["6990202"]],
    ["องค์การบริหารส่วนตำบลสมมติใต้", ["6990203"]],
    ["สมมติเหนือ", ["5990201", "6990202"]],
    ["อบต. หนองสมมติ (แก้ไข)", ["6990204"]],
    ["เทศบาลตำบลทดลอง", ["5990301"]],
    ["ทดลองใต้", ["6990302"]],
    ["รายงานคลิปศูนย์เด็ก", []],
    ["", []],
  ])("“%s” proposes %j", (text, codes) => {
    expect(proposeOffices(registry, "99", [["fileName", text]]).map(({ office }) => office)).toEqual(codes);
  });

  it.each<[string, string | null]>([
    ["รายงาน_ต.ค._66.xlsx", PERIOD],
    ["ประจำเดือน ตุลาคม ๒๕๖๖", PERIOD],
    ["clip-2566-10", PERIOD],
    ["หนังสือที่ 0023/ว 1234", null],
  ])("“%s” proposes %s", (text, period) => {
    expect(proposePeriods([["subject", text]])[0]?.period ?? null).toBe(period);
  });
});

describe("files of one list beside each other", () => {
  const item = (id: string, more: Partial<Listed> = {}): Listed => ({
    ...{ id, name: `${id}.xlsx`, hash: id, form: FORM, office: OFFICE.code, period: PERIOD, done: false },
    ...more,
  });
  it.each<[string, Listed[], [string, string, unknown][]]>([
    ["alone", [item("a")], []],
    [
      "the same file twice: the first goes on",
      [item("a", { hash: "h" }), item("b", { hash: "h" })],
      [["b", "duplicate", { name: "a.xlsx" }]],
    ],
    [
      "two that differ both wait",
      [item("a"), item("b")],
      [
        ["a", "same-report", { names: "b.xlsx" }],
        ["b", "same-report", { names: "a.xlsx" }],
      ],
    ],
    [
      "another month, another office",
      [item("a"), item("b", { period: "2023-11" }), item("c", { office: NEIGHBOUR.code })],
      [],
    ],
    ["one is sent already", [item("a", { done: true }), item("b")], []],
    [
      "what is not known yet says nothing",
      [item("a", { hash: null, office: null }), item("b", { hash: null, office: null })],
      [],
    ],
  ])("%s", (_, list, expected) => {
    expect([...compareList(list)].map(([id, { code, params }]) => [id, code, params])).toEqual(expected);
  });
});

it("every need is known by name, and those past help among them", () => {
  expect(new Set(NEED_CODES).size).toBe(NEED_CODES.length);
  expect([...HOPELESS].filter((code) => !NEED_CODES.includes(code))).toEqual([]);
  expect(findForm(FORM)).toBeDefined();
});
