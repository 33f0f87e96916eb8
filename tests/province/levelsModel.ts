import { expect } from "vitest";
import { openPartition } from "../../worker/people/partition.ts";
import type { Actor } from "../../worker/province/actor.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import type { Sql } from "../../worker/province/sql.ts";
import { auditor, department, district, OPERATOR, office, PACK, province, report, row } from "./sample.ts";

/*
 * One report of a form that goes through the district, from office to department, written down a second time and plainly. Every act
 * is asked of the store and of this; they must agree, what is refused must leave no trace in any table, and after each act the
 * master must be the one that the history says.
 */

export const ACTORS = {
  office: office("6540103"),
  officeOther: office("5540102"),
  district: district(),
  districtOther: district("5402"),
  province: province(),
  provinceTwo: { ...province(), person: "54-P2" },
  provinceOther: province("52"),
  department,
  auditor: auditor("54"),
  auditorOther: auditor("52"),
} as const satisfies Record<string, Actor>;
export type Who = keyof typeof ACTORS;
export const WHO = Object.keys(ACTORS) as Who[];

export const ACTS = [
  ...(["submit", "submitOther", "return", "accept", "acceptClean", "withdraw", "undo", "undoBefore"] as const),
  ...([
    "forward",
    "forwardClean",
    "take",
    "direct",
    "usual",
    "sendUp",
    "undoSendUp",
    "close",
    "reopen",
    "view",
  ] as const),
];
export type Act = (typeof ACTS)[number];

type Status = "received" | "returned" | "accepted" | "withdrawn";
type Decision = "return" | "accept" | "withdraw" | "forward" | "take";
interface Version {
  content: string;
  byProvince: boolean;
  status: Status;
  passed: boolean;
  done: { act: Decision; by: string; from: Status }[];
  returns: number;
}
interface SentUp {
  version: number;
  by: string;
  undone: boolean;
}

const FORM = "volunteer-activities";
const WHICH = { form: FORM, period: "2023-11" };
const NOW = Date.parse("2023-11-03T03:00:00Z");
const FOREIGN: Who[] = ["officeOther", "districtOther", "provinceOther", "auditorOther"];
const PROVINCES: Who[] = ["province", "provinceTwo"];

const ROLES_OF: Partial<Record<Act, Actor["role"][]>> = {
  submit: ["office", "province"],
  submitOther: ["office", "province"],
  return: ["district", "province"],
  accept: ["province"],
  acceptClean: ["province"],
  withdraw: ["office", "province"],
  undo: ["office", "district", "province"],
  undoBefore: ["office", "district", "province"],
  forward: ["district"],
  forwardClean: ["district"],
  take: ["province"],
};

type Outcome = "line" | "quiet" | string;
interface State {
  id: string;
  key: number;
  clock: number;
  versions: Version[];
  closed: boolean;
  direct: boolean;
  sentUps: SentUp[];
}

