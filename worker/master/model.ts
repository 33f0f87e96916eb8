import { type FormDefinition, subjectOf } from "../../shared/forms/index.ts";
import { districtCodeOf, officeLabel } from "../../shared/offices/office.ts";
import type { CurrentSubmission, MasterInput, StoredRow } from "./types.ts";

/** One line of the roster with what it sent, if anything. */
export interface MasterOffice {
  /** Seven digits. */
  code: string;
  /** As printed: ทต.ช่อแฮ. */
  label: string;
  /** Bare name; "" for a sender outside the roster. */
  district: string;
  inRoster: boolean;
  submission: CurrentSubmission | null;
}

export interface Standing {
  offices: number;
  sent: number;
  missing: number;
  late: number;
  returned: number;
  nil: number;
}

export interface MasterRow {
  /** Running number in the master, 1 … n without a gap. */
  seq: number;
  /** Index in `offices`. */
  office: number;
  stored: StoredRow;
}

/** What the master of a province is, before it is any kind of file. */
export interface MasterModel extends Omit<MasterInput, "offices" | "submissions"> {
  /** Official order: the roster's, then senders outside it by code. */
  offices: MasterOffice[];
  missing: MasterOffice[];
  standing: Standing;
  /** Districts in the order of the roster. */
  districts: { name: string; standing: Standing }[];
  /** ISO time of the newest submission; null when nobody sent. */
  lastReceivedAt: string | null;
}

function standingOf(offices: readonly MasterOffice[]): Standing {
  const standing: Standing = { offices: offices.length, sent: 0, missing: 0, late: 0, returned: 0, nil: 0 };
  for (const { submission } of offices) {
    if (submission === null) {
      standing.missing++;
      continue;
    }
    standing.sent++;
    if (submission.late) standing.late++;
    if (submission.status === "returned") standing.returned++;
    if (submission.nil) standing.nil++;
  }
  return standing;
}

/** Byte order, so that it is the same on every machine. */
const byCode = (a: MasterOffice, b: MasterOffice) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * Builds the master's frame from the current versions. Nothing that was sent is left out: a returned report stays in, marked,
 * until its next version arrives, and a sender outside the roster comes last.
 * Throws RangeError when one office has two current versions: which one counts is not for the master to guess.
 */
export function buildMaster(input: MasterInput): MasterModel {
  const { form, province, period } = input;
  const offices: MasterOffice[] = input.offices.map((office) => ({
    code: office.code,
    label: officeLabel(office),
    district: office.district,
    inRoster: true,
    submission: null,
  }));
  const byOffice = new Map(offices.map((office) => [office.code, office]));
  const districtNames = new Map(input.offices.map((office) => [districtCodeOf(office.code), office.district]));
  const strangers: MasterOffice[] = [];
  let lastReceivedAt: string | null = null;
  for (const submission of input.submissions) {
    let office = byOffice.get(submission.office);
    if (office === undefined) {
      const code = submission.office;
      office = {
        code,
        label: code,
        district: districtNames.get(districtCodeOf(code)) ?? "",
        inRoster: false,
        submission: null,
      };
      byOffice.set(code, office);
      strangers.push(office);
    }
    if (office.submission !== null)
      throw new RangeError(
        `Two current versions for ${office.code}: ${office.submission.receipt}, ${submission.receipt}`,
      );
    office.submission = submission;
    if (lastReceivedAt === null || Date.parse(submission.receivedAt) > Date.parse(lastReceivedAt))
      lastReceivedAt = submission.receivedAt;
  }
  offices.push(...strangers.sort(byCode));
  const districts = new Map<string, MasterOffice[]>();
  for (const office of offices) {
    const members = districts.get(office.district);
    if (members === undefined) districts.set(office.district, [office]);
    else members.push(office);
  }
  return {
    form,
    province,
    period,
    offices,
    missing: offices.filter((office) => office.submission === null),
    standing: standingOf(offices),
    districts: [...districts].map(([name, members]) => ({ name, standing: standingOf(members) })),
    lastReceivedAt,
  };
}

/** Rows are handed on in batches of about this many: an await for each row would cost more than the row. */
const BATCH_ROWS = 100;

/** The master's rows in official order, numbered; may be called again and then gives the same. */
export async function* masterRows(model: MasterModel): AsyncGenerator<MasterRow[]> {
  const spoken = nilSpeaker(model.form);
  let batch: MasterRow[] = [];
  let seq = 0;
  for (const [index, { submission }] of model.offices.entries()) {
    if (submission === null) continue;
    if (Symbol.iterator in submission.rows) {
      for (const stored of submission.rows) {
        batch.push({ seq: ++seq, office: index, stored: spoken(stored) });
        if (batch.length >= BATCH_ROWS) {
          yield batch;
          batch = [];
        }
      }
    } else
      for await (const stored of submission.rows) {
        batch.push({ seq: ++seq, office: index, stored: spoken(stored) });
        if (batch.length >= BATCH_ROWS) {
          yield batch;
          batch = [];
        }
      }
  }
  if (batch.length > 0) yield batch;
}

/** A nil report stores a blank centre, or a blank name; on paper the row has to say why it is blank. */
function nilSpeaker(form: FormDefinition): (row: StoredRow) => StoredRow {
  const { nilText } = form;
  const subject = subjectOf(form)?.id;
  if (subject === undefined || nilText === null) return (row) => row;
  return (row) =>
    row.status === "nil" && (row.values[subject] ?? "") === ""
      ? { ...row, values: { ...row.values, [subject]: nilText } }
      : row;
}

export interface MasterTotals {
  rows: number;
  done: number;
  notDone: number;
  nil: number;
}

/** Counts the rows by what they report. */
export async function masterTotals(model: MasterModel): Promise<MasterTotals> {
  const totals: MasterTotals = { rows: 0, done: 0, notDone: 0, nil: 0 };
  for await (const batch of masterRows(model))
    for (const { stored } of batch) {
      totals.rows++;
      totals[stored.status]++;
    }
  return totals;
}
