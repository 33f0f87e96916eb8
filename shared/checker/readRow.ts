import type { Suggestion } from "../answer.ts";
import type { FieldDefinition, FieldKind, Severity } from "../forms/definition.ts";
import { missingValue, NUMBER_KINDS } from "../rules/byKind.ts";
import { declaresNone } from "../rules/centre.ts";
import type { Code } from "../rules/codes.ts";
import { refuseDateAsCount } from "../rules/count.ts";
import { declaresNothing } from "../rules/freeText.ts";
import { splitOffice } from "../rules/officeText.ts";
import { accept, isGood, type Reading, refuse, suggest, warn, withCodes } from "../rules/reading.ts";
import type { TickSign } from "../rules/tick.ts";
import { readTickPair } from "../rules/tickPair.ts";
import { type Cell, type RichCell, type Scalar, scalarOf } from "../sheet/grid.ts";
import { matchKey } from "../text/key.ts";
import { isBlankText, startsWithConsonant } from "../text/normalize.ts";
import type { SheetContext } from "./context.ts";
import { type EffectiveCell, isBlankScalar } from "./effective.ts";

/** A row's cells and what was read in them, by the field's place in the form; undefined where there is none. */
export type RowCells = readonly (EffectiveCell | undefined)[];
export type RowReadings = (Reading | undefined)[];

const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|GETTING_DATA)$/i;
const CENTRE_PREFIX = /^(?:ศูนย์\s*พัฒนา\s*เด็ก\s*เล็ก|ศูนย์\s*เด็ก\s*เล็ก|ศ\s*\.\s*พ\s*\.\s*ด|ศพด)[\s.]*/;

function isErrorCell(cell: Cell): boolean {
  if (cell !== null && typeof cell === "object" && (cell.t === "e" || cell.err === true)) return true;
  const value = scalarOf(cell);
  return (
    typeof value === "string" && !startsWithConsonant(value) && value.includes("#") && ERROR_TEXT.test(value.trim())
  );
}

function isDate(cell: Cell): boolean {
  return cell !== null && typeof cell === "object" && cell.t === "d";
}

/** Judges the cells of one data row, without the rules that look at other rows. */
export function readRow(cells: RowCells, context: SheetContext): RowReadings {
  const { plan } = context;
  const readings: RowReadings = [];
  for (let i = 0; i < cells.length; i++) readings.push(undefined);
  const seq = at(cells, plan.seq);
  if (seq !== undefined) put(readings, seq, readPlain(seq) ?? context.seq(scalarOf(seq.cell)!));
  const province = at(cells, plan.province);
  if (province !== undefined) put(readings, province, readProvinceCell(province, context));
  const district = at(cells, plan.district);
  const office = at(cells, plan.office);
  const centre = at(cells, plan.centre);
  const remark = at(cells, plan.remark);
  const districtReading =
    district === undefined ? undefined : put(readings, district, readDistrictCell(district, office, context));
  const named = districtReading?.value;
  const districtName = typeof named === "string" ? named : null;
  const officeReading =
    office === undefined ? undefined : put(readings, office, readOfficeCell(office, centre, districtName, context));

  const done = at(cells, plan.done);
  const notDone = at(cells, plan.notDone);
  const nil = isNil(centre, remark, done, context);
  if (done !== undefined && notDone !== undefined) {
    // With one cell unreadable the pair can not be judged: the other stands for itself.
    const broken = isErrorCell(done.cell);
    const alsoBroken = isErrorCell(notDone.cell);
    const left = broken ? BLANK_TICK : context.tick(done.cell);
    const right = alsoBroken ? BLANK_TICK : context.tick(notDone.cell);
    const pair = readTickPair(left, right, nil || broken || alsoBroken);
    put(readings, done, broken ? spoiled(done) : pair.done);
    put(readings, notDone, alsoBroken ? spoiled(notDone) : pair.notDone);
  } else if (done !== undefined) put(readings, done, readTickPair(context.tick(done.cell), BLANK_TICK, true).done);
  if (centre !== undefined) {
    const reading = readCentreCell(centre, nil, officeReading, context);
    // "No centre" beside a tick of "done" contradicts itself: accepted as written, but told.
    const contradicts = nil && done !== undefined && readings[done.place]?.value === true;
    put(readings, centre, contradicts ? warn(reading.value, reading.codes, reading.params) : reading);
  }
  if (remark !== undefined) {
    const reading = readPlain(remark, NO_REMARK) ?? context.remark(scalarOf(remark.cell)!);
    const ticked = notDone !== undefined && readings[notDone.place]?.value === true;
    put(readings, remark, ticked && !nil ? requireRemark(reading, context) : reading);
  }
  if (plan.others.length > 0) readOthers(cells, readings, context);
  if (remark !== undefined) missRemark(remark, cells, readings, context);
  return readings;
}

function at(cells: RowCells, place: number): EffectiveCell | undefined {
  return place < 0 ? undefined : cells[place];
}

function put(readings: RowReadings, cell: EffectiveCell, reading: Reading): Reading {
  const settled = cell.from === null ? reading : taken(reading, fillCode(cell));
  readings[cell.place] = settled;
  return settled;
}

