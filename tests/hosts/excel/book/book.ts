import type { Area } from "./area.ts";
import { oneCell } from "./area.ts";
import { Sheet } from "./sheet.ts";
import { UndoStack } from "./undo.ts";

/** Who did it: the user at this Excel, a co-author, or the add-in itself. */
export type Origin = "user" | "coauthor" | "addin";

export type Shift = "None" | "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";

export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

export interface CellChange {
  before: { value: unknown; type: string };
  after: { value: unknown; type: string };
}

/** What happened in the book, before anybody asks who listens. */
export type BookEvent = { sheet: Sheet; origin: Origin } & (
  | { kind: "changed"; changeType: ChangeType; area: Area; shift: Shift; cell?: CellChange }
  | { kind: "selected"; areas: Area[] }
  | { kind: "formatted"; areas: Area[] }
  | { kind: "rowSorted"; area: Area }
  | { kind: "rowHidden"; area: Area; changeType: "Hidden" | "Unhidden" }
  | { kind: "activated" | "deactivated" | "added" | "deleted" }
);

/** A place the add-in holds on to; it moves along when rows and columns are put in or taken out. */
export interface Span {
  sheet: Sheet;
  /** Empty once every cell it stood for was deleted. */
  areas: Area[];
}

export interface NamedValue {
  name: string;
  /** Without its leading "="; a text constant keeps its quotes. */
  value: string;
  visible: boolean;
}

export class Book {
  readonly fileName: string;
  readonly author = "นางสาวสมมติ ตัวอย่าง";
  defaultFont = "Calibri";
  sheets: Sheet[] = [];
  names: NamedValue[] = [];
  settings = new Map<string, unknown>();
  readonly undo = new UndoStack(this);
  readonly floating = new Set<Span>();
  onEvent: (event: BookEvent) => void = () => {};
  #active: Sheet | null = null;
  readonly #selected = new Map<Sheet, Area[]>();
  #ids = 0;

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  /** "{00000000-0001-0000-00NN-000000000000}": what Excel's own ids look like, one number for each thing made. */
  newId(): string {
    this.#ids++;
    return `{00000000-0001-0000-${this.#ids.toString(16).padStart(4, "0").toUpperCase()}-000000000000}`;
  }

  addSheet(name: string): Sheet {
    const sheet = new Sheet(this.newId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** By name, whatever its case, or by id. */
  find(nameOrId: string): Sheet | null {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === wanted) ?? null;
  }

  /** Throws for a test's own slip. */
  sheet(nameOrId: string): Sheet {
    const sheet = this.find(nameOrId);
    if (sheet === null) throw new Error(`no sheet ${nameOrId}`);
    return sheet;
  }

  get active(): Sheet {
    this.#active ??= this.sheets.find((sheet) => sheet.state.visibility === "Visible") ?? null;
    if (this.#active === null) throw new Error("a book needs a visible sheet");
    return this.#active;
  }

  activate(sheet: Sheet, origin: Origin): void {
    const before = this.active;
    if (before === sheet) return;
    this.#active = sheet;
    if (!before.removed) this.onEvent({ kind: "deactivated", sheet: before, origin });
    this.onEvent({ kind: "activated", sheet, origin });
  }

  selectionOf(sheet: Sheet): Area[] {
    return this.#selected.get(sheet) ?? [oneCell(0, 0)];
  }

  select(sheet: Sheet, areas: Area[], origin: Origin): void {
    this.activate(sheet, origin);
    this.#selected.set(sheet, areas);
    this.onEvent({ kind: "selected", sheet, areas, origin });
  }

  /** The name as a defined name is found: whatever its case. */
  named(name: string): NamedValue | null {
    return this.names.find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null;
  }
}
