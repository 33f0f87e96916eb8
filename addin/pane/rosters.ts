import { openWorkbook } from "../../shared/check.ts";
import { type FormBook, PROGRAM_BOOK, withProgram } from "../../shared/forms/book.ts";
import { findForm } from "../../shared/forms/index.ts";
import { type ProvincePack, unpackProvince } from "../../shared/offices/pack.ts";
import { buildRegistry, type Registry } from "../../shared/offices/registry.ts";
import { IDENTITY_NAME, parseIdentity } from "../../shared/sheet/identity.ts";
import type { Opened } from "./core/checking.ts";
import type { Collector } from "./send/collector.ts";

export interface Found {
  province: string;
  registry: Registry;
  /** The province's forms, as far as they were ever heard of; the program's own when not given. */
  book?: FormBook;
  /** The list is the one kept from last time: the collector could not be asked. */
  offline: boolean;
  /** The collector takes a newer version of the form than this program knows. */
  old: boolean;
}

/** What is kept between visits. */
export interface Kept {
  get<T>(name: string): Promise<T | null>;
  set(name: string, value: unknown): Promise<void>;
}

interface Roster {
  version: string;
  pack: ProvincePack;
}

/** A slow line holds up nothing that is known from last time. */
const PATIENCE_MS = 1_200;

/** `formBook` is left away by a collector from before provinces had forms of their own. */
type Asked = Pick<Collector, "roster" | "formVersions"> & Partial<Pick<Collector, "formBook">>;

type Sheets = Omit<Opened, "registry" | "province">;

/** Which province a document belongs to, and that province's offices: from the collector, else from the last visit. */
export class Rosters {
  readonly #collector: Asked;
  readonly #kept: Kept;
  /** The province this page was opened for, where its address says so. */
  readonly #usual: string | null;

  readonly #patienceMs: number;
  /** The usual province's list, asked for before the document is read. */
  #ahead: Promise<{ home: string; roster: Omit<Found, "old"> | null } | null> | null = null;

  constructor(collector: Asked, kept: Kept, usual: string | null, patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
    this.#collector = collector;
    this.#kept = kept;
    this.#usual = usual;
  }

  /** Asks for the list that is usual here already: it comes while the document is read. */
  askAhead(): void {
    this.#ahead = this.#usualRoster().catch(() => null);
  }

  async #usualRoster() {
    const home = this.#usual ?? (await this.#kept.get<string>("province"));
    return home === null ? null : { home, roster: await this.#of(home) };
  }

  /**
   * Null when the province is not known, or has no list here: then it must be asked. What the document says outweighs what is
   * usual here; the usual list is loaded first, since only with it are its own names read as such.
   */
  async find(sheets: Sheets, said: string | null): Promise<Found | null> {
    const old = soon(this.#isOld(sheets), false, this.#patienceMs);
    const ahead = await (this.#ahead ?? this.#usualRoster());
    this.#ahead = null;
    const first = said === null || said === ahead?.home ? (ahead?.roster ?? null) : await this.#of(said);
    const guess = said ?? provinceIn(sheets, first?.registry ?? buildRegistry([]), first?.book);
    const found = guess === null || guess === first?.province ? first : await this.#of(guess);
    if (found === null) return null;
    await this.#kept.set("province", found.province);
    return { ...found, old: await old };
  }

  async #of(province: string): Promise<Omit<Found, "old"> | null> {
    const known = await this.#kept.get<Roster>(`roster:${province}`);
    const forms = this.#forms(province, known === null);
    const asked = this.#ask(province, known).catch(() => "offline" as const);
    const news = known === null ? await asked : await soon(asked, "offline" as const, this.#patienceMs);
    if (news === "unknown-province") return null;
    const roster = news === "offline" || news === null ? known : news;
    if (roster === null) return null;
    return { province, registry: unpackProvince(roster.pack), book: await forms, offline: news === "offline" };
  }

  /** The forms of last time where the collector can not be asked soon. On a first visit, the list of offices is waited for, and so are they. */
  async #forms(province: string, first: boolean): Promise<FormBook> {
    const kept = await this.#kept.get<FormBook>(`forms:${province}`);
    const asked = this.#askForms(province, kept).catch(() => null);
    return withProgram((await (first ? asked : soon(asked, null, this.#patienceMs))) ?? kept ?? PROGRAM_BOOK);
  }

  async #askForms(province: string, kept: FormBook | null): Promise<FormBook | null> {
    const news = (await this.#collector.formBook?.(province, kept?.version ?? null)) ?? null;
    if (news !== null) await this.#kept.set(`forms:${province}`, news);
    return news;
  }

  async #ask(province: string, known: Roster | null) {
    const news = await this.#collector.roster(province, known?.version ?? null);
    if (news !== null && news !== "unknown-province") await this.#kept.set(`roster:${province}`, news);
    return news;
  }

  async #isOld(sheets: Sheets): Promise<boolean> {
    const form = sheets.identity === null ? undefined : parseIdentity(sheets.identity)?.form;
    try {
      const versions = await this.#collector.formVersions();
      const ids = form === undefined ? Object.keys(versions) : [form];
      return ids.some((id) => (versions[id] ?? 0) > (findForm(id)?.version ?? Number.POSITIVE_INFINITY));
    } catch {
      return false;
    }
  }
}

function soon<T>(answer: Promise<T>, otherwise: T, patienceMs: number): Promise<T> {
  return Promise.race([answer, new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), patienceMs))]);
}

/** What the document says of its province: its identity, its title, its rows. */
export function provinceIn(sheets: Sheets, registry: Registry, book?: FormBook): string | null {
  const own = sheets.identity === null ? null : parseIdentity(sheets.identity)?.province;
  if (own != null) return own;
  const names = sheets.identity === null ? [] : [{ name: IDENTITY_NAME, value: sheets.identity }];
  // Some rows say it as well as all of them.
  const grids = sheets.grids.map((grid) => ({ ...grid, rows: grid.rows.slice(0, 120) }));
  try {
    const workbook = { sheets: grids, names, fileName: sheets.fileName };
    return openWorkbook(workbook, { registry, book, sheet: sheets.sheet }).report().province;
  } catch {
    return null;
  }
}
