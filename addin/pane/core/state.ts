import type { Report } from "../../../shared/answer.ts";
import type { ColumnAnswers } from "../../../shared/sheet/columnKeys.ts";
import type { Todo } from "../../../shared/wire/report.ts";
import type { Capabilities, CellWrite, DocumentFacts, HostFault, Place, SheetReading, SheetRef } from "../../host.ts";
import type { Session } from "../send/collector.ts";
import type { Kept } from "../send/kept.ts";
import type { Say } from "./choices.ts";
import type { Point } from "./points.ts";
import type { Remembered } from "./prefill.ts";
import type { Noted } from "./receipts.ts";
import type { Returned } from "./work.ts";

export type Stage =
  /** No document. */
  | "empty"
  | "reading"
  /** The first rows may be listed already. */
  | "checking"
  | "ready"
  /** The document could not be read or holds nothing to check. */
  | "refused"
  /** Which province is meant must be said. */
  | "province"
  /** This program is older than the collector. */
  | "old";

/** What is in front of the list: nothing, or one thing to be answered. */
export type Sheetlet = "none" | "preparing" | "confirm" | "code" | "outbox";

export interface Refusal {
  /** A code of `unreadable.ts`, of the checker, or a host's fault. */
  code: string;
  params: Record<string, string | number>;
}

/** Something to be said once, aloud too. */
export type Notice =
  | { say: "settled"; left: number }
  | { say: "settledMany"; count: number; left: number }
  | { say: "prefilled" | "prefilledSome"; rows: number; left: number }
  | { say: "undone"; count: number }
  | { say: "nothingToUndo" }
  | { say: "stale" | "busy" | "gone" | "protected" | "failed" }
  | { say: "checked"; left: number }
  | {
      say:
        | "kept"
        | "received"
        | "codeWrong"
        | "codeOffline"
        | "codeBusy"
        | "signedIn"
        | "officeDiffers"
        | "rosterOffline"
        | "marked"
        | "unmarked"
        | "marksProtected"
        | "todoOffline";
    };

/** What stands ready to be sent, as it was when everything was checked again. */
export interface Draft {
  report: Report;
  reading: SheetReading;
  /** Offices the rows belong to, with the first row of each. */
  offices: { code: string; row: number; cell: string | null }[];
}

export interface State {
  stage: Stage;
  caps: Capabilities | null;
  document: DocumentFacts | null;
  refusal: Refusal | null;
  sheets: SheetRef[];
  reading: SheetReading | null;
  report: Report | null;
  points: Point[];
  /** Key of the point that is open. */
  current: string | null;
  /** How many points are drawn. */
  shown: number;
  /** A choice for all that are alike, waiting for a yes. */
  preview: { key: string; say: Say; cells: string[]; writes: CellWrite[] } | null;
  province: string | null;
  /** Said by the user, where the sheet does not say it. */
  period: string | null;
  office: string | null;
  front: Sheetlet;
  draft: Draft | null;
  /** The report on its way, or the receipt, that is shown. */
  sentKey: string | null;
  /** A receipt that came while something else was shown. */
  arrived: string | null;
  kept: Kept[];
  durable: boolean;
  session: Session | null;
  signingIn: boolean;
  /** What the office owes and what came back, as last told by the collector. */
  todo: Todo | null;
  returned: Returned | null;
  /** What the office reported before, while somebody is signed in. */
  remembered: Remembered | null;
  /** Receipts noted in the document itself, newest last. */
  noted: Noted[];
  /** Our marks are on the sheet. */
  marked: boolean;
  online: boolean;
  /** A write or an undo is under way. */
  busy: boolean;
  notice: { id: number; what: Notice } | null;
  /** Raised when the keyboard should go to the open point. */
  focus: number;
}

export const PAGE = 40;

export const START: State = {
  ...{ stage: "empty", caps: null, document: null, refusal: null, sheets: [], reading: null, report: null },
  ...{ points: [], current: null, shown: PAGE, preview: null, province: null, period: null, office: null },
  ...{
    front: "none",
    draft: null,
    sentKey: null,
    arrived: null,
    kept: [],
    durable: true,
    session: null,
    signingIn: false,
  },
  ...{
    todo: null,
    returned: null,
    remembered: null,
    noted: [],
    marked: false,
    online: true,
    busy: false,
    notice: null,
    focus: 0,
  },
};

