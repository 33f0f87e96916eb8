import { Ajv } from "ajv";
import * as z from "zod";
import { officeLabel } from "../shared/offices/index.ts";
import { scalarOf } from "../shared/sheet/grid.ts";
import { PROVINCE, sampleOffices } from "./roster.ts";
import type { Row } from "./rows.ts";

/** A row as the peers are given it: plain values, made before the clock starts. */
export type PlainRow = Record<keyof Row, string | number | boolean | null>;

export function plainRow(row: Row): PlainRow {
  const { seq, province, district, office, centre, done, notDone, remark } = row;
  return {
    seq: scalarOf(seq),
    province: scalarOf(province),
    district: scalarOf(district),
    office: scalarOf(office),
    centre: scalarOf(centre),
    done: scalarOf(done),
    notDone: scalarOf(notDone),
    remark: scalarOf(remark),
  };
}

const offices = sampleOffices();
const DISTRICTS = [...new Set(offices.map((office) => office.district))];
const OFFICES = [...new Set(offices.map(officeLabel))];
const TICKS = ["/", "✓", "✔"];
/** One centre with its printed prefix; no space, sign or second centre where there should be none. */
const CENTRE = "^ศพด\\.(?!.*ศพด)[ก-ฮเแโใไ][ก-ฮะ-ฺเ-๎0-9]*(?: [ก-ฮะ-ฺเ-๎0-9]+)*$";
const TIDY = "^\\S+(?: \\S+)*$";

/** Counts what is wrong with a row; 0 for a good one. */
export type RowJudge = (row: PlainRow) => number;

/** Compiled once; all errors, as we give them. */
export function ajvJudge(): RowJudge {
  const ajv = new Ajv({ allErrors: true, unicodeRegExp: false, strictTypes: false });
  const tick = { enum: TICKS };
  const nothing = { const: null };
  const validate = ajv.compile({
    type: "object",
    required: ["seq", "province", "district", "office", "centre", "done", "notDone", "remark"],
    additionalProperties: false,
    properties: {
      seq: { type: "integer", minimum: 0 },
      province: { const: PROVINCE.name },
      district: { enum: DISTRICTS },
      office: { enum: OFFICES },
      centre: { type: "string", pattern: CENTRE },
      done: { enum: [...TICKS, null] },
      notDone: { enum: [...TICKS, null] },
      remark: { type: ["string", "null"], pattern: TIDY },
    },
    if: { properties: { done: nothing } },
    // biome-ignore lint/suspicious/noThenProperty: a JSON schema says it so
    then: { properties: { notDone: tick, remark: { type: "string" } } },
    else: { properties: { notDone: nothing } },
  });
  return (row) => (validate(row) ? 0 : validate.errors!.length);
}

/** zod 4 with its own compiler on (the default outside a strict content policy). */
export function zodJudge(): RowJudge {
  const schema = z
    .strictObject({
      seq: z.int().min(0),
      province: z.literal(PROVINCE.name),
      district: z.enum(DISTRICTS as [string, ...string[]]),
      office: z.enum(OFFICES as [string, ...string[]]),
      centre: z.string().regex(new RegExp(CENTRE)),
      done: z.literal([...TICKS, null]),
      notDone: z.literal([...TICKS, null]),
      remark: z.string().regex(new RegExp(TIDY)).nullable(),
    })
    .check(({ value, issues }) => {
      const { done, notDone, remark } = value;
      if ((done === null) === (notDone === null)) issues.push({ code: "custom", input: value, message: "ticks" });
      else if (notDone !== null && remark === null)
        issues.push({ code: "custom", input: value, message: "remark", path: ["remark"] });
    });
  return (row) => {
    const result = schema.safeParse(row);
    return result.success ? 0 : result.error.issues.length;
  };
}

/** The peers' own rule over rows: the same office and centre twice. Answers how many rows repeat an earlier one. */
export function countDuplicates(rows: readonly PlainRow[]): number {
  const seen = new Set<string>();
  let twice = 0;
  for (const { office, centre } of rows) {
    if (centre === null || office === null) continue;
    const key = `${office}|${centre}`;
    if (seen.has(key)) twice++;
    else seen.add(key);
  }
  return twice;
}
