import { get } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { whoText } from "../placeName.ts";
import { monthText, timeText } from "../time.ts";
import { words } from "../words.ts";
import { answersOf } from "./answers.ts";
import type { Context } from "./context.ts";
import { decide } from "./decision.ts";
import { drawHands, openHands } from "./hands.ts";
import { level } from "./levelWords.ts";
import { overlong } from "./limit.ts";
import { drawPicks, overlongPick, picksAsComments } from "./picks.ts";
import { drawRows } from "./rows.ts";
import { riskMark } from "./shapes.ts";
import { drawFiles } from "./sheetFiles.ts";
import { empty, filled, loading, pressing, sayBad, told } from "./state.ts";
import type { Desk, Detail, Diff, Review } from "./types.ts";
import { bringUnsent, openUnsent, sentUnsent } from "./unsent.ts";
import { desk, fill, language } from "./words.ts";

const id = new URLSearchParams(location.search).get("id") ?? "";
/** As much as the collector takes of a note to the sender. */
const NOTE_CHARS = 5000;
/** Where the buttons tell what went wrong; of an older version it says nothing any more. */
const NOTES = ["decide-note", "undo-note", "hands-note"] as const;
let shown: Detail | null = null;
/** The newest decision that the page shows; what was decided since is not overturned by a press. */
let seen = 0;
/** The version whose last act can be undone here: also one that a newer version has followed. */
let undoOf: number | null = null;

/** One report: its rows as a table, what changed, what was remarked and answered, and what can be decided. */
export async function sheetPage(now: Desk): Promise<void> {
  loading(byId("rows-body"));
  loading(byId("diff-body"));
  // What was decided is asked first: the rows are then never older than the decision they are judged by.
  const review = await get<Review>(`/submissions/${encodeURIComponent(id)}/review`);
  const [detail, diff] = await Promise.all([
    get<Detail>(`/submissions/${encodeURIComponent(id)}`),
    review.previous === null
      ? null
      : get<Diff>(`/submissions/${id}/diff`, { from: String(review.previous), to: String(review.version) }),
  ]);
  await bringUnsent(now, detail);
  if (shown?.version !== detail.version) for (const name of NOTES) say(byId(name), null);
  shown = detail;
  seen = review.seen;
  const back = now.session.role === "office" ? "/my" : "/desk/queue";
  byId("back").setAttribute("href", `${back}?form=${detail.form}&period=${detail.period}&lang=${language}`);
  say(byId("place"), `${detail.officeName} · ${monthText(detail.period)}`);
  drawFacts(detail, review);
  drawDiff(diff, detail);
  drawAnswers(review, detail);
  drawHistory(review);
  const { role } = now.session;
  const open = review.closed === null && detail.status !== "withdrawn";
  const mine = role !== "province" || review.level === "province";
  const mayReturn = open && mine && (role === "district" || role === "province") && !handedOn(review, role);
  const mayAccept = open && mine && role === "province" && detail.status !== "accepted";
  drawHands(now, detail, review);
  drawRows(detail, diff, mayReturn ? () => drawPicks(detail) : null);
  show(byId("rows-hint"), mayReturn);
  show(byId("decide"), mayReturn);
  show(byId("accept-go"), mayAccept);
  drawPicks(detail);
  show(byId("undo"), review.undo !== null);
  undoOf = review.undoOf;
  if (review.undo !== null)
    byId("undo-go").textContent = fill(undoOf === detail.version ? desk.undoGo : desk.undoGoOf, {
      ...{ act: desk.acts[review.undo], version: undoOf ?? detail.version },
    });
  await drawFiles(id, role);
}

/** What the district handed on is decided by the province. */
function handedOn({ level: of, undo, history }: Review, role: string): boolean {
  if (role !== "district" || of === "district") return false;
  return undo === "forward" || history.some(({ action }) => action === "forward" || action === "take");
}

