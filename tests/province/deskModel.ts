import { expect } from "vitest";
import { openPartition } from "../../worker/people/partition.ts";
import type { Actor } from "../../worker/province/actor.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import type { Sql } from "../../worker/province/sql.ts";
import { auditor, department, district, OPERATOR, office, PACK, province, report, row } from "./sample.ts";

/*
 * One report of one office as a state machine: what may be done to it, by whom, in which state, written down a second time and
 * plainly. Every act is asked of the store and of this; they must agree, and what is refused must leave no trace.
 */

export const ACTORS = {
  office: office(),
  officeOther: office("5540102"),
  district: district(),
  districtOther: district("5402"),
  province: province(),
  /** A second person of the same province. */
  provinceTwo: { ...province(), person: "54-P2" },
  provinceOther: province("52"),
  department,
  auditor: auditor("54"),
} as const satisfies Record<string, Actor>;
export type Who = keyof typeof ACTORS;
export const WHO = Object.keys(ACTORS) as Who[];

export const ACTS = [
  "submit",
  "submitOther",
  "return",
  "accept",
  "acceptClean",
  // Decided by somebody who looked before anything had been decided.
  "returnUnseen",
  "acceptUnseen",
  "withdraw",
  "undo",
  // Of the version before the newest, where there is one.
  "undoBefore",
  "tick",
  "untick",
  "close",
  "reopen",
  "extend",
  "unextend",
  "remind",
  "view",
] as const;
export type Act = (typeof ACTS)[number];

type Status = "received" | "returned" | "accepted" | "withdrawn";
interface Version {
  content: string;
  status: Status;
  /** Acts that still hold, newest last. */
  done: { act: "return" | "accept" | "withdraw"; by: string; from: Status }[];
  /** Late by the rule, and as its receipt said; the model's clock never passes the due date, so only what comes while closed is. */
  late: boolean;
  told: boolean;
  /** Returns that still hold: whether their one comment is ticked. */
  returns: { ticked: boolean }[];
}

const FORM = "childcare-clips";
const PERIOD = "2023-11";
const HOUR_MS = 3_600_000;
const NOW = Date.parse("2023-11-03T03:00:00Z");

const SENDS: Who[] = ["office", "province", "provinceTwo"];
const RETURNS: Who[] = ["district", "province", "provinceTwo"];
const PROVINCES: Who[] = ["province", "provinceTwo"];
const ROLES_OF: Partial<Record<Act, Actor["role"][]>> = {
  submit: ["office", "province"],
  submitOther: ["office", "province"],
  return: ["district", "province"],
  accept: ["province"],
  acceptClean: ["province"],
  returnUnseen: ["district", "province"],
  acceptUnseen: ["province"],
  withdraw: ["office", "province"],
  undo: ["office", "district", "province"],
  undoBefore: ["office", "district", "province"],
  tick: ["office", "province"],
  untick: ["office", "province"],
  close: ["province"],
  reopen: ["province"],
  extend: ["province"],
  unextend: ["province"],
  remind: ["district", "province"],
};

/** What is expected of an act: `done` with a line in the audit or without one, or the refusal. */
type Outcome = "line" | "quiet" | string;

