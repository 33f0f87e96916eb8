import type { Code } from "../rules/codes.ts";

/** English sentences: same slots as the Thai ones. */
export const en: Record<Code, string> = {
  CELL_ERROR: "This cell holds a formula error ({typed}), so no value can be read. Type the value itself.",
  COL_SWAPPED: "The value here ({typed}) seems to have changed places with its neighbour. Look, then swap them back.",
  COL_SHIFTED: "The whole row is one column off, so “{typed}” stands in the wrong column. Look, then shift it back.",
  TXT_THAI_DIGIT: "Thai digits read as Arabic digits.",
  SEQ: "Running number tidied (was “{typed}”).",
  NUM_DATE_MISPARSE: "The spreadsheet turned the entry into a date, so the number typed is lost. Type it again.",
  NUM_LETTER: "“{typed}” mixes letters into a number (such as O for 0). Confirm the number.",
  NUM_NOT_INTEGER: "“{typed}” is not a whole number. Type a whole number.",
  GEO_PROVINCE_MISMATCH:
    "“{typed}” is not this report's province ({expected}). Correct the province, or move the row out.",
  GEO_NOT_IN_PARENT: "“{typed}” is not in {province} but in {other}. Choose a district of {province}.",
  GEO_UNKNOWN: "“{typed}” is not in the registry of places. Check the spelling or choose from the list.",
  GEO_FUZZY: "There is no “{typed}”, but there are names like it. Choose the right one.",
  GEO_PREFIX: "Prefix (province/district) taken off: “{value}”.",
  GEO_MUEANG: "Capital district completed: “{value}”.",
  GEO_FILL: "Blank cell filled from its merged cell, the sub-heading or the title.",
  LAO_MULTI: "One cell names several offices (“{typed}”). Give each its own row.",
  LAO_NOT_IN_AMPHOE: "“{typed}” is not in {district} but in {other}. Correct either the district or the office.",
  LAO_UNKNOWN: "There is no office called “{typed}” in {province}. Check the name or choose from the district's list.",
  LAO_FUZZY: "There is no “{typed}” in {district}, but there are names like it. Nothing is guessed: please choose.",
  LAO_TYPE_MISMATCH:
    "{district} has no “{typed}”, but an office of the same name and another type (perhaps upgraded). Choose.",
  LAO_TYPE_AMBIGUOUS: "“{typed}” does not say its type, and {district} has more than one office of that name. Choose.",
  LAO_TYPE_MISSING: "“{typed}” does not say its type; {district} has one office of that name: {value}.",
  LAO_PREFIX: "Office type brought to its standard abbreviation: “{value}”.",
  LAO_FROM_CDC: "The office is blank, but the centre's name “{centre}” says whose it is. Please confirm.",
  CDC_MULTI: "One cell names several centres (“{typed}”). Give each its own row.",
  CDC_MISSING: "The centre's name is missing although the row is filled. Type it, or “ไม่มี ศพด.” if there is none.",
  CDC_GENERIC: "“{typed}” does not say which centre. Type its full name.",
  CDC_NOT_CENTRE: "“{typed}” looks like a school, not a child development centre. If that is right, just send it.",
  CDC_NONE: "Taken as a report that the office has no centre.",
  CDC_PREFIX: "Centre prefix brought to ศพด.: “{value}”.",
  TICK_CONFLICT: "Both “done” and “not done” are ticked; only one can hold. Clear one of them.",
  TICK_NONE: "Neither “done” nor “not done” is ticked. Tick one with /.",
  TICK_WRONG_COLUMN: "“{typed}” belongs in the other column. Press to move the tick there.",
  TICK_AMBIGUOUS: "“{typed}” may mean done or not done. Choose, and use / as the tick.",
  TICK: "“{typed}” read as a tick.",
  REMARK_REQUIRED: "“Not done” is ticked but no reason is given. You may send, but the province may ask.",
  PII: "This text holds personal data (a child's name, a national ID or a mobile number) the report does not need. Remove it before sending.",
  CELL_FORMULA_TEXT:
    "The text begins with = + - or @, which a spreadsheet may take for a formula. It is kept as text; check that it is meant so.",
  TXT_PDF_GARBLE: "“{typed}” looks pasted from a PDF, with its vowel marks misplaced. Choose or type it again.",
  TXT_KEYBOARD_LAYOUT: "“{typed}” looks typed on the English layout. Confirm the word.",
  TXT_DITTO: "Ditto mark read as the value above.",
  TXT_ZERO_WIDTH: "Invisible characters removed.",
  TXT_NBSP: "Special spaces tidied.",
  TXT_LINEBREAK: "Lines in the cell joined.",
  TXT_SARA_AM: "Sara am composed.",
  TXT_DOUBLE_SARA_E: "Two เ changed to แ.",
  TXT_MARK_ORDER: "Vowel and tone marks put in order.",
  TXT_DUP_MARK: "Repeated mark removed.",
  TXT_SPACE: "Spaces tidied.",
  ROW_TOTAL: "Total row: not data.",
  ROW_SUBHEAD: "Heading row: not data.",
  ROW_FOOTER: "Note or signature row: not data.",
  ROW_EXAMPLE: "Example row: not data.",
  ROW_BLANK: "Blank row.",
  ROW_DUPLICATE: "This office and centre are already reported in row {first}. Delete one row, or correct the name.",
  COL_INSERTED: "Column {column} “{label}” is not on the form. It is kept but not collected; delete it if not needed.",
  COL_RENAMED: "Column {column} is headed “{label}”; by place and content it is read as “{expected}”. Please check.",
  COL_DELETED: "The form's column “{expected}” is missing. Put it back or use a fresh blank.",
  ROW_HIDDEN: "{count} hidden or filtered rows hold data (rows {rows}). They will be sent, too.",
  SIGN_INCOMPLETE: "The certifier's block is not complete. Fill in name and position.",
  FORM_NOT_FOUND: "The heading of this form is not on the sheet. Choose the right sheet, or use the blank form.",
  TITLE_MISPRINT: "The form prints “{wrong}”, a misprint of the original; read as “{right}”.",
  SHEET_OTHERS: "Read from sheet “{sheet}”. Other sheets hold data, too ({others}). Check that this is the right one.",
  SHEET_EMPTY: "Sheet “{sheet}” holds no data yet. Fill at least one row, or type “ไม่มี ศพด.” as the centre.",
  PERIOD_MISSING: "No month found in sheet name, title or file name. State the month before sending.",
  PERIOD_CONFLICT: "The months disagree: {period} is used, but the form says {other}. Make them agree.",
  PROVINCE_MISSING:
    "It is not known which province this form belongs to. Put it into the title or the province column.",
};

/** Said instead while the cell waits for a person. */
export const enWaiting: Partial<Record<Code, string>> = {
  GEO_FILL: "The cell is blank. The rows around it suggest this value; please confirm.",
  LAO_TYPE_MISSING: "“{typed}” does not say the type of office. Confirm that the proposed one is meant.",
  LAO_PREFIX: "“{typed}” does not say the rank of the municipality. Confirm that the proposed one is meant.",
  CDC_PREFIX: "“{typed}” begins almost like ศพด. but not quite. Confirm the centre's name.",
};

/** Said instead with a warning. */
export const enWarned: Partial<Record<Code, string>> = {
  CDC_NONE: "It says there is no centre, yet “done” is ticked. Taken as a report of no centre; please check.",
};

/** Said instead where the cell is blank. */
export const enBlank: Partial<Record<Code, string>> = {
  GEO_UNKNOWN: "The cell is blank, so it is not known which place the row belongs to. Choose from the list.",
  LAO_UNKNOWN: "No office is given, so it is not known whose row this is. Choose from the district's list.",
};
