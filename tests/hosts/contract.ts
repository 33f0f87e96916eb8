import { beforeEach, describe, expect, it } from "vitest";
import { type Change, type Host, HostProblem, type Place, SETTING_BYTES } from "../../addin/host.ts";
import { type Cell, type Grid, type Scalar, scalarOf } from "../../shared/sheet/grid.ts";

/** What the user, or a co-author, does behind the pane's back. */
export interface User {
  type(sheet: string, place: Place, value: Scalar): Promise<void>;
  /** Null where the host has no way to do it. */
  rename: ((sheet: string, name: string) => Promise<void>) | null;
  remove: ((sheet: string) => Promise<void>) | null;
}

export interface Staged {
  host: Host;
  user: User;
}

export const CONTRACT_GRIDS: readonly Grid[] = [
  {
    sheet: "ต.ค.69",
    rows: [
      ["หัวเรื่อง", null, null],
      ["ลำดับที่", "อปท.", "ดำเนินการ"],
      [1, "อบต.ตัวอย่าง", { v: "P", font: "Wingdings 2" }],
      [2, { v: "#REF!", t: "e" }, null],
      ["๓", "ท\u200Bต. ตัวอย่าง ", true],
    ],
    merges: ["A1:C1"],
  },
  { sheet: "ซ่อน", rows: [["ไม่ต้องอ่าน"]], hidden: true },
];

const OFFICE: Place = { row: 2, col: 1 };

function valueAt(grid: Grid, { row, col }: Place): Scalar {
  const match = /^([A-Z])([0-9]+)$/.exec(grid.origin ?? "A1")!;
  return scalarOf(grid.rows[row - Number(match[2]) + 1]?.[col - match[1]!.charCodeAt(0) + 65] as Cell);
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no fault";
  } catch (error) {
    return error instanceof HostProblem ? error.fault : `not a HostProblem: ${String(error)}`;
  }
}

/**
 * The promises of the port. Every host runs these; `stage` opens a fresh document with the grids above. `seesMerges` is false
 * where the host cannot know which cells are merged.
 */
