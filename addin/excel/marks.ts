/// <reference types="office-js" />
import { HostProblem, type Mark, type Place } from "../host.ts";
import { knows } from "./batch.ts";
import { areaLists, areaText, parseAreas, runsOf } from "./sheet/areas.ts";
import { scalarFrom } from "./sheet/cells.ts";
import type { Mirror } from "./sheet/mirror.ts";

/*
 * Marks on the sheet: conditional formats and comments that can be told from the user's own and taken off without a trace.
 * A conditional format lies over a cell and changes nothing of it; its rule is always true and carries our name. A comment
 * begins with our name; one that somebody answered is theirs as much as ours and stays.
 */

const RULE = /^=?\s*LEN\("ruam"\)\s*=\s*4\s*$/i;
const OUR_RULE = '=LEN("ruam")=4';
/** First words of our comments, in either language. */
const OUR_NOTE = /^(รวมแบบ|Ruam) · /;
const NOTE = "รวมแบบ · ";
/** More comments than this help nobody; the list in the sidebar has them all. */
const NOTES_AT_MOST = 100;
/** Cells whose own fill must be known one by one, at once. */
const FILLS_AT_MOST = 40_000;

type Look = Mark["verdict"];

/** Told apart by the frame's line as well as by colour. */
const LOOKS: Record<Look, { fill: string; edge: string; line: "Continuous" | "Dash" | "Dot" }> = {
  error: { fill: "#FBDAD6", edge: "#97231B", line: "Continuous" },
  suggest: { fill: "#FCE9C6", edge: "#7A4700", line: "Dash" },
  warn: { fill: "#E3E8F4", edge: "#3D4A66", line: "Dot" },
};

/** Replaces our marks by these: three round trips, whatever their number. Rejects with `stale`, `protected`, `gone`. */
export async function paint(context: Excel.RequestContext, mirror: Mirror, marks: readonly Mark[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);
  sheet.load("id");
  sheet.protection.load("protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,values");
  used.format.fill.load("color");
  const own = askOwn(sheet);
  await context.sync();
  if (sheet.isNullObject) throw new HostProblem("gone");
  if (sheet.protection.protected) throw new HostProblem("protected");
  if (!isAsRead(mirror, used)) throw new HostProblem("stale");

  const details = own.detail();
  const fills = marks.length === 0 || used.isNullObject ? null : askFills(sheet, used);
  await context.sync();

  details.remove();
  const filled = (place: Place) => fills?.at(place) === true;
  for (const [look, group] of groups(marks, filled)) {
    for (const list of areaLists(runsOf(group.places))) draw(sheet.getRanges(list), LOOKS[look], group.filled);
  }
  if (knows("1.10")) {
    const noted = marks.filter((mark) => mark.verdict !== "warn" && !details.isNoted(mark));
    for (const mark of noted.slice(0, NOTES_AT_MOST)) sheet.comments.add(cellText(mark), NOTE + mark.note);
  }
  await syncWithNotes(context);
}

/**
 * Excel refuses a comment where a note of the old kind stands, which this interface does not show. Comments come last in the
 * batch and what came before them stays done, so the frames stand all the same.
 */
async function syncWithNotes(context: Excel.RequestContext): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    const location = (error as { debugInfo?: { errorLocation?: string } }).debugInfo?.errorLocation ?? "";
    if (!/^CommentCollection\.add/i.test(location)) throw error;
  }
}

/** Takes our marks off; everything else stays as it is. */
export async function wipe(context: Excel.RequestContext, mirror: Mirror): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);
  sheet.load("id");
  const own = askOwn(sheet);
  await context.sync();
  if (sheet.isNullObject) throw new HostProblem("gone");
  const details = own.detail();
  await context.sync();
  details.remove();
  await context.sync();
}

const cellText = ({ row, col }: Place) => areaText({ top: row, bottom: row, left: col, right: col });

function isAsRead(mirror: Mirror, used: Excel.Range): boolean {
  if (used.isNullObject) return mirror.rowCount === 0;
  if (used.values === null) return true;
  const values = used.values.map((line) => line.map(scalarFrom));
  return mirror.difference(used.rowIndex, used.columnIndex, values) === null;
}

function askOwn(sheet: Excel.Worksheet) {
  const formats = sheet.getRange().conditionalFormats;
  formats.load("items/id,items/type");
  const comments = knows("1.10") ? sheet.comments : null;
  comments?.load("items/id,items/content,items/replies/items/id");
  return {
    /** Call after a `sync`; its answer holds after the next. */
    detail() {
      const ids = formats.items.filter((format) => format.type === "Custom").map((format) => format.id);
      // A range ends with its round trip, and so does what hangs on it: each time it is asked for anew.
      const all = sheet.getRange().conditionalFormats;
      const custom = ids.map((id) => ({ id, rule: all.getItem(id).custom.rule }));
      for (const { rule } of custom) rule.load("formula");
      const notes = (comments?.items ?? []).map((comment) => {
        const location = comment.getLocation();
        location.load("address");
        return { comment, location, isOurs: OUR_NOTE.test(comment.content) && comment.replies.items.length === 0 };
      });
      return {
        remove() {
          const now = sheet.getRange().conditionalFormats;
          for (const { id, rule } of custom) if (RULE.test(rule.formula)) now.getItem(id).delete();
          for (const { comment, isOurs } of notes) if (isOurs) comment.delete();
        },
        /** Somebody's own comment stands there. */
        isNoted({ row, col }: Place): boolean {
          return notes.some(({ location, isOurs }) => {
            const [at] = isOurs ? [] : (parseAreas(location.address) ?? []);
            return at !== undefined && at.top === row && at.left === col;
          });
        },
      };
    },
  };
}

const NO_FILL = /^(#ffffff)?$/i;

/** Which cells have a fill of their own: there ours is left away. One question where the whole sheet is of one colour. */
function askFills(sheet: Excel.Worksheet, used: Excel.Range): { at(place: Place): boolean } {
  const color: string | null = used.format.fill.color;
  if (color !== null || used.rowCount * used.columnCount > FILLS_AT_MOST) {
    const all = color !== null && !NO_FILL.test(color);
    return { at: () => all };
  }
  const [top, left] = [used.rowIndex, used.columnIndex];
  const area = { top, left, bottom: top + used.rowCount - 1, right: left + used.columnCount - 1 };
  const answer = sheet.getRange(areaText(area)).getCellProperties({ format: { fill: { color: true } } });
  return {
    at: ({ row, col }) => !NO_FILL.test(answer.value[row - top]?.[col - left]?.format?.fill?.color ?? ""),
  };
}

function groups(marks: readonly Mark[], filled: (place: Place) => boolean) {
  const found = new Map<string, { look: Look; filled: boolean; places: Place[] }>();
  for (const mark of marks) {
    const has = filled(mark);
    const key = `${mark.verdict}${has}`;
    const group = found.get(key) ?? { look: mark.verdict, filled: has, places: [] };
    group.places.push({ row: mark.row, col: mark.col });
    found.set(key, group);
  }
  return [...found.values()].map((group) => [group.look, group] as const);
}

const SIDES = ["top", "bottom", "left", "right"] as const;

function draw(areas: Excel.RangeAreas, look: (typeof LOOKS)[Look], filled: boolean): void {
  const format = areas.conditionalFormats.add("Custom");
  format.custom.rule.formula = OUR_RULE;
  if (!filled) format.custom.format.fill.color = look.fill;
  for (const side of SIDES) {
    const border = format.custom.format.borders[side];
    border.style = look.line;
    border.color = look.edge;
  }
}