export class DeskModel {
  readonly #store;
  readonly #sql: Sql;
  #id = "54-0000000000";
  #key = 0;
  #versions: Version[] = [];
  #closed = false;
  /** Whether anything was ever decided, also what was undone since. */
  #decided = false;
  #extended = false;
  #clock = NOW;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#store = openPartition(sql, () => ++this.#clock);
    this.#store.importRoster(OPERATOR, PACK, "sample");
  }

  /** Does one act as somebody, and holds the store to what the model expects. */
  step(act: Act, who: Who): Outcome {
    const expected = this.#expect(act, who);
    const before = this.#dump();
    const got = this.#do(act, ACTORS[who]);
    const label = `${act} by ${who}`;
    const after = this.#dump();
    const lines = after.audit! - before.audit!;
    if (got === "done") expect([label, lines === 1 ? "line" : "quiet"]).toEqual([label, expected]);
    else {
      expect([label, got]).toEqual([label, expected]);
      expect([label, after.all]).toEqual([label, before.all]);
    }
    if (this.#versions.length === 0) return expected;
    const now = this.#store.versions(OPERATOR, this.#id);
    expect([label, now.map((one) => one.status)]).toEqual([label, this.#versions.map((one) => one.status)]);
    expect([label, now.map((one) => one.late)]).toEqual([label, this.#versions.map((one) => one.late)]);
    const open = this.#store.detail(OPERATOR, this.#id).returns.length;
    expect([label, open]).toEqual([label, this.#versions.reduce((sum, one) => sum + one.returns.length, 0)]);
    return expected;
  }

  /** As `step`, and then as if it had never been: the store is rolled back, the model put back. */
  peek(act: Act, who: Who): void {
    const kept = structuredClone([
      this.#id,
      this.#key,
      this.#versions,
      this.#closed,
      this.#decided,
      this.#extended,
      this.#clock,
    ] as const);
    const undone = new Error("undone");
    try {
      this.#sql.tx(() => {
        this.step(act, who);
        throw undone;
      });
    } catch (error) {
      if (error !== undone) throw error;
    }
    [this.#id, this.#key, this.#versions, this.#closed, this.#decided, this.#extended, this.#clock] = kept;
  }

  /** The chain holds whatever was done. */
  end(): void {
    expect(this.#store.verifyChain().broken).toBeNull();
  }

  get #now(): Version | undefined {
    return this.#versions.at(-1);
  }

  /** Says what must happen, and moves the model on. */
  #expect(act: Act, who: Who): Outcome {
    const actor = ACTORS[who];
    if (ROLES_OF[act] !== undefined && !ROLES_OF[act].includes(actor.role)) return "forbidden";
    switch (act) {
      case "submit":
      case "submitOther":
        return this.#expectSubmit(act, who);
      case "return":
      case "accept":
      case "withdraw":
        return this.#expectReview(act, who);
      case "returnUnseen":
        return this.#expectReview("return", who, true);
      case "acceptUnseen":
        return this.#expectReview("accept", who, true);
      case "acceptClean":
        return this.#expectClean(who);
      case "undo":
        return this.#expectUndo(who, this.#versions.at(-1));
      case "undoBefore":
        return this.#expectUndo(who, this.#versions.at(-2) ?? this.#versions.at(-1));
      case "tick":
      case "untick":
        return this.#expectTick(act === "tick", who);
      case "close":
      case "reopen": {
        if (!PROVINCES.includes(who)) return "forbidden";
        if (this.#closed === (act === "close")) return "quiet";
        this.#closed = act === "close";
        if (!this.#closed) for (const one of this.#versions) one.late = false;
        return "line";
      }
      case "extend":
      case "unextend": {
        if (!PROVINCES.includes(who)) return "not-found";
        if (this.#closed) return "period-closed";
        if (this.#extended === (act === "extend")) return "quiet";
        this.#extended = act === "extend";
        return "line";
      }
      // Six other offices never send; of another district two, of another province none.
      case "remind":
        return who === "provinceOther" ? "quiet" : "line";
      case "view": {
        if (this.#now === undefined || ["officeOther", "districtOther", "provinceOther"].includes(who))
          return "not-found";
        // Nothing of this was sent up.
        if (who === "department") return "not-found";
        return actor.role === "office" ? "quiet" : "line";
      }
    }
  }

  #expectSubmit(act: "submit" | "submitOther", who: Who): Outcome {
    if (!SENDS.includes(who)) return "office-unknown";
    const now = this.#now;
    const stands = now?.status === "received" || now?.status === "accepted";
    if (stands && now!.content === act) return "line";
    this.#versions.push({ content: act, status: "received", ...this.#lateness, done: [], returns: [] });
    return "line";
  }

  #reach(who: Who): boolean {
    return this.#now !== undefined && !["officeOther", "districtOther", "provinceOther"].includes(who);
  }

  #expectReview(act: "return" | "accept" | "withdraw", who: Who, unseen = false): Outcome {
    const may = { return: RETURNS, accept: PROVINCES, withdraw: SENDS }[act];
    if (!this.#reach(who) || !may.includes(who)) return "not-found";
    if (this.#closed) return "period-closed";
    const now = this.#now!;
    const from = {
      return: ["received", "accepted", "returned"],
      accept: ["received", "returned"],
      withdraw: ["received", "returned"],
    };
    const to = ({ return: "returned", accept: "accepted", withdraw: "withdrawn" } as const)[act];
    if (now.status === to) return "quiet";
    // What was accepted stands beside: the version that waits is not withdrawn.
    const beside = this.#versions.slice(0, -1).some((one) => one.status === "accepted");
    if (act === "withdraw" && beside && now.status !== "accepted") return "accepted-stands";
    if (unseen && this.#decided) return "decided-meanwhile";
    if (!from[act].includes(now.status)) return "state";
    this.#push(act, who, to);
    return "line";
  }

  #push(act: "return" | "accept" | "withdraw", who: Who, to: Status): void {
    const now = this.#now!;
    now.done.push({ act, by: ACTORS[who].person, from: now.status });
    now.status = to;
    this.#decided = true;
    if (act === "return") now.returns.push({ ticked: false });
  }

  /** One at a time: what cannot be accepted is answered so, and nothing is written. */
  #expectClean(who: Who): Outcome {
    const now = this.#now;
    const again = this.#versions.slice(0, -1).some((one) => one.returns.length > 0);
    if (!this.#reach(who) || this.#closed || again || now!.late) return "quiet";
    if (now!.status !== "received") return "quiet";
    this.#push("accept", who, "accepted");
    return "line";
  }

  get #lateness() {
    return { late: this.#closed, told: this.#closed };
  }

  /** On the version it was done on: what came in since stays what it is. */
  #expectUndo(who: Who, of: Version | undefined): Outcome {
    if (!this.#reach(who)) return "not-found";
    if (this.#closed) return "period-closed";
    const last = of!.done.at(-1);
    if (last === undefined) return "nothing-to-undo";
    if (last.by !== ACTORS[who].person) return "not-yours";
    of!.done.pop();
    of!.status = last.from;
    if (last.act === "return") of!.returns.pop();
    return "line";
  }

  /** The newest return of all versions is the one that is ticked. */
  #expectTick(tick: boolean, who: Who): Outcome {
    if (!this.#reach(who) || !SENDS.includes(who)) return "not-found";
    if (this.#closed) return "period-closed";
    const last = this.#versions.flatMap((one) => one.returns).at(-1);
    if (last === undefined) return "comment-target";
    if (last.ticked === tick) return "quiet";
    last.ticked = tick;
    return "line";
  }

  #do(act: Act, actor: Actor): string {
    try {
      this.#ask(act, actor);
      return "done";
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  #ask(act: Act, actor: Actor): unknown {
    const [store, id] = [this.#store, this.#id];
    const asked = { form: FORM, period: PERIOD, office: "5540101" };
    switch (act) {
      case "submit":
      case "submitOther": {
        const rows = [row(6, act)];
        const answer = store.submit(actor, report({ key: `key-${++this.#key}`, rows }));
        // Expected before it was done: the model has moved on already.
        expect([act, answer.receipt.late]).toEqual([act, this.#versions[answer.receipt.version - 1]!.told]);
        this.#id = answer.receipt.submission;
        return answer;
      }
      case "return":
      case "returnUnseen": {
        const comments = [{ row: 6, field: "centre", text: "ชื่อ" }];
        return store.returnToSender(
          actor,
          id,
          { note: "โปรดตรวจ", comments },
          undefined,
          act === "return" ? undefined : 0,
        );
      }
      case "acceptUnseen":
        return store.accept(actor, id, undefined, 0);
      case "accept":
      case "withdraw":
        return store[act](actor, id);
      case "acceptClean":
        return store.acceptClean(actor, [{ submission: id, version: Math.max(1, this.#versions.length) }]);
      case "undo":
        return store.undo(actor, id, "กดผิด");
      case "undoBefore":
        return store.undo(actor, id, "กดผิด", Math.max(1, this.#versions.length - 1));
      case "tick":
      case "untick": {
        const returned = this.#sql.all<{ id: number | null }>(
          "SELECT max(id) AS id FROM returns WHERE undone_at IS NULL",
        )[0]!.id;
        return store.tickComment(actor, id, { returned: returned ?? 1, number: 0 }, act === "tick" ? "แก้แล้ว" : null);
      }
      case "close":
      case "reopen":
        return store.setClosed(actor, asked, act === "close", "เหตุผล");
      case "extend":
        return store.giveExtension(actor, asked, NOW + 720 * HOUR_MS, "น้ำท่วม");
      case "unextend":
        return store.takeExtension(actor, asked, "น้ำลดแล้ว");
      case "remind":
        return store.remind(actor, { ...asked, district: null, channel: "line" });
      case "view":
        return store.detail(actor, id);
    }
  }

  #dump(): { all: string; audit: number } {
    const tables = ["submissions", "versions", "keys", "grids", "rows", "returns", "audit", "audit_marks"];
    const more = ["comment_ticks", "extensions", "closings", "reminders"];
    const all = [...tables, ...more].map((table) => this.#sql.all(`SELECT * FROM ${table}`));
    return { all: JSON.stringify(all), audit: all[6]!.length };
  }
}
