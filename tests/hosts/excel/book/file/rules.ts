import { type Attributes, isTrue } from "../../../../../shared/workbook/read/xml.ts";
import { areaOf } from "../area.ts";
import type { ConditionalFormat, Sheet, Validation } from "../sheet.ts";
import type { Looks } from "./looks.ts";

/** What a rule of the file is called in the object model (Excel.ConditionalFormatType). */
const FORMAT_TYPES: Record<string, string> = {
  expression: "Custom",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
  top10: "TopBottom",
  cellIs: "CellValue",
  containsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
  notContainsText: "ContainsText",
};

/** And a validation (Excel.DataValidationType, and the name its rule goes by). */
const VALIDATION_TYPES: Record<string, [string, string]> = {
  list: ["List", "list"],
  whole: ["WholeNumber", "wholeNumber"],
  decimal: ["Decimal", "decimal"],
  date: ["Date", "date"],
  time: ["Time", "time"],
  textLength: ["TextLength", "textLength"],
  custom: ["Custom", "custom"],
};

interface Open {
  attributes: Attributes;
  formulas: string[];
}

/** Conditional formats and validations of a sheet's XML. */
export class RuleReader {
  readonly #sheet: Sheet;
  readonly #looks: Looks;
  readonly #newId: () => string;
  readonly #formats: { priority: number; format: ConditionalFormat }[] = [];
  #areas: string[] = [];
  #open: Open | null = null;
  #inFormula = false;

  constructor(sheet: Sheet, looks: Looks, newId: () => string) {
    this.#sheet = sheet;
    this.#looks = looks;
    this.#newId = newId;
  }

  open(tag: string, attributes: Attributes): boolean {
    if (tag === "conditionalFormatting") this.#areas = (attributes.sqref ?? "").split(" ").filter((ref) => ref !== "");
    else if (tag === "cfRule" || tag === "dataValidation") this.#open = { attributes: { ...attributes }, formulas: [] };
    else if (this.#open !== null && /^formula\d?$/.test(tag)) {
      this.#open.formulas.push("");
      this.#inFormula = true;
    } else return false;
    return true;
  }

  close(tag: string): void {
    this.#inFormula = false;
    if (this.#open === null) return;
    if (tag === "cfRule") this.#keepFormat(this.#open);
    else if (tag === "dataValidation") this.#keepValidation(this.#open);
    else return;
    this.#open = null;
  }

  text(text: string): void {
    if (this.#inFormula && this.#open !== null) this.#open.formulas[this.#open.formulas.length - 1] += text;
  }

  finish(): void {
    this.#formats.sort((a, b) => a.priority - b.priority);
    this.#sheet.state.conditionalFormats = this.#formats.map(({ format }) => format);
  }

  #keepFormat({ attributes, formulas }: Open): void {
    const look = this.#looks.differences[Number(attributes.dxfId)] ?? {};
    const format: ConditionalFormat = {
      id: this.#newId(),
      type: FORMAT_TYPES[attributes.type ?? ""] ?? "PresetCriteria",
      areas: this.#areas.map(areaOf),
      formula: formulas[0] === undefined ? "" : `=${formulas[0]}`,
      stopIfTrue: isTrue(attributes.stopIfTrue),
      fill: look.fill,
      fontColor: look.fontColor,
      bold: look.bold,
      italic: look.italic,
      borders: {},
    };
    this.#formats.push({ priority: Number(attributes.priority ?? 0), format });
  }

  #keepValidation({ attributes, formulas }: Open): void {
    const named = VALIDATION_TYPES[attributes.type ?? ""];
    if (named === undefined) return;
    const [type, rule] = named;
    const areas = (attributes.sqref ?? "").split(" ").filter((ref) => ref !== "");
    const validation: Validation = {
      areas: areas.map(areaOf),
      type,
      rule: { [rule]: ruleOf(rule, attributes, formulas) },
    };
    this.#sheet.state.validations.push(validation);
  }
}

function ruleOf(rule: string, attributes: Attributes, [first = "", second]: string[]): Record<string, unknown> {
  // In the file showDropDown="1" hides the arrow.
  if (rule === "list") return { inCellDropDown: !isTrue(attributes.showDropDown), source: sourceOf(first) };
  if (rule === "custom") return { formula: `=${first}` };
  const operator = attributes.operator ?? "between";
  const named = operator.slice(0, 1).toUpperCase() + operator.slice(1);
  const bounds = { formula1: first, operator: named };
  return second === undefined ? bounds : { ...bounds, formula2: second };
}

/** A list written out comes without its quotes, a reference with a "=". */
function sourceOf(formula: string): string {
  const text = /^"((?:[^"]|"")*)"$/s.exec(formula);
  return text === null ? `=${formula}` : text[1]!.replaceAll('""', '"');
}
