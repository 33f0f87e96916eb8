import { provinceOfPlace, seatOf } from "../../../shared/offices/office.ts";
import { download, get, type Session, Trouble } from "./api.ts";
import { dueDay, formOf, loadBook } from "./book.ts";
import { byId, make, say, show } from "./dom.ts";
import { openDoor } from "./door.ts";
import { drawGoogle, leaveGoogle } from "./google.ts";
import { offerPeriods } from "./offerPeriods.ts";
import { drawOverview } from "./overview.ts";
import { clearSendBox, openSendBox } from "./sendBox.ts";
import { drawSent } from "./sentList.ts";
import { dateText } from "./time.ts";
import type { Completeness, Roster, Todo, View } from "./types.ts";
import { fill, words } from "./words.ts";

let view: View | null = null;

/** Two digits: the place of a province, or the part of a longer code that names it. */
function provinceOf({ place }: Session): string {
  return provinceOfPlace(place);
}

/** Says on the page what went wrong; anything that is not the collector's word is a fault of ours and thrown on. */
function tell(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  say(byId(view === null ? "sign-in-error" : "page-error"), error.message);
}

/** Opens the work of whoever signed in: first the form and the period, then everything that depends on them. */
async function begin(session: Session): Promise<void> {
  const { role, place } = session;
  const forms = await loadBook(provinceOf(session));
  const form = forms[0]!.id;
  const period = offerPeriods(byId<HTMLSelectElement>("period"), form, null);
  view = { role, place, province: provinceOf(session), form, period };
  byId("open-app").setAttribute("href", `/app?province=${view.province}`);
  byId("form").replaceChildren(...forms.map((form) => make("option", { value: form.id }, form.title[0] ?? form.id)));
  byId("work").dataset.role = role;
  show(byId("work"), true);
  say(byId("place"), words.roles[role]);
  show(byId("master"), role === "province" || role === "district" || role === "auditor");
  show(byId("google"), role === "province");
  show(byId("intake"), role === "province" || role === "district");
  show(byId("overview"), role !== "office" && role !== "department");
  say(byId("send-intro"), role === "province" ? words.sendIntroProvince : words.sendIntro);
  if (role === "auditor") say(byId("page-error"), words.auditorNote);
  byId("main").focus();
  await refresh();
}

/** Loads what depends on the form and the period in view. */
async function refresh(): Promise<void> {
  const now = view!;
  say(byId("page-error"), now.role === "auditor" ? words.auditorNote : null);
  byId("page-error").classList.toggle("bad", now.role !== "auditor");
  const sends = now.role === "province" || now.role === senderOf(now.form);
  show(byId("blank"), sends);
  show(byId("send"), sends);
  if (now.role === "department") {
    say(byId("page-error"), words.departmentNote);
    return;
  }
  try {
    const google = now.role === "province" ? drawGoogle(now) : null;
    await Promise.all([drawSent(now), now.role === "office" ? drawOffice(now) : drawProvince(now), google]);
  } catch (error) {
    tell(error);
  }
}

/** Who sends a form themselves. */
function senderOf(form: string): "office" | "district" {
  return formOf({ form })?.roster === "districts" ? "district" : "office";
}

/** What the person reports for, as the collector's codes have it. */
function reporterOf({ role, place }: View): string | undefined {
  if (role === "office") return place;
  return role === "district" ? seatOf(place) : undefined;
}

async function drawOffice(now: View): Promise<void> {
  const todo = await get<Todo>("/todo");
  say(byId("place"), todo.name);
  const item = todo.items.find((one) => one.form === now.form && one.period === now.period);
  drawDue(item?.due?.due ?? dueDay(now.form, now.period));
  const back = item?.status === "returned" ? item.returns.at(-1) : undefined;
  if (back !== undefined) say(byId("page-error"), fill(words.returnedNote, { note: back.note }));
}

async function drawProvince(now: View): Promise<void> {
  byId("overview-body").replaceChildren(make("p", { class: "loading", role: "status" }, words.loading));
  const query = { form: now.form, period: now.period };
  const [answer, roster] = await Promise.all([
    get<Completeness>(`/provinces/${now.province}/completeness`, query),
    get<Roster>(`/provinces/${now.province}/offices`),
  ]);
  const province = fill(words.provinceName, { name: roster.pack.name });
  const district = now.role === "district" ? answer.districts.find((one) => one.code === now.place) : undefined;
  const name = district === undefined ? province : `${fill(words.district, { name: district.name })} ${province}`;
  say(byId("place"), name);
  drawDue(answer.due?.due);
  drawOverview(answer);
}

function drawDue(date: string | undefined): void {
  say(byId("due"), date === undefined ? null : fill(words.dueOn, { date: dateText(date) }));
}

/** A button that fetches a file: busy while it comes, the reason beside it when it does not. */
function downloadButton(id: string, busy: string, fetchFile: (now: View) => Promise<void>): void {
  const button = byId<HTMLButtonElement>(`${id}-get`);
  const note = byId(`${id}-note`);
  const label = button.textContent!;
  button.addEventListener("click", async () => {
    button.disabled = true;
    button.textContent = busy;
    say(note, null);
    try {
      await fetchFile(view!);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      note.classList.add("bad");
      say(note, error.message);
    } finally {
      button.disabled = false;
      button.textContent = label;
    }
  });
}

for (const id of ["form", "period"] as const) {
  byId<HTMLSelectElement>(id).addEventListener("change", (event) => {
    view = { ...view!, [id]: (event.target as HTMLSelectElement).value };
    if (id === "form") view.period = offerPeriods(byId<HTMLSelectElement>("period"), view.form, view.period);
    clearSendBox();
    void refresh();
  });
}
openSendBox(
  () => view!,
  () => void refresh(),
);
downloadButton("blank", words.blankGetting, (now) => {
  const query = { province: now.province, period: now.period, office: reporterOf(now) };
  return download(`/forms/${now.form}/blank.xlsx`, query, `${now.form}-${now.period}-blank.xlsx`);
});
downloadButton("master", words.masterGetting, (now) =>
  download(
    `/provinces/${now.province}/master.xlsx`,
    { form: now.form, period: now.period },
    `${now.form}-${now.period}-${now.province}.xlsx`,
  ),
);
openDoor({
  begin,
  left() {
    view = null;
    show(byId("work"), false);
    byId("send-result").replaceChildren();
    leaveGoogle();
  },
});
