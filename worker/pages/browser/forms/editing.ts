import { applyEdit, type DesignProblem, type Edit, problemsOf } from "../../../../shared/designer/index.ts";
import type { FormDefinition } from "../../../../shared/forms/index.ts";

/** A form under change: every edit gives a new definition, and those who show it are told. */
export class Editing {
  form: FormDefinition;
  /** Revision of the saved draft; null while there is none. */
  revision: number | null;
  /** Changed since it was saved. */
  changed: boolean;
  readonly #listeners: (() => void)[] = [];

  constructor(form: FormDefinition, revision: number | null, changed: boolean) {
    this.form = form;
    this.revision = revision;
    this.changed = changed;
  }

  get problems(): DesignProblem[] {
    return problemsOf(this.form);
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Makes a change; what could not be understood changes nothing and is answered. */
  edit(edit: Edit): DesignProblem | null {
    const { form, problems } = applyEdit(this.form, edit);
    if (form === this.form) return problems[0] ?? null;
    this.form = form;
    this.changed = true;
    this.tell();
    return null;
  }

  saved(form: FormDefinition, revision: number): void {
    this.form = form;
    this.revision = revision;
    this.changed = false;
    this.tell();
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
