import type { ColumnAnswers } from "../../../shared/sheet/columnKeys.ts";
import type { Cupboard } from "./browserStore.ts";
import type { Collector, Session } from "./collector.ts";

/** Whose sheets, and of which form; null while the office is not known. */
export interface Whose {
  form: string;
  office: string | null;
}

interface Kept {
  answers: Record<string, string | null>;
  /** Said on this device, and not yet heard by the collector. */
  unsent: boolean;
}

type Shelf = Pick<Cupboard, "get" | "set">;
type Afar = Pick<Collector, "columns" | "sayColumns" | "forgetColumns">;

/**
 * What was said of columns: on this device at once, also without a line, and with the collector for the office's other machines.
 * Where the collector cannot be asked, what this device knows holds.
 */
export class ColumnMemory {
  readonly #cupboard: Shelf;
  readonly #collector: Afar;

  constructor(cupboard: Shelf, collector: Afar) {
    this.#cupboard = cupboard;
    this.#collector = collector;
  }

  async here(whose: Whose): Promise<ColumnAnswers> {
    return (await this.#read(whose)).answers;
  }

  /** With what the collector knows; what this device said and could not tell is told now, and goes first. */
  async everywhere(whose: Whose, session: Session | null): Promise<ColumnAnswers> {
    const kept = await this.#read(whose);
    if (session === null || whose.office === null) return kept.answers;
    const { form, office } = whose;
    try {
      if (kept.unsent) await this.#collector.sayColumns(session, { form, office }, kept.answers);
      const answers = await this.#collector.columns(session, { form, office });
      await this.#write(whose, { answers: { ...answers }, unsent: false });
      return answers;
    } catch {
      return kept.answers;
    }
  }

  async say(whose: Whose, answers: ColumnAnswers, session: Session | null): Promise<void> {
    const before = await this.#read(whose);
    await this.#write(whose, { answers: { ...before.answers, ...answers }, unsent: true });
    await this.everywhere(whose, session);
  }

  async forget(whose: Whose, session: Session | null): Promise<void> {
    await this.#write(whose, null);
    if (session === null || whose.office === null) return;
    const { form, office } = whose;
    await this.#collector.forgetColumns(session, { form, office }).catch(() => {});
  }

  async #read(whose: Whose): Promise<Kept> {
    const kept = await this.#cupboard.get<Kept>(nameOf(whose)).catch(() => null);
    return kept ?? { answers: {}, unsent: false };
  }

  async #write(whose: Whose, kept: Kept | null): Promise<void> {
    await this.#cupboard.set(nameOf(whose), kept).catch(() => {});
  }
}

function nameOf({ form, office }: Whose): string {
  return `columns ${office ?? "-"} ${form}`;
}
