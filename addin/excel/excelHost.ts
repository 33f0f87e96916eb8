/// <reference types="office-js" />
import {
  type Capabilities,
  type CellWrite,
  type Change,
  type Depth,
  type DocumentFacts,
  type Host,
  HostProblem,
  type Mark,
  type Place,
  SETTING_BYTES,
  type SheetReading,
  type SheetRef,
} from "../host.ts";
import { inWorkbook } from "./batch.ts";
import { paint, wipe } from "./marks.ts";
import { listOf, lookAtDocument, type Opening, OURS } from "./opening.ts";
import { areaText } from "./sheet/areas.ts";
import { shifted } from "./sheet/frameShift.ts";
import { Mirror } from "./sheet/mirror.ts";
import { lookOver, readAreas } from "./sheet/readChanged.ts";
import { readAgain, readWhole } from "./sheet/readWhole.ts";
import { asUndo, asWrite, type Changed, writeCells } from "./sheet/writeCells.ts";
import { type Times, Watch } from "./watch.ts";

/** The workbook that is open in Excel. Reads while the user works; writes only what the user asked for. */
export class ExcelHost implements Host {
  readonly capabilities: Capabilities = {
    ...{ host: "excel", change: "event", undo: true, marks: true, download: false, inPlace: true, identity: "code" },
  };
  readonly #watch: Watch;
  readonly #mirrors = new Map<string, Mirror>();
  #opening: Opening | null = null;
  readonly #done: { sheet: string; changes: Changed[] }[] = [];

  constructor(times: Times) {
    this.#watch = new Watch(times);
  }

  /** Begins to listen. Where Excel will not tell, looking now and then remains. */
  async begin(): Promise<void> {
    await inWorkbook((context) => this.#watch.begin(context));
  }

  /** Asks at once for all that opening a document needs; what is asked for next has its answer already. */
  document(): Promise<DocumentFacts> {
    return inWorkbook(async (context) => {
      const { opening, facts } = await lookAtDocument(context);
      this.#opening = opening;
      return facts;
    });
  }

  async listSheets(): Promise<SheetRef[]> {
    const refs = this.#opening?.refs ?? (await inWorkbook((context) => listOf(context)));
    if (this.#opening !== null) this.#opening.refs = null;
    for (const { id, name, hidden } of refs) this.#mirrorOf(id).name({ id, name, hidden });
    return refs;
  }

  read(sheet: string, depth?: Depth): Promise<SheetReading> {
    return inWorkbook(async (context) => {
      const mirror = this.#mirrorOf(sheet);
      const { revision } = mirror.reading();
      const dirt = this.#watch.take(sheet);
      try {
        for (const shift of dirt?.shifts ?? []) mirror.reframe(shifted(mirror.frame, shift));
        if (depth !== undefined || mirror.isNew) await readAgain(context, mirror, "whole");
        else if (dirt === null) await lookOver(context, mirror);
        else if (dirt.areas === "anything") await readAgain(context, mirror, "careful");
        else await readAreas(context, mirror, dirt.areas);
      } catch (error) {
        this.#watch.giveBack(sheet, dirt);
        throw error;
      }
      const reading = mirror.reading();
      this.#watch.found(reading.revision !== revision);
      return reading;
    });
  }

  readAll(sheets: readonly string[]): Promise<SheetReading[]> {
    return inWorkbook(async (context) => {
      const mirrors = sheets.map((sheet) => this.#mirrorOf(sheet));
      for (const sheet of sheets) this.#watch.take(sheet);
      const sizes = this.#opening?.sizes;
      this.#opening = this.#opening === null ? null : { ...this.#opening, sizes: new Map() };
      await readWhole(context, mirrors, sizes);
      return mirrors.map((mirror) => mirror.reading());
    });
  }

  write(sheet: string, writes: readonly CellWrite[], aside?: "aside"): Promise<string> {
    return inWorkbook(async (context) => {
      const mirror = this.#mirrorOf(sheet);
      const changes = await writeCells(context, mirror, writes.map(asWrite));
      if (aside === undefined) this.#done.push({ sheet, changes });
      return mirror.reading().revision;
    });
  }

  undo(): Promise<{ sheet: string; places: Place[] } | null> {
    return inWorkbook(async (context) => {
      const last = this.#done.at(-1);
      if (last === undefined) return null;
      try {
        await writeCells(context, this.#mirrorOf(last.sheet), last.changes.map(asUndo));
      } catch (error) {
        // What was changed again since cannot be taken back by us any more.
        if (error instanceof HostProblem && (error.fault === "stale" || error.fault === "gone")) this.#done.pop();
        throw error;
      }
      this.#done.pop();
      return { sheet: last.sheet, places: last.changes.map(({ row, col }) => ({ row, col })) };
    });
  }

  mark(sheet: string, revision: string, marks: readonly Mark[]): Promise<void> {
    return inWorkbook(async (context) => {
      const mirror = this.#mirrorOf(sheet);
      if (mirror.reading().revision !== revision) throw new HostProblem("stale");
      await paint(context, mirror, marks);
    });
  }

  clearMarks(sheet: string): Promise<void> {
    return inWorkbook((context) => wipe(context, this.#mirrorOf(sheet)));
  }

  select(sheet: string, { row, col }: Place): Promise<void> {
    return inWorkbook(async (context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet);
      found.load("id");
      found.activate();
      found.getRange(areaText({ top: row, bottom: row, left: col, right: col })).select();
      await context.sync();
      if (found.isNullObject) throw new HostProblem("gone");
    });
  }

  /** Which sheet is in front of the user. */
  activeSheet(): Promise<string> {
    return inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("id");
      await context.sync();
      return sheet.id;
    });
  }

  onChange(listener: (change: Change) => void): () => void {
    return this.#watch.onChange((sheet) => listener({ sheet }));
  }

  onSelect(listener: (sheet: string, place: Place) => void): () => void {
    return this.#watch.onSelect(listener);
  }

  getSetting(key: string): Promise<string | null> {
    const known = this.#opening?.settings;
    if (known != null) {
      this.#opening!.settings = null;
      return Promise.resolve(known.get(OURS + key) ?? null);
    }
    return inWorkbook(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(OURS + key);
      setting.load("value");
      await context.sync();
      return setting.isNullObject ? null : String(setting.value);
    });
  }

  setSetting(key: string, value: string | null): Promise<void> {
    if (this.#opening !== null) this.#opening.settings = null;
    return inWorkbook(async (context) => {
      if (value !== null && new TextEncoder().encode(value).length > SETTING_BYTES)
        throw new HostProblem("failed", "a setting this long");
      const { settings } = context.workbook;
      if (value === null) settings.getItemOrNullObject(OURS + key).delete();
      else settings.add(OURS + key, value);
      await context.sync();
    });
  }

  async identityToken(): Promise<null> {
    return null;
  }

  #mirrorOf(id: string): Mirror {
    let mirror = this.#mirrors.get(id);
    if (mirror === undefined) {
      mirror = new Mirror({ id, name: "", hidden: false });
      this.#mirrors.set(id, mirror);
    }
    return mirror;
  }
}
