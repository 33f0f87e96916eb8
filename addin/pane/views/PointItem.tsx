import { useLayoutEffect, useRef } from "preact/hooks";
import { alike } from "../core/alike.ts";
import { type Choice, choicesFor, isTypeable } from "../core/choices.ts";
import type { Point } from "../core/points.ts";
import { pointSentence } from "../sentences.ts";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { sayText } from "./sayText.ts";
import { fill, SHAPE, type Ui } from "./ui.ts";

export const headId = (key: string) => `point-${key}`;

/** One point: a line, and under it, when it is the open one, what is wrong and what can be done. */
export function PointItem({ point, ui, open }: { point: Point; ui: Ui; open: boolean }) {
  const { state, words, dispatch } = ui;
  const box = useRef<HTMLLIElement>(null);
  const look = point.kind === "returned" ? "returned" : point.verdict;
  const choices =
    open && state.report !== null && state.reading !== null ? choicesFor(point, state.report, state.reading.grid) : [];
  const take = (choice: Choice | undefined) => {
    if (choice !== undefined) dispatch({ on: "take", key: point.key, say: choice.say });
  };
  const enter = () => {
    if (choices.length === 1) take(choices[0]);
    else box.current?.querySelector<HTMLElement>(".choice, .type input, .jump")?.focus();
  };
  useLayoutEffect(() => {
    if (open) box.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const inHead = (event.target as HTMLElement).classList.contains("point-head");
    const inInput = event.target instanceof HTMLInputElement;
    const all = () => dispatch({ on: "takeAll", key: point.key, say: choices[0]!.say });
    if (inHead && open && event.key === "Enter") {
      if (event.shiftKey && choices.length === 1) all();
      else enter();
    } else if (inHead && event.key in STEPS) dispatch({ on: "go", to: STEPS[event.key]! });
    else if (!inInput && open && /^[1-9]$/.test(event.key)) take(choices[Number(event.key) - 1]);
    else if (!inHead && event.key === "Escape") dispatch({ on: "open", key: point.key, focus: true });
    else return;
    event.preventDefault();
  };
  return (
    <li class={`point ${look}${open ? " open" : ""}`} ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="point-head"
        id={headId(point.key)}
        aria-expanded={open}
        tabIndex={open ? 0 : -1}
        onClick={() => dispatch({ on: "open", key: point.key })}
      >
        <span class="tag">
          <span aria-hidden="true">{SHAPE[look]}</span> {words.verdict[look]}
        </span>
        <span class="where">{whereText(point, ui)}</span>
        <span class="typed">{typedText(point, ui, open)}</span>
      </button>
      {open && <Body point={point} ui={ui} choices={choices} take={take} />}
    </li>
  );
}

const STEPS: Record<string, "next" | "previous" | "first" | "last"> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
};

function whereText(point: Point, { words }: Ui): string {
  // Of a line in a form without a table ("s3.1.count") the section is named.
  const nameOf = (field: string) => words.field[field] ?? words.field[field.replace(/\.[0-9]+\.[a-z]+$/i, "")] ?? field;
  const names = point.fields.slice(0, 2).map(nameOf);
  const place =
    point.kind === "shift" || point.kind === "duplicate" ? fill(words.row, { row: point.row ?? "" }) : point.cell;
  if (point.kind === "shift") return place ?? "";
  return [place ?? (point.row === null ? words.wholeSheet : fill(words.row, { row: point.row })), names.join(" / ")]
    .filter((part) => part !== "")
    .join(" · ");
}

/** A line to know it by while it is closed. */
function typedText(point: Point, { words, language }: Ui, open: boolean): string {
  if (point.kind === "finding" || point.kind === "returned") return open ? "" : pointSentence(point, language);
  if (point.kind !== "cell" && point.kind !== "swap") return "";
  // Open, the sentence below quotes what was typed.
  if (open && pointSentence(point, language).includes(String(point.raw))) return "";
  return point.raw === null || point.raw === "" ? words.nothingTyped : `“${String(point.raw)}”`;
}

interface BodyProps {
  point: Point;
  ui: Ui;
  choices: Choice[];
  take(choice: Choice): void;
}

