import type { Cell, Scalar } from "../../shared/sheet/grid.ts";
import type { HostFault, Mark } from "../host.ts";

/*
 * What crosses google.script.run, between the sidebar and the script that belongs to the spreadsheet. Only what JSON can
 * carry: a Date, a function or NaN anywhere inside would fail the whole call.
 */

/** Raised when the sidebar can no longer speak to an older script: a copied template keeps the script it was copied with. */
export const BRIDGE_VERSION = 1;

/** A refusal is a value: an error that crosses keeps its text alone, and that in the user's language. */
export type Reply<T> = { ok: T } | { fault: HostFault; detail: string };

export interface Hello {
  version: number;
  id: string;
  name: string;
  /** The identity read from the code printed on a sheet, as `form|version|province|period|office`. */
  identity: string | null;
  /** Google says who the user is. */
  google: boolean;
}

export interface WireSheet {
  id: string;
  name: string;
  hidden: boolean;
  /** The sheet in front of the user. */
  active: boolean;
}

export interface WireReading {
  id: string;
  name: string;
  /** From A1 on; blanks at the end of a row are left away. */
  rows: Cell[][];
  merges: string[];
  revision: string;
}

export interface WireWrite {
  row: number;
  col: number;
  was: Scalar;
  value: Scalar;
}

/** What a cell held, so that it can be put back. */
export interface Before {
  row: number;
  col: number;
  /** "" where the cell held no formula. */
  formula: string;
  cell: Cell;
}

export interface Written {
  revision: string;
  before: Before[];
}

/** Every function of the script that the sidebar calls. The build holds the script to this list. */
export interface Bridge {
  ruamHello(): Reply<Hello>;
  ruamSheets(): Reply<WireSheet[]>;
  ruamRead(ids: string[]): Reply<WireReading[]>;
  /** Which of these rows (1-based) are hidden or filtered away. One question a row: Apps Script has no other way. */
  ruamHidden(id: string, rows: number[]): Reply<number[]>;
  ruamRevision(id: string): Reply<string>;
  ruamWrite(id: string, writes: WireWrite[]): Reply<Written>;
  /** Puts back what a write replaced, provided the cells still hold what was written. */
  ruamRestore(id: string, before: Before[], now: WireWrite[]): Reply<string>;
  ruamMark(id: string, revision: string, marks: Mark[]): Reply<null>;
  ruamUnmark(id: string): Reply<null>;
  ruamSelect(id: string, row: number, col: number): Reply<null>;
  ruamGetSetting(key: string): Reply<string | null>;
  ruamSetSetting(key: string, value: string | null): Reply<null>;
  ruamToken(): Reply<string | null>;
  /** Keeps a province's offices with the document, for the checks that run without the sidebar. */
  ruamKeepOffices(version: string, pack: string): Reply<null>;
}
