import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { officeLabel } from "../offices/office.ts";
import type { Registry } from "../offices/registry.ts";
import type { KnownBefore } from "../rules/before.ts";
import { readByKind } from "../rules/byKind.ts";
import { readCentre } from "../rules/centre.ts";
import type { DateContext } from "../rules/date.ts";
import { readDistrict } from "../rules/district.ts";
import { readOffice } from "../rules/office.ts";
import { readProvince } from "../rules/province.ts";
import type { Reading } from "../rules/reading.ts";
import { readRemark } from "../rules/remark.ts";
import { readSeq } from "../rules/seq.ts";
import { readTick, type TickSign } from "../rules/tick.ts";
import type { Cell, Scalar } from "../sheet/grid.ts";
import { type EffectiveCell, emptyCell } from "./effective.ts";
import type { Layout } from "./layout.ts";
import { type Plan, planOf } from "./plan.ts";

const MEMO_LIMIT = 50_000;

/** What was made of each value seen; forgets everything when it has grown too large. */
class Memo<T> {
  readonly #known = new Map<Scalar, T>();

  get(raw: Scalar): T | undefined {
    return this.#known.get(raw);
  }

  put(raw: Scalar, made: T): T {
    if (this.#known.size >= MEMO_LIMIT) this.#known.clear();
    this.#known.set(raw, made);
    return made;
  }
}

/**
 * What every row of one sheet is judged against. Readings are remembered by what was typed: a sheet repeats its
 * districts and offices on every line.
 */
export class SheetContext {
  readonly form: FormDefinition;
  readonly registry: Registry;
  readonly province: string | null;
  readonly layout: Layout;
  /** What dates are read against. */
  readonly days: DateContext;
  /** What the office reported before, where that is known. */
  readonly before: KnownBefore | null;
  /** Fields that together with the office tell one row from another; null where the form names none. */
  readonly sameness: readonly string[] | null;
  readonly plan: Plan;
  /**
   * The cells of the row being judged: one set for the sheet, filled anew for each row and kept by nobody. Made for every
   * row they were a quarter of all memory allocated.
   */
  readonly cells: readonly EffectiveCell[];
  readonly #seqs = new Memo<Reading>();
  readonly #provinces = new Memo<Reading>();
  readonly #districts = new Memo<Reading>();
  readonly #remarks = new Memo<Reading>();
  readonly #ticks = new Memo<TickSign>();
  /** By district: the same name is another office in another district. */
  readonly #offices = new Map<string | null, Memo<Reading>>();

  /** By field: what its own rule made of each text. */
  readonly #others = new Map<FieldDefinition, Memo<Reading>>();

  constructor(
    form: FormDefinition,
    registry: Registry,
    province: string | null,
    layout: Layout,
    days: DateContext,
    before: KnownBefore | null = null,
  ) {
    this.form = form;
    this.registry = registry;
    this.province = province;
    this.layout = layout;
    this.days = days;
    this.before = before;
    this.sameness = form.rowRules.find((rule) => rule.rule === "duplicateRow")?.fields ?? null;
    this.plan = planOf(form, layout);
    this.cells = this.plan.fields.map((_, place) => emptyCell(place, this.plan));
  }

  get provinceName(): string | null {
    return this.province === null ? null : (this.registry.provinceName(this.province) ?? null);
  }

  seq(raw: Exclude<Scalar, null>): Reading {
    return typeof raw === "number" ? readSeq(raw) : (this.#seqs.get(raw) ?? this.#seqs.put(raw, readSeq(raw)));
  }

  provinceCell(raw: Scalar): Reading {
    return (
      this.#provinces.get(raw) ?? this.#provinces.put(raw, readProvince(String(raw), this.province, this.registry))
    );
  }

  district(raw: Scalar): Reading {
    return (
      this.#districts.get(raw) ?? this.#districts.put(raw, readDistrict(String(raw), this.province, this.registry))
    );
  }

  office(raw: Scalar, district: string | null): Reading {
    let offices = this.#offices.get(district);
    if (offices === undefined) this.#offices.set(district, (offices = new Memo()));
    const known = offices.get(raw);
    if (known !== undefined) return known;
    const { province: provinceCode, registry } = this;
    const { period } = this.days;
    return offices.put(raw, readOffice(String(raw), { provinceCode, district, registry, period }));
  }

  centre(raw: Scalar, office: string | null): Reading {
    // Centres hardly repeat in a sheet: remembering them would cost more than reading them.
    const reading = readCentre(String(raw), null);
    // Only a centre without a name of its own depends on the office beside it.
    return reading.codes.includes("CDC_GENERIC") && office !== null ? readCentre(String(raw), office) : reading;
  }

  remark(raw: Exclude<Scalar, null>): Reading {
    return this.#remarks.get(raw) ?? this.#remarks.put(raw, readRemark(raw));
  }

  tick(cell: Cell): TickSign {
    if (typeof cell !== "string") return readTick(cell);
    return this.#ticks.get(cell) ?? this.#ticks.put(cell, readTick(cell));
  }

  /** A cell that is read by its kind alone. */
  other(cell: Exclude<Cell, null>, field: FieldDefinition): Reading {
    if (typeof cell !== "string") return readByKind(cell, field, this.form, this.days);
    let known = this.#others.get(field);
    if (known === undefined) this.#others.set(field, (known = new Memo()));
    return known.get(cell) ?? known.put(cell, readByKind(cell, field, this.form, this.days));
  }

  officeName(code: string | undefined): string | null {
    const office = code === undefined ? undefined : this.registry.byCode(code);
    return office === undefined ? null : officeLabel(office);
  }

  field(kind: FieldDefinition["kind"]): FieldDefinition | undefined {
    return this.form.fields.find((field) => field.kind === kind);
  }
}
