// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows of which twenty are drawn needs the roles of a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: of a grid's parts only the cells take the keyboard, one at a time
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { columnLetters } from "../../../shared/sheet/address.ts";
import { type Cell, scalarOf } from "../../../shared/sheet/grid.ts";
import { fill } from "../../../shared/words/fill.ts";
import type { PaneWords } from "../../../shared/words/pane.ts";
import { typedValue } from "../../pane/core/typed.ts";
import type { FileHost } from "../fileHost.ts";
import { Editor } from "./Editor.tsx";
import { columnWidths, Geometry, textOf } from "./geometry.ts";
import { type At, moved, pastedBlock, types } from "./keys.ts";
import { SheetRow } from "./SheetRow.tsx";

const HEAD_PX = 34;
const GUTTER_PX = 52;
const OVERSCAN = 6;

interface Props {
  host: FileHost;
  sheet: string;
  words: PaneWords;
  /** Told where the user is, in sheet coordinates. */
  at(row: number, col: number): void;
}

interface Editing extends At {
  text: string;
}

/** The sheet itself: only the rows in sight are drawn, whatever their number. Walked and edited as any spreadsheet is. */
export function SheetView({ host, sheet, words, at: tell }: Props) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => host.watch(() => redraw(null)), [host]);
  const { grid } = host.readNow(sheet);
  const origin = useMemo(() => originOf(grid.origin), [grid.origin]);
  const widths = useMemo(() => columnWidths(grid), [host, sheet]);
  const heights = useRef(new WeakMap<readonly Cell[], number>());
  const geometry = useMemo(() => new Geometry(grid, widths, heights.current), [grid, widths]);
  const box = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState({ top: 0, height: 800 });
  const [active, setActive] = useState<At>({ row: 0, col: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  const wantsFocus = useRef(false);
  const latest = useRef({ geometry, active });
  latest.current = { geometry, active };

  useEffect(() => {
    const element = box.current!;
    const watch = new ResizeObserver(() => {
      setWindow((was) => ({ ...was, height: element.clientHeight }));
      // Chosen while the sheet was out of sight: it comes into sight with its cell.
      if (element.clientHeight > 0) reveal(element, latest.current.geometry, latest.current.active);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const go = (to: At, focus: boolean) => {
    wantsFocus.current ||= focus;
    setActive(to);
    tell(to.row + origin.row, to.col + origin.col);
  };

  // The pane, or a press on ไปที่เซลล์, leads here.
  const { selection } = host;
  useLayoutEffect(() => {
    if (selection === null || selection.sheet !== sheet) return;
    wantsFocus.current ||= selection.focus;
    setActive(geometry.holder(Math.max(0, selection.row - origin.row), Math.max(0, selection.col - origin.col)));
  }, [selection, sheet]);

  useLayoutEffect(() => {
    reveal(box.current!, geometry, active);
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true });
  }, [active, editing]);

  const write = (places: { row: number; col: number; text: string }[]) => {
    const changed = places
      .map(({ row, col, text }) => ({
        row: row + origin.row,
        col: col + origin.col,
        value: typedValue(text),
        was: grid.rows[row]?.[col],
      }))
      .filter(({ value, was }) => (scalarOf(was) ?? "") !== (value ?? ""));
    if (changed.length > 0)
      host.type(
        sheet,
        changed.map(({ row, col, value }) => ({ row, col, value })),
      );
  };
  const edit = (text: string | null) =>
    setEditing({ ...active, text: text ?? textOf(grid.rows[active.row]?.[active.col]) });
  const finish = (text: string | null, key: string | null) => {
    if (text !== null && editing !== null) write([{ ...editing, text }]);
    setEditing(null);
    // A click elsewhere has taken the keyboard already.
    if (key === null) return;
    go(moved(key, false, active, geometry, 1) ?? active, true);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const to = moved(event.key, command, active, geometry, Math.max(1, Math.floor(window.height / 40) - 2));
    if (to !== null) go(to, true);
    else if (event.key === "Enter" || event.key === "F2") edit(null);
    else if (event.key === "Delete" || event.key === "Backspace") write([{ ...active, text: "" }]);
    else if (command && event.key.toLowerCase() === "y") void host.redo();
    else if (command && event.code === "KeyZ") void (event.shiftKey ? host.redo() : host.undo());
    else if (types(event)) return edit("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.clipboardData?.setData("text/plain", textOf(grid.rows[active.row]?.[active.col]));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null) return;
    const block = pastedBlock(event.clipboardData?.getData("text/plain") ?? "");
    write(block.flatMap((line, r) => line.map((text, c) => ({ row: active.row + r, col: active.col + c, text }))));
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]");
    if (cell === null || cell.querySelector("input") !== null) return;
    const [row, col] = cell.dataset.cell!.split(":").map(Number) as [number, number];
    go({ row, col }, true);
  };

  const marks = useMemo(() => {
    const byCell = new Map(
      host.marksOf(sheet).map((mark) => [`${mark.row - origin.row}:${mark.col - origin.col}`, mark]),
    );
    return byCell;
  }, [host.marksOf(sheet), origin]);
  const rows = visibleRows(geometry, window, active.row);
  return (
    <div
      class="sheet"
      role="grid"
      ref={box}
      aria-label={`${fill(words.gridLabel, { sheet: grid.sheet })}. ${words.gridHelp}`}
      aria-rowcount={geometry.rows + 1}
      aria-colcount={geometry.cols + 1}
      onScroll={(event) => {
        const top = event.currentTarget.scrollTop;
        setWindow((was) => ({ ...was, top }));
      }}
      {...{ onKeyDown, onCopy, onPaste, onMouseDown, onDblClick: () => edit(null) }}
    >
      <div
        role="rowgroup"
        class="sheet-head"
        style={{ width: `${geometry.width + GUTTER_PX}px`, height: `${HEAD_PX}px` }}
      >
        <div role="row" aria-rowindex={1} class="sheet-row">
          <div role="columnheader" class="gutter" aria-colindex={1}>
            <span class="vh">{words.sheet}</span>
          </div>
          {Array.from({ length: geometry.cols }, (_, col) => (
            <div
              role="columnheader"
              key={col}
              class={col === active.col ? "letter here" : "letter"}
              aria-colindex={col + 2}
              style={{
                left: `${geometry.left[col]! + GUTTER_PX}px`,
                width: `${geometry.left[col + 1]! - geometry.left[col]!}px`,
              }}
            >
              {columnLetters(col + origin.col)}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        class="sheet-body"
        style={{ width: `${geometry.width + GUTTER_PX}px`, height: `${geometry.height}px` }}
      >
        {rows.map((row) => (
          <SheetRow
            key={row}
            {...{ row, geometry, marks, words, gutter: GUTTER_PX }}
            cells={grid.rows[row]}
            number={row + origin.row + 1}
            active={active.row === row ? active.col : -1}
            editor={
              editing?.row === row ? (
                <Editor
                  text={editing.text}
                  label={fill(words.editCell, {
                    cell: geometry.view.letters(editing.col) + (row + origin.row + 1),
                  })}
                  finish={finish}
                />
              ) : null
            }
          />
        ))}
      </div>
    </div>
  );
}

function originOf(origin: string | undefined): At {
  const match = /^([A-Z]+)([0-9]+)$/.exec(origin ?? "A1");
  if (match === null) return { row: 0, col: 0 };
  const col = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, col };
}

/** Rows in sight and a few around them, those whose merge reaches into sight, and the row with the keyboard. */
function visibleRows(geometry: Geometry, window: { top: number; height: number }, active: number): number[] {
  const first = Math.max(0, geometry.rowAt(window.top) - OVERSCAN);
  const last = Math.min(geometry.rows - 1, geometry.rowAt(window.top + window.height) + OVERSCAN);
  const rows = new Set<number>();
  for (let col = 0; col < geometry.cols; col++) rows.add(geometry.holder(first, col).row);
  for (let row = first; row <= last; row++) rows.add(row);
  rows.add(Math.min(active, geometry.rows - 1));
  return [...rows].sort((a, b) => a - b);
}

/** Scrolls just as far as needed for the cell to be in sight beside the row numbers and under the letters. */
function reveal(box: HTMLElement, geometry: Geometry, { row, col }: At): void {
  const end = geometry.end(row, col);
  const [top, bottom] = [geometry.top[row]!, geometry.top[end.row + 1]!];
  const [left, right] = [geometry.left[col]!, geometry.left[end.col + 1]!];
  const height = box.clientHeight - HEAD_PX;
  const width = box.clientWidth - GUTTER_PX;
  if (top < box.scrollTop || bottom > box.scrollTop + height)
    box.scrollTop = top < box.scrollTop ? Math.max(0, top - height / 3) : Math.max(0, bottom - (height * 2) / 3);
  if (right > box.scrollLeft + width) box.scrollLeft = right - width;
  if (left < box.scrollLeft) box.scrollLeft = left;
}
