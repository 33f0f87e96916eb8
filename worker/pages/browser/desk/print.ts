import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import type { Context } from "./context.ts";
import { level } from "./levelWords.ts";
import { filled, loading } from "./state.ts";
import type { Desk, Print } from "./types.ts";
import { language } from "./words.ts";

/** More columns than this are printed small. */
const DENSE = 10;
const BLANK_WIDTH = 6;

/** The master for paper. The browser prints it, or saves it as a PDF; headings come again on each sheet. */
export async function printPage(now: Desk): Promise<void> {
  const paper = byId("paper");
  loading(paper);
  byId("back").setAttribute("href", `/desk/up?form=${now.form}&period=${now.period}&lang=${language}`);
  const print = await get<Print>(`/provinces/${now.province}/print`, { form: now.form, period: now.period });
  document.title = `${print.scope} · ${level.titles.print}`;
  filled(
    paper,
    ...print.title.map((line) => make("p", { class: "paper-title" }, line)),
    make("p", { class: "paper-scope" }, print.scope),
    print.rows.length === 0 ? make("p", { class: "notice" }, level.printEmpty) : rowsTable(print),
    ...print.notes.map((note) => make("p", { class: "paper-note" }, note)),
    make("div", { class: "paper-sign" }, ...print.signature.map((line) => make("p", {}, line))),
    make("h2", {}, level.printOffices),
    officesTable(print),
    make("h2", {}, level.printMissing),
    print.missing.length === 0 ? make("p", {}, level.printAllSent) : missingTable(print),
    make("p", { class: "paper-note" }, print.asOf),
  );
}

export function openPrint(_: Context): void {
  byId("print-go").addEventListener("click", () => window.print());
}

function table(head: HTMLElement[], body: HTMLElement[], foot: HTMLElement[], label: string): HTMLElement {
  const content = make(
    "table",
    { class: "printed" },
    make("thead", {}, ...head),
    make("tbody", {}, ...body),
    ...(foot.length === 0 ? [] : [make("tfoot", {}, ...foot)]),
  );
  return make("div", { class: "sheet-room", tabindex: 0, role: "group", "aria-label": label }, content);
}

function rowsTable(print: Print): HTMLElement {
  const { columns, rows, totals, scope } = print;
  const grouped = columns.some(({ group }) => group !== null);
  const top: HTMLElement[] = [];
  for (let i = 0; i < columns.length; ) {
    const { group, label } = columns[i]!;
    let span = 1;
    while (group !== null && columns[i + span]?.group === group) span++;
    if (group === null) top.push(make("th", { scope: "col", rowspan: grouped ? 2 : 1 }, label));
    else top.push(make("th", { scope: "colgroup", colspan: span }, group));
    i += span;
  }
  const second = columns.filter(({ group }) => group !== null).map(({ label }) => make("th", { scope: "col" }, label));
  const head = [make("tr", {}, ...top), ...(grouped ? [make("tr", {}, ...second)] : [])];
  const body = rows.map((row) =>
    make("tr", {}, ...row.map((value, i) => make("td", { class: columns[i]!.number ? "num" : "" }, textOf(value)))),
  );
  const first = Math.max(
    1,
    totals.findIndex((one) => one !== null),
  );
  const sums = totals.slice(first).map((one) => make("td", { class: "num" }, textOf(one)));
  const foot = totals.some((one) => one !== null)
    ? [make("tr", {}, make("th", { scope: "row", colspan: first }, level.total), ...sums)]
    : [];
  // The total belongs under the last row, not under every sheet: it stands as the table's last row.
  const room = table(head, [...body, ...foot], [], scope);
  const printed = room.querySelector("table")!;
  printed.classList.toggle("dense", columns.length > DENSE);
  printed.prepend(widths(print));
  return room;
}

/** Widths as on the blank; a column that nobody filled keeps only the room for its heading. */
function widths({ columns, rows }: Print): HTMLElement {
  const shares = columns.map(({ width }, i) =>
    rows.some((row) => row[i] !== null && row[i] !== "") ? width : Math.min(width, BLANK_WIDTH),
  );
  const all = shares.reduce((sum, one) => sum + one, 0);
  const group = make("colgroup");
  for (const share of shares) {
    const column = make("col");
    column.style.width = `${((share / all) * 100).toFixed(2)}%`;
    group.append(column);
  }
  return group;
}

function officesTable({ offices }: Print): HTMLElement {
  const head = [level.colSeq, level.colDistrict, level.colOffice, level.colState, level.printRows];
  const body = offices.map(({ name, district, state, late, rows }, i) =>
    lineOf([i + 1, district, name, late ? `${state} (${level.printLate})` : state, rows]),
  );
  return table([headOf(head)], body, [], level.printOffices);
}

function missingTable({ missing }: Print): HTMLElement {
  const head = [level.colSeq, level.colDistrict, level.colOffice, level.colState];
  const body = missing.map(({ name, district, state }, i) => lineOf([i + 1, district, name, state]));
  return table([headOf(head)], body, [], level.printMissing);
}

function headOf(labels: string[]): HTMLElement {
  return make("tr", {}, ...labels.map((text) => make("th", { scope: "col" }, text)));
}

function lineOf(values: (string | number)[]): HTMLElement {
  return make(
    "tr",
    {},
    ...values.map((value) => make("td", { class: typeof value === "number" ? "num" : "" }, String(value))),
  );
}

function textOf(value: string | number | null): string {
  return typeof value === "number" ? value.toLocaleString("en-US") : (value ?? "");
}
