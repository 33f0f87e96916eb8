// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows of which twenty are drawn needs the roles of a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: of a grid's parts only the cells take the keyboard, one at a time
import { Component, type ComponentChildren } from "preact";
import type { Cell } from "../../../shared/sheet/grid.ts";
import type { PaneWords } from "../../../shared/words/pane.ts";
import type { Mark } from "../../host.ts";
import { SHAPE } from "../../pane/views/ui.ts";
import { type Geometry, textOf } from "./geometry.ts";

interface Props {
  row: number;
  /** As printed. */
  number: number;
  cells: readonly Cell[] | undefined;
  geometry: Geometry;
  marks: ReadonlyMap<string, Mark>;
  words: PaneWords;
  /** Column with the keyboard, or -1. */
  active: number;
  editor: ComponentChildren;
  gutter: number;
}

/** One row of the sheet, drawn again only when something of its own differs: scrolling costs the rows that come into sight. */
export class SheetRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name]);
  }

  override render() {
    return drawRow(this.props);
  }
}

/** Words that do not fit end in three dots, never in the middle of nothing. */
function textStyle(geometry: Geometry, row: number, lastRow: number, col: number, over: number | null) {
  const lines = { "-webkit-line-clamp": String(geometry.linesOf(row, lastRow)) };
  return over === null ? lines : { ...lines, width: `${geometry.left[over + 1]! - geometry.left[col]! - 14}px` };
}

/** A merged cell is drawn by its first row, over the rows it covers. */
function drawRow({ row, number, cells, geometry, marks, words, active, editor, gutter }: Props) {
  const height = geometry.top[row + 1]! - geometry.top[row]!;
  const hidden = geometry.view.isHidden(row);
  const drawn = [];
  for (let col = 0; col < geometry.cols; col++) {
    const head = geometry.holder(row, col);
    if (head.row !== row || head.col !== col) continue;
    const end = geometry.end(row, col);
    const text = textOf(cells?.[col]);
    const mark = marks.get(`${row}:${col}`);
    const here = active === col;
    const last = cells === undefined ? end.col : Math.max(end.col, geometry.lastCol(cells, row, col));
    const names = ["cell"];
    if (end.col > col || end.row > row) names.push("merged");
    if (last > end.col) names.push("runs");
    if (mark !== undefined) names.push(mark.verdict);
    if (here) names.push("here");
    drawn.push(
      <div
        role="gridcell"
        key={col}
        class={names.join(" ")}
        data-cell={`${row}:${col}`}
        data-active={here}
        tabIndex={here ? 0 : -1}
        aria-colindex={col + 2}
        aria-colspan={end.col > col ? end.col - col + 1 : undefined}
        aria-rowspan={end.row > row ? end.row - row + 1 : undefined}
        aria-selected={here}
        style={{
          left: `${geometry.left[col]! + gutter}px`,
          width: `${geometry.left[end.col + 1]! - geometry.left[col]!}px`,
          height: `${geometry.top[end.row + 1]! - geometry.top[row]!}px`,
        }}
      >
        {here && editor !== null ? (
          editor
        ) : (
          <>
            {mark !== undefined && (
              <span class="shape">
                <span aria-hidden="true">{SHAPE[mark.verdict]}</span>
                <span class="vh">
                  {words.verdict[mark.verdict]}: {mark.note}
                </span>
              </span>
            )}
            <span class="text" style={textStyle(geometry, row, end.row, col, last > end.col ? last : null)}>
              {text}
            </span>
            {text === "" && <span class="vh">{words.cellBlank}</span>}
          </>
        )}
      </div>,
    );
  }
  return (
    <div
      role="row"
      class={hidden ? "sheet-row hidden-row" : "sheet-row"}
      aria-rowindex={row + 2}
      style={{ top: `${geometry.top[row]!}px`, height: `${height}px` }}
    >
      <div role="rowheader" class="gutter" aria-colindex={1}>
        {number}
        {hidden && <span class="vh"> {words.rowHidden}</span>}
      </div>
      {drawn}
    </div>
  );
}
