import { type CellStyle, type DataValidation, writeXlsx } from "hucre/xlsx";
import { periodSheetName } from "../calendar/period.ts";
import { identityFields } from "../forms/definition.ts";
import type { FieldDefinition, FieldKind, FormDefinition } from "../forms/index.ts";
import { type Office, officeLabel } from "../offices/office.ts";
import { columnLetters } from "../sheet/address.ts";
import type { Scalar } from "../sheet/grid.ts";
import { formatIdentity, IDENTITY_NAME, type Identity, visibleCode } from "../sheet/identity.ts";
import { type BlankWords, th } from "../words/blank.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "./authorStyle.ts";
import { drawDocument } from "./blankDocument.ts";
import { type FormLayout, layoutForm, signatureLines } from "./blankLayout.ts";
import { districtChoices, listSheet, officeChoices } from "./blankLists.ts";
import { Paper, STYLES } from "./blankPaper.ts";
import { finishBlank } from "./blankParts.ts";

export interface BlankOptions {
  /** The province's offices in official order: what the drop-downs offer. */
  offices: readonly Office[];
  province: { code: string; name: string };
  /** Bare name; only this district is offered and stands in every row. */
  district?: string;
  /** Only this office is offered, and its district stands in every row. */
  office?: Office;
  /** Gregorian YYYY-MM: names the sheet and goes into the identity. */
  period?: string;
  words?: BlankWords;
  /** What the office reported before, field -> value: its centres are filled in, and nothing else of it. Needs `office`. */
  rows?: readonly Readonly<Record<string, Scalar>>[];
}

const letter = columnLetters;
/** Kept as typed: a program that turned "1/6/67" into a day of 1967, or took the 0 off a phone number, would lose what was meant. */
const AS_TYPED = "@";
const CENTRED = new Set<FieldKind>(["seq", "tick", "date", "count", "money", "measure", "duration", "moo", "phone"]);

function prefilled(field: FieldDefinition, n: number, options: BlankOptions): string | number | null {
  if (field.kind === "seq") return n;
  if (field.kind === "province") return options.province.name;
  const centre = options.rows?.[n - 1];
  if (centre !== undefined && options.office !== undefined) {
    // Under the office's name of today, whatever it was called then.
    if (field.kind === "office") return officeLabel(options.office);
    const value = centre[field.id];
    if (field.kind === "centre" && typeof value === "string" && value !== "") return value;
  }
  // An office is never prefilled: in a row left unused it would read as a row begun and not finished.
  if (field.kind === "district") return options.office?.district ?? options.district ?? null;
  return null;
}

function validations(form: FormDefinition, first: number, last: number, words: BlankWords): DataValidation[] {
  const district = form.fields.findIndex((field) => field.kind === "district");
  return form.fields.flatMap((field, column): DataValidation[] => {
    // A warning, not a stop: what is pasted from elsewhere must get in; the checker sorts it out.
    const common = {
      range: `${letter(column)}${first}:${letter(column)}${last}`,
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorStyle: "warning" as const,
    };
    const list = { ...common, errorTitle: words.listErrorTitle, errorMessage: words.listError };
    if (field.kind === "district")
      return [{ ...list, ...districtChoices(), inputTitle: words.districtTitle, inputMessage: words.districtHint }];
    if (field.kind === "office") {
      const choices = officeChoices(district < 0 ? null : `$${letter(district)}${first}`);
      return [{ ...list, ...choices, inputTitle: words.officeTitle, inputMessage: words.officeHint }];
    }
    if (field.list !== undefined) {
      const values = field.list.map((choice) => choice.value);
      return [{ ...list, type: "list", values, inputTitle: words.categoryTitle, inputMessage: words.categoryHint }];
    }
    const hint = hintOf(field, words);
    // Any content passes: a hint only, for what is typed is read in many ways.
    if (hint !== null)
      return [
        {
          range: common.range,
          type: "textLength",
          operator: "greaterThanOrEqual",
          formula1: "0",
          allowBlank: true,
          showInputMessage: true,
          inputTitle: hint[0],
          inputMessage: hint[1],
        },
      ];
    if (field.kind !== "tick") return [];
    return [
      {
        ...common,
        type: "list",
        values: ["/"],
        inputTitle: words.tickTitle,
        inputMessage: words.tickHint,
        errorTitle: words.tickErrorTitle,
        errorMessage: words.tickError,
      },
    ];
  });
}

function hintOf({ kind }: FieldDefinition, words: BlankWords): [title: string, text: string] | null {
  if (kind === "date") return [words.dateTitle, words.dateHint];
  if (kind === "count") return [words.countTitle, words.countHint];
  if (kind === "money") return [words.moneyTitle, words.moneyHint];
  if (kind === "measure") return [words.measureTitle, words.measureHint];
  return kind === "duration" ? [words.secondsTitle, words.secondsHint] : null;
}

