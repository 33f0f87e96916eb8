import type { FieldDefinition } from "../../../../shared/forms/index.ts";
import { formOf } from "../book.ts";
import { byId, make } from "../dom.ts";
import { isPicked, pickCell } from "./picks.ts";
import { empty, filled, pager } from "./state.ts";
import type { Detail, Diff } from "./types.ts";
import { desk, fill } from "./words.ts";

/** A sheet of thousands of rows is turned page by page. */
const PAGE = 100;

type Answer = Detail["answers"][number];

interface Changes {
  added: Set<number>;
  movedFrom: Map<number, number>;
  /** "row field" -> what stood there before. */
  before: Map<string, string>;
}

/** The rows as they were sent, with what changed in place. `onPick` is null where nothing can be returned. */
export function drawRows(detail: Detail, diff: Diff | null, onPick: (() => void) | null, offset = 0): void {
  const body = byId("rows-body");
  const rows = detail.answers.filter((answer) => answer.verdict !== "skip");
  if (rows.length === 0) {
    empty(body, desk.rowsEmpty);
    return;
  }
  const form = formOf(detail);
  if (form?.sections !== undefined) {
    filled(body, documentTable(rows[0]!, form.fields, changesOf(diff), onPick));
    return;
  }
  const fields = (form?.fields ?? []).filter(({ id }) => rows.some((row) => row.cells[id] !== undefined));
  const changes = changesOf(diff);
  const heads = [desk.colRow, ...fields.map(({ label }) => label)].map((text) => make("th", { scope: "col" }, text));
  const lines = rows.slice(offset, offset + PAGE).map((row) => lineOf(row, fields, changes, onPick));
  const table = make(
    "table",
    { class: "sheet" },
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...lines),
  );
  const go = (to: number) => {
    drawRows(detail, diff, onPick, to);
    byId("rows-title").focus();
  };
  const pages = pager({ offset, limit: PAGE, total: rows.length, go }, desk.rowsPage, fill);
  const room = make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": desk.rowsTitle }, table);
  filled(body, room, ...(pages === null ? [] : [pages]));
}

/** A form without a table is one row of many blanks: each blank a line of its own, under the name it is printed with. */
function documentTable(
  row: Answer,
  fields: FieldDefinition[],
  changes: Changes,
  onPick: (() => void) | null,
): HTMLElement {
  const lines = fields.map((field) => {
    const cell = cellOf(row, field, changes, onPick);
    return make("tr", {}, make("td", { class: "head" }, field.label), cell);
  });
  const head = [desk.colBlank, desk.colValue].map((text) => make("th", { scope: "col" }, text));
  return make(
    "table",
    { class: "sheet document" },
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...lines),
  );
}

function changesOf(diff: Diff | null): Changes {
  return {
    added: new Set(diff?.added.map(({ row }) => row)),
    movedFrom: new Map(diff?.moved.map(({ from, to }) => [to, from])),
    before: new Map(
      diff?.changed.flatMap(({ to, fields }) =>
        fields.map(({ field, from }) => [`${to} ${field}`, valueText(from)] as const),
      ),
    ),
  };
}

function lineOf(row: Answer, fields: FieldDefinition[], changes: Changes, onPick: (() => void) | null): HTMLElement {
  const from = changes.movedFrom.get(row.row);
  const marks = [
    changes.added.has(row.row) ? make("span", { class: "tag accepted" }, desk.added) : null,
    from === undefined ? null : make("span", { class: "tag" }, fill(desk.moved, { row: from })),
  ];
  const head = make(
    "td",
    { class: "head" },
    pickable(row.row, null, `${row.row}`, `${desk.colRow} ${row.row}`, onPick),
    ...marks,
  );
  return make("tr", {}, head, ...fields.map((field) => cellOf(row, field, changes, onPick)));
}

function cellOf(
  row: Answer,
  { id, label }: FieldDefinition,
  changes: Changes,
  onPick: (() => void) | null,
): HTMLElement {
  const cell = row.cells[id];
  const text = valueText(cell?.value ?? null);
  const before = changes.before.get(`${row.row} ${id}`);
  const was = before === undefined ? null : make("del", { class: "small" }, fill(desk.wasBefore, { value: before }));
  const kind = `${before === undefined ? "" : "changed "}${cell?.verdict === "warn" ? "warned" : ""}`.trim();
  const name = `${label} ${desk.colRow} ${row.row}: ${text}`;
  return make("td", { "data-label": label, class: kind }, pickable(row.row, id, text, name, onPick), was);
}

/** A cell is a button where it can be marked, and plain text where it cannot. */
function pickable(
  row: number,
  field: string | null,
  text: string,
  name: string,
  onPick: (() => void) | null,
): HTMLElement {
  if (onPick === null) return make("span", {}, text);
  const key = `${row} ${field ?? ""}`;
  const button = make(
    "button",
    {
      type: "button",
      class: "pickable",
      "data-pick": key,
      "aria-pressed": String(isPicked(row, field)),
      "aria-label": name,
    },
    text,
  );
  button.addEventListener("click", () => {
    if (pickCell(row, field) === "there") return;
    button.setAttribute("aria-pressed", "true");
    onPick();
  });
  return button;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === false) return desk.empty;
  return value === true ? "✓" : String(value);
}
