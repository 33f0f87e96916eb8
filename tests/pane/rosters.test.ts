import { describe, expect, it } from "vitest";
import { Checking } from "../../addin/pane/core/checking.ts";
import { dueIn, formOf, goBy } from "../../addin/pane/knownForms.ts";
import { Rosters } from "../../addin/pane/rosters.ts";
import { bookOf, type FormBook, PROGRAM_BOOK } from "../../shared/forms/book.ts";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { waterForm } from "../forms/sixth.ts";
import { line, REGISTRY, sheetOf } from "./support.ts";

const ROSTER = { version: "v1", pack: packProvince(REGISTRY, "99") };
const PHRAE = { version: "p1", pack: packProvince(buildRegistry([]), "54") };

type Answer = typeof ROSTER | "unknown-province" | null;

/** A collector that serves some provinces; `down`: nothing answers, `hangs`: nothing ever comes. */
function stage(
  served: Record<string, Answer>,
  usual: string | null,
  line: "up" | "down" | "hangs" = "up",
  version = 1,
  books: Record<string, FormBook> = {},
) {
  const kept = new Map<string, unknown>();
  const asked: string[] = [];
  const wire = { line };
  const reach = async <T>(value: T): Promise<T> => {
    if (wire.line === "down") throw new TypeError("network");
    if (wire.line === "hangs") return new Promise<T>(() => {});
    return value;
  };
  const collector = {
    roster: async (province: string, known: string | null) => {
      asked.push(`${province} ${known}`);
      const answer = await reach(served[province] ?? ("unknown-province" as const));
      return answer !== "unknown-province" && answer?.version === known ? null : answer;
    },
    formBook: async (province: string, known: number | null) => {
      const answer = await reach(books[province] ?? PROGRAM_BOOK);
      // What travels is a copy.
      return answer.version === known ? null : (structuredClone(answer) as FormBook);
    },
    formVersions: () => reach({ "childcare-clips": version }),
  };
  const cupboard = {
    get: async <T>(name: string) => (kept.get(name) ?? null) as T | null,
    set: async (name: string, value: unknown) => void kept.set(name, value),
  };
  return { rosters: new Rosters(collector, cupboard, usual, 20), kept, asked, wire };
}

const sheets = (grid: Grid, identity: string | null = null) => ({ grids: [grid], identity, fileName: "ก.xlsx" });
const sample = sheets(sheetOf([line({}), line({ province: "แพร่" }, 2), line({}, 3)]));
const phrae = sheets({
  ...sheetOf([line({ province: "แพร่" })]),
  rows: [["แบบรายงานคลิปวิดีโอ"], ["จังหวัดแพร่"], ...sheetOf([line({ province: "แพร่" })]).rows.slice(2)],
});