/** Draws the form; returns the last row of the body and of the page. */
function draw(paper: Paper, form: FormDefinition, layout: FormLayout, code: string, options: BlankOptions) {
  const right = layout.lastColumn;
  layout.title.forEach((text, i) => {
    paper.line(i + 1, ROW_POINTS.title, STYLES.title, text, 0, right);
  });
  for (let row = layout.headingTop; row <= layout.headingBottom; row++) {
    for (let column = 0; column <= right; column++) paper.put(row, column, STYLES.heading);
    paper.rowDefs.set(row - 1, { height: ROW_POINTS.heading });
  }
  for (const { text, top, bottom, from, to } of layout.headings) {
    paper.put(top, from, STYLES.heading, text);
    paper.merge(top, from, bottom, to);
  }
  const rows = Math.max(form.blankRows, options.rows?.length ?? 0);
  const lastBody = layout.firstRow + rows - 1;
  for (let n = 1; n <= rows; n++) {
    const row = layout.firstRow + n - 1;
    form.fields.forEach((field, column) => {
      const look: CellStyle = CENTRED.has(field.kind) ? STYLES.centred : STYLES.text;
      const style = field.kind === "date" || field.kind === "phone" ? { ...look, numFmt: AS_TYPED } : look;
      paper.put(row, column, style, prefilled(field, n, options));
    });
    paper.rowDefs.set(row - 1, { height: ROW_POINTS.body });
  }
  let row = lastBody + 2;
  form.notes.forEach((note, i) => {
    paper.line(row++, ROW_POINTS.note, i === 0 ? STYLES.note : STYLES.noteMore, note, 0, right);
  });
  paper.line(row++, ROW_POINTS.code, STYLES.code, code, 0, layout.signatureFrom - 1);
  row++;
  for (const text of signatureLines(form))
    paper.line(row++, ROW_POINTS.sign, STYLES.sign, text, layout.signatureFrom, right);
  return { lastBody, last: row - 1 };
}

/**
 * Writes the official blank of a form with a table as .xlsx, ready to fill and to print: layout as printed in the circular,
 * drop-downs, and the form's identity in the hidden name RUAM_ID and as a small code below the notes.
 * What is known is filled in: running numbers, the province, the district where only one is meant. Such a row still counts as
 * empty. The same input gives the same bytes. Throws RangeError for an office or district that `offices` does not hold.
 */
export async function writeBlank(form: FormDefinition, options: BlankOptions): Promise<Uint8Array> {
  const { province, office, period, words = th } = options;
  const district = office?.district ?? options.district;
  const offered = options.offices.filter((o) =>
    office !== undefined ? o.code === office.code : district === undefined || o.district === district,
  );
  const centre = identityFields(form).find(({ kind }) => kind === "centre")?.id;
  const known = centre === undefined ? [] : (options.rows ?? []).filter((row) => (row[centre] ?? "") !== "");
  if (offered.length === 0) throw new RangeError(`No office to offer: ${office?.code ?? district ?? province.code}`);
  const identity: Identity = {
    form: form.id,
    version: form.version,
    province: province.code,
    period: period ?? null,
    office: office?.code ?? null,
  };
  const name = period === undefined ? words.sheet : periodSheetName(period);
  const code = `${words.code} ${visibleCode(identity)}`;
  const page =
    form.sections === undefined
      ? tablePage(form, code, { ...options, rows: known }, words)
      : documentPage(form, code, options, words);
  const lists = listSheet(words.lists, offered);
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: page.widths.map((width) => ({ width })),
        cells: page.paper.cells,
        merges: page.paper.merges,
        rowDefs: page.paper.rowDefs,
        dataValidations: page.validations,
        ...(page.frozen === null ? {} : { freezePane: { rows: page.frozen } }),
        pageSetup: {
          paperSize: "a4",
          orientation: form.sections === undefined ? "landscape" : "portrait",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: MARGINS,
          horizontalCentered: true,
        },
        headerFooter: { oddFooter: pageFooter(words.page) },
      },
      lists.sheet,
    ],
    namedRanges: [
      // Written here, not through pageSetup: the library does not quote the sheet's name there.
      {
        name: "_xlnm.Print_Area",
        range: `'${name}'!$A$1:$${letter(page.widths.length - 1)}$${page.last}`,
        scope: name,
      },
      ...(page.titles === null ? [] : [{ name: "_xlnm.Print_Titles", range: `'${name}'!${page.titles}`, scope: name }]),
      { name: IDENTITY_NAME, range: `"${formatIdentity(identity)}"` },
      ...lists.names,
    ],
    properties: { title: page.title.join(" ") },
  });
  return finishBlank(bytes);
}

/** A drawn sheet, ready to be written. */
interface Page {
  paper: Paper;
  title: string[];
  widths: number[];
  validations: DataValidation[];
  /** Rows that stay in view; null for none. */
  frozen: number | null;
  /** Rows printed on every page: "$4:$5"; null for none. */
  titles: string | null;
  /** Last row to print. */
  last: number;
}

function tablePage(form: FormDefinition, code: string, options: BlankOptions, words: BlankWords): Page {
  const layout = layoutForm(form, options.province.name);
  const paper = new Paper();
  const { lastBody, last } = draw(paper, form, layout, code, options);
  return {
    ...{ paper, last, title: layout.title, widths: form.fields.map((field) => field.width) },
    validations: validations(form, layout.firstRow, lastBody, words),
    frozen: layout.headingBottom,
    titles: `$${layout.headingTop}:$${layout.headingBottom}`,
  };
}

function documentPage(form: FormDefinition, code: string, options: BlankOptions, words: BlankWords): Page {
  const paper = new Paper();
  const district = options.office?.district ?? options.district ?? null;
  const drawn = drawDocument(paper, form, { province: options.province.name, district, code });
  const choices: DataValidation = {
    range: drawn.district,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    errorStyle: "warning",
    ...districtChoices(),
    ...{ inputTitle: words.districtTitle, inputMessage: words.documentDistrictHint },
    ...{ errorTitle: words.listErrorTitle, errorMessage: words.listError },
  };
  return {
    paper,
    title: form.title,
    widths: drawn.widths,
    validations: [choices],
    frozen: null,
    titles: null,
    last: drawn.last,
  };
}
