import type { FieldDefinition, FieldKind, FormDefinition } from "../forms/definition.ts";
import { ColumnContent, type ContentTest } from "./columnContent.ts";
import { answerFor, type ColumnAnswers, columnKeys } from "./columnKeys.ts";
import { EXACT, type Heading, isForeign, isLoose, labelScore } from "./headings.ts";
import type { GridView } from "./view.ts";

export type { ContentTest } from "./columnContent.ts";

/** A column of which label, place and content together do not say what it is. */
export interface ColumnQuestion {
  col: number;
  label: string;
  /** What the answer is remembered by. */
  key: string;
  /** Fields it could be, in the order of the form; it may also be none. */
  candidates: string[];
}

export interface ColumnMap {
  /** Field -> column of the grid. */
  columns: Map<string, number>;
  /** Fields found by their place and content, under a heading nobody foresaw. */
  renamed: { field: string; col: number; label: string }[];
  /** Columns that are none of the form's. */
  extra: { col: number; label: string }[];
  missing: FieldDefinition[];
  /** Columns a person has to decide about; left to right. Their fields are missing until then. */
  questions: ColumnQuestion[];
  /** What was said of columns that are there. */
  answered: Record<string, string | null>;
  /** Content of mapped columns was weighed: another content may map them anew. */
  weighed: boolean;
}

/** Kinds whose content says what it is: a place, an office, a tick, a word of a list; and numbers in a row, which are harmless. */
const TELLING = new Set<FieldKind>(["province", "district", "office", "centre", "tick", "category", "seq"]);
/** Kinds that hold any words. */
const WORDS = new Set<FieldKind>(["name", "text", "remark", "link", "subdistrict"]);

/**
 * Which column is which field: by what a person said, then by label, then by place among the neighbours together with content. Where
 * these leave a choice nothing is mapped and a question is asked. Every column with a heading or content ends up as a field, as a
 * question or as `extra`; none is dropped, and no field takes two.
 */
export function mapColumns(
  view: GridView,
  form: FormDefinition,
  heading: Heading,
  fits: ContentTest,
  answers: ColumnAnswers = {},
): ColumnMap {
  return new Mapping(view, form, heading, fits, answers).result();
}

class Mapping {
  readonly #form: FormDefinition;
  readonly #heading: Heading;
  readonly #width: number;
  readonly #content: ColumnContent;
  readonly #keys: string[];
  readonly #columns = new Map<string, number>();
  readonly #taken = new Set<number>();
  readonly #none = new Set<number>();
  readonly #said = new Set<string>();
  readonly #answered: ColumnMap["answered"] = {};
  readonly #renamed: ColumnMap["renamed"] = [];
  readonly #asked = new Map<number, Set<string>>();
  #weighed = false;

  constructor(view: GridView, form: FormDefinition, heading: Heading, fits: ContentTest, answers: ColumnAnswers) {
    this.#form = form;
    this.#heading = heading;
    this.#width = view.width;
    this.#content = new ColumnContent(view, heading.bottom + 1, fits);
    this.#keys = columnKeys(heading, view.width, view.firstColumn);
    this.#bySaid(answers);
    this.#byLabel();
    this.#byContent();
  }

  result(): ColumnMap {
    const extra: ColumnMap["extra"] = [];
    const questions: ColumnQuestion[] = [];
    for (let col = 0; col < this.#width; col++) {
      if (this.#taken.has(col) || !this.#isThere(col)) continue;
      const asked = this.#asked.get(col);
      const label = this.#label(col);
      if (asked === undefined) extra.push({ col, label });
      else {
        const candidates = this.#form.fields.map(({ id }) => id).filter((id) => asked.has(id));
        questions.push({ col, label, key: this.#keys[col]!, candidates });
      }
    }
    const missing = this.#form.fields.filter((field) => !this.#columns.has(field.id));
    const found = { columns: this.#columns, renamed: this.#renamed, extra, missing, questions };
    return { ...found, answered: this.#answered, weighed: this.#weighed };
  }

  #label(col: number): string {
    return this.#heading.labels[col]?.join(" ") ?? "";
  }

  #isThere(col: number): boolean {
    return this.#label(col) !== "" || this.#content.filled(col) > 0;
  }

  #assign(field: string, col: number): void {
    this.#columns.set(field, col);
    this.#taken.add(col);
  }

  #release(field: string): void {
    this.#taken.delete(this.#columns.get(field)!);
    this.#columns.delete(field);
  }

  #ask(cols: readonly number[], field: string): void {
    for (const col of cols) {
      const asked = this.#asked.get(col);
      if (asked === undefined) this.#asked.set(col, new Set([field]));
      else asked.add(field);
    }
  }