describe("which province, and its offices", () => {
  it("takes what most of the document says, with the usual list at hand", async () => {
    const { rosters, asked } = stage({ "99": ROSTER, "54": PHRAE }, "99");
    expect((await rosters.find(sample, null))?.province).toBe("99");
    expect((await rosters.find(phrae, null))?.province).toBe("54");
    expect(asked).toEqual(["99 null", "99 v1", "54 null"]);
  });

  it("asked ahead, the usual list is there when the document is, and asked for once", async () => {
    const { rosters, asked } = stage({ "99": ROSTER, "54": PHRAE }, "99");
    rosters.askAhead();
    await Promise.resolve();
    expect(asked).toEqual(["99 null"]);
    expect((await rosters.find(phrae, null))?.province).toBe("54");
    expect(asked).toEqual(["99 null", "54 null"]);
    rosters.askAhead();
    expect((await rosters.find(phrae, "54"))?.province).toBe("54");
  });

  it("never takes the usual province for a document that says another: asks instead", async () => {
    expect(await stage({ "99": ROSTER }, "99").rosters.find(phrae, null)).toBe(null);
  });

  it("takes what a person says over everything, and remembers it for the next document that says nothing", async () => {
    const { rosters } = stage({ "99": ROSTER, "54": PHRAE }, null);
    expect((await rosters.find(phrae, "99"))?.province).toBe("99");
    expect((await rosters.find(sheets(sheetOf([line({ province: null })])), null))?.province).toBe("99");
  });

  it("takes the identity of a blank of ours over what is written in it", async () => {
    const { rosters } = stage({ "99": ROSTER, "54": PHRAE }, "99");
    expect((await rosters.find({ ...phrae, identity: '"childcare-clips|1|99||"' }, null))?.province).toBe("99");
  });

  it.each(["down", "hangs"] as const)("works from the last visit when the line is %s, and says so", async (line) => {
    const { rosters, wire } = stage({ "99": ROSTER }, "99");
    expect(await rosters.find(sample, null)).toMatchObject({ province: "99", offline: false });
    wire.line = line;
    const found = await rosters.find(sample, null);
    expect(found).toMatchObject({ province: "99", offline: true, old: false });
    expect(found?.registry.inProvince("99").length).toBe(REGISTRY.inProvince("99").length);
  });

  it("knows nothing on a first visit without a line", async () => {
    expect(await stage({ "99": ROSTER }, "99", "down").rosters.find(sample, null)).toBe(null);
  });

  it("takes a newer list when there is one", async () => {
    const served: Record<string, Answer> = { "99": ROSTER };
    const { rosters, kept } = stage(served, "99");
    await rosters.find(sample, null);
    served["99"] = { ...ROSTER, version: "v2" };
    await rosters.find(sample, null);
    expect((kept.get("roster:99") as typeof ROSTER).version).toBe("v2");
  });

  it("says when the collector takes a newer form than this program knows", async () => {
    expect((await stage({ "99": ROSTER }, "99", "up", 2).rosters.find(sample, null))?.old).toBe(true);
  });
});

describe("the province's own forms", () => {
  const term = { form: "village-water", version: 1, from: "2026-11" };
  const books = { "99": bookOf(1, [waterForm()], [term]) };
  const water: Grid = {
    sheet: "พ.ย.69",
    rows: [
      ["แบบรายงานระบบประปาหมู่บ้าน ประจำเดือนพฤศจิกายน 2569"],
      waterForm().fields.map(({ label }) => label),
      [1, "สมมติ", "ทต.สมมติเหนือ", "ประปาบ้านตัวอย่าง", "๑๒๐", null, null],
    ],
  };

  it.each(["up", "down", "hangs"] as const)(
    "are known with the province, and from the last visit, line %s",
    async (line) => {
      const { rosters, wire } = stage({ "99": ROSTER }, "99", "up", 1, books);
      await rosters.find(sample, null);
      wire.line = line;
      const { registry, book, old } = (await rosters.find(sheets(water), null))!;
      const report = new Checking({ registry, book, grids: [water], identity: null, fileName: "ก.xlsx" }).report();
      expect([old, report.form, report.version, report.submittable]).toEqual([false, "village-water", 1, true]);
      // Copies of the program's own forms give way to those of this program.
      expect(book!.forms.slice(0, PROGRAM_BOOK.forms.length)).toEqual(PROGRAM_BOOK.forms);
      expect(PROGRAM_BOOK.forms.every((form) => book!.forms.includes(form))).toBe(true);
      goBy(book);
      expect(formOf(report)?.title).toEqual(["แบบรายงานระบบประปาหมู่บ้าน"]);
      expect(dueIn("village-water", "2026-11")?.due).toBe("2026-12-08");
      goBy();
      expect(formOf(report)).toBeUndefined();
    },
  );

  it("are the program's own where none was ever heard of, and nothing waits for an answer that does not come", async () => {
    const { rosters, wire, kept } = stage({ "99": ROSTER }, "99", "up", 1, books);
    await rosters.find(sample, null);
    kept.delete("forms:99");
    wire.line = "hangs";
    expect((await rosters.find(sample, null))?.book).toBe(PROGRAM_BOOK);
  });
});
