import type { Suggestion } from "../answer.ts";
import { declaresNone } from "../rules/centre.ts";
import type { Code } from "../rules/codes.ts";
import { splitOffice } from "../rules/officeText.ts";
import { accept, isGood, type Reading, refuse, suggest, warn, withCodes } from "../rules/reading.ts";
import type { TickSign } from "../rules/tick.ts";
import { readTickPair } from "../rules/tickPair.ts";
import { type Cell, type Scalar, scalarOf } from "../sheet/grid.ts";
import { matchKey } from "../text/key.ts";
import { normalizeText } from "../text/normalize.ts";
import type { SheetContext } from "./context.ts";
import { type EffectiveCell, isBlankScalar } from "./effective.ts";

/** A row's cells by field id. */
export type RowCells = ReadonlyMap<string, EffectiveCell>;
export type RowReadings = Map<string, Reading>;

const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|GETTING_DATA)$/i;
const CENTRE_PREFIX = /^(?:ศูนย์\s*พัฒนา\s*เด็ก\s*เล็ก|ศูนย์\s*เด็ก\s*เล็ก|ศ\s*\.\s*พ\s*\.\s*ด|ศพด)[\s.]*/;

function isErrorCell(cell: Cell): boolean {
  if (cell !== null && typeof cell === "object" && (cell.t === "e" || cell.err === true)) return true;
  const value = scalarOf(cell);
  return typeof value === "string" && ERROR_TEXT.test(value.trim());
}

function isDate(cell: Cell): boolean {
  return cell !== null && typeof cell === "object" && cell.t === "d";
}

