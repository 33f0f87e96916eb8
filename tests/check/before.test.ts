import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Before, checkGrid, SheetChecker } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { findForm } from "../../shared/forms/index.ts";
import type { FormerName } from "../../shared/offices/former.ts";
import { packProvince, unpackProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { withMessages } from "../../shared/words/report.ts";
import { sampleOffices, sampleRegistry, sheetOf } from "./support.ts";

const registry = sampleRegistry();
const OWN = "6990202";
const row = (centre: string, office = "อบต.สมมติใต้"): Cell[] => [1, "ตัวอย่าง", "สมมติ", office, centre, "/", null, null];
const known = (...centres: string[]): Before => ({
  office: OWN,
  centres,
  last: { period: "2023-09", rows: centres.map((centre) => ({ centre })) },
});
const clips = (rows: Cell[][], before?: Before) =>
  checkGrid(sheetOf(rows), { registry, period: "2023-10", province: "99", before });

describe("a centre beside the accepted reports of its office", () => {
  const cases: [typed: string, verdict: string, codes: string[], suggestions: string[]][] = [
    ["ศพด.บ้านหนองไผ่", "ok", [], []],
    ["ศพด. บ้าน หนองไผ่", "fixed", ["TXT_SPACE"], []],
    ["ศูนย์พัฒนาเด็กเล็กวัดกลาง", "fixed", ["CDC_PREFIX"], []],
    ["ศพด.บ้านหนองไผ", "warn", ["CDC_NEW"], ["ศพด.บ้านหนองไผ่"]],
    ["ศูนย์พัฒนาเด็กเล็กวัดกลาว", "warn", ["CDC_NEW", "CDC_PREFIX"], ["ศพด.วัดกลาง"]],
    ["ศพด.ตั้งใหม่เดือนนี้", "warn", ["CDC_NEW"], []],
    ["ไม่มี ศพด.", "warn", ["CDC_NONE"], []],
    ["ศพด.", "suggest", ["CDC_GENERIC"], ["ศพด.อบต.สมมติใต้"]],
  ];
  it.each(cases)("%s is %s", (typed, verdict, codes, suggestions) => {
    const cell = clips([row(typed)], known("ศพด.บ้านหนองไผ่", "ศพด.วัดกลาง")).rows[0]!.cells.centre!;
    const shown = { verdict: cell.verdict, codes: cell.codes, suggestions: cell.suggestions };
    expect(shown).toEqual({ verdict, codes, suggestions });
    // told, never changed: the value is the one of a check that knows nothing of before
    expect(cell.value).toBe(clips([row(typed)]).rows[0]!.cells.centre!.value);
  });

  it("says nothing of another office's row, nor where no report was accepted yet", () => {
    const other = clips([row("ศพด.อื่น", "ทต.สมมติเหนือ")], known("ศพด.ก"));
    expect([other.rows[0]!.verdict, other.findings.map((one) => one.code)]).toEqual([
      clips([row("ศพด.อื่น", "ทต.สมมติเหนือ")]).rows[0]!.verdict,
      clips([row("ศพด.ก")]).findings.map((one) => one.code),
    ]);
    expect(clips([row("ศพด.อื่น")], { office: OWN, centres: [], last: null })).toEqual(clips([row("ศพด.อื่น")]));
  });

  it("is told in plain Thai, with the name and what to do", () => {
    const told = withMessages(clips([row("ศพด.บ้านใหม่")], known("ศพด.วัดกลาง")), "th");
    expect(told.rows[0]!.cells.centre!.message).toBe(
      "ศพด.บ้านใหม่ ไม่เคยอยู่ในรายงานที่จังหวัดรับแล้วของ อปท. นี้ ถ้าตั้งใหม่ส่งได้เลย ถ้าพิมพ์ต่างจากเดิมกรุณาเลือกชื่อเดิม",
    );
    expect(told.findings.find((one) => one.code === "CDC_GONE")).toMatchObject({
      verdict: "warn",
      message: "ศพด. 1 แห่งที่อยู่ในรายงานครั้งก่อน (ก.ย. 2566) ไม่มีในแผ่นนี้: ศพด.วัดกลาง ถ้าตกไปกรุณาเพิ่มแถว ถ้าเลิกแล้วส่งได้เลย",
    });
    expect(told.submittable).toBe(true);
  });

  it("names at most five that are gone; one that a person still has to decide about is not gone", () => {
    const many = Array.from({ length: 7 }, (_, i) => `ศพด.ศูนย์ที่${i + 1}`);
    const gone = (rows: Cell[][], before: Before) =>
      clips(rows, before).findings.find((one) => one.code === "CDC_GONE")?.params;
    expect(gone([row("ศพด.ศูนย์ที่7")], known(...many))).toEqual({
      ...{ count: 6, before: "2023-09", names: `${many.slice(0, 5).join(", ")} …` },
    });
    expect(gone([row("ศพด.วัดกลาง, ศพด.บ้านก")], known("ศพด.วัดกลาง"))).toBeUndefined();
    expect(gone([], known("ศพด.ก"))).toBeUndefined();
    const later = { ...known("ศพด.ก"), last: { period: "2023-10", rows: [{ centre: "ศพด.ก" }] } };
    expect(gone([row("ศพด.ข")], later)).toBeUndefined();
  });
});

describe("numbers beside the last accepted report", () => {
  const form = findForm("temple-community")!;
  const counts = form.fields.filter((one) => one.kind === "count" && one.required === undefined);
  const HEADS = form.fields.map((one) => one.label);
  const name = form.fields.find((one) => one.kind === "name")!;
  const date = form.fields.find((one) => one.kind === "date");

  it("the form has what is asked of it", () =>
    expect([counts.length > 0, name.id]).toEqual([true, expect.any(String)]));

  const field = counts[0]!;
  const sheet = (values: Record<string, Cell>[]) => ({
    sheet: "ต.ค.66",
    rows: [
      ...form.title.map((text) => [text.replace("{province}", "ตัวอย่าง")]),
      HEADS,
      ...values.map((one, i) =>
        form.fields.map((f) => {
          if (f.kind === "seq") return i + 1;
          if (f.kind === "province") return "ตัวอย่าง";
          if (f.kind === "district") return "สมมติ";
          if (f.kind === "office") return "อบต.สมมติใต้";
          if (f.kind === "category") return f.list![0]!.value;
          return one[f.id] ?? null;
        }),
      ),
    ],
  });
  const check = (values: Record<string, Cell>[], rows: Record<string, string | number | null>[]) =>
    checkGrid(sheet(values), {
      ...{ registry, form: form.id, province: "99", period: "2023-10" },
      before: { office: OWN, centres: [], last: { period: "2023-09", rows } },
    });
  const told = (now: Cell, last: number | null) => {
    const answer = check([{ [name.id]: "วัดสมมติ", [field.id]: now }], [{ [name.id]: "วัดสมมติ", [field.id]: last }]);
    return answer.rows[0]!.cells[field.id]!.codes.includes("NUM_JUMP");
  };

  it.each([
    [10, 10, false],
    [19, 10, false],
    [20, 10, true],
    [6, 10, false],
    [5, 10, true],
    [0, 10, true],
    [7, 0, false],
    [7, null, false],
    [null, 10, false],
    ["20 คน", 10, true],
    ["ประมาณ 20", 10, false],
  ])("%s after %s: told %s", (now, last, is) => expect(told(now, last)).toBe(is));

  it("says both numbers and the month", () => {
    const answer = check([{ [name.id]: "วัดสมมติ", [field.id]: 40 }], [{ [name.id]: "วัดสมมติ", [field.id]: 10 }]);
    expect(withMessages(answer, "th").rows[0]!.cells[field.id]!.message).toBe(
      "40 ต่างจากรายงานครั้งก่อน (ก.ย. 2566) ที่เป็น 10 ตั้งแต่สองเท่าขึ้นไป ถ้าถูกแล้วส่งได้เลย",
    );
  });

  it("every number and day as last time is told once; one that differs, or one row more, is not", () => {
    const day = date === undefined ? {} : { [date.id]: "2023-09-05" };
    const one = { [name.id]: "วัดสมมติ", [field.id]: 12, ...day };
    const two = { [name.id]: "วัดทดลอง", [field.id]: 7, ...day };
    const three = { [name.id]: "วัดตัวอย่าง", [field.id]: 9, ...day };
    const same = (now: Record<string, Cell>[], last: Record<string, string | number | null>[]) =>
      check(now, last).findings.filter((finding) => finding.code === "SAME_BEFORE").length;
    const all = [one, two, three];
    const typed = all.map((values) => (date === undefined ? values : { ...values, [date.id]: "5 ก.ย. 2566" }));
    expect(same(typed, [...all].reverse())).toBe(1);
    expect(same([{ ...typed[0]!, [field.id]: 13 }, ...typed.slice(1)], all)).toBe(0);
    expect(same(typed.slice(0, 2), all)).toBe(0);
    expect(same(typed, all.slice(0, 2))).toBe(0);
  });
});

describe("a form whose ticks are the same every month", () => {
  it("is not told for it", () => {
    const rows = [row("ศพด.ก"), row("ศพด.ข"), row("ศพด.ค")];
    expect(clips(rows, known("ศพด.ก", "ศพด.ข", "ศพด.ค"))).toEqual(clips(rows));
  });
});

describe("an office's former name", () => {
  const former = (code: string, name: string, now: string, type: "อบต." | "ทต." = "อบต."): FormerName => ({
    office: { code, type, name, district: "สมมติ", provinceCode: "99", province: "ตัวอย่าง" },
    ...{ now, until: "2023-10" },
  });
  const offices = sampleOffices();
  const read = (typed: string, period: string | undefined, ...names: FormerName[]) => {
    const report = checkGrid(sheetOf([row("ศพด.ก", typed)]), {
      ...{ registry: buildRegistry(offices, {}, names), province: "99", period },
    });
    const { verdict, value, codes, officeCode, suggestions } = report.rows[0]!.cells.office!;
    return [verdict, value, codes, officeCode ?? null, suggestions];
  };
  const OLD = former("6990202", "เก่าสมมติ", "6990202");
  const MERGED = former("6990299", "รวมแล้ว", "6990202");
  const UPGRADED = former("5990201", "สมมติเหนือ", "5990201");

  it.each<[string, string, string | undefined, FormerName[], unknown[]]>([
    [
      "renamed: put right from then on",
      "อบต.เก่าสมมติ",
      "2023-10",
      [OLD],
      ["fixed", "อบต.สมมติใต้", ["LAO_RENAMED"], "6990202", []],
    ],
    ["renamed: right in a month before", "อบต.เก่าสมมติ", "2023-09", [OLD], ["ok", "อบต.เก่าสมมติ", [], "6990202", []]],
    [
      "written out",
      "องค์การบริหารส่วนตำบลเก่าสมมติ",
      "2023-10",
      [OLD],
      ["fixed", "อบต.สมมติใต้", ["LAO_RENAMED"], "6990202", []],
    ],
    [
      "merged: only a person can say",
      "อบต.รวมแล้ว",
      "2023-10",
      [MERGED],
      ["suggest", null, ["LAO_RENAMED"], null, ["อบต.สมมติใต้"]],
    ],
    ["merged: its own in a month before", "อบต.รวมแล้ว", "2023-09", [MERGED], ["ok", "อบต.รวมแล้ว", [], "6990299", []]],
    [
      "upgraded: the type of before",
      "อบต.สมมติเหนือ",
      "2023-10",
      [UPGRADED],
      ["fixed", "ทต.สมมติเหนือ", ["LAO_RENAMED"], "5990201", []],
    ],
    [
      "of two: only a person can say",
      ...(["อบต.เก่าสมมติ", "2023-10", [OLD, former("6990203", "เก่าสมมติ", "6990203")]] as const),
      ["suggest", null, ["LAO_RENAMED"], null, ["อบต.สมมติใต้", "อบต.คลองยา"]],
    ] as never,
    [
      "another's name today is that one's",
      "อบต.คลองยา",
      "2023-10",
      [former("6990202", "คลองยา", "6990202")],
      ["ok", "อบต.คลองยา", [], "6990203", []],
    ],
  ])("%s", (_, typed, period, names, expected) => {
    expect(read(typed, period, ...names)).toEqual(expected);
  });

  it("travels in the pack: the same answer from what a browser unpacks", () => {
    const pack = {
      ...packProvince(buildRegistry(offices), "99"),
      former: [["อบต.เก่าสมมติ", "สมมติ", OWN, OWN, "2023-10"]],
    };
    const there = unpackProvince(JSON.parse(JSON.stringify(pack)));
    const grid = sheetOf([row("ศพด.ก", "อบต. เก่าสมมติ")]);
    const options = { province: "99", period: "2023-10" };
    expect(checkGrid(grid, { ...options, registry: there }).rows).toEqual(
      checkGrid(grid, { ...options, registry: buildRegistry(offices, {}, [OLD]) }).rows,
    );
  });
});

describe("checking on as cells change", () => {
  const content = fc.constantFrom<Cell>(
    "ศพด.ก",
    "ศพด.ข",
    "ศพด.ค",
    "",
    null,
    "ศพด.กก",
    "อบต.สมมติใต้",
    "ทต.สมมติเหนือ",
    "/",
  );
  const rows = fc.array(
    fc.constantFrom("ศพด.ก", "ศพด.ข", "ศพด.ง").map((one) => row(one)),
    { minLength: 1, maxLength: 5 },
  );
  const edit = fc.record({ row: fc.integer({ min: 4, max: 9 }), col: fc.integer({ min: 2, max: 6 }), cell: content });
  it("answers what a full check answers, with what is known of before as well", () => {
    fc.assert(
      fc.property(rows, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        const grid = sheetOf(first);
        const before = known("ศพด.ก", "ศพด.ข", "ศพด.จ");
        const options = { registry, form: childcareClips, province: "99", period: "2023-10", before };
        const checker = new SheetChecker(grid, options);
        const cells = grid.rows.map((line) => line.slice());
        for (const one of edits) {
          checker.edit([one]);
          while (cells.length <= one.row) cells.push([]);
          while (cells[one.row]!.length < one.col) cells[one.row]!.push(null);
          cells[one.row]![one.col] = one.cell;
          expect(checker.report()).toEqual(new SheetChecker({ ...grid, rows: cells }, options).report());
        }
      }),
      { numRuns: 60 },
    );
  });
});
