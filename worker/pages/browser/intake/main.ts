import { districtCodeOf, provinceOfPlace } from "../../../../shared/offices/office.ts";
import { unpackProvince } from "../../../../shared/offices/pack.ts";
import type { IntakeList } from "../../../../shared/wire/intake.ts";
import type { Need } from "../../../intake/needs.ts";
import { get, postJson, type Session, save, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import type { Roster } from "../types.ts";
import { ask } from "./ask.ts";
import { drawItem, type ItemHands, type ItemPlace } from "./itemView.ts";
import { type Filter, type Item, needsOfList, newItem, passes, shownOf, tally } from "./model.ts";
import { openQueue, type QueueEvents, sendItems } from "./queue.ts";
import { fill, words } from "./words.ts";
import { marked, rememberColumn } from "./work.ts";

/** Items drawn at first, and more at a press: a browser of an old machine stays fluent with hundreds. */
const PAGE = 60;

const items: Item[] = [];
const drawn = new Map<string, HTMLElement>();
let beside = new Map<string, Need>();
let filter: Filter = "all";
let most = PAGE;
let place: ItemPlace | null = null;
let sending: AbortController | null = null;

const events: QueueEvents = {
  added: () => redraw(),
  changed: (item) => changed(item),
  opening: (name) => {
    if (name !== null) show(byId("progress"), true);
    if (name !== null) byId("progress-text").textContent = fill(words.unpacking, { name });
    else progress();
  },
  progress: () => progress(),
  paused: (why) => pause(why),
  // The door has asked them to come in again; anything else is said here.
  over: ({ status, message }) => say(byId("closed"), status === 401 ? null : message),
};
const queue = openQueue(items, events);

const hands: ItemHands = {
  choose(item, what) {
    Object.assign(item, what);
    queue.again(item);
  },
  replace(item, on) {
    item.replace = on;
    changed(item);
  },
  column: (item, key, field) => void nameColumn(item, key, field),
  send: (item) => void sendSome([item]),
  retry: (item) => queue.again(item),
  remove: (item) => void remove(item),
  marked: (item, button) => void downloadMarked(item, button),
  copy: (text, button, field) => void copy(text, button, field),
};

async function begin(session: Session): Promise<void> {
  const { role, place: code } = session;
  const may = role === "province" || role === "district";
  say(byId("closed"), may ? null : words.wrongRole);
  show(byId("place"), true);
  if (!may) return;
  const passesOn = role === "district";
  place = { hands, offices: [], passesOn };
  byId("intro").textContent = passesOn ? words.introDistrict : words.intro;
  show(byId("work"), true);
  redraw();
  progress();
  void lookForWaiting(role === "province");
  try {
    const roster = await get<Roster>(`/provinces/${provinceOfPlace(code)}/offices`);
    const offices = unpackProvince(roster.pack).inProvince(provinceOfPlace(code));
    const mine = passesOn ? offices.filter((office) => districtCodeOf(office.code) === code) : offices;
    place = { hands, offices: mine, passesOn };
    for (const item of items) changed(item);
  } catch (error) {
    tell(error);
  }
}

function tell(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  say(byId("waiting-error"), error.message);
  show(byId("waiting"), true);
}

async function lookForWaiting(maySet: boolean): Promise<void> {
  const text = byId("waiting-text");
  const open = byId<HTMLButtonElement>("waiting-open");
  show(byId("waiting"), true);
  show(open, false);
  text.textContent = words.waitingLoading;
  try {
    const found: IntakeList["items"] = [];
    let auto = false;
    for (let after: string | undefined; ; ) {
      const page = await get<IntakeList>("/intake", { after });
      auto = page.auto;
      found.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    text.textContent = found.length === 0 ? words.waitingNone : fill(words.waitingText, { count: found.length });
    show(open, found.length > 0);
    byId<HTMLInputElement>("auto").checked = auto;
    show(byId("auto-box"), maySet);
    open.onclick = () => {
      show(open, false);
      queue.take(found.map(fromWaiting));
    };
  } catch (error) {
    text.textContent = "";
    tell(error);
  }
}

function fromWaiting({ id, name, within, mail, need, bytes }: IntakeList["items"][number]): Item {
  const trouble = bytes === 0 ? (need as Need | null) : null;
  const item = newItem({ name, within, mail, file: null, trouble, waiting: id });
  item.step = bytes === 0 ? "checked" : "queued";
  return item;
}

// --- drawing ---------------------------------------------------------------------------------------------------

function shownList(): Item[] {
  return items.filter((item) => passes(shownOf(item, beside.get(item.id)), filter));
}

/** The whole list anew: files came or went, or another part of it is looked at. */
function redraw(): void {
  beside = needsOfList(items);
  const visible = shownList().slice(0, most);
  const wanted = new Set(visible.map(({ id }) => id));
  for (const [id, element] of drawn) {
    if (wanted.has(id)) continue;
    element.remove();
    drawn.delete(id);
  }
  const list = byId("list");
  visible.forEach((item, i) => {
    let element = drawn.get(item.id);
    if (element === undefined) drawn.set(item.id, (element = drawItem(item, beside.get(item.id), place!)));
    if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null);
  });
  summary();
}

/** One file has news: it is drawn again, and those it is compared with. What has the focus keeps it. */
function changed(item: Item): void {
  const before = beside;
  beside = needsOfList(items);
  for (const other of items) {
    const same = other !== item && JSON.stringify(before.get(other.id)) === JSON.stringify(beside.get(other.id));
    const element = drawn.get(other.id);
    if (same || element === undefined) continue;
    const focus = element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const fresh = drawItem(other, beside.get(other.id), place!);
    element.replaceWith(fresh);
    drawn.set(other.id, fresh);
    if (focus) document.getElementById(focus)?.focus();
  }
  if (filter === "all") summary();
  else redraw();
}

function summary(): void {
  const shown = items.map((item) => shownOf(item, beside.get(item.id)));
  const counts = tally(shown);
  const any = items.length > 0;
  byId("summary").textContent = any ? fill(words.summary, counts) : "";
  show(byId("empty"), !any);
  show(byId("tools"), any);
  const all = byId<HTMLButtonElement>("send-all");
  const ready = shown.filter((one) => one === "ready").length;
  all.textContent = fill(place?.passesOn ? words.passAll : words.sendAll, { count: ready });
  all.disabled = ready === 0 || sending !== null;
  show(byId("retry-all"), shown.includes("failed"));
  show(byId("clear"), counts.done > 0);
  const rest = shownList().length - most;
  show(byId("more"), rest > 0);
  byId("more").textContent = fill(words.more, { count: rest });
}

function progress(): void {
  const checkable = items.filter(({ trouble }) => trouble === null);
  const done = checkable.filter(({ step }) => step !== "queued" && step !== "checking").length;
  const busy = queue.busy() || sending !== null;
  show(byId("progress"), busy);
  if (busy) show(byId("pause"), false);
  byId("cancel").textContent = sending === null ? words.cancel : words.stop;
  if (sending === null) meter(words.progress, done, checkable.length);
}

function meter(template: string, done: number, total: number): void {
  byId("progress-text").textContent = fill(template, { done, total });
  const bar = byId<HTMLProgressElement>("progress-bar");
  bar.max = Math.max(1, total);
  bar.value = done;
}

function pause(why: "stopped" | "offline"): void {
  const left = items.filter(({ step }) => step === "queued").length;
  byId("pause-text").textContent = why === "offline" ? words.offline : fill(words.cancelled, { count: left });
  show(byId("pause"), true);
  show(byId("resume"), left > 0);
}

// --- doing -----------------------------------------------------------------------------------------------------

async function sendSome(chosen: readonly Item[]): Promise<void> {
  if (sending !== null || chosen.length === 0) return;
  const passesOn = place!.passesOn;
  const count = chosen.length;
  const agreed = await ask(
    fill(passesOn ? words.confirmPassTitle : words.confirmTitle, { count }),
    passesOn ? words.confirmPassText : words.confirmText,
  );
  if (!agreed) return;
  sending = new AbortController();
  const went = () => chosen.filter(({ step }) => step === "sent" || step === "passed").length;
  meter(words.sendingAll, 0, count);
  progress();
  try {
    await sendItems(chosen, passesOn, sending.signal, {
      ...events,
      progress: () => meter(words.sendingAll, went(), count),
    });
  } finally {
    sending = null;
    progress();
    summary();
  }
}

/** The file is looked at again with what was said; that it could not be kept for next time is told and hinders nothing. */
async function nameColumn(item: Item, key: string, field: string | null): Promise<void> {
  item.columns = { ...item.columns, [key]: field };
  try {
    await rememberColumn(item, key, field);
    say(byId("closed"), null);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(byId("closed"), error.message);
  }
  queue.again(item);
}

async function remove(item: Item): Promise<void> {
  if (item.waiting !== null && item.step !== "sent") {
    if (!(await ask(fill(words.dismissTitle, { name: item.name }), words.dismissText, words.dismiss))) return;
    try {
      await postJson(`/intake/${item.waiting}/close`, {});
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (error.status !== 404) {
        item.error = error.message;
        return changed(item);
      }
    }
  }
  const at = items.indexOf(item);
  items.splice(at, 1);
  const next = items[at] ?? items[at - 1];
  for (const other of items) drawn.get(other.id)?.remove();
  drawn.clear();
  byId("list").replaceChildren();
  redraw();
  (next === undefined ? byId("files") : drawn.get(next.id)?.querySelector<HTMLElement>("button"))?.focus();
}

async function downloadMarked(item: Item, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  button.textContent = words.marking;
  try {
    save(await marked(item), `${item.name.replace(/\.[^.]*$/, "")}-ตรวจแล้ว.xlsx`);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    item.error = error.message;
    return changed(item);
  }
  button.disabled = false;
  button.textContent = words.marked;
}

async function copy(text: string, button: HTMLButtonElement, field: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = words.copied;
  } catch {
    // Without https, or without leave: the text is selected, and one key is left to press.
    field.focus();
    field.select();
    button.textContent = words.copyFailed;
  }
}