/** A remark the form asks for, always or beside a value of another cell: known only when all others are read. */
function missRemark(remark: EffectiveCell, cells: RowCells, readings: RowReadings, context: SheetContext): void {
  const { field, place } = remark;
  if (field.required === undefined && field.requiredWhen === undefined) return;
  const reading = readings[place]!;
  const needed = isGood(reading) && reading.value === "" ? neededBy(field, readings, context) : undefined;
  if (needed !== undefined && !reportsNothing(cells, context)) readings[place] = missingValue(field, needed, reading);
}

/** The cells that are read by their kind; a row that declares there was nothing to report leaves them blank. */
function readOthers(cells: RowCells, readings: RowReadings, context: SheetContext): void {
  const nothing = reportsNothing(cells, context);
  for (const place of context.plan.others) {
    const cell = cells[place];
    if (cell === undefined) continue;
    const { field } = cell;
    const date = isErrorCell(cell.cell) ? null : dateAmongNumbers(cell);
    const value = scalarOf(cell.cell);
    const reading = isErrorCell(cell.cell)
      ? spoiled(cell)
      : (date ??
        (isBlank(value, cell)
          ? NO_VALUE[emptyOf(field.kind)]
          : nothing && declaresNothing(cell.text)
            ? accept(cell.text)
            : context.other(cell.cell!, field)));
    const empty = isGood(reading) && (reading.value === null || reading.value === "");
    const needed = empty && !nothing ? neededBy(field, readings, context) : undefined;
    put(readings, cell, needed === undefined ? reading : missingValue(field, needed, reading));
  }
}

/** True for a row in which some cell of words declares that there was nothing to report. */
export function reportsNothing(cells: RowCells, context: SheetContext): boolean {
  if (context.form.nilText === null || context.plan.centre >= 0) return false;
  // Where something is counted, something was done: words of "nothing" beside it are about something else.
  if (cells.some((cell) => cell !== undefined && NUMBER_KINDS.has(cell.field.kind) && hasFigure(cell))) return false;
  return cells.some(
    (cell) => cell !== undefined && WORDS.has(cell.field.kind) && cell.text !== "" && declaresNothing(cell.text),
  );
}

function hasFigure({ cell }: EffectiveCell): boolean {
  return /[1-9๑-๙]/.test(String(scalarOf(cell) ?? ""));
}

const WORDS = new Set<FieldKind>(["name", "text", "remark", "category"]);
const NO_VALUE = { nothing: accept(null), words: accept(""), unticked: accept(false) };

function emptyOf(kind: FieldKind): keyof typeof NO_VALUE {
  if (kind === "tick") return "unticked";
  return ["name", "text", "subdistrict", "moo", "phone", "link", "remark"].includes(kind) ? "words" : "nothing";
}

function dateAmongNumbers(cell: EffectiveCell): Reading | null {
  const counted = NUMBER_KINDS.has(cell.field.kind);
  return counted && isDate(cell.cell) ? refuseDateAsCount(cell.cell as RichCell) : null;
}

/** How much a blank cell of the field is missed in this row. */
function neededBy(field: FieldDefinition, readings: RowReadings, context: SheetContext): Severity | undefined {
  const { requiredWhen } = field;
  if (requiredWhen === undefined) return field.required;
  const asked = readings[context.form.fields.findIndex((one) => one.id === requiredWhen.field)]?.value;
  return requiredWhen.values.includes(String(asked)) ? requiredWhen.verdict : field.required;
}

const BLANK_TICK: TickSign = { kind: "blank", codes: [] };
const NOTHING = accept(null);
const NO_REMARK = accept("");

function spoiled(cell: EffectiveCell): Reading {
  return refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
}

/** What was tidied at the source was told there; here only that it was taken over. What waits or is refused keeps its reason. */
function taken(reading: Reading, codes: Code[]): Reading {
  const tidied = reading.verdict === "ok" || reading.verdict === "fixed";
  return tidied && codes.length > 0 ? { ...reading, verdict: "fixed", codes } : withCodes(reading, codes);
}

/** GEO_FILL speaks of places only; a merged tick or remark is simply read from its merge. */
function fillCode(cell: EffectiveCell): Code[] {
  if (cell.from === "GEO_FILL" && !["province", "district", "office"].includes(cell.field.kind)) return [];
  return cell.from === null ? [] : [cell.from];
}

/** What is the same for every kind of cell: errors, blanks, dates among numbers. Null when the cell's own rule is to read it. */
function readPlain(cell: EffectiveCell, blank: Reading = NOTHING): Reading | null {
  if (isErrorCell(cell.cell)) return spoiled(cell);
  const value = scalarOf(cell.cell);
  if (value === null || value === "") return blank;
  if (cell.field.kind === "seq" && isDate(cell.cell)) return refuse(["NUM_DATE_MISPARSE"], [], { typed: value });
  return null;
}

