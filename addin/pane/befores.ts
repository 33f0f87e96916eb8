import type { BeforeWire } from "../../shared/wire/before.ts";
import type { Kept } from "./rosters.ts";
import type { Collector, Session } from "./send/collector.ts";

/** One name in the browser's store for all of it, so that signing out leaves nothing. */
const NAME = "before";
/** Offices and forms that are kept: a person works on few. */
const MANY = 12;

interface Entry {
  /** The period it was asked for. */
  period: string;
  before: BeforeWire;
}

/** What an office reported before: from the collector, else from the last time it was asked. Only for who is signed in, and until they sign out. */
export class Befores {
  readonly #collector: Pick<Collector, "before">;
  readonly #kept: Kept;

  constructor(collector: Pick<Collector, "before">, kept: Kept) {
    this.#collector = collector;
    this.#kept = kept;
  }

  /** Null when nothing is known. What is kept serves only a later period than the report it holds. */
  async find(session: Session, form: string, office: string, period: string): Promise<BeforeWire | null> {
    const key = `${session.role}:${session.place}:${form}:${office}`;
    try {
      const before = await this.#collector.before(session, { form, office, period });
      await this.#keep(key, { period, before });
      return before;
    } catch {
      const entry = (await this.#all())[key];
      const last = entry?.before.last ?? null;
      return entry === undefined || (last !== null && last.period >= period) ? null : entry.before;
    }
  }

  async forget(): Promise<void> {
    await this.#kept.set(NAME, null);
  }

  async #all(): Promise<Record<string, Entry>> {
    return (await this.#kept.get<Record<string, Entry>>(NAME)) ?? {};
  }

  async #keep(key: string, entry: Entry): Promise<void> {
    const { [key]: _, ...others } = await this.#all();
    const recent = Object.entries(others).slice(-(MANY - 1));
    await this.#kept.set(NAME, Object.fromEntries([...recent, [key, entry]]));
  }
}
