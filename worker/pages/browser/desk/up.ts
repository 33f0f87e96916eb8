import { download, get, post, sendJson } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { level } from "./levelWords.ts";
import { namedOffices } from "./namedOffices.ts";
import { choiceOf, type Named, officesTyped } from "./officeTyped.ts";
import { empty, filled, loading, pressing, sayBad, sayGood } from "./state.ts";
import { drawTokens, openTokens } from "./tokens.ts";
import type { Desk, Levels, Progress, SentUp } from "./types.ts";
import { whichOffice } from "./whichOffice.ts";
import { fill, language } from "./words.ts";

/** Enough of a hash to tell two sets apart when they are read aloud. */
const HASH_SHOWN = 12;

/** The offices of the list, to be named by their names. */
let offices: readonly Named[] = [];
let shown: Levels | null = null;

/** From the province up: who has the reports of a period, what would go up and what did. */
export async function upPage(now: Desk): Promise<void> {
  const { role } = now.session;
  loading(byId("stand-body"));
  const which = { form: now.form, period: now.period };
  const [levels, progress] = await Promise.all([
    get<Levels>(`/provinces/${now.province}/levels`, which),
    get<Progress>(`/provinces/${now.province}/progress`, which),
  ]);
  shown = levels;
  const { rule, waiting } = levels;
  filled(byId("stand-body"), make("p", {}, rule.through ? fill(level.waiting, waiting) : level.noDistrict));
  show(byId("send-up"), role !== "district");
  drawReady(levels, progress.offices);
  drawSentUp(levels);
  show(byId("up-form"), role === "province");
  show(byId("direct"), role === "province" && rule.through);
  if (role === "province" && rule.through) offices = await namedOffices(now.province);
  drawDirect(levels);
  byId("file-print").setAttribute("href", `/desk/print?form=${now.form}&period=${now.period}&lang=${language}`);
  await drawTokens(now);
}

function drawReady({ ready, waiting, sentUp }: Levels, offices: number): void {
  const body = byId("up-ready");
  show(body, ready !== null);
  if (ready === null) return;
  const standing = sentUp.findLast(({ undone }) => undone === null);
  const same = standing?.hash === ready.hash;
  (byId("up-go") as HTMLButtonElement).disabled = ready.reports === 0 || same;
  if (ready.reports === 0) {
    empty(body, level.upNone);
    return;
  }
  const left = waiting.district + waiting.province;
  const sentence = fill(level.upReady, { reports: ready.reports, rows: ready.totals.rows, offices });
  const notes = [same ? level.upSame : null, left > 0 ? fill(level.upLeft, { left }) : null];
  filled(
    body,
    make("p", {}, make("strong", {}, sentence)),
    ...notes.filter((note) => note !== null).map((note) => make("p", { class: "notice" }, note)),
  );
}

function drawSentUp({ sentUp, closed, ready }: Levels): void {
  const body = byId("up-list");
  const holds = sentUp.some(({ undone }) => undone === null);
  show(byId("up-undo-form"), ready !== null && holds && closed === null);
  if (sentUp.length === 0) {
    empty(body, level.upEmpty);
    return;
  }
  filled(body, make("ol", { class: "plain" }, ...[...sentUp].reverse().map(sentUpItem)));
}

function sentUpItem({ number, at, reports, totals, hash, note, undone }: SentUp): HTMLElement {
  const facts = { number, time: timeText(at), reports, rows: totals.rows, hash: hash.slice(0, HASH_SHOWN) };
  const line = fill(level.upLine, facts);
  const taken = undone === null ? null : fill(level.upTaken, { time: timeText(undone) });
  return make(
    "li",
    {},
    undone === null ? line : make("del", {}, line),
    taken === null ? null : make("span", { class: "tag withdrawn" }, taken),
    note === "" ? null : make("span", { class: "hint said" }, ` “${note}”`),
  );
}

function drawDirect({ rule }: Levels): void {
  const types = new Set<string>(rule.direct.types);
  for (const box of document.querySelectorAll<HTMLInputElement>("input.type")) box.checked = types.has(box.value);
  // One that has left the list has only its code.
  const names = rule.direct.offices.map((code) => {
    const known = offices.find(({ office }) => office === code);
    return known === undefined ? code : choiceOf(known);
  });
  byId<HTMLInputElement>("direct-offices").value = names.join(", ");
}

export function openUp(context: Context): void {
  openTokens(context);
  openFiles(context, (now) => `/provinces/${now.province}/master`);
  const now = () => ({ form: context.desk().form, period: context.desk().period });
  const note = byId("up-told");
  byId("up-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void pressing(byId<HTMLButtonElement>("up-go"), note, async () => {
      const body = { ...now(), note: byId<HTMLInputElement>("up-note").value.trim(), hash: shown?.ready?.hash };
      const done = await post<SentUp>(`/provinces/${context.desk().province}/sendups`, body);
      byId<HTMLInputElement>("up-note").value = "";
      await context.redraw();
      sayGood(note, fill(level.upDone, { number: done.number, reports: done.reports }));
    }).then(() => shown !== null && drawReadyAgain());
  });
  byId("up-undo-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const reason = byId<HTMLInputElement>("up-undo-reason").value.trim();
    if (reason === "") return sayBad(note, level.reasonMissing);
    void pressing(byId<HTMLButtonElement>("up-undo-go"), note, async () => {
      await post(`/provinces/${context.desk().province}/sendups/undo`, { ...now(), reason });
      byId<HTMLInputElement>("up-undo-reason").value = "";
      await context.redraw();
      sayGood(note, level.upUndone);
    });
  });
  openDirect(context);
}

/** A button that was pressed is let go at the end; what is not possible must stay so. */
function drawReadyAgain(): void {
  const { ready, sentUp } = shown!;
  const standing = sentUp.findLast(({ undone }) => undone === null);
  byId<HTMLButtonElement>("up-go").disabled = ready === null || ready.reports === 0 || standing?.hash === ready.hash;
}

function openDirect(context: Context): void {
  const note = byId("direct-note");
  const save = (button: HTMLButtonElement, direct: object | null) =>
    void pressing(button, note, async () => {
      const { province, form } = context.desk();
      await sendJson("PUT", `/provinces/${province}/direct`, { form, direct });
      await context.redraw();
      sayGood(note, level.directSaved);
    });
  byId("direct-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const left = shown!.rule.direct.offices.filter((code) => !offices.some(({ office }) => office === code));
    const known = [...offices, ...left.map((office) => ({ office, name: office, district: "" }))];
    const typed = officesTyped(byId<HTMLInputElement>("direct-offices").value, known);
    if ("unclear" in typed) return sayBad(note, whichOffice(typed.typed, typed.unclear));
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input.type")];
    const types = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    save(byId<HTMLButtonElement>("direct-go"), { types, offices: typed.offices.map(({ office }) => office) });
  });
  const usual = byId<HTMLButtonElement>("direct-usual");
  usual.addEventListener("click", () => save(usual, null));
}

/** The buttons that fetch a file of the form and period in view. */
export function openFiles(context: Context, path: (now: Desk) => string): void {
  for (const as of ["xlsx", "csv"]) {
    const button = byId<HTMLButtonElement>(`file-${as}`);
    button.addEventListener("click", () => {
      const now = context.desk();
      const { form, period } = now;
      void pressing(button, null, () => download(`${path(now)}.${as}`, { form, period }, `${form}-${period}.${as}`));
    });
  }
}