export type Event =
  | { on: "opening"; caps: Capabilities }
  | { on: "opened"; document: DocumentFacts; sheets: SheetRef[] }
  | { on: "refused"; refusal: Refusal }
  | { on: "closed" }
  | { on: "provinceAsked" }
  | { on: "provinceSaid"; province: string }
  | { on: "provinceKnown"; province: string }
  | { on: "firstRows"; report: Report; reading: SheetReading }
  | { on: "checked"; report: Report; reading: SheetReading; told?: boolean; settled?: boolean }
  | { on: "sheetChosen"; sheet: string }
  | { on: "periodChosen"; period: string }
  | { on: "officeChosen"; office: string }
  | { on: "go"; to: "next" | "previous" | "first" | "last"; blocking?: boolean; focus?: boolean }
  | { on: "open"; key: string; focus?: boolean; jump?: boolean }
  | { on: "more" }
  | { on: "take"; key: string; say: Say }
  | { on: "takeAll"; key: string; say: Say }
  | { on: "previewed"; yes: boolean }
  | { on: "typed"; key: string; text: string }
  /** Which field a column is; null: none of the form's. */
  | { on: "columnSaid"; key: string; field: string | null }
  /** What the office said of its columns before is known. */
  | { on: "columnsKnown"; answers: ColumnAnswers }
  | { on: "columnsForget" }
  | { on: "undo" }
  | { on: "wrote"; count: number; filled?: Filled }
  | { on: "undone"; places: Place[] | null }
  | { on: "fault"; fault: HostFault }
  | { on: "recheck" }
  /** The user asks for a check of everything; on an open document that also marks the cells. */
  | { on: "check" }
  | { on: "marked"; how: "asked" | "again" | "protected" }
  | { on: "unmark" }
  | { on: "unmarked" }
  /** The user has gone to a cell of the sheet. */
  | { on: "at"; sheet: string; place: Place }
  | { on: "receiptsNoted"; noted: Noted[] }
  | { on: "send" }
  | { on: "prepared"; draft: Draft }
  | { on: "confirm" }
  | { on: "back" }
  | { on: "code"; code: string }
  | { on: "signedIn"; session: Session }
  | { on: "signInFailed"; wrong: "code" | "offline" | "busy" }
  | { on: "signedOut" }
  | { on: "queued"; key: string }
  | { on: "outbox"; items: Kept[]; durable: boolean }
  | { on: "showKept"; key: string }
  | { on: "askCode" }
  | { on: "tryNow" }
  | { on: "forget"; key: string }
  | { on: "todo"; todo: Todo | null }
  | { on: "askTodo" }
  | { on: "askBefore" }
  | { on: "remembered"; remembered: Remembered | null }
  /** Last time's centres into empty rows. */
  | { on: "prefill" }
  | { on: "todoOffline" }
  | { on: "network"; online: boolean }
  | { on: "rosterOffline" }
  | { on: "old" };

/** What the world must do; its answer comes back as an event. */
export type Effect =
  | { do: "load"; province: string | null; sheet: string | null; period: string | null }
  | { do: "recheck" }
  | { do: "write"; writes: CellWrite[]; count: number; filled?: Filled }
  | { do: "undo" }
  | { do: "select"; place: Place; focus: boolean }
  | { do: "prepare" }
  | { do: "signIn"; code: string }
  | { do: "keep"; draft: Draft; period: string; office: string }
  | { do: "tryNow" }
  | { do: "forget"; key: string }
  | { do: "check" }
  | { do: "unmark" }
  /** Notes a receipt in the document. */
  | { do: "note"; item: Kept }
  | { do: "askTodo"; said: boolean }
  /** Asks the collector what is remembered of the office's columns. */
  | { do: "recallColumns" }
  /** Judges with what is known, or was just said; that is remembered. */
  | { do: "columns"; known: ColumnAnswers }
  | { do: "sayColumn"; key: string; field: string | null }
  | { do: "forgetColumns" }
  | { do: "askBefore" }
  /** Judges the sheet beside what is remembered. */
  | { do: "compare" }
  | { do: "forgetBefore" };

/** How many centres were filled in, and how many found no row. */
export interface Filled {
  rows: number;
  left: number;
}

export interface Step {
  state: State;
  effects: Effect[];
}