function readProvinceCell(cell: EffectiveCell, context: SheetContext): Reading {
  if (isErrorCell(cell.cell)) return spoiled(cell);
  const value = scalarOf(cell.cell);
  return isBlank(value, cell) ? filled(context.provinceName) : context.provinceCell(value);
}

function filled(name: string | null): Reading {
  return name === null ? refuse(["GEO_UNKNOWN"], [], { typed: "" }) : accept(name, ["GEO_FILL"], { typed: "" });
}

/** True for the value of a cell with nothing to be seen in it. */
function isBlank(value: Scalar, cell: EffectiveCell): value is null | "" {
  return value === null || (cell.text === "" && typeof value === "string");
}

function isNothing(value: Scalar): boolean {
  return value === null || (typeof value === "string" && isBlankText(value));
}

/** A blank district that no merge or sub-heading fills: what the office's name says is proposed, never put in. */
function readDistrictCell(cell: EffectiveCell, office: EffectiveCell | undefined, context: SheetContext): Reading {
  if (isErrorCell(cell.cell)) return spoiled(cell);
  const value = scalarOf(cell.cell);
  if (!isBlank(value, cell)) return context.district(value);
  const written = office === undefined ? null : scalarOf(office.cell);
  const candidates: string[] = [];
  if (typeof written === "string" && context.province !== null) {
    const index = context.registry.index(context.province);
    const text = office!.text;
    const split = splitOffice(text);
    for (const found of index.withName(matchKey(split.name)))
      if (split.type === null || split.type === found.type) candidates.push(found.district);
  }
  // A column filled only where the value changes: the row above is the likeliest, but it may as well be forgotten.
  const above = scalarOf(cell.above);
  const named = isNothing(above) ? null : context.district(above).value;
  if (candidates.length === 0 && typeof named === "string") candidates.push(named);
  const params = { typed: "", province: context.provinceName };
  return candidates.length > 0
    ? suggest(["GEO_FILL"], [...new Set(candidates)].slice(0, 3), params)
    : refuse(["GEO_UNKNOWN"], [], params);
}

function readOfficeCell(
  cell: EffectiveCell,
  centre: EffectiveCell | undefined,
  district: string | null,
  context: SheetContext,
): Reading {
  if (isErrorCell(cell.cell)) return spoiled(cell);
  const value = scalarOf(cell.cell);
  if (!isBlank(value, cell)) return context.office(value, district);
  const named = centre === undefined ? null : officeInCentre(centre, district, context);
  const params = { typed: "", district, province: context.provinceName };
  if (named !== null) return suggest(["LAO_FROM_CDC"], [named], { ...params, centre: scalarOf(centre!.cell) });
  const above = scalarOf(cell.above);
  const likely = isNothing(above) ? null : context.office(above, district).value;
  return typeof likely === "string" ? suggest(["GEO_FILL"], [likely], params) : refuse(["LAO_UNKNOWN"], [], params);
}

/** "ศพด.อบต.ป่าแดง" names its office; null when the name behind the prefix is not exactly one office. */
function officeInCentre(centre: EffectiveCell, district: string | null, context: SheetContext): string | null {
  const rest = centre.text.replace(CENTRE_PREFIX, "");
  if (splitOffice(rest).type === null) return null;
  for (const text of [rest, rest.split(/[\s(]/)[0]!]) {
    const reading = context.office(text, district);
    if (typeof reading.value === "string") return reading.value;
  }
  return null;
}

const DASH = /^(?:-|–|—|ไม่มี)$/;

/** "ไม่มี ศพด." is a nil report; a mere dash is one only where nothing is reported as done. */
function isNil(
  centre: EffectiveCell | undefined,
  remark: EffectiveCell | undefined,
  done: EffectiveCell | undefined,
  context: SheetContext,
): boolean {
  if (centre === undefined) return false;
  const written = centre.text;
  if (declaresNone(written)) return true;
  if (DASH.test(written)) return done === undefined || context.tick(done.cell).kind !== "true";
  return isBlankScalar(scalarOf(centre.cell)) && declaresNone(remark?.text ?? "");
}

function readCentreCell(
  cell: EffectiveCell,
  nil: boolean,
  office: Reading | undefined,
  context: SheetContext,
): Reading {
  if (isErrorCell(cell.cell)) return spoiled(cell);
  const value = scalarOf(cell.cell);
  const label = typeof office?.value === "string" ? office.value : null;
  if (isBlank(value, cell) || (!nil && DASH.test(cell.text)))
    return nil ? accept("", ["CDC_NONE"], { typed: "" }) : refuse(["CDC_MISSING"], [], { typed: "", office: label });
  return context.centre(value, label);
}

function requireRemark(reading: Reading, context: SheetContext): Reading {
  const rule = context.form.rowRules.find((candidate) => candidate.rule === "remarkRequired");
  if (rule === undefined || !isGood(reading) || (reading.value !== "" && reading.value !== null)) return reading;
  const codes: Code[] = [...reading.codes, "REMARK_REQUIRED"];
  const suggestions: Suggestion[] = [];
  return rule.verdict === "warn" ? warn(reading.value, codes) : refuse(codes, suggestions);
}
