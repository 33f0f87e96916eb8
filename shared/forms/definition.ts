/** What kind of content a column holds; the engine knows kinds, never a form's name. */
export type FieldKind = "seq" | "province" | "district" | "office" | "centre" | "tick" | "remark";

export interface FieldDefinition {
  id: string;
  kind: FieldKind;
  /** As printed on the official form. */
  label: string;
  /** The heading above it, where the form has a two-row merged heading. */
  group?: string;
  /** Other headings people and scans use for the same column. Compared by match key. */
  aliases: string[];
  /** Missing column: "error" blocks, "warn" tells. */
  whenMissing: "error" | "warn";
  /** Column width of the blank, in characters. */
  width: number;
}

/** Row rules of the form, each a file in `rules/`, with the verdict the form gives it. */
export interface RowRule {
  rule: "tickPair" | "remarkRequired" | "duplicateRow" | "centreMissing";
  verdict: "warn" | "suggest" | "error";
}

export interface FormDefinition {
  id: string;
  version: number;
  /** True for a form printed in a circular; false for a default of the program. */
  official: boolean;
  /** Title lines as printed; `{province}` is filled in. */
  title: string[];
  /** Misprints seen in titles and headings: [wrong, right]. Recognised, printed right, told once. */
  misprints: [string, string][];
  /** Words that must appear in a title for the form to be recognised, by match key; any one suffices. */
  titleWords: string[];
  fields: FieldDefinition[];
  rowRules: RowRule[];
  /** What the centre column prints for an office that has none; null where the form knows no nil report. */
  nilText: string | null;
  /** Foot notes under the table, as printed. */
  notes: string[];
  /** Lines of the signature block, as printed. */
  signature: { sign: string; name: string; position: string };
  /** Empty numbered rows on the blank. */
  blankRows: number;
  /** Calendar rule and the circular it comes from. */
  calendarRule: string;
  source: { reference: string; issuer: string };
}