export function hostContract(
  name: string,
  stage: (grids: readonly Grid[]) => Promise<Staged>,
  { seesMerges }: { seesMerges: boolean } = { seesMerges: true },
): void {
  describe(`the port, kept by ${name}`, () => {
    let host: Host;
    let user: User;
    let sheet: string;
    beforeEach(async () => {
      ({ host, user } = await stage(structuredClone(CONTRACT_GRIDS) as Grid[]));
      sheet = (await host.listSheets())[0]!.id;
    });

    it("lists its sheets, hidden ones as such, each with an id of its own", async () => {
      const sheets = await host.listSheets();
      expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
        { name: "ต.ค.69", hidden: false },
        { name: "ซ่อน", hidden: true },
      ]);
      expect(new Set(sheets.map(({ id }) => id)).size).toBe(2);
    });

    it("reads what is typed letter by letter, numbers as numbers, with merges", async () => {
      const { grid, sheet: ref } = await host.read(sheet);
      expect(ref.name).toBe("ต.ค.69");
      expect(grid.merges).toEqual(seesMerges ? ["A1:C1"] : undefined);
      const read = [0, 1, 2, 3, 4].map((row) => [0, 1, 2].map((col) => valueAt(grid, { row, col })));
      expect(read).toEqual([
        ["หัวเรื่อง", null, null],
        ["ลำดับที่", "อปท.", "ดำเนินการ"],
        [1, "อบต.ตัวอย่าง", "P"],
        [2, "#REF!", null],
        ["๓", "ท\u200Bต. ตัวอย่าง ", true],
      ]);
    });

    it("reads several sheets in the order asked, the same as one by one; one that is gone fails them all", async () => {
      const ids = (await host.listSheets()).map(({ id }) => id).reverse();
      const together = await host.readAll(ids);
      expect(together.map((reading) => reading.sheet.name)).toEqual(["ซ่อน", "ต.ค.69"]);
      expect(together.map((reading) => reading.grid)).toEqual([
        (await host.read(ids[0]!)).grid,
        (await host.read(ids[1]!, "whole")).grid,
      ]);
      expect(await faultOf(host.readAll([...ids, "no-such"]))).toBe("gone");
    });

    it("a reading stays as it was, whatever happens afterwards", async () => {
      const reading = await host.read(sheet);
      const before = JSON.stringify(reading);
      await user.type(sheet, OFFICE, "อบต.อื่น");
      await host.write(sheet, [{ row: 4, col: 0, was: "๓", value: 3 }]);
      expect(JSON.stringify(reading)).toBe(before);
    });

    it("the revision differs when a value does, and only then", async () => {
      const first = await host.read(sheet);
      expect((await host.read(sheet)).revision).toBe(first.revision);
      await user.type(sheet, OFFICE, "อบต.อื่น");
      const second = await host.read(sheet);
      expect(second.revision).not.toBe(first.revision);
      const told = await host.write(sheet, [{ ...OFFICE, was: "อบต.อื่น", value: "อบต.ตัวอย่าง" }]);
      expect((await host.read(sheet)).revision).toBe(told);
      expect(told).not.toBe(second.revision);
    });

    it("writes several cells as one step, and keeps a cell's font", async () => {
      await host.write(sheet, [
        { ...OFFICE, was: "อบต.ตัวอย่าง", value: "อบต.แบบฝึกหัด" },
        { row: 2, col: 2, was: "P", value: "/" },
        { row: 9, col: 1, was: null, value: "ต่อท้าย" },
      ]);
      const { grid } = await host.read(sheet);
      expect(valueAt(grid, OFFICE)).toBe("อบต.แบบฝึกหัด");
      expect(grid.rows[2]![2]).toMatchObject({ v: "/", font: "Wingdings 2" });
      expect(valueAt(grid, { row: 9, col: 1 })).toBe("ต่อท้าย");
      const undone = await host.undo();
      expect(undone?.places).toHaveLength(3);
      const back = (await host.read(sheet)).grid;
      expect(valueAt(back, OFFICE)).toBe("อบต.ตัวอย่าง");
      expect(valueAt(back, { row: 2, col: 2 })).toBe("P");
      expect(valueAt(back, { row: 9, col: 1 })).toBe(null);
    });

    it("refuses to write over what changed, and then writes nothing at all", async () => {
      await user.type(sheet, OFFICE, "คนอื่นแก้");
      const writes = [
        { row: 4, col: 0, was: "๓", value: 3 },
        { ...OFFICE, was: "อบต.ตัวอย่าง", value: "อบต.แบบฝึกหัด" },
      ];
      expect(await faultOf(host.write(sheet, writes))).toBe("stale");
      const { grid } = await host.read(sheet);
      expect([valueAt(grid, { row: 4, col: 0 }), valueAt(grid, OFFICE)]).toEqual(["๓", "คนอื่นแก้"]);
    });

    it("undo brings back an error as an error, and has an end", async () => {
      await host.write(sheet, [{ row: 3, col: 1, was: "#REF!", value: "อบต.ตัวอย่าง" }]);
      await host.undo();
      expect((await host.read(sheet)).grid.rows[3]![1]).toMatchObject({ v: "#REF!", t: "e" });
      expect(await host.undo()).toBe(null);
    });

    it("what is written aside is no step of undo", async () => {
      await host.write(sheet, [{ ...OFFICE, was: "อบต.ตัวอย่าง", value: "อบต.แบบฝึกหัด" }]);
      await host.write(sheet, [{ row: 9, col: 0, was: null, value: "ใบรับ" }], "aside");
      expect((await host.undo())?.places).toEqual([OFFICE]);
      const { grid } = await host.read(sheet);
      expect([valueAt(grid, OFFICE), valueAt(grid, { row: 9, col: 0 })]).toEqual(["อบต.ตัวอย่าง", "ใบรับ"]);
      expect(await host.undo()).toBe(null);
    });

    it("marks only the revision that was read; marks change no value and go without a trace", async () => {
      const { revision, grid } = await host.read(sheet);
      await host.mark(sheet, revision, [{ ...OFFICE, verdict: "suggest", note: "กรุณาเลือก" }]);
      await host.clearMarks(sheet);
      const after = await host.read(sheet);
      expect([after.revision, JSON.stringify(after.grid)]).toEqual([revision, JSON.stringify(grid)]);
      await user.type(sheet, OFFICE, "อบต.อื่น");
      expect(await faultOf(host.mark(sheet, revision, []))).toBe("stale");
    });

    it("counts rows and columns as the sheet does, wherever the grid begins", async () => {
      const staged = await stage([
        {
          sheet: "เลื่อน",
          origin: "B3",
          rows: [
            ["ก", "ข"],
            [null, "ค"],
          ],
        },
      ]);
      const [ref] = await staged.host.listSheets();
      await staged.host.write(ref!.id, [{ row: 3, col: 2, was: "ค", value: "ง" }]);
      expect(valueAt((await staged.host.read(ref!.id)).grid, { row: 3, col: 2 })).toBe("ง");
    });

    it("shows a cell; a sheet that is gone is gone", async () => {
      await host.select(sheet, OFFICE);
      const works = [host.read("no-such"), host.select("no-such", OFFICE), host.write("no-such", [])];
      // Caught at once: a host far away says no to all of them before the first is looked at.
      expect(await Promise.all(works.map(faultOf))).toEqual(["gone", "gone", "gone"]);
    });

    it("keeps a sheet's id when it is renamed, and says when it was removed", async () => {
      if (user.rename !== null) {
        await user.rename(sheet, "ชื่อใหม่");
        expect((await host.read(sheet)).sheet.name).toBe("ชื่อใหม่");
      }
      if (user.remove !== null) {
        await user.remove(sheet);
        expect(await faultOf(host.read(sheet))).toBe("gone");
      }
    });

    it("tells of a change where it can, until it is told to stop", async () => {
      const heard: Change[] = [];
      const stop = host.onChange((change) => heard.push(change));
      await user.type(sheet, OFFICE, "ก");
      if (host.capabilities.change === "event") expect(heard.length).toBeGreaterThan(0);
      stop();
      const count = heard.length;
      await user.type(sheet, OFFICE, "ข");
      expect(heard.length).toBe(count);
    });

    it("keeps settings, lets go of them, and refuses one that is too long", async () => {
      expect(await host.getSetting("receipt")).toBe(null);
      await host.setSetting("receipt", "99-ใบรับ");
      expect(await host.getSetting("receipt")).toBe("99-ใบรับ");
      await host.setSetting("receipt", null);
      expect(await host.getSetting("receipt")).toBe(null);
      await host.setSetting("long", "ก".repeat(Math.floor(SETTING_BYTES / 3)));
      expect(await faultOf(host.setSetting("long", "ก".repeat(Math.floor(SETTING_BYTES / 3) + 1)))).toBe("failed");
    });

    it("says which document it is, and owns what it says it can", async () => {
      const facts = await host.document();
      expect(await host.document()).toEqual(facts);
      expect(facts.id).not.toBe("");
      expect(host.saveCopy !== undefined).toBe(host.capabilities.download);
      const token = await host.identityToken();
      expect(token === null).toBe(host.capabilities.identity === "code");
    });
  });
}
