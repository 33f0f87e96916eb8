import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentOf, newSheet, setCell } from "../../hosts/google/book.ts";
import { province } from "../../province/sample.ts";
import { columnsOf, connect, FORM, PERIOD, type Stage, send, setStage, sheetTitled } from "./support.ts";

const TAB = "คลิป ศพด. พ.ย.66";
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await connect(stage);
  send(stage.store, "5540101", ["ก"]);
  await stage.settle();
});
afterEach(async () => {
  expect(stage.faults).toEqual([]);
  await stage.close();
});

const change = async (centre = "ข") => {
  send(stage.store, "5540102", [centre]);
  await stage.settle();
};
const titles = () => stage.book().sheets.map(({ title }) => title);
const centres = (title = TAB) => columnsOf(sheetTitled(stage, title), ["ศพด."]).flat();
const edited = () => stage.store.googleState(province()).edited;

describe("people in the province's spreadsheet (the API is simulated)", () => {
  it("may rename and reorder our tabs: we follow the tab, not its name", async () => {
    sheetTitled(stage, TAB).title = "พฤศจิกายน (อย่าลบ)";
    sheetTitled(stage, "สรุป").title = TAB;
    stage.book().sheets.reverse();
    await change();
    expect(titles()).toEqual(["ยังไม่ส่ง", TAB, "พฤศจิกายน (อย่าลบ)", "แผ่น1"]);
    expect(centres("พฤศจิกายน (อย่าลบ)")).toEqual(["ก", "ข"]);
    expect(contentOf(sheetTitled(stage, TAB))[1]![3]).toBe("จำนวน อปท.");
  });

  it("a tab renamed while it is written is found by its new name the next time", async () => {
    const { sheets } = stage.writer;
    const write = sheets.write;
    sheets.write = async (...args) => {
      sheets.write = write;
      sheetTitled(stage, TAB).title = "ชื่อใหม่";
      await write(...args);
    };
    await change();
    expect(centres("ชื่อใหม่")).toEqual(["ก", "ข"]);
    expect(titles().length).toBe(4);
  });

  it.each([TAB, "สรุป", "ยังไม่ส่ง"])("may delete a tab: it is made again with the next change: %s", async (title) => {
    const book = stage.book();
    const before = contentOf(sheetTitled(stage, title));
    book.sheets = book.sheets.filter((sheet) => sheet.title !== title);
    await change();
    expect(contentOf(sheetTitled(stage, title))[1]).toEqual(before[1]);
    expect(titles().length).toBe(4);
  });

  it("have their own tabs left alone, also one by the name we would have taken", async () => {
    const own = newSheet(5, "คลิป ศพด. ธ.ค.66");
    setCell(own, 0, 0, "โน้ตของจังหวัด");
    stage.book().sheets.push(own);
    const notes = sheetTitled(stage, "แผ่น1");
    setCell(notes, 3, 2, "โทรตามแล้ว");
    send(stage.store, "5540101", ["ก"], { period: "2023-12" });
    await stage.settle();
    expect(contentOf(sheetTitled(stage, "แผ่น1"))[3]).toEqual(["", "", "โทรตามแล้ว"]);
    expect(contentOf(sheetTitled(stage, "คลิป ศพด. ธ.ค.66"))).toEqual([["โน้ตของจังหวัด"]]);
    expect(centres("คลิป ศพด. ธ.ค.66 (2)")).toEqual(["ก"]);
  });

  it("have cells of ours that they changed written anew, and columns of theirs beside them kept", async () => {
    const tab = sheetTitled(stage, TAB);
    tab.columns = 40;
    setCell(tab, 2, 4, "แก้มือ");
    setCell(tab, 30, 1, "พิมพ์ไว้ข้างล่าง");
    setCell(tab, 2, 30, "หมายเหตุจังหวัด");
    await change();
    const [first] = contentOf(sheetTitled(stage, TAB)).slice(2);
    expect([first![4], first![30]]).toEqual(["ก", "หมายเหตุจังหวัด"]);
    expect(contentOf(sheetTitled(stage, TAB)).length).toBe(4);
  });

  it.each<[string, (cells: Map<number, Map<number, string | number | boolean>>) => void]>([
    ["a heading renamed", (cells) => cells.get(1)!.set(4, "ศูนย์")],
    ["a heading emptied", (cells) => cells.get(1)!.delete(4)],
    ["all headings emptied", (cells) => cells.get(1)!.clear()],
    ["a column moved", (cells) => cells.get(1)!.set(4, cells.get(1)!.get(3)!).set(3, "ศพด.")],
    ["a row put in at the top", (cells) => cells.set(2, cells.get(1)!).set(1, cells.get(0)!)],
  ])("%s: nothing is guessed, the tab stays as it is and is named, the rest is written", async (_, edit) => {
    edit(sheetTitled(stage, TAB).cells);
    const before = structuredClone(sheetTitled(stage, TAB));
    await change();
    expect(sheetTitled(stage, TAB)).toEqual(before);
    expect(edited()).toEqual([{ form: FORM, period: PERIOD, title: TAB }]);
    expect(columnsOf(sheetTitled(stage, "สรุป"), ["ส่งแล้ว"])[0]).toEqual([2]);
    // at rest: nothing is tried again by itself
    expect(await stage.settle()).toBe(0);

    stage.store.newGoogleTab(province(), FORM, PERIOD);
    await stage.settle();
    expect(edited()).toEqual([]);
    expect(sheetTitled(stage, TAB)).toEqual(before);
    expect(centres(`${TAB} (2)`)).toEqual(["ก", "ข"]);
    await change("ค");
    expect([centres(`${TAB} (2)`), sheetTitled(stage, TAB)]).toEqual([["ก", "ค"], before]);
  });

  it("may put the headings right again: then it goes on in the same tab", async () => {
    const heading = sheetTitled(stage, TAB).cells.get(1)!.get(4)!;
    sheetTitled(stage, TAB).cells.get(1)!.set(4, "ศูนย์");
    await change();
    sheetTitled(stage, TAB).cells.get(1)!.set(4, heading);
    await change("ค");
    expect([edited(), centres()]).toEqual([[], ["ก", "ค"]]);
  });

  it("may copy a tab of ours, mark and all: only the first is written", async () => {
    const copy = { ...structuredClone(sheetTitled(stage, TAB)), id: 99, title: "สำเนาของ" };
    stage.book().sheets.unshift(copy);
    await change();
    expect([centres(), centres("สำเนาของ")]).toEqual([["ก", "ข"], ["ก"]]);
  });

  it("are warned in the tab itself that it is rewritten", () => {
    for (const title of [TAB, "สรุป", "ยังไม่ส่ง"])
      expect(contentOf(sheetTitled(stage, title))[0]![0]).toMatch(/โปรดจดบันทึกไว้ในแท็บอื่น$/);
  });

  it("cannot have a new tab for one that nobody changed", () => {
    expect(() => stage.store.newGoogleTab(province(), FORM, PERIOD)).toThrow("not-found");
  });
});
