import type { Report } from "../../shared/answer.ts";
import { CheckProblem, type ColumnAnswers } from "../../shared/check.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import { type Depth, type Host, HostProblem, type SheetReading } from "../host.ts";
import type { Befores } from "./befores.ts";
import { Checking, firstRows, holdsForm, type Opened } from "./core/checking.ts";
import { NOTED, readNoted, withReceipt } from "./core/receipts.ts";
import { reduce } from "./core/reducer.ts";
import type { Effect, Event, State } from "./core/state.ts";
import { START } from "./core/state.ts";
import { goBy } from "./knownForms.ts";
import { marksOf } from "./marks.ts";
import { aboutOf, officesIn, requestOf } from "./request.ts";
import type { Rosters } from "./rosters.ts";
import type { Collector, Session } from "./send/collector.ts";
import type { ColumnMemory, Whose } from "./send/columns.ts";
import type { Kept } from "./send/kept.ts";
import type { Outbox } from "./send/outbox.ts";
import { stampWrite } from "./stampWrite.ts";

/** Rows that are judged first, so that a list is there while the rest is judged. */
const FIRST_ROWS = 300;
const SETTLE_MS = 150;
const BUSY_MS = 300;
const BUSY_TRIES = 20;

export interface World {
  collector: Collector;
  rosters: Rosters;
  /** What offices reported before; left away where nothing is asked for. */
  befores?: Befores;
  outbox: Outbox;
  /** What was said of columns; without it nothing is remembered. */
  columns?: Pick<ColumnMemory, "here" | "everywhere" | "say" | "forget">;
  /** Keeps or forgets the token, for as long as the tab lives. */
  keepSession(session: Session | null): void;
  /** Runs something later; answers how to call it off. */
  later(ms: number, then: () => void): () => void;
  /** Lets the screen draw before heavy work. */
  breathe(): Promise<void>;
  /** The day it is in Thailand: a reported day after it is told. */
  today?(): string;
  /** Told of every state. */
  draw(state: State): void;
  /** A fault of the program, for the log. */
  onFault(error: unknown): void;
  /** Said with what is sent: the program and its version. */
  client: { name: string; version: string };
  language: "th" | "en";
  /** Colour the sheet after every check, where marks cost the user nothing (no undo lost, no format touched). */
  marksFollow: boolean;
}

/** Runs what the reducer asks for, one thing at a time, and feeds the answers back. The only place where the pane meets the world. */
export class Runtime {
  state: State = START;
  readonly #world: World;
  #host: Host | null = null;
  #checking: Checking | null = null;
  #registry: Registry | null = null;
  #columns: ColumnAnswers = {};
  /** Raised when another document is opened: what was asked for the old one is dropped. */
  #generation = 0;
  #line: Promise<void> = Promise.resolve();
  #stopListening: () => void = () => {};
  #callOff: () => void = () => {};

  constructor(world: World) {
    this.#world = world;
  }

  get registry(): Registry | null {
    return this.#registry;
  }

  get host(): Host | null {
    return this.#host;
  }

  dispatch(event: Event): void {
    if (event.on === "signedOut") this.#world.keepSession(null);
    if (event.on === "closed") this.#leave();
    const { state, effects } = reduce(this.state, event);
    this.state = state;
    this.#world.draw(state);
    for (const effect of effects) this.#queue(effect);
  }

  /** Takes a document. What was open before is left as it is. */
  open(host: Host): void {
    this.#leave();
    this.#host = host;
    const stops = [
      host.onChange(() => this.hint()),
      host.onSelect?.((sheet, place) => this.dispatch({ on: "at", sheet, place })),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop?.();
    };
    this.dispatch({ on: "opening", caps: host.capabilities });
  }

  /** Something may have changed: look again soon. Many hints are one look. */
  hint(): void {
    if (this.state.stage !== "ready") return;
    this.#callOff();
    this.#callOff = this.#world.later(SETTLE_MS, () => this.dispatch({ on: "recheck" }));
  }

  /** Resolves when nothing is under way. */
  async rest(): Promise<void> {
    for (let line: Promise<void> | null = null; line !== this.#line; ) {
      line = this.#line;
      await line;
    }
  }