/** Judges the cells of one data row, without the rules that look at other rows. */
export function readRow(cells: RowCells, context: SheetContext): RowReadings {
  const readings: RowReadings = new Map();
  const at = (kind: EffectiveCell["field"]["kind"]) => {
    for (const cell of cells.values()) if (cell.field.kind === kind) return cell;
    return undefined;
  };
  const put = (cell: EffectiveCell, reading: Reading) => {
    const settled = cell.from === null ? reading : taken(reading, fillCode(cell));
    readings.set(cell.field.id, settled);
    return settled;
  };
  const seq = at("seq");
  if (seq !== undefined)
    put(
      seq,
      readPlain(seq, (raw) => context.seq(raw)),
    );
  const province = at("province");
  if (province !== undefined) put(province, readProvinceCell(province, context));
  const district = at("district");
  const office = at("office");
  const centre = at("centre");
  const districtReading =
    district === undefined ? undefined : put(district, readDistrictCell(district, office, context));
  const named = districtReading?.value;
  const districtName = typeof named === "string" ? named : null;
  const officeReading =
    office === undefined ? undefined : put(office, readOfficeCell(office, centre, districtName, context));

  const [done, notDone] = [...cells.values()].filter((cell) => cell.field.kind === "tick");
  const nil = isNil(centre, at("remark"), done !== undefined && context.tick(done.cell).kind === "true");
  if (done !== undefined && notDone !== undefined) readTicks(done, notDone, nil, context, put);
  else if (done !== undefined)
    put(done, readTickPair(context.tick(done.cell), { kind: "blank", codes: [] }, true).done);
  if (centre !== undefined) put(centre, readCentreCell(centre, nil, officeReading, context));
  const remark = at("remark");
  if (remark !== undefined) {
    const reading = readPlain(remark, (raw) => context.remark(raw), accept(""));
    const ticked = notDone !== undefined && readings.get(notDone.field.id)?.value === true;
    put(remark, ticked && !nil ? requireRemark(reading, context) : reading);
  }
  return readings;
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

function readPlain(
  cell: EffectiveCell,
  read: (raw: Exclude<Scalar, null>) => Reading,
  blank: Reading = accept(null),
): Reading {
  if (isErrorCell(cell.cell)) return refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
  const value = scalarOf(cell.cell);
  if (value === null || value === "") return blank;
  if (isDate(cell.cell) && cell.field.kind === "seq") return refuse(["NUM_DATE_MISPARSE"], [], { typed: value });
  return read(value);
}

function readProvinceCell(cell: EffectiveCell, context: SheetContext): Reading {
  const name = context.provinceName;
  return readPlain(cell, (raw) => (isBlankText(raw) ? filled(name) : context.provinceCell(raw)), filled(name));
}

function filled(name: string | null): Reading {
  return name === null ? refuse(["GEO_UNKNOWN"], [], { typed: "" }) : accept(name, ["GEO_FILL"], { typed: "" });
}

function isBlankText(raw: Scalar): boolean {
  return isBlankScalar(raw) || (typeof raw === "string" && normalizeText(raw).text === "");
}

/** A blank district that no merge or sub-heading fills: what the office's name says is proposed, never put in. */
function readDistrictCell(cell: EffectiveCell, office: EffectiveCell | undefined, context: SheetContext): Reading {
  if (isErrorCell(cell.cell)) return refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
  const value = scalarOf(cell.cell);
  if (!isBlankText(value)) return context.district(value);
  const written = office === undefined ? null : scalarOf(office.cell);
  const candidates: string[] = [];
  if (typeof written === "string" && context.province !== null) {
    const index = context.registry.index(context.province);
    const text = normalizeText(written).text;
    const split = splitOffice(text);
    for (const found of index.withName(matchKey(split.name)))
      if (split.type === null || split.type === found.type) candidates.push(found.district);
  }
  // A column filled only where the value changes: the row above is the likeliest, but it may as well be forgotten.
  const above = scalarOf(cell.above);
  const named = isBlankText(above) ? null : context.district(above).value;
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
  if (isErrorCell(cell.cell)) return refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
  const value = scalarOf(cell.cell);
  if (!isBlankText(value)) return context.office(value, district);
  const named = centre === undefined ? null : officeInCentre(scalarOf(centre.cell), district, context);
  const params = { typed: "", district, province: context.provinceName };
  if (named !== null) return suggest(["LAO_FROM_CDC"], [named], { ...params, centre: scalarOf(centre!.cell) });
  const above = scalarOf(cell.above);
  const likely = isBlankText(above) ? null : context.office(above, district).value;
  return typeof likely === "string" ? suggest(["GEO_FILL"], [likely], params) : refuse(["LAO_UNKNOWN"], [], params);
}

/** "ศพด.อบต.ป่าแดง" names its office; null when the name behind the prefix is not exactly one office. */
function officeInCentre(raw: Scalar, district: string | null, context: SheetContext): string | null {
  if (typeof raw !== "string") return null;
  const rest = normalizeText(raw).text.replace(CENTRE_PREFIX, "");
  if (splitOffice(rest).type === null) return null;
  for (const text of [rest, rest.split(/[\s(]/)[0]!]) {
    const reading = context.office(text, district);
    if (typeof reading.value === "string") return reading.value;
  }
  return null;
}

const DASH = /^(?:-|–|—|ไม่มี)$/;

/** "ไม่มี ศพด." is a nil report; a mere dash is one only where nothing is reported as done. */
function isNil(centre: EffectiveCell | undefined, remark: EffectiveCell | undefined, done: boolean): boolean {
  if (centre === undefined) return false;
  const text = (cell: EffectiveCell | undefined) => {
    const value = cell === undefined ? null : scalarOf(cell.cell);
    return typeof value === "string" ? normalizeText(value).text : "";
  };
  const written = text(centre);
  if (declaresNone(written)) return true;
  if (DASH.test(written)) return !done;
  return isBlankScalar(scalarOf(centre.cell)) && declaresNone(text(remark));
}

function readTicks(
  done: EffectiveCell,
  notDone: EffectiveCell,
  nil: boolean,
  context: SheetContext,
  put: (cell: EffectiveCell, reading: Reading) => Reading,
): void {
  const broken = [done, notDone].map((cell) => isErrorCell(cell.cell));
  const blank: TickSign = { kind: "blank", codes: [] };
  // With one cell unreadable the pair can not be judged: the other stands for itself.
  const pair = readTickPair(
    broken[0] ? blank : context.tick(done.cell),
    broken[1] ? blank : context.tick(notDone.cell),
    nil || broken[0]! || broken[1]!,
  );
  const spoiled = (cell: EffectiveCell) => refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
  put(done, broken[0] ? spoiled(done) : pair.done);
  put(notDone, broken[1] ? spoiled(notDone) : pair.notDone);
}

function readCentreCell(
  cell: EffectiveCell,
  nil: boolean,
  office: Reading | undefined,
  context: SheetContext,
): Reading {
  if (isErrorCell(cell.cell)) return refuse(["CELL_ERROR"], [], { typed: scalarOf(cell.cell) });
  const value = scalarOf(cell.cell);
  const label = typeof office?.value === "string" ? office.value : null;
  if (isBlankText(value) || (!nil && typeof value === "string" && DASH.test(normalizeText(value).text)))
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
