import { provinceOfPlace } from "../../../../shared/offices/office.ts";
import type { AwaitedFiles } from "../../../../shared/wire/files.ts";
import { get, type Session, Trouble } from "../api.ts";
import { formOf, loadBook } from "../book.ts";
import { pager } from "../desk/state.ts";
import { byId, make, say, show } from "../dom.ts";
import { dateText, monthText, periodChoices } from "../time.ts";
import { words as pageWords } from "../words.ts";
import { fill, language, words } from "./words.ts";

const PAGE = 25;

type Item = AwaitedFiles["items"][number];

/** What is still awaited, within the person's reach. Answers how to ask anew. */
export async function openAwaited({ role, place }: Session, fail: (error: unknown) => void): Promise<() => void> {
  const province = provinceOfPlace(place);
  const [form, period] = [byId<HTMLSelectElement>("awaited-form"), byId<HTMLSelectElement>("awaited-period")];
  const body = byId("awaited-body");
  let offset = 0;
  let asked = 0;

  const load = async (): Promise<void> => {
    const mine = ++asked;
    if (body.childElementCount > 0) body.setAttribute("aria-busy", "true");
    else body.replaceChildren(make("p", { class: "hint", role: "status" }, words.loading));
    const chosen = { form: form.value || undefined, period: period.value || undefined };
    const query = { ...chosen, offset: String(offset), limit: String(PAGE) };
    try {
      const found = await get<AwaitedFiles>(`/provinces/${province}/files/awaited`, query);
      // The answer to an earlier choice comes too late.
      if (mine !== asked) return;
      // What was awaited on the last page has come meanwhile.
      if (found.items.length === 0 && offset > 0) {
        offset = 0;
        return await load();
      }
      say(byId("trouble"), null);
      draw(found);
    } catch (error) {
      if (mine !== asked || !(error instanceof Trouble)) throw error;
      if (body.querySelector(".awaited, .notice") === null) body.replaceChildren(retry());
      fail(error);
    } finally {
      if (mine === asked) body.removeAttribute("aria-busy");
    }
  };
  const again = () => void load().catch(fail);
  const retry = () => make("button", { type: "button", class: "second", onclick: again }, words.retry);
  const go = (to: number) => {
    offset = to;
    load()
      .then(() => byId("awaited-title").focus())
      .catch(fail);
  };
  const draw = (found: AwaitedFiles) => {
    if (found.reports === 0) {
      const chosen = form.value !== "" || period.value !== "";
      const none = chosen ? words.awaitedNoneHere : words.awaitedNone;
      body.replaceChildren(make("p", { class: "notice good" }, none));
      return;
    }
    const count = fill(words.awaitedCount, { reports: found.reports, files: found.files });
    const pages = pager({ offset, limit: PAGE, total: found.reports, go }, words.awaitedPage, fill);
    body.replaceChildren(
      make("p", { role: "status" }, count),
      make(
        "ol",
        { class: "awaited" },
        ...found.items.map((item) => lineOf(item, role === "office", form.value === "")),
      ),
      ...(pages === null ? [] : [pages]),
    );
  };

  const forms = await loadBook(province).catch(() => []);
  const withFiles = forms.filter(({ attachments }) => attachments.photos !== null || attachments.clipSeconds !== null);
  form.replaceChildren(
    make("option", { value: "" }, words.everyForm),
    ...withFiles.map(({ id, title }) => make("option", { value: id }, title[0] ?? id)),
  );
  period.replaceChildren(
    make("option", { value: "" }, words.everyMonth),
    ...periodChoices(Date.now()).map((month) => make("option", { value: month }, monthText(month))),
  );
  for (const select of [form, period])
    select.onchange = () => {
      offset = 0;
      again();
    };
  show(byId("awaited"), true);
  await load();
  return again;
}

function lineOf(item: Item, own: boolean, everyForm: boolean): HTMLElement {
  const { submission, officeName, period, due, overdue, status, awaited, asked } = item;
  const title = formOf(item)?.title[0] ?? item.form;
  const month = monthText(period);
  const head = own ? month : `${officeName} · ${month}`;
  const day = due === null ? null : fill(overdue ? words.awaitedOver : words.awaitedDue, { day: dateText(due) });
  return make(
    "li",
    {},
    make(
      "p",
      {},
      make("a", { href: `/files?id=${submission}&lang=${language}` }, head),
      own ? null : make("span", { class: "hint" }, ` ${item.district}`),
    ),
    make("p", {}, fill(words.awaitedFiles, { awaited, asked }), " ", statusTag(status)),
    day === null ? null : make("p", { class: overdue ? "over" : "hint" }, day),
    everyForm ? make("p", { class: "hint" }, title) : null,
  );
}

function statusTag(status: Item["status"]): HTMLElement {
  return make("span", { class: `tag ${status}` }, pageWords.statuses[status]);
}
