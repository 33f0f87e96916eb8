import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { officeLabel } from "../offices/office.ts";
import type { Registry } from "../offices/registry.ts";
import { readCentre } from "../rules/centre.ts";
import { readDistrict } from "../rules/district.ts";
import { readOffice } from "../rules/office.ts";
import { readProvince } from "../rules/province.ts";
import type { Reading } from "../rules/reading.ts";
import { readRemark } from "../rules/remark.ts";
import { readSeq } from "../rules/seq.ts";
import { readTick, type TickSign } from "../rules/tick.ts";
import type { Cell, Scalar } from "../sheet/grid.ts";

const MEMO_LIMIT = 50_000;

/**
 * What every row of one sheet is judged against. Readings are remembered by what was typed: a sheet repeats its
 * districts and offices on every line.
 */
export class SheetContext {
  readonly form: FormDefinition;
  readonly registry: Registry;
  readonly province: string | null;
  readonly #memo = new Map<string, Map<Scalar, Reading>>();
  readonly #ticks = new Map<string, TickSign>();

  constructor(form: FormDefinition, registry: Registry, province: string | null) {
    this.form = form;
    this.registry = registry;
    this.province = province;
  }

  get provinceName(): string | null {
    return this.province === null ? null : (this.registry.provinceName(this.province) ?? null);
  }

  #remember(kind: string, raw: Scalar, make: () => Reading): Reading {
    let known = this.#memo.get(kind);
    if (known === undefined) {
      known = new Map();
      this.#memo.set(kind, known);
    }
    let reading = known.get(raw);
    if (reading === undefined) {
      if (known.size >= MEMO_LIMIT) known.clear();
      reading = make();
      known.set(raw, reading);
    }
    return reading;
  }

  seq(raw: Exclude<Scalar, null>): Reading {
    return typeof raw === "number" ? readSeq(raw) : this.#remember("seq", raw, () => readSeq(raw));
  }

  provinceCell(raw: Scalar): Reading {
    return this.#remember("province", raw, () => readProvince(String(raw), this.province, this.registry));
  }

  district(raw: Scalar): Reading {
    return this.#remember("district", raw, () => readDistrict(String(raw), this.province, this.registry));
  }

  office(raw: Scalar, district: string | null): Reading {
    return this.#remember(`office|${district ?? ""}`, raw, () =>
      readOffice(String(raw), { provinceCode: this.province, district, registry: this.registry }),
    );
  }

  centre(raw: Scalar, office: string | null): Reading {
    // Centres hardly repeat in a sheet: remembering them would cost more than reading them.
    const reading = readCentre(String(raw), null);
    // Only a centre without a name of its own depends on the office beside it.
    return reading.codes.includes("CDC_GENERIC") && office !== null ? readCentre(String(raw), office) : reading;
  }

  remark(raw: Exclude<Scalar, null>): Reading {
    return this.#remember("remark", raw, () => readRemark(raw));
  }

  tick(cell: Cell): TickSign {
    if (typeof cell !== "string") return readTick(cell);
    let sign = this.#ticks.get(cell);
    if (sign === undefined) {
      if (this.#ticks.size >= MEMO_LIMIT) this.#ticks.clear();
      sign = readTick(cell);
      this.#ticks.set(cell, sign);
    }
    return sign;
  }

  officeName(code: string | undefined): string | null {
    const office = code === undefined ? undefined : this.registry.byCode(code);
    return office === undefined ? null : officeLabel(office);
  }

  field(kind: FieldDefinition["kind"]): FieldDefinition | undefined {
    return this.form.fields.find((field) => field.kind === kind);
  }
}
