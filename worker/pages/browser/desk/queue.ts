import { goesThroughDistrict } from "../../../../shared/forms/chain.ts";
import { findForm } from "../../../../shared/forms/index.ts";
import { FILE_WORDS } from "../../../../shared/words/files.ts";
import { get, post, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { timeText } from "../time.ts";
import { words } from "../words.ts";
import { level } from "./levelWords.ts";
import { riskMark } from "./shapes.ts";
import { empty, filled, loading, pager, told, trouble } from "./state.ts";
import type { AcceptAnswer, Desk, Queue } from "./types.ts";
import { desk, fill, language } from "./words.ts";

const PAGE = 50;
/** Accepted in one request: small enough to stop soon after the press. */
const HANDFUL = 10;

let offset = 0;
let about = "";

/** Whose part of the queue is a person's own: a district looks at what it has in hand, the province at what reached it. */
function ownLevel(now: Desk): "district" | "province" | undefined {
  const form = findForm(now.form);
  if (form === undefined || !goesThroughDistrict(form)) return undefined;
  return now.session.role === "district" ? "district" : now.session.role === "province" ? "province" : undefined;
}

/** What waits to be looked at; the riskiest first. */
export async function queuePage(now: Desk): Promise<void> {
  const body = byId("queue-body");
  loading(body);
  const question = [now.form, now.period].join();
  if (question !== about) offset = 0;
  about = question;
  const queue = await ask(now, { offset, limit: PAGE });
  drawBulk(queue, now);
  await drawAtDistrict(queue, now);
  if (queue.waiting === 0) {
    empty(body, desk.queueEmpty, true);
    return;
  }
  const go = (to: number) => {
    offset = to;
    queuePage(now)
      .then(() => byId("queue-title").focus())
      .catch(trouble);
  };
  const pages = pager({ offset, limit: PAGE, total: queue.waiting, go }, desk.page, fill);
  const count = fill(desk.queueCount, { waiting: queue.waiting, clean: queue.clean });
  filled(
    body,
    make("p", {}, count),
    make("ol", { class: "queue" }, ...queue.items.map(itemOf)),
    ...(pages === null ? [] : [pages]),
  );
}

function ask(
  now: Desk,
  page: { offset: number; limit: number; clean?: "1"; level?: "district" | "province"; district?: string },
): Promise<Queue> {
  const hands = page.level ?? ownLevel(now);
  const query = { form: now.form, period: now.period, offset: String(page.offset), limit: String(page.limit) };
  return get<Queue>(`/provinces/${now.province}/queue`, {
    ...query,
    ...(page.clean === undefined ? {} : { clean: page.clean }),
    ...(hands === undefined ? {} : { level: hands }),
    ...(page.district ? { district: page.district } : {}),
  });
}

/** The part of the districts' list in view: all of them, or one. */
const held = { offset: 0, district: "" };

/** For the province: which districts still have how many in hand and since when; what they hold, to open and, where one is late, to take up. */
async function drawAtDistrict(
  { withDistrict, districts }: Pick<Queue, "withDistrict" | "districts">,
  now: Desk,
): Promise<void> {
  const shown = ownLevel(now) === "province" && withDistrict > 0;
  show(byId("at-district"), shown);
  if (!shown) return;
  if (!districts.some(({ code }) => code === held.district)) held.district = "";
  const total = districts.find(({ code }) => code === held.district)?.count ?? withDistrict;
  if (held.offset >= total) held.offset = 0;
  const part = { ...held, limit: PAGE, level: "district" as const };
  const { items } = await ask(now, part);
  const turn = (to: Partial<typeof held>) => {
    Object.assign(held, to);
    drawAtDistrict({ withDistrict, districts }, now)
      .then(() => byId("at-district-title").focus())
      .catch(trouble);
  };
  const choice = (district: string, label: string) =>
    make(
      "button",
      {
        ...{ type: "button", class: "second", "aria-pressed": String(held.district === district) },
        onclick: () => turn({ offset: 0, district }),
      },
      label,
    );
  const choices = districts.map(({ code, name, count, since }) =>
    choice(code, fill(level.atDistrictHeld, { name, count, since: timeText(since) })),
  );
  const pages = pager({ offset: held.offset, limit: PAGE, total, go: (offset) => turn({ offset }) }, desk.page, fill);
  filled(
    byId("at-district-body"),
    make("p", {}, fill(level.atDistrictIntro, { count: withDistrict })),
    make("div", { class: "tags" }, choice("", fill(level.atDistrictAll, { count: withDistrict })), ...choices),
    make("ol", { class: "queue" }, ...items.map(itemOf)),
    ...(pages === null ? [] : [pages]),
  );
}

function itemOf(item: Queue["items"][number]): HTMLElement {
  const risks = (item.risks.length === 0 ? (["clean"] as const) : item.risks).map(riskMark);
  const rows = item.rowsBefore === null ? desk.rowsOnly : desk.rowsChange;
  const facts = [
    fill(rows, { now: item.nil ? 0 : item.rows, before: item.rowsBefore ?? 0 }),
    timeText(item.receivedAt),
    `${desk.factVersion} ${item.version}`,
    ...(item.sender.role === "province" ? [desk.onBehalf] : []),
    ...(item.nil ? [words.nil] : []),
  ];
  const href = `/desk/sheet?id=${item.submission}&lang=${language}`;
  return make(
    "li",
    {},
    make(
      "p",
      {},
      make("a", { href, "aria-label": `${desk.look} ${item.officeName}` }, item.officeName),
      make("span", { class: "hint" }, ` ${item.district}`),
    ),
    make("p", { class: "tags" }, ...risks),
    make("p", { class: "hint" }, facts.join(" · ")),
    ...item.reasons.map((reason) => make("p", { class: "reason" }, fill(desk.reasonAt, reason))),
    item.awaited === 0 ? null : awaitedOf(item),
  );
}

/** Files that may still follow: told, never held against the report. */
function awaitedOf({ submission, awaited, officeName }: Queue["items"][number]): HTMLElement {
  const text = fill(FILE_WORDS[language].waiting, { count: awaited });
  const href = `/files?id=${submission}&lang=${language}`;
  return make("p", { class: "follows" }, make("a", { href, "aria-label": `${text} ${officeName}` }, text));
}

let stop = false;
let running = false;

function drawBulk({ clean, cleanAwaiting, closed }: Queue, now: Desk): void {
  if (running) return;
  const forwards = forwarding(now);
  show(byId("bulk"), (now.session.role === "province" || forwards) && closed === null && clean > 0);
  byId("bulk-title").textContent = forwards ? level.forwardAllTitle : desk.bulkTitle;
  byId("bulk-intro").textContent = forwards ? level.forwardAllIntro : desk.bulkIntro;
  const start = () => void passAll(now, clean);
  const label = fill(forwards ? level.forwardAllGo : desk.bulkGo, { count: clean });
  const awaiting = cleanAwaiting === 0 ? null : make("p", {}, fill(desk.bulkAwaiting, { count: cleanAwaiting }));
  const go = make("button", { type: "button", class: "primary", onclick: start }, label);
  byId("bulk-body").replaceChildren(...(awaiting === null ? [go] : [awaiting, go]));
}

/** A district hands on what it has in hand; the province accepts. */
function forwarding(now: Desk): boolean {
  return ownLevel(now) === "district";
}

/** Accepts the clean ones, or hands them on, a handful at a time: each is a transaction of its own, and what is done stays done when stopped. */
async function passAll(now: Desk, total: number): Promise<void> {
  running = true;
  stop = false;
  told(null);
  const sentenceNow = () => fill(desk.bulkBusy, { done, total });
  const forwards = forwarding(now);
  let done = 0;
  let left = 0;
  const line = make("p", { role: "status" }, sentenceNow());
  const bar = make("progress", { class: "bar", max: total, value: 0, "aria-label": desk.bulkTitle });
  const halt = make("button", { type: "button", class: "second", onclick: () => (stop = true) }, desk.bulkStop);
  byId("bulk-body").replaceChildren(line, bar, halt);
  halt.focus();
  try {
    while (!stop) {
      const { items } = await patient(() => ask(now, { offset: left, limit: HANDFUL, clean: "1" }));
      if (items.length === 0) break;
      const asked = items.map(({ submission, version }) => ({ submission, version }));
      const { results } = await patient(() =>
        post<AcceptAnswer>(`/provinces/${now.province}/${forwards ? "forward" : "accept"}`, { items: asked }),
      );
      const accepted = results.filter(({ result }) => result === "accepted" || result === "forwarded").length;
      done += accepted;
      left += results.length - accepted;
      say(line, sentenceNow());
      bar.setAttribute("value", String(done));
    }
    const sentence = fill(forwards ? level.forwardAllDone : stop ? desk.bulkStopped : desk.bulkDone, { done });
    told(left === 0 ? sentence : `${sentence} · ${fill(desk.bulkLeft, { left })}`);
  } catch (error) {
    trouble(error);
  } finally {
    running = false;
  }
  await queuePage(now).catch(trouble);
  byId("queue-title").focus();
}

/** Waits when the collector asks for it; any other trouble is thrown on. */
async function patient<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Trouble) || error.status !== 429) throw error;
      const { seconds = 1 } = (error.problem.params ?? {}) as { seconds?: number };
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