// --- wiring ----------------------------------------------------------------------------------------------------

function openDrop(): void {
  const input = byId<HTMLInputElement>("files");
  const zone = byId("drop");
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) void queue.drop([...files]);
  };
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) void queue.drop(files);
  });
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
}

function openFilters(): void {
  const buttons = (Object.keys(words.filters) as Filter[]).map((name) => {
    const button = make("button", { type: "button", "aria-pressed": String(name === filter) }, words.filters[name]);
    button.addEventListener("click", () => {
      filter = name;
      most = PAGE;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      redraw();
    });
    return button;
  });
  byId("filters").append(...buttons);
}

openDrop();
openFilters();
byId("cancel").addEventListener("click", () => {
  if (sending === null) queue.stop();
  else sending.abort();
});
byId("resume").addEventListener("click", () => queue.resume());
byId("send-all").addEventListener("click", () =>
  sendSome(items.filter((item) => shownOf(item, beside.get(item.id)) === "ready")),
);
byId("retry-all").addEventListener("click", () => {
  for (const item of items) if (item.step === "failed") queue.again(item);
});
byId("clear").addEventListener("click", () => {
  const done = items.filter((item) => passes(shownOf(item, beside.get(item.id)), "done"));
  for (const item of done) items.splice(items.indexOf(item), 1);
  redraw();
});
byId("more").addEventListener("click", () => {
  most += PAGE;
  redraw();
});
byId("auto").addEventListener("change", async (event) => {
  const box = event.target as HTMLInputElement;
  try {
    await postJson("/intake/settings", { auto: box.checked });
    say(byId("auto-error"), null);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    box.checked = !box.checked;
    say(byId("auto-error"), error.message);
  }
});
window.addEventListener("beforeunload", (event) => {
  if (items.some((item) => item.waiting === null && shownOf(item, beside.get(item.id)) === "ready"))
    event.preventDefault();
});
openDoor({
  begin,
  /** What is in the list stays until the tab closes: whoever comes in again finds it. */
  left() {
    say(byId("closed"), null);
    show(byId("work"), items.length > 0);
  },
});