function Body({ point, ui, choices, take }: BodyProps) {
  const { state, words, language, dispatch } = ui;
  const same = choices.length === 0 ? [] : alike(point, state.points);
  const preview = state.preview?.key === point.key ? state.preview : null;
  return (
    <div class="point-body">
      <p>{pointSentence(point, language)}</p>
      <ColumnChoice point={point} ui={ui} />
      {point.followers > 0 && <p class="soft">{fill(words.following, { count: point.followers })}</p>}
      {preview !== null ? (
        <Preview ui={ui} preview={preview} />
      ) : (
        choices.length > 0 && (
          <fieldset class="choices">
            <legend>{point.kind === "pair" ? words.pairQuestion : words.choices}</legend>
            {choices.map((choice, i) => (
              <div class="choice-line" key={JSON.stringify(choice.say)}>
                <button type="button" class="choice" disabled={state.busy} onClick={() => take(choice)}>
                  <span class="digit" aria-hidden="true">
                    {i + 1}
                  </span>
                  <span>{sayText(choice.say, words)}</span>
                </button>
                {same.length > 1 && (
                  <button
                    type="button"
                    class="quiet all"
                    aria-label={`${sayText(choice.say, words)}: ${fill(words.all, { count: same.length })}`}
                    disabled={state.busy}
                    onClick={() => dispatch({ on: "takeAll", key: point.key, say: choice.say })}
                  >
                    {fill(words.all, { count: same.length })}
                  </button>
                )}
              </div>
            ))}
          </fieldset>
        )
      )}
      {state.report !== null && preview === null && isTypeable(point, state.report, state.reading?.grid ?? null) && (
        <TypeBox key={point.key} point={point} ui={ui} label={choices.length > 0 ? words.typeLabel : words.typeOnly} />
      )}
      {point.cell !== null && (
        <button type="button" class="quiet jump" onClick={() => dispatch({ on: "open", key: point.key, jump: true })}>
          {fill(words.jump, { cell: point.cell })}
        </button>
      )}
    </div>
  );
}

function Preview({ ui, preview }: { ui: Ui; preview: NonNullable<Ui["state"]["preview"]> }) {
  const { words, dispatch } = ui;
  const yes = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => yes.current?.focus(), []);
  const value = sayText(preview.say, words);
  return (
    <fieldset class="preview">
      <legend>{fill(words.previewTitle, { count: preview.writes.length, value })}</legend>
      <p class="soft cells">{fill(words.previewCells, { cells: preview.cells.join(", ") })}</p>
      <div class="row">
        <button type="button" class="primary" ref={yes} onClick={() => dispatch({ on: "previewed", yes: true })}>
          {words.previewYes}
        </button>
        <button type="button" class="second" onClick={() => dispatch({ on: "previewed", yes: false })}>
          {words.previewNo}
        </button>
      </div>
    </fieldset>
  );
}

function TypeBox({ point, ui, label }: { point: Point; ui: Ui; label: string }) {
  const { dispatch, words } = ui;
  const input = useRef<HTMLInputElement>(null);
  const id = `type-${point.key}`;
  const names = namesFor(point, ui);
  const use = (event: Event) => {
    event.preventDefault();
    dispatch({ on: "typed", key: point.key, text: input.current?.value ?? "" });
  };
  const typed = typeof point.raw === "string" && point.raw.length < 200 ? point.raw : String(point.raw ?? "");
  return (
    <form class="type" onSubmit={use}>
      <label for={id}>{label}</label>
      <div class="row">
        <input
          ref={input}
          id={id}
          defaultValue={typed}
          autocomplete="off"
          list={names.length > 0 ? `${id}-names` : undefined}
        />
        <button type="submit" class="second">
          {words.typeUse}
        </button>
      </div>
      {names.length > 0 && (
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </form>
  );
}

/** Names to pick from: the offices of the row's district, or the districts of the province. */
function namesFor(point: Point, { state, registry }: Ui): string[] {
  const province = state.report?.province;
  if (registry === null || province == null) return [];
  if (point.fields[0] === "district") return registry.districts(province).map((district) => district.name);
  if (point.fields[0] !== "office") return [];
  const district = state.report?.rows.find((row) => row.row === point.row)?.cells.district?.value;
  return registry
    .inProvince(province)
    .filter((office) => typeof district !== "string" || office.district === district)
    .map((office) => (office.type === "เมืองพัทยา" ? office.type : office.type + office.name));
}
