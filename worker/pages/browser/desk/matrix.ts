import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import { monthText, timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { chooseOffice } from "./extend.ts";
import { standMark } from "./shapes.ts";
import { empty, filled, loading, pager, trouble } from "./state.ts";
import type { Desk, Matrix } from "./types.ts";
import { desk, fill, language } from "./words.ts";

/** Rows on one page: a person reads no more, and 7,850 offices stay as quick as 50. */
const PAGE = 50;
const MONTHS = 4;

let offset = 0;
/** What the page was about when it was drawn: another question begins at the first page. */
let about = "";

export function openMatrix(context: Context): void {
  byId("filter").addEventListener("submit", (event) => {
    event.preventDefault();
    offset = 0;
    drawMatrix(context.desk()).catch(trouble);
  });
  byId("stand").addEventListener("change", () => {
    offset = 0;
    drawMatrix(context.desk()).catch(trouble);
  });
}

/** One page of offices by periods; the newest period first, since it is the one that is asked about. */
export async function drawMatrix(now: Desk): Promise<void> {
  const body = byId("matrix-body");
  loading(body);
  const question = [now.form, now.period, now.district].join();
  if (question !== about) offset = 0;
  about = question;
  const stand = byId<HTMLSelectElement>("stand").value;
  const find = byId<HTMLInputElement>("find").value;
  const matrix = await get<Matrix>(`/provinces/${now.province}/matrix`, {
    ...{ form: now.form, period: now.period, months: String(MONTHS), offset: String(offset), limit: String(PAGE) },
    ...(now.district === "" ? {} : { district: now.district }),
    ...(stand === "" ? {} : { stand }),
    ...(find === "" ? {} : { find }),
  });
  if (matrix.total === 0) {
    const all = stand === "missing" && find === "";
    empty(body, all ? desk.matrixAll : desk.matrixEmpty, all);
    return;
  }
  const go = (to: number) => {
    offset = to;
    drawMatrix(now)
      .then(() => byId("matrix-title").focus())
      .catch(trouble);
  };
  const pages = pager({ offset, limit: PAGE, total: matrix.total, go }, desk.page, fill);
  filled(body, tableOf(matrix, now), ...(pages === null ? [] : [pages]));
}

function tableOf({ periods, rows }: Matrix, now: Desk): HTMLElement {
  const shown = [...periods].reverse();
  const heads = [desk.colOffice, ...shown.map(monthText)].map((text) => make("th", { scope: "col" }, text));
  const lines = rows.map((row) => {
    const cells = [...row.cells].reverse();
    return make(
      "tr",
      {},
      make("td", { class: "head" }, row.name, make("span", { class: "hint" }, ` ${row.district}`), ...aside(row, now)),
      ...cells.map((cell, i) => make("td", { "data-label": monthText(shown[i]!) }, ...cellOf(cell, row, shown[i]!))),
    );
  });
  return make("table", { class: "matrix" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...lines));
}

function aside(row: Matrix["rows"][number], now: Desk): Node[] {
  const parts: Node[] = [];
  if (row.remindedAt !== null)
    parts.push(make("span", { class: "small" }, fill(desk.reminded, { time: timeText(row.remindedAt) })));
  const owes = row.cells.at(-1)?.stand === "missing" || row.cells.at(-1)?.stand === "returned";
  if (owes && now.session.role === "province") {
    const label = `${desk.extend}: ${row.name}`;
    const choose = () => chooseOffice(row);
    parts.push(make("button", { type: "button", class: "quiet", "aria-label": label, onclick: choose }, desk.extend));
  }
  return parts;
}

function cellOf(cell: Matrix["rows"][number]["cells"][number], row: Matrix["rows"][number], period: string): Node[] {
  if (cell.stand === null) return [make("span", { class: "hint" }, desk.notAsked)];
  const mark = standMark(cell.stand, cell.accepted ? ` · ${desk.accepted}` : "");
  const parts: Node[] = [];
  if (cell.submission === null || cell.stand === "missing") parts.push(mark);
  else {
    const label = `${row.name} ${monthText(period)}: ${mark.textContent?.trim()}`;
    const href = `/desk/sheet?id=${cell.submission}&lang=${language}`;
    const link = make("a", { href, "aria-label": label });
    link.append(mark);
    parts.push(link);
  }
  if (cell.until !== null)
    parts.push(make("span", { class: "small" }, fill(desk.until, { time: timeText(cell.until) })));
  return parts;
}