function drawFacts(detail: Detail, review: Review): void {
  const fact = (name: string, ...value: (Node | string | null)[]) => [make("dt", {}, name), make("dd", {}, ...value)];
  const late = detail.late ? make("span", { class: "tag late" }, desk.late) : null;
  const certifier =
    detail.certifier === null
      ? "–"
      : [detail.certifier.name, detail.certifier.position].filter((part) => part !== "").join(" · ");
  const sender =
    detail.sender.role === "province"
      ? desk.onBehalf
      : `${words.roles[detail.sender.role as "office"]} ${detail.sender.name}`;
  const facts = [
    ...fact(desk.factStatus, make("span", { class: `tag ${detail.status}` }, words.statuses[detail.status]), " ", late),
    ...fact(desk.factReceipt, make("span", { class: "number" }, detail.receipt)),
    ...fact(desk.factVersion, String(detail.version)),
    ...fact(desk.factTime, timeText(detail.receivedAt)),
    ...fact(desk.factCertifier, certifier),
    ...fact(desk.factSender, sender),
    ...fact(level.hands, review.level === "district" ? level.withDistrict : level.withProvince),
  ];
  const risks = review.risks.map(riskMark);
  const notes = [
    review.acceptedBeside === null ? null : fill(level.acceptedBeside, { version: review.acceptedBeside }),
    review.closed === null ? null : fill(desk.closedOn, { time: timeText(review.closed) }),
    review.extension === null
      ? null
      : fill(desk.extendedUntil, { time: timeText(review.extension.until), reason: review.extension.reason }),
  ].filter((note) => note !== null);
  const body = [
    make("dl", { class: "receipt" }, ...facts),
    risks.length > 0 ? make("p", { class: "tags" }, ...risks) : null,
    ...notes.map((note) => make("p", { class: "notice said" }, note)),
  ].filter((part) => part !== null);
  byId("facts").replaceChildren(...body);
}

function drawDiff(diff: Diff | null, detail: Detail): void {
  const body = byId("diff-body");
  if (diff === null) {
    empty(body, desk.diffFirst);
    return;
  }
  const { added, removed, changed, moved } = diff;
  if (added.length + removed.length + changed.length + moved.length === 0) {
    empty(body, desk.diffSame);
    return;
  }
  const counts = { added: added.length, removed: removed.length, changed: changed.length, moved: moved.length };
  const parts: Node[] = [make("p", {}, fill(desk.diffCounts, counts))];
  if (removed.length > 0) {
    const told = removed.map(({ row, values }) => {
      const said = Object.entries(values).filter(([field, value]) => field !== "seq" && value !== null && value !== "");
      return make(
        "li",
        {},
        make("del", {}, `${desk.colRow} ${row}: ${said.map(([, value]) => String(value)).join(" · ")}`),
      );
    });
    parts.push(make("h3", {}, desk.removedTitle), make("ul", { class: "plain" }, ...told));
  }
  filled(body, ...parts);
  body.dataset.version = String(detail.version);
}

function drawAnswers({ returns }: Review, detail: Detail): void {
  show(byId("answers"), returns.length > 0);
  byId("answers-body").replaceChildren(...returns.map((one) => answersOf(one, detail)));
}

function drawHistory({ history }: Review): void {
  const lines = history.map(({ at, role, place, mine, action, reason }) => {
    const by = mine ? desk.you : whoText({ role, place });
    const act = desk.acts[action as keyof typeof desk.acts] ?? action;
    return make(
      "li",
      {},
      `${timeText(at)} · ${act} · ${by}`,
      ...(reason === null ? [] : [" · “", make("span", { class: "said" }, reason), "”"]),
    );
  });
  filled(byId("history-body"), make("ol", { class: "plain" }, ...lines));
}

export function openSheet(context: Context): void {
  openUnsent();
  openHands(context, id, () => ({ version: shown?.version, seen }));
  const button = (name: string) => byId<HTMLButtonElement>(name);
  const act = (name: string, path: string, body: () => object | null, done: string) =>
    button(name).addEventListener("click", () => {
      const value = body();
      if (value === null || shown === null) return;
      const note = byId(name === "undo-go" ? "undo-note" : "decide-note");
      void pressing(button(name), note, async () => {
        await decide(context, `/submissions/${id}/${path}`, { version: shown!.version, seen, ...value }, note);
        if (path === "return") sentUnsent();
        byId<HTMLInputElement>("undo-reason").value = "";
        await context.redraw();
        told(done);
        byId("main").focus();
      });
    });
  act("accept-go", "accept", () => ({}), desk.acted.accept);
  act(
    "return-go",
    "return",
    () => {
      const note = byId<HTMLTextAreaElement>("note").value.trim();
      const comments = picksAsComments();
      const fault = (shown === null ? null : overlongPick(shown)) ?? overlong(note, NOTE_CHARS);
      if (fault === null && (note !== "" || comments.length > 0)) return { note, comments };
      sayBad(byId("decide-note"), fault ?? desk.needComment);
      return null;
    },
    desk.acted.return,
  );
  act(
    "undo-go",
    "undo",
    () => {
      const reason = byId<HTMLInputElement>("undo-reason").value.trim();
      if (reason !== "") return { reason, ...(undoOf === null ? {} : { version: undoOf }) };
      sayBad(byId("undo-note"), desk.missingReason);
      return null;
    },
    desk.acted.undo,
  );
}
