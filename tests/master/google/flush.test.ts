import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setCell } from "../../hosts/google/book.ts";
import { OFFICES, OPERATOR, PACK, province, row } from "../../province/sample.ts";
import {
  columnsOf,
  connect,
  ID,
  masterCsv,
  NOW,
  PERIOD,
  rowsOf,
  type Stage,
  send,
  setStage,
  sheetTitled,
} from "./support.ts";

const TAB = "คลิป ศพด. พ.ย.66";
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const many = (n: number) => Array.from({ length: n }, (_, i) => `ศพด.ตัวอย่างที่มีชื่อยาวพอสมควร ${i}`);
const methods = () => stage.loopback.google.calls.map(({ method }) => method);

describe("a province's master in its Google spreadsheet (the API is simulated)", () => {
  it("has a tab for each form and period, สรุป and ยังไม่ส่ง beside the people's own, and says what the CSV says", async () => {
    const { store } = stage;
    const first = send(store, "5540101", ["ศพด.ตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสอง"]);
    await connect(stage);
    send(store, "6540202", ["ศพด.ตัวอย่างสาม"]);
    await stage.settle();
    expect(stage.book().sheets.map(({ title }) => title)).toEqual(["แผ่น1", TAB, "สรุป", "ยังไม่ส่ง"]);
    const tab = sheetTitled(stage, TAB);
    expect(await asTexts(tab, PERIOD)).toEqual((await masterCsv(stage, PERIOD)).slice(1));
    expect(columnsOf(tab, ["เลขที่รับ", "ส่งเมื่อ", "สถานะ"])[0]).toEqual([first.receipt, 45233.41666666667, "ได้รับแล้ว"]);
    expect(columnsOf(sheetTitled(stage, "ยังไม่ส่ง"), ["รหัส อปท.", "สถานะ"])).toEqual(
      OFFICES.filter(({ code }) => code !== "5540101" && code !== "6540202").map(({ code }) => [code, "ยังไม่ส่ง"]),
    );
    expect(columnsOf(sheetTitled(stage, "สรุป"), ["อำเภอ", "จำนวน อปท.", "ส่งแล้ว", "ยังไม่ส่ง", "จำนวนแถว"])).toEqual([
      ["ทั้งจังหวัด", 7, 2, 5, 3],
      ["เมืองแพร่", 3, 1, 2, 2],
      ["สูงเม่น", 2, 1, 1, 1],
      ["เด่นชัย", 2, 0, 2, 0],
    ]);
    expect(store.googleState(province())).toMatchObject({ waiting: 0, trouble: null, edited: [] });
  });

  it("writes a change within a minute, in one request for values, and nothing when nothing changed", async () => {
    await connect(stage);
    await stage.settle();
    stage.loopback.google.calls.length = 0;
    stage.clock.now += 3_600_000;
    const at = stage.clock.now;
    send(stage.store, "5540101", ["ศพด.ตัวอย่างหนึ่ง"]);
    send(stage.store, "5540102", ["ศพด.ตัวอย่างสอง"]);
    expect(await stage.settle()).toBe(1);
    expect(stage.clock.now - at).toBeLessThan(60_000);
    expect(methods()).toEqual([
      "spreadsheets.get",
      "spreadsheets.values.batchGet",
      "spreadsheets.batchUpdate",
      "spreadsheets.values.batchUpdate",
    ]);
    const { body } = stage.loopback.google.calls.at(-1)!;
    expect(body).toMatchObject({ valueInputOption: "RAW" });
    expect((body as { data: { range: string }[] }).data.map(({ range }) => range.split("!")[0])).toEqual([
      `'${TAB}'`,
      "'สรุป'",
      "'ยังไม่ส่ง'",
    ]);
    expect(await stage.settle()).toBe(0);
    stage.store.importRoster(OPERATOR, PACK, "the same list again");
    expect(await stage.settle()).toBe(0);
  });

  it("empties what vanished: fewer rows, a report taken back", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก", "ข", "ค", "ง"]);
    const { submission } = send(stage.store, "5540102", ["จ"]);
    await stage.settle();
    expect(columnsOf(sheetTitled(stage, TAB), ["ศพด."]).flat()).toEqual(["ก", "ข", "ค", "ง", "จ"]);
    send(stage.store, "5540101", ["ก"]);
    stage.store.withdraw(province(), submission);
    await stage.settle();
    expect(rowsOf(sheetTitled(stage, TAB)).length).toBe(2);
    expect(columnsOf(sheetTitled(stage, TAB), ["ลำดับที่", "ศพด."])).toEqual([[1, "ก"]]);
  });

  it.each([
    [
      "return",
      (id: string) => stage.store.returnToSender(province(), id, { note: "ตรวจอีกครั้ง", comments: [] }),
      "ส่งคืนแก้ไข",
    ],
    ["accept", (id: string) => stage.store.accept(province(), id), "ตรวจรับแล้ว"],
  ])("shows a %s", async (_, act, word) => {
    await connect(stage);
    const { submission } = send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    act(submission);
    await stage.settle();
    expect(columnsOf(sheetTitled(stage, TAB), ["สถานะ"])).toEqual([[word]]);
  });

  it("follows the roster: an office that leaves the list owes nothing, one that joins does", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    const { districts, ...rest } = PACK;
    const fewer = { ...rest, districts: Object.fromEntries(Object.entries(districts).slice(0, 1)) };
    stage.store.importRoster(OPERATOR, fewer, "a shorter list");
    await stage.settle();
    expect(columnsOf(sheetTitled(stage, "สรุป"), ["จำนวน อปท."])[0]).not.toEqual([7]);
    stage.store.importRoster(OPERATOR, PACK, "the old list");
    await stage.settle();
    expect(columnsOf(sheetTitled(stage, "สรุป"), ["จำนวน อปท."])[0]).toEqual([7]);
  });

  it("keeps texts texts: no formula, no lost zero, no number out of thirteen digits", async () => {
    await connect(stage);
    const texts = ['=IMPORTXML("x")', "0012", "1234567890123", "+66", "'ขีด", "\ud800ครึ่งตัว"];
    send(stage.store, "5540101", texts);
    await stage.settle();
    expect(columnsOf(sheetTitled(stage, TAB), ["ศพด."]).flat()).toEqual([...texts.slice(0, -1), "\ufffdครึ่งตัว"]);
  });

  it("grows the grid before it writes beyond it", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    send(stage.store, "5540101", many(1200));
    await stage.settle();
    const tab = sheetTitled(stage, TAB);
    expect(rowsOf(tab).length).toBe(1201);
    expect(tab.rows).toBeGreaterThanOrEqual(1202);
  });

  it("empties the columns that a newer version of a form no longer has, and none of people's beyond", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    const tab = sheetTitled(stage, TAB);
    // as if the version before had had one column more
    tab.columns += 2;
    const width = tab.columns;
    for (const [row, text] of ["คอลัมน์เก่า", "ค่าเก่า"].entries()) setCell(tab, row + 1, width - 2, text);
    setCell(tab, 2, width - 1, "ของจังหวัด");
    const { link, tabs } = stage.store.googleWork()!;
    const line = tabs.find(({ form }) => form === "childcare-clips")!;
    const headings = [...line.headings!, "คอลัมน์เก่า"];
    const { form, period, written, digest } = line;
    stage.store.googleWritten(link, [{ form, period, written, digest, headings, edited: false, title: TAB }], true);
    send(stage.store, "5540101", ["ข"]);
    await stage.settle();
    const [head, first] = rowsOf(sheetTitled(stage, TAB));
    expect([head!.length, first!.slice(width - 2)]).toEqual([width - 2, ["", "ของจังหวัด"]]);
  });

  it("sends tabs apart that are too large together; what went through is not sent again, the overviews come last", async () => {
    await connect(stage);
    send(stage.store, "5540101", many(5_000));
    send(stage.store, "5540101", many(5_000), { period: "2023-12" });
    const { faults, calls } = stage.loopback.google;
    const body = { error: { code: 503, status: "UNAVAILABLE", message: "sample" } };
    const { write } = stage.writer.sheets;
    let writes = 0;
    stage.writer.sheets.write = async (...args) => {
      if (++writes === 2) faults.push({ when: "before", answer: { status: 503, body } });
      await write(...args);
    };
    await stage.step();
    expect(stage.store.googleState(province())).toMatchObject({ waiting: 3, trouble: { code: "unreachable" } });
    calls.length = 0;
    await stage.settle();
    const ranges = calls
      .flatMap(({ body }) => (body as { data?: { range: string }[] })?.data ?? [])
      .map(({ range }) => range);
    expect(ranges.map((range) => range.split("!")[0])).toEqual([`'${TAB}'`, "'สรุป'", "'ยังไม่ส่ง'"]);
    expect(rowsOf(sheetTitled(stage, "คลิป ศพด. ธ.ค.66")).length).toBe(5_001);
    expect(
      columnsOf(sheetTitled(stage, "สรุป"), ["รอบรายงาน", "จำนวนแถว"]).filter(([, rows]) => rows === 5_000).length,
    ).toBe(4);
  });

  it("gives a new tab its shape once, and mends what of it people took away", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    const tab = sheetTitled(stage, TAB);
    const { email } = stage.loopback.account;
    expect([tab.frozenRows, tab.bands.length, tab.protections.map(({ editors }) => editors)]).toEqual([
      2,
      1,
      [[email]],
    ]);
    expect(tab.validations.filter(({ rule }) => rule !== null).length).toBe(2);
    expect(tab.metadata.map(({ key, value }) => [key, value])).toEqual([
      ["ruam.tab", "54/childcare-clips/2023-11#1"],
      ["ruam.look", expect.stringMatching(/^1:/)],
    ]);
    const formats = tab.formats.length;
    tab.frozenRows = 0;
    tab.bands = [];
    tab.protections = [];
    send(stage.store, "5540102", ["ข"]);
    await stage.settle();
    const after = sheetTitled(stage, TAB);
    expect([after.frozenRows, after.bands.length, after.protections.length, after.formats.length]).toEqual([
      2,
      1,
      1,
      formats,
    ]);
    stage.loopback.google.calls.length = 0;
    send(stage.store, "5540102", ["ค"]);
    await stage.settle();
    expect(methods()).not.toContain("spreadsheets.batchUpdate");
  });

  it("writes a change that comes while it is writing afterwards, and once", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    const { sheets } = stage.writer;
    const write = sheets.write;
    sheets.write = async (...args) => {
      sheets.write = write;
      send(stage.store, "5540102", ["มาระหว่างเขียน"]);
      await write(...args);
    };
    await stage.step();
    expect(stage.store.googleState(province()).waiting).toBe(1);
    expect(await stage.settle()).toBe(1);
    expect(columnsOf(sheetTitled(stage, TAB), ["ศพด."]).flat()).toEqual(["ก", "มาระหว่างเขียน"]);
  });

  it("ignores what a run for another spreadsheet reports", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    const { sheets } = stage.writer;
    const write = sheets.write;
    const other = `${ID}-2`;
    stage.loopback.google.newBook(other).shared.set(stage.loopback.account.email, "writer");
    sheets.write = async (...args) => {
      sheets.write = write;
      await write(...args);
      stage.store.connectGoogle(province(), other, "อีกแฟ้ม");
    };
    await stage.step();
    expect(stage.store.googleState(province())).toMatchObject({ spreadsheet: other, waiting: 3, lastWrittenAt: null });
    await stage.settle();
    expect(stage.loopback.google.books.get(other)!.sheets.length).toBe(4);
  });

  it("stays out of a spreadsheet that is no longer connected", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    const before = structuredClone(stage.book());
    stage.store.disconnectGoogle(province());
    send(stage.store, "5540101", ["ข"]);
    expect(await stage.settle()).toBe(0);
    expect(stage.book()).toEqual(before);
    expect(stage.store.auditLines(0, 100).map(({ action }) => action)).toContain("google.disconnect");
    expect(stage.store.verifyAudit().broken).toBeNull();
  });

  it("finds its tabs again when the spreadsheet is connected anew", async () => {
    await connect(stage);
    send(stage.store, "5540101", ["ก"]);
    await stage.settle();
    const titles = stage.book().sheets.map(({ title }) => title);
    stage.store.disconnectGoogle(province());
    send(stage.store, "5540101", ["ข"]);
    await connect(stage);
    await stage.settle();
    expect(stage.book().sheets.map(({ title }) => title)).toEqual(titles);
    expect(columnsOf(sheetTitled(stage, TAB), ["ศพด."])).toEqual([["ข"]]);
    expect(stage.book().metadata.length).toBe(1);
  });

  it("counts nil and returned reports in the overviews", async () => {
    await connect(stage);
    send(stage.store, "5540101", [""], { nil: true, rows: [row(6, "", { status: "nil" })] });
    const { submission } = send(stage.store, "5540102", ["ข"]);
    stage.store.returnToSender(province(), submission, { note: "แก้ไข", comments: [] });
    await stage.settle();
    const [whole] = columnsOf(sheetTitled(stage, "สรุป"), ["ส่งคืนแก้ไข", "รายงานว่าไม่มี", "แถวที่รายงานว่าไม่มี"]);
    expect(whole).toEqual([1, 1, 1]);
    expect(columnsOf(sheetTitled(stage, "ยังไม่ส่ง"), ["รหัส อปท.", "สถานะ"]).at(-1)).toEqual(["5540102", "ส่งคืนแก้ไข"]);
    expect(stage.clock.now).toBeLessThan(NOW + 60_000);
  });
});

/** The columns of the sheet that the CSV has too, as the CSV prints them. */
async function asTexts(tab: Parameters<typeof columnsOf>[0], period: string): Promise<string[][]> {
  const [headings] = await masterCsv(stage, period);
  return columnsOf(tab, headings!).map((line) => line.map(String));
}