export class LevelsModel {
  readonly #store;
  readonly #sql: Sql;
  #is: State = { id: "54-0000000000", key: 0, clock: NOW, versions: [], closed: false, direct: false, sentUps: [] };

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#store = openPartition(sql, () => ++this.#is.clock);
    this.#store.importRoster(OPERATOR, PACK, "sample");
  }

  step(act: Act, who: Who): void {
    const label = `${act} by ${who}`;
    const expected = this.#expect(act, who);
    const before = this.#dump();
    const got = this.#do(act, ACTORS[who]);
    const after = this.#dump();
    if (got === "done") expect([label, after.lines - before.lines === 1 ? "line" : "quiet"]).toEqual([label, expected]);
    else {
      expect([label, got]).toEqual([label, expected]);
      expect([label, after.all]).toEqual([label, before.all]);
    }
    this.#holdMaster(label);
  }

  /** As `step`, and then as if it had never been. */
  peek(act: Act, who: Who): void {
    const kept = structuredClone(this.#is);
    const undone = new Error("undone");
    try {
      this.#sql.tx(() => {
        this.step(act, who);
        throw undone;
      });
    } catch (error) {
      if (error !== undone) throw error;
    }
    this.#is = kept;
  }

  end(): void {
    expect(this.#store.verifyChain().broken).toBeNull();
  }

  get #now(): Version | undefined {
    return this.#is.versions.at(-1);
  }

  get #level(): "district" | "province" {
    const now = this.#now!;
    return this.#is.direct || now.passed || now.byProvince ? "province" : "district";
  }

  get #standing(): SentUp | undefined {
    return this.#is.sentUps.findLast((one) => !one.undone);
  }

  /** Index from 1 of the newest accepted version; 0: none. */
  get #accepted(): number {
    return this.#is.versions.findLastIndex((one) => one.status === "accepted") + 1;
  }

  /** The master of the history: which version counts for whom, in whose hands, and with which rows. */
  #holdMaster(label: string): void {
    const { versions, direct } = this.#is;
    const line = (version: number, newer: boolean) => {
      if (version === 0) return [];
      const { status, passed, byProvince, content } = versions[version - 1]!;
      const level = direct || passed || byProvince ? "province" : "district";
      return [{ version, status, level, newer: newer ? versions.length : null, rows: [content] }];
    };
    const counting = this.#accepted === 0 ? versions.length : this.#accepted;
    const up = this.#standing?.version ?? 0;
    const read = (actor: Actor) => {
      const found = this.#store.current(actor, FORM, WHICH.period);
      const rows = this.#store.masterRows(actor, found);
      return found.map(({ version, status, level, newer }, i) => {
        const centres = rows[i]!.map((one) => one.values.centre);
        return { version, status, level, newer, rows: centres };
      });
    };
    expect([label, read(OPERATOR)]).toEqual([label, line(counting, counting < versions.length)]);
    expect([label, read(department)]).toEqual([label, line(up, false)]);
    for (const who of FOREIGN) expect([label, who, read(ACTORS[who])]).toEqual([label, who, []]);
  }

  #expect(act: Act, who: Who): Outcome {
    if (ROLES_OF[act] !== undefined && !ROLES_OF[act].includes(ACTORS[who].role)) return "forbidden";
    switch (act) {
      case "submit":
      case "submitOther":
        return this.#expectSubmit(act, who);
      case "return":
      case "accept":
      case "withdraw":
        return this.#expectReview(act, who);
      case "acceptClean":
        return this.#expectClean("accept", who);
      case "forwardClean":
        return this.#expectClean("forward", who);
      case "forward":
      case "take":
        return this.#expectPass(act, who);
      case "undo":
        return this.#expectUndo(who, this.#is.versions.at(-1));
      case "undoBefore":
        return this.#expectUndo(who, this.#is.versions.at(-2) ?? this.#is.versions.at(-1));
      case "direct":
      case "usual":
      case "close":
      case "reopen": {
        if (!PROVINCES.includes(who)) return "forbidden";
        const what = act === "direct" || act === "usual" ? "direct" : "closed";
        const to = act === "direct" || act === "close";
        if (this.#is[what] === to) return "quiet";
        this.#is[what] = to;
        return "line";
      }
      case "sendUp":
      case "undoSendUp":
        return this.#expectSendUp(act, who);
      case "view": {
        if (this.#now === undefined || FOREIGN.includes(who)) return "not-found";
        if (who === "department") return this.#standing === undefined ? "not-found" : "line";
        return who === "office" ? "quiet" : "line";
      }
    }
  }

  #expectSubmit(content: string, who: Who): Outcome {
    if (who !== "office" && !PROVINCES.includes(who)) return "office-unknown";
    const now = this.#now;
    if ((now?.status === "received" || now?.status === "accepted") && now.content === content) return "line";
    const byProvince = who !== "office";
    this.#is.versions.push({ content, byProvince, status: "received", passed: false, done: [], returns: 0 });
    return "line";
  }

  #expectReview(act: "return" | "accept" | "withdraw", who: Who): Outcome {
    if (this.#now === undefined || FOREIGN.includes(who)) return "not-found";
    if (this.#is.closed) return "period-closed";
    const now = this.#now;
    const to = ({ return: "returned", accept: "accepted", withdraw: "withdrawn" } as const)[act];
    if (now.status === to && act !== "return") return "quiet";
    if (act === "withdraw" && this.#accepted > 0 && this.#accepted < this.#is.versions.length) return "accepted-stands";
    if (act === "return" && who === "district" && now.passed) return "passed-on";
    if (act !== "withdraw" && who !== "district" && this.#level === "district") return "with-district";
    if (now.status === to) return "quiet";
    if (now.status === "withdrawn" || (now.status === "accepted" && act === "withdraw")) return "state";
    this.#push(act, who, to);
    if (act === "return") now.returns++;
    return "line";
  }

  #push(act: Decision, who: Who, to: Status): void {
    const now = this.#now!;
    now.done.push({ act, by: ACTORS[who].person, from: now.status });
    now.status = to;
  }

  /** Several at once: what cannot be done is answered so, and nothing is written. */
  #expectClean(act: "accept" | "forward", who: Who): Outcome {
    const risky = this.#is.versions.slice(0, -1).some((one) => one.returns > 0) || this.#now?.status === "returned";
    if (this.#now === undefined || FOREIGN.includes(who) || risky) return "quiet";
    const outcome = act === "accept" ? this.#expectReview(act, who) : this.#expectPass(act, who);
    return outcome === "line" ? "line" : "quiet";
  }

  #expectPass(act: "forward" | "take", who: Who): Outcome {
    if (this.#now === undefined || FOREIGN.includes(who)) return "not-found";
    if (this.#is.closed) return "period-closed";
    const now = this.#now;
    if (now.passed) return "quiet";
    if (this.#level === "province") return "not-through-district";
    if (now.status !== "received") return "state";
    this.#push(act, who, "received");
    now.passed = true;
    return "line";
  }

  /** On the version it was done on: what came in since stays what it is. */
  #expectUndo(who: Who, of: Version | undefined): Outcome {
    if (of === undefined || FOREIGN.includes(who)) return "not-found";
    if (this.#is.closed) return "period-closed";
    const last = of.done.at(-1);
    if (last === undefined) return "nothing-to-undo";
    if (last.by !== ACTORS[who].person) return "not-yours";
    of.done.pop();
    of.status = last.from;
    if (last.act === "return") of.returns--;
    if (last.act === "forward" || last.act === "take") of.passed = false;
    return "line";
  }

  #expectSendUp(act: "sendUp" | "undoSendUp", who: Who): Outcome {
    if (!PROVINCES.includes(who)) return "forbidden";
    const standing = this.#standing;
    if (act === "sendUp") {
      if (this.#accepted === 0) return "nothing-to-send-up";
      if (standing?.version === this.#accepted) return "quiet";
      this.#is.sentUps.push({ version: this.#accepted, by: ACTORS[who].person, undone: false });
      return "line";
    }
    if (this.#is.closed) return "period-closed";
    if (standing === undefined) return "nothing-to-undo";
    if (standing.by !== ACTORS[who].person) return "not-yours";
    standing.undone = true;
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
    const [store, { id }] = [this.#store, this.#is];
    const items = [{ submission: id, version: Math.max(1, this.#is.versions.length) }];
    switch (act) {
      case "submit":
      case "submitOther": {
        const sent = { ...WHICH, office: "6540103", key: `key-${++this.#is.key}`, rows: [row(6, act)] };
        const answer = store.submit(actor, report(sent));
        this.#is.id = answer.receipt.submission;
        return answer;
      }
      case "return":
        return store.returnToSender(actor, id, { note: "โปรดตรวจ", comments: [{ row: 6, field: "name", text: "ชื่อ" }] });
      case "accept":
      case "withdraw":
      case "forward":
        return store[act](actor, id);
      case "take":
        return store.takeUp(actor, id, "อำเภอยังไม่ส่งต่อ");
      case "acceptClean":
      case "forwardClean":
        return store[act](actor, items);
      case "undo":
        return store.undo(actor, id, "กดผิด");
      case "undoBefore":
        return store.undo(actor, id, "กดผิด", Math.max(1, this.#is.versions.length - 1));
      case "direct":
        return store.setDirect(actor, FORM, { types: ["อบต."], offices: [] });
      case "usual":
        return store.setDirect(actor, FORM, null);
      case "sendUp":
        return store.sendUp(actor, WHICH, "");
      case "undoSendUp":
        return store.undoSendUp(actor, WHICH, "ส่งผิดรอบ");
      case "close":
      case "reopen":
        return store.setClosed(actor, WHICH, act === "close", "เหตุผล");
      case "view":
        return store.detail(actor, id);
    }
  }

  /** Every table there is, but the engine's own. */
  #dump(): { all: string; lines: number } {
    const tables = this.#sql.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 4) <> '_cf_' ORDER BY name",
    );
    const all = tables.map(({ name }) => [name, this.#sql.all(`SELECT * FROM ${name}`)] as const);
    return { all: JSON.stringify(all), lines: all.find(([name]) => name === "audit")![1].length };
  }
}
