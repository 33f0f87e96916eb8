import type { FieldDefinition, FormDefinition } from "../forms/index.ts";

export interface HeadingCell {
  text: string;
  /** 0-based column, first and last. */
  from: number;
  to: number;
  /** Row as printed on the sheet, first and last. */
  top: number;
  bottom: number;
}

/** Where the parts of an official form stand; blank and master print by it. Rows are as printed on the sheet, columns 0-based. */
export interface FormLayout {
  title: string[];
  fields: readonly FieldDefinition[];
  headings: HeadingCell[];
  headingTop: number;
  headingBottom: number;
  /** First row of the table's body. */
  firstRow: number;
  lastColumn: number;
  /** The signature block spans from here to the last column. */
  signatureFrom: number;
}

/** Room for "ลงชื่อ......(ผู้รับรอง)", in characters of column width. */
const SIGNATURE_CHARS = 50;

function headingsOf(fields: readonly FieldDefinition[], top: number): HeadingCell[] {
  const tall = fields.some((field) => field.group !== undefined);
  const bottom = tall ? top + 1 : top;
  const cells: HeadingCell[] = [];
  fields.forEach((field, column) => {
    if (field.group === undefined) {
      cells.push({ text: field.label, from: column, to: column, top, bottom });
      return;
    }
    const before = cells.findLast((cell) => cell.top === top && cell.bottom === top);
    if (before?.text === field.group && before.to === column - 1) before.to = column;
    else cells.push({ text: field.group, from: column, to: column, top, bottom: top });
    cells.push({ text: field.label, from: column, to: column, top: bottom, bottom });
  });
  return cells;
}

/** Lays a form with a table out: title lines, a heading of one or two rows, the body below it. */
export function layoutForm(form: FormDefinition, provinceName: string): FormLayout {
  const { fields } = form;
  const title = form.title.map((line) => line.replaceAll("{province}", provinceName));
  const headingTop = title.length + 1;
  const headings = headingsOf(fields, headingTop);
  const headingBottom = Math.max(...headings.map((cell) => cell.bottom));
  let signatureFrom = fields.length - 1;
  for (let chars = fields.at(-1)!.width; chars < SIGNATURE_CHARS && signatureFrom > 0; )
    chars += fields[--signatureFrom]!.width;
  return {
    title,
    fields,
    headings,
    headingTop,
    headingBottom,
    firstRow: headingBottom + 1,
    lastColumn: fields.length - 1,
    signatureFrom,
  };
}

const DOTS = ".".repeat(48);

/** The three lines of the signature block, to be signed on paper; none where the form has no such block. */
export function signatureLines({ signature }: FormDefinition): string[] {
  if (signature === null) return [];
  return [`${signature.sign}${DOTS}(${signature.name})`, `(${DOTS})`, `${signature.position}${DOTS}`];
}
