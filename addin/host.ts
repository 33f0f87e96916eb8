import type { Verdict } from "../shared/answer.ts";
import type { Grid, Scalar } from "../shared/sheet/grid.ts";

/*
 * The port: what a spreadsheet must be able to do for the pane. Small on purpose: whatever Excel and Google Sheets can both do.
 * Rows and columns are zero-based and those of the sheet (A1 is 0, 0), whatever the grid's origin.
 */

export interface SheetRef {
  /** Stays the same when the sheet is renamed. */
  id: string;
  name: string;
  hidden: boolean;
  /** Said when the sheets are listed: the one in front of the user, where the host has such a thing. */
  active?: boolean;
}

/** A sheet as it was at one moment. The grid is never changed afterwards. */
export interface SheetReading {
  sheet: SheetRef;
  grid: Grid;
  /** Differs whenever any value of the sheet differs. */
  revision: string;
}

export interface Place {
  row: number;
  col: number;
}

/** A value to be put into a cell, provided the cell still holds `was`. */
export interface CellWrite extends Place {
  was: Scalar;
  value: Scalar;
}

export interface Mark extends Place {
  verdict: Exclude<Verdict, "ok" | "fixed">;
  /** The sentence for this cell. */
  note: string;
}

/** Says that something changed. A hint: it may come late, twice, or never, and may name more or less than what changed. */
export interface Change {
  /** Null: some sheet, or the list of sheets. */
  sheet: string | null;
}

export interface DocumentFacts {
  /** The same when the same document is opened again on this host, as far as the host can tell. */
  id: string;
  name: string;
  /** The text of the hidden name RUAM_ID, where the document carries one. */
  identity: string | null;
}

export interface Capabilities {
  host: "file" | "excel" | "sheets" | "test";
  /** How changes are learnt: told by the host, or only by reading again now and then. */
  change: "event" | "poll";
  /** `undo()` takes back what was written through the port. */
  undo: boolean;
  /** Whether cells can be marked in the sheet itself. */
  marks: boolean;
  /** `saveCopy()` hands the document out as a file. */
  download: boolean;
  /** The document itself is open before the user: what is written here stays in it, and the user's own undo is at stake. */
  inPlace: boolean;
  /** Who says who the user is. "code": only an access code does. */
  identity: "code" | "google" | "microsoft";
}

export type HostFault =
  /** The sheet is not what the caller last read. Read again. */
  | "stale"
  /** The user is typing in a cell, or the host is busy. Try again in a moment. */
  | "busy"
  /** The sheet is no longer there. */
  | "gone"
  /** The sheet is protected. */
  | "protected"
  /** The host could not finish; nothing, or only a part, was done. */
  | "failed";

/** The only error a host rejects with. */
export class HostProblem extends Error {
  readonly fault: HostFault;

  constructor(fault: HostFault, detail = "") {
    super(detail === "" ? fault : `${fault}: ${detail}`);
    this.name = "HostProblem";
    this.fault = fault;
  }
}

/** The longest text a setting may hold, in UTF-8 bytes. */
export const SETTING_BYTES = 8 * 1024;

export type Depth = "whole" | "sending";

export interface Host {
  readonly capabilities: Capabilities;
  document(): Promise<DocumentFacts>;
  listSheets(): Promise<SheetRef[]>;
  /**
   * The sheet as it now is. A host that is told of changes may look only where it was told; with `whole` it looks everywhere,
   * at formats too; with `sending` also at what is only told before a report goes out and is dear to ask (hidden rows in
   * Google Sheets: a call a row). Rejects with `gone`, `busy` or `failed`.
   */
  read(sheet: string, depth?: Depth): Promise<SheetReading>;
  /** Several sheets, whole, in the order asked; as few round trips as the host can. */
  readAll(sheets: readonly string[]): Promise<SheetReading[]>;
  /**
   * Writes all or nothing, as one step of undo, and answers the new revision. Only values: formats and fonts stay.
   * Rejects with `stale` when any cell no longer holds what the caller believes, and then has written nothing.
   * With `aside` it is no step of undo: something of ours, not of the user's work.
   */
  write(sheet: string, writes: readonly CellWrite[], aside?: "aside"): Promise<string>;
  /** Takes back the last change made through the port; answers the cells it touched, or null when there is none left. */
  undo(): Promise<{ sheet: string; places: Place[] } | null>;
  /** Replaces our marks on the sheet; the user's own fills and notes are never touched. Rejects with `stale` for another revision. */
  mark(sheet: string, revision: string, marks: readonly Mark[]): Promise<void>;
  clearMarks(sheet: string): Promise<void>;
  /** Shows a cell and selects it. `focus` also moves the keyboard there, where the host can. */
  select(sheet: string, place: Place, focus?: boolean): Promise<void>;
  /** Answers how to stop listening. */
  onChange(listener: (change: Change) => void): () => void;
  /** Tells where the user goes, where the host can; answers how to stop listening. */
  onSelect?(listener: (sheet: string, place: Place) => void): () => void;
  /** Kept with the document, or at least on this machine for it. */
  getSetting(key: string): Promise<string | null>;
  /** Rejects with `failed` for a value over SETTING_BYTES. */
  setSetting(key: string, value: string | null): Promise<void>;
  /** A token of the host's own sign-in, or null where there is none: then an access code is asked. */
  identityToken(): Promise<string | null>;
  /** Hands the document as it now stands to the user; only with the capability `download`. */
  saveCopy?(): Promise<void>;
}