  #leave(): void {
    this.#generation++;
    this.#stopListening();
    this.#callOff();
    this.#host = null;
    this.#checking = null;
  }

  #queue(effect: Effect): void {
    const generation = this.#generation;
    const run = async () => {
      if (generation !== this.#generation && NEEDS_DOCUMENT.has(effect.do)) return;
      try {
        await this.#run(effect, (event) => {
          if (generation === this.#generation || !NEEDS_DOCUMENT.has(effect.do)) this.dispatch(event);
        });
      } catch (error) {
        if (generation !== this.#generation) return;
        // Nobody asked for this look, and the user is typing: look again when they may have finished.
        if (effect.do === "recheck" && error instanceof HostProblem && error.fault === "busy") this.hint();
        else this.#fault(effect, error);
      }
    };
    // Asking the collector must not hold up the sheet.
    if (!NEEDS_DOCUMENT.has(effect.do)) void run();
    else this.#line = this.#line.then(run);
  }

  #fault(effect: Effect, error: unknown): void {
    if (error instanceof CheckProblem) {
      this.dispatch({ on: "refused", refusal: { code: error.code, params: error.params } });
      return;
    }
    if (!(error instanceof HostProblem)) this.#world.onFault(error);
    const fault = error instanceof HostProblem ? error.fault : "failed";
    if (effect.do === "load") this.dispatch({ on: "refused", refusal: { code: fault, params: {} } });
    else this.dispatch({ on: "fault", fault });
  }

  async #run(effect: Effect, tell: (event: Event) => void): Promise<void> {
    const { outbox } = this.#world;
    switch (effect.do) {
      case "load":
        return this.#load(effect, tell);
      case "recheck":
        return this.#recheck(tell);
      case "write": {
        await this.#patient(() => this.#open().write(this.#sheet(), effect.writes));
        await this.#recheck(tell);
        await this.#remark(tell);
        const { count, filled } = effect;
        return tell({ on: "wrote", count, ...(filled === undefined ? {} : { filled }) });
      }
      case "undo": {
        const undone = await this.#patient(() => this.#open().undo());
        await this.#recheck(tell);
        await this.#remark(tell);
        return tell({ on: "undone", places: undone?.places ?? null });
      }
      case "select":
        return this.#open().select(this.#sheet(), effect.place, effect.focus);
      case "prepare":
        return this.#prepare(tell);
      case "signIn": {
        const answer = await this.#world.collector.signIn(effect.code);
        if ("wrong" in answer) return tell({ on: "signInFailed", wrong: answer.wrong });
        this.#world.keepSession(answer.session);
        return tell({ on: "signedIn", session: answer.session });
      }
      case "keep":
        return this.#keep(effect, tell);
      case "tryNow":
        return outbox.tryNow();
      case "forget":
        return outbox.forget(effect.key);
      case "check":
        return this.#check(tell);
      case "unmark":
        await this.#patient(() => this.#open().clearMarks(this.#sheet()));
        return tell({ on: "unmarked" });
      case "note":
        return this.#note(effect.item, tell);
      case "askTodo":
        return this.#askTodo(effect.said, tell);
      case "recallColumns":
        return this.#recallColumns(tell);
      case "columns":
        return this.#renamed(effect.known, tell);
      case "sayColumn": {
        const said = { [effect.key]: effect.field };
        this.#remember((memory, whose) => memory.say(whose, said, this.state.session));
        return this.#renamed({ ...this.#columns, ...said }, tell);
      }
      case "forgetColumns":
        this.#remember((memory, whose) => memory.forget(whose, this.state.session));
        return this.#renamed({}, tell);
      case "askBefore":
        return this.#askBefore(tell);
      case "compare":
        return this.#compare(tell);
      case "forgetBefore":
        return this.#world.befores?.forget();
    }
  }

  #open(): Host {
    if (this.#host === null) throw new HostProblem("gone");
    return this.#host;
  }

  #sheet(): string {
    const id = this.state.reading?.sheet.id;
    if (id === undefined) throw new HostProblem("gone");
    return id;
  }

  /** Waits while the host is busy, for some seconds and no longer. */
  async #patient<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof HostProblem) || error.fault !== "busy" || tries >= BUSY_TRIES) throw error;
        await new Promise<void>((resolve) => this.#world.later(BUSY_MS, resolve));
      }
    }
  }

  /** Reads; a reading that failed half-way is asked for once more. */
  #again<T>(read: () => Promise<T>): Promise<T> {
    return this.#patient(async () => {
      try {
        return await read();
      } catch (error) {
        if (error instanceof HostProblem && error.fault === "failed") return read();
        throw error;
      }
    });
  }

  #read(depth?: Depth): Promise<SheetReading> {
    return this.#again(() => this.#open().read(this.#sheet(), depth));
  }

  async #load(effect: Extract<Effect, { do: "load" }>, tell: (event: Event) => void): Promise<void> {
    const host = this.#open();
    this.#world.rosters.askAhead();
    const document = await this.#patient(() => host.document());
    const sheets = await this.#patient(() => host.listSheets());
    tell({ on: "opened", document, sheets });
    const wantedSheets = sheets.filter((one) => !one.hidden || sheets.length === 1 || one.id === effect.sheet);
    const readings = await this.#again(() => this.#open().readAll(wantedSheets.map((one) => one.id)));
    const noted = readNoted(await this.#open().getSetting(NOTED));
    if (noted.length > 0) tell({ on: "receiptsNoted", noted });
    const wanted = readings.find((reading) => reading.sheet.id === effect.sheet)?.grid.sheet;
    const base = {
      ...{ grids: readings.map((reading) => reading.grid), identity: document.identity, fileName: document.name },
      ...(wanted === undefined ? {} : { sheet: wanted }),
      ...(effect.period === null ? {} : { period: effect.period }),
    };
    const found = await this.#world.rosters.find(base, effect.province);
    if (found === null) return tell({ on: "provinceAsked" });
    if (found.old) return tell({ on: "old" });
    if (found.offline) tell({ on: "rosterOffline" });
    tell({ on: "provinceKnown", province: found.province });
    this.#registry = found.registry;
    goBy(found.book);
    const opened: Opened = {
      ...base,
      registry: found.registry,
      book: found.book,
      today: this.#world.today?.(),
      ...(effect.province === null ? {} : { province: effect.province }),
    };
    // A workbook with a sheet a month: the one in front of the user is meant, if it is a form at all.
    const front = readings.length > 1 ? sheets.find((one) => one.active === true)?.name : undefined;
    if (wanted === undefined && front !== undefined && holdsForm(opened, front)) opened.sheet = front;
    const readingOf = (name: string) => readings.find((reading) => reading.grid.sheet === name)!;
    const first = firstRows(opened, FIRST_ROWS);
    if (first !== null) {
      tell({ on: "firstRows", report: first, reading: readingOf(first.sheet) });
      await this.#world.breathe();
    }
    this.#checking = new Checking(opened);
    this.#columns = {};
    const known = await this.#world.columns?.here(this.#whose(this.#checking.report()));
    if (known !== undefined && Object.keys(known).length > 0) this.#nameColumns(known);
    const report = this.#checking.report();
    const reading = readingOf(report.sheet);
    tell({ on: "checked", report, reading });
    await this.#mark();
  }

  /** Whose sheets are remembered: the office that is signed in, else the one the sheet speaks of. */
  #whose({ form, office }: Report): Whose {
    const { session } = this.state;
    return { form, office: session?.role === "office" ? session.place : office };
  }

  #nameColumns(columns: ColumnAnswers): void {
    this.#columns = columns;
    this.#checking?.say(columns);
  }

  /** Kept beside the work: neither a slow line nor a full disk holds up the sheet. */
  #remember(keep: (memory: NonNullable<World["columns"]>, whose: Whose) => Promise<void>): void {
    const { report } = this.state;
    const memory = this.#world.columns;
    if (report === null || memory === undefined) return;
    keep(memory, this.#whose(report)).catch((error) => this.#world.onFault(error));
  }

  async #recallColumns(tell: (event: Event) => void): Promise<void> {
    const { report, session, online } = this.state;
    if (report === null || session === null || !online || this.#world.columns === undefined) return;
    const answers = await this.#world.columns.everywhere(this.#whose(report), session);
    if (JSON.stringify(answers) !== JSON.stringify(this.#columns)) tell({ on: "columnsKnown", answers });
  }

  /** Judges the sheet anew with other names for its columns. */
  async #renamed(columns: ColumnAnswers, tell: (event: Event) => void): Promise<void> {
    if (this.#checking === null) throw new HostProblem("gone");
    this.#nameColumns(columns);
    const reading = await this.#read();
    this.#checking.update(reading.grid);
    tell({ on: "checked", report: this.#checking.report(), reading, told: true, settled: true });
    await this.#mark();
  }

  async #recheck(tell: (event: Event) => void, told = false): Promise<void> {
    const checking = this.#checking;
    if (checking === null) return;
    const reading = await this.#read();
    if (reading.revision === this.state.reading?.revision && !told) return;
    checking.update(reading.grid);
    tell({ on: "checked", report: checking.report(), reading, told });
    await this.#mark();
  }

  async #mark(): Promise<void> {
    if (!this.#world.marksFollow || this.#host?.capabilities.marks !== true) return;
    try {
      await this.#paint();
    } catch (error) {
      // The sheet has moved on: the next reading marks it.
      if (!(error instanceof HostProblem)) throw error;
    }
  }

  async #paint(): Promise<void> {
    const { reading, points } = this.state;
    if (reading === null) return;
    await this.#open().mark(reading.sheet.id, reading.revision, marksOf(points, this.#world.language));
  }

  /** Everything is read and judged anew; on an open document the cells are marked, since the user asked for it. */
  async #check(tell: (event: Event) => void): Promise<void> {
    const checking = this.#checking;
    if (checking === null) throw new HostProblem("gone");
    const reading = await this.#read("whole");
    tell({ on: "checked", report: checking.full(reading.grid), reading, told: true });
    if (this.#open().capabilities.marks !== true) return tell({ on: "marked", how: "again" });
    try {
      await this.#patient(() => this.#paint());
      tell({ on: "marked", how: "asked" });
    } catch (error) {
      if (!(error instanceof HostProblem) || error.fault !== "protected") throw error;
      tell({ on: "marked", how: "protected" });
    }
  }

  /** After a change made by the pane: the user's undo is spent already, so marks that no longer hold may go. */
  async #remark(tell: (event: Event) => void): Promise<void> {
    if (this.#world.marksFollow || !this.state.marked) return;
    try {
      await this.#paint();
      tell({ on: "marked", how: "again" });
    } catch (error) {
      if (!(error instanceof HostProblem)) throw error;
    }
  }

  async #note(item: Kept, tell: (event: Event) => void): Promise<void> {
    const host = this.#open();
    if (!host.capabilities.inPlace || item.receipt === null) return;
    const noted = withReceipt(this.state.noted, item);
    await this.#patient(() => host.setSetting(NOTED, JSON.stringify(noted)));
    tell({ on: "receiptsNoted", noted });
    if (this.state.report?.form !== item.about.form) return;
    const stamp = stampWrite((await this.#read()).grid, item.receipt);
    if (stamp !== null) await this.#patient(() => host.write(this.#sheet(), [stamp], "aside"));
    await this.#recheck(tell);
  }

  async #prepare(tell: (event: Event) => void): Promise<void> {
    const checking = this.#checking;
    if (checking === null) throw new HostProblem("gone");
    await this.#world.breathe();
    const reading = await this.#read("sending");
    const report = checking.full(reading.grid);
    tell({ on: "checked", report, reading });
    await this.#mark();
    tell({ on: "prepared", draft: { report, reading, offices: officesIn(report) } });
  }

  async #keep({ draft, period, office }: Extract<Effect, { do: "keep" }>, tell: (event: Event) => void): Promise<void> {
    const client = { ...this.#world.client, host: this.#open().capabilities.host };
    const request = requestOf(draft, period, office, client);
    const about = aboutOf(draft, request, this.state.document?.name ?? "", this.#registry);
    tell({ on: "queued", key: await this.#world.outbox.keep(request, about) });
    void this.#world.outbox.flush();
  }

  /** Offline too: then what was kept from the last time is asked. */
  async #askBefore(tell: (event: Event) => void): Promise<void> {
    const { report, session } = this.state;
    const befores = this.#world.befores;
    const period = report?.period ?? this.state.period;
    const office = session?.role === "office" ? session.place : (report?.office ?? null);
    if (befores === undefined || report === null || session === null || office === null || period === null) return;
    const before = await befores.find(session, report.form, office, period);
    // Whoever asked may have left meanwhile, or turned to another sheet.
    if (this.state.session?.token !== session.token || this.state.report?.form !== report.form) return;
    const known = this.#registry?.byCode(office);
    const name = known === undefined ? null : officeLabel(known);
    tell({
      on: "remembered",
      remembered: before === null ? null : { before, name, district: known?.district ?? null },
    });
  }

  async #compare(tell: (event: Event) => void): Promise<void> {
    const checking = this.#checking;
    const { reading, remembered } = this.state;
    if (checking === null || reading === null) return;
    checking.know(remembered?.before ?? null);
    tell({ on: "checked", report: checking.report(), reading });
    await this.#mark();
  }

  async #askTodo(said: boolean, tell: (event: Event) => void): Promise<void> {
    const { report, session, online } = this.state;
    const office = session?.role === "office" ? session.place : (report?.office ?? null);
    if (session === null || office === null || !online) return;
    try {
      tell({ on: "todo", todo: await this.#world.collector.todo(session, office) });
    } catch {
      // Not knowing what is owed hinders nothing; whoever asked is told.
      if (said) tell({ on: "todoOffline" });
    }
  }
}

const NEEDS_DOCUMENT = new Set<Effect["do"]>([
  "load",
  "recheck",
  "write",
  "undo",
  "select",
  "prepare",
  "keep",
  "check",
  "unmark",
  "note",
  "columns",
  "sayColumn",
  "forgetColumns",
  "compare",
]);
