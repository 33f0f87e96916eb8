/**
 * Every code the checker can answer with. The order is the order in which the codes of one cell are listed:
 * what was read comes before what was tidied.
 */
export const CODES = [
  // cells that cannot be read at all
  "CELL_ERROR",
  // the row's shape
  "COL_SWAPPED",
  "COL_SHIFTED",
  // numbers
  "TXT_THAI_DIGIT",
  "SEQ",
  "NUM_DATE_MISPARSE",
  "NUM_UNIT",
  "NUM_SEPARATOR",
  "NUM_ZERO_WORD",
  "NUM_WORD",
  "NUM_BLANK",
  "NUM_APPROX",
  "NUM_SUM_TEXT",
  "NUM_LETTER",
  "NUM_NOT_INTEGER",
  "NUM_UNREADABLE",
  "NUM_WRONG_UNIT",
  "NUM_TOO_LOW",
  "NUM_TOO_HIGH",
  "NUM_OUTLIER",
  "NUM_JUMP",
  // dates
  "DATE_TEXT",
  "DATE_BE_AS_CE",
  "DATE_2DIGIT",
  "DATE_2DIGIT_19XX",
  "DATE_CE_TEXT",
  "DATE_INVALID",
  "DATE_INCOMPLETE",
  "DATE_RANGE",
  "DATE_WEEKDAY",
  "DATE_WINDOW",
  "DATE_FUTURE",
  "DATE_DOUBLE_BE",
  // clips, phones, lists, what must not be blank
  "CLIP_TOO_LONG",
  "CLIP_FORMAT",
  "CLIP_DURATION",
  "PHONE_ZERO_LOST",
  "PHONE",
  "CATEGORY_UNKNOWN",
  "CATEGORY",
  "VALUE_MISSING",
  // places
  "GEO_PROVINCE_MISMATCH",
  "GEO_NOT_IN_PARENT",
  "GEO_UNKNOWN",
  "GEO_FUZZY",
  "GEO_PREFIX",
  "GEO_MUEANG",
  "GEO_FILL",
  // local authorities
  "LAO_RENAMED",
  "LAO_MULTI",
  "LAO_NOT_IN_AMPHOE",
  "LAO_UNKNOWN",
  "LAO_FUZZY",
  "LAO_TYPE_MISMATCH",
  "LAO_TYPE_AMBIGUOUS",
  "LAO_TYPE_MISSING",
  "LAO_PREFIX",
  "LAO_FROM_CDC",
  // centres
  "CDC_MULTI",
  "CDC_MISSING",
  "CDC_GENERIC",
  "CDC_NOT_CENTRE",
  "CDC_NEW",
  "CDC_NONE",
  "CDC_PREFIX",
  // ticks
  "TICK_CONFLICT",
  "TICK_NONE",
  "TICK_WRONG_COLUMN",
  "TICK_AMBIGUOUS",
  "TICK",
  // remarks and free text
  "REMARK_REQUIRED",
  "PII",
  "CELL_FORMULA_TEXT",
  // what the normaliser did
  "TXT_PDF_GARBLE",
  "TXT_KEYBOARD_LAYOUT",
  "TXT_DITTO",
  "TXT_ZERO_WIDTH",
  "TXT_NBSP",
  "TXT_LINEBREAK",
  "TXT_SARA_AM",
  "TXT_DOUBLE_SARA_E",
  "TXT_MARK_ORDER",
  "TXT_DUP_MARK",
  "TXT_SPACE",
  // rows
  "ROW_TOTAL",
  "ROW_SUBHEAD",
  "ROW_FOOTER",
  "ROW_EXAMPLE",
  "ROW_BLANK",
  "ROW_DUPLICATE",
  // a form without a table
  "MIN_CENTRES",
  "MIN_PARTICIPANTS",
  "SEC3_OVER",
  "SEC3_UNDER",
  "PHOTO_COUNT",
  "PHOTO_MATCH",
  "ACTIVITY_MISSING",
  "RESULT_EMPTY",
  "SUM_LOW",
  "LABEL_RENUMBERED",
  "LABEL_UNSURE",
  "FORM_TWICE",
  // the sheet
  "COL_INSERTED",
  "COL_RENAMED",
  "COL_QUESTION",
  "COL_DELETED",
  "ROW_HIDDEN",
  "SIGN_INCOMPLETE",
  "FORM_NOT_FOUND",
  "TITLE_MISPRINT",
  "SHEET_OTHERS",
  "SHEET_EMPTY",
  "CDC_GONE",
  "SAME_BEFORE",
  "PERIOD_MISSING",
  "PERIOD_CONFLICT",
  "PROVINCE_MISSING",
] as const;

export type Code = (typeof CODES)[number];

const POSITION = new Map<Code, number>(CODES.map((code, i) => [code, i]));

/** Sorts into listing order and drops repeats. */
export function sortCodes(codes: Code[]): Code[] {
  if (codes.length < 2) return codes;
  return [...new Set(codes)].sort((a, b) => POSITION.get(a)! - POSITION.get(b)!);
}