  /** Two columns said to be one field are asked about again: a later sheet may have both headings. */
  #bySaid(answers: ColumnAnswers): void {
    const said = new Map<string, number[]>();
    this.#keys.forEach((key, col) => {
      const answer = this.#isThere(col) ? answerFor(answers, key) : undefined;
      if (answer !== undefined) this.#answered[key] = answer;
      if (answer === null) this.#none.add(col);
      else if (answer !== undefined && this.#form.fields.some(({ id }) => id === answer))
        said.set(answer, [...(said.get(answer) ?? []), col]);
    });
    for (const [field, cols] of said) {
      this.#said.add(field);
      if (cols.length === 1) this.#assign(field, cols[0]!);
      else this.#ask(cols, field);
    }
  }

  #free(): number[] {
    const cols: number[] = [];
    for (let col = 0; col < this.#width; col++)
      if (!this.#taken.has(col) && !this.#none.has(col) && this.#isThere(col)) cols.push(col);
    return cols;
  }

  #byLabel(): void {
    for (const { field, col } of this.#ranked())
      if (!this.#columns.has(field.id) && !this.#taken.has(col) && !this.#none.has(col) && !this.#said.has(field.id))
        this.#assign(field.id, col);
    for (const field of this.#form.fields) {
      const col = this.#columns.get(field.id);
      if (col === undefined || this.#said.has(field.id)) continue;
      const twins = this.#free().filter((other) => this.#namesAsWell(other, col, field));
      if (twins.length > 0) {
        this.#weighed = true;
        this.#release(field.id);
        this.#ask([col, ...twins], field.id);
      } else this.#doubtLoose(field, col);
    }
  }

  /** Another column bears a name of the field too, and has content: as good a name, or the first has none. */
  #namesAsWell(other: number, col: number, field: FieldDefinition): boolean {
    const score = (one: number) =>
      Math.max(0, ...this.#heading.labels[one]!.slice(-1).map((own) => labelScore(own, field)));
    if (score(other) < EXACT || score(col) < EXACT) return false;
    this.#weighed = true;
    if (this.#content.filled(other) === 0) return false;
    return this.#content.filled(col) === 0 || score(other) === score(col);
  }

  /** A heading that only holds the field's name among other words counts if no other column could be the field by its content. */
  #doubtLoose(field: FieldDefinition, col: number): void {
    const own = this.#heading.labels[col]!.slice(-1)[0]!;
    if (!isLoose(own, field)) return;
    this.#weighed = true;
    const rivals = this.#free().filter((other) => this.#couldBe(other, field));
    if (rivals.length === 0) {
      this.#renamed.push({ field: field.id, col, label: this.#label(col) });
      return;
    }
    this.#release(field.id);
    this.#ask([col, ...rivals], field.id);
  }

  #ranked(): { field: FieldDefinition; col: number }[] {
    const ranked: { field: FieldDefinition; col: number; score: number }[] = [];
    this.#heading.labels.forEach((texts, col) => {
      const own = texts[texts.length - 1];
      if (own === undefined) return;
      for (const field of this.#form.fields) {
        // The lowest text names the column; what stands above it is the group.
        let score = labelScore(own, field);
        if (texts.length > 1)
          score = Math.max(score, labelScore(texts.join(" "), field) - 5, labelScore(texts[0]!, field) - 20);
        if (score >= 40) ranked.push({ field, col, score });
      }
    });
    return ranked.sort((a, b) => b.score - a.score || a.col - b.col);
  }

  /** A column under a strange heading, or under none, by what it holds. Only what says what it is and stands alone is taken unasked. */
  #byContent(): void {
    const wanted = this.#form.fields.filter(({ id }) => !this.#columns.has(id));
    for (const field of wanted.filter(({ kind }) => TELLING.has(kind))) {
      const cols = this.#free().filter((col) => !this.#asked.has(col) && this.#couldBe(col, field));
      const col = cols[0];
      if (cols.length !== 1 || col === undefined || !this.#isBetween(col, field)) continue;
      const others = wanted.filter(
        (other) => other !== field && TELLING.has(other.kind) && !this.#columns.has(other.id),
      );
      if (others.some((other) => this.#couldBe(col, other))) continue;
      this.#assign(field.id, col);
      this.#renamed.push({ field: field.id, col, label: this.#label(col) });
    }
    for (const field of wanted) {
      if (this.#columns.has(field.id) || field.whenMissing === "none" || field.kind === "seq") continue;
      this.#ask(
        this.#free().filter((col) => this.#couldBe(col, field)),
        field.id,
      );
    }
  }

  /** By its content, and by a heading that does not say that it is something else. */
  #couldBe(col: number, field: FieldDefinition): boolean {
    if (this.#content.filled(col) === 0 || isForeign(this.#label(col), field)) return false;
    return WORDS.has(field.kind) ? this.#content.isWords(col) : this.#content.share(field, col) >= 0.6;
  }

  /** After the last found field before it, before the first found field after it. */
  #isBetween(col: number, field: FieldDefinition): boolean {
    const at = this.#form.fields.indexOf(field);
    const found = (fields: readonly FieldDefinition[]) =>
      fields.map(({ id }) => this.#columns.get(id)).filter((one): one is number => one !== undefined);
    return (
      found(this.#form.fields.slice(0, at)).every((one) => one < col) &&
      found(this.#form.fields.slice(at + 1)).every((one) => one > col)
    );
  }
}
