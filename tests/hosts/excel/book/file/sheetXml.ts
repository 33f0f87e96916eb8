import { shiftFormula } from "../../../../../shared/workbook/edit/shiftFormula.ts";
import type { Parcel } from "../../../../../shared/workbook/read/parcel.ts";
import { type Attributes, isTrue, readXml } from "../../../../../shared/workbook/read/xml.ts";
import { areaOf } from "../area.ts";
import type { Sheet } from "../sheet.ts";
import type { Looks } from "./looks.ts";
import { RuleReader } from "./rules.ts";

/** Adds to a sheet what its XML says beyond the values. Shared formulas are written out, cell by cell. */
export function readSheetXml(parcel: Parcel, part: string, sheet: Sheet, looks: Looks, newId: () => string): void {
  sheet.state.merges = [];
  const reader = new SheetXmlReader(sheet, looks, newId);
  readXml(parcel, part, reader);
  reader.finish();
}

class SheetXmlReader {
  readonly #sheet: Sheet;
  readonly #looks: Looks;
  readonly #rules: RuleReader;
  readonly #shared = new Map<string, { formula: string; row: number; col: number }>();
  #row = -1;
  #col = -1;
  #formula: { text: string; attributes: Attributes } | null = null;

  constructor(sheet: Sheet, looks: Looks, newId: () => string) {
    this.#sheet = sheet;
    this.#looks = looks;
    this.#rules = new RuleReader(sheet, looks, newId);
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#rules.open(tag, attributes)) return;
    if (tag === "row") {
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1;
      this.#col = -1;
      if (isTrue(attributes.hidden)) this.#sheet.state.hiddenRows.add(this.#row);
    } else if (tag === "c") this.#cell(attributes);
    else if (tag === "f") this.#formula = { text: "", attributes: { ...attributes } };
    else if (tag === "mergeCell") this.#sheet.state.merges.push(areaOf(attributes.ref!));
    else if (tag === "col" && isTrue(attributes.hidden)) {
      for (let col = Number(attributes.min); col <= Number(attributes.max); col++) {
        this.#sheet.state.hiddenColumns.add(col - 1);
      }
    } else if (tag === "sheetProtection") this.#protect(attributes);
  }

  close(tag: string): void {
    this.#rules.close(tag);
    if (tag !== "f" || this.#formula === null) return;
    this.#keepFormula(this.#formula);
    this.#formula = null;
  }

  text(text: string): void {
    if (this.#formula !== null) this.#formula.text += text;
    else this.#rules.text(text);
  }

  finish(): void {
    this.#rules.finish();
  }

  #cell({ r, s }: Attributes): void {
    if (r === undefined) this.#col++;
    else {
      const { top, left } = areaOf(r);
      this.#row = top;
      this.#col = left;
    }
    const look = this.#looks.cells[Number(s ?? 0)] ?? {};
    const cell = this.#sheet.cell(this.#row, this.#col);
    // A font of the cell's own letters, told by our reader, counts more than the style's.
    this.#sheet.put(this.#row, this.#col, {
      ...cell,
      ...look,
      ...(cell.font === undefined ? {} : { font: cell.font }),
    });
  }

  #keepFormula({ text, attributes }: { text: string; attributes: Attributes }): void {
    let formula = text;
    const { t, si } = attributes;
    if (t === "shared" && si !== undefined) {
      const master = this.#shared.get(si);
      if (text !== "") this.#shared.set(si, { formula: text, row: this.#row, col: this.#col });
      else if (master !== undefined)
        formula = shiftFormula(master.formula, this.#row - master.row, this.#col - master.col);
    }
    if (formula === "") return;
    const cell = this.#sheet.cell(this.#row, this.#col);
    this.#sheet.put(this.#row, this.#col, { ...cell, formula: `=${formula}` });
  }

  /** In the file "1" keeps the thing locked; formats and objects are locked unless said otherwise, objects are not. */
  #protect(attributes: Attributes): void {
    this.#sheet.state.protection = {
      on: isTrue(attributes.sheet),
      allowFormatCells: attributes.formatCells === "0" || attributes.formatCells === "false",
      allowEditObjects: !isTrue(attributes.objects),
    };
  }
}
