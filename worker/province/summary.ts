import { officeLabel, type ReporterType, SEAT_TYPE } from "../../shared/offices/office.ts";
import { type Actor, scopeOf, within } from "./actor.ts";
import type { Journal } from "./journal.ts";
import { mayOpen } from "./levels/seen.ts";
import type { Val } from "./sql.ts";

export type VersionStatus = "received" | "returned" | "accepted" | "withdrawn";

/** One version of one office's report, without its rows. */
export interface Summary {
  submission: string;
  version: number;
  receipt: string;
  form: string;
  formVersion: number;
  period: string;
  office: string;
  officeName: string;
  district: string;
  status: VersionStatus;
  nil: boolean;
  late: boolean;
  due: string | null;
  receivedAt: string;
  contentHash: string;
  /** Data rows. */
  rows: number;
  sender: { name: string; role: string; place: string };
}

interface SummaryRow extends Omit<Summary, "officeName" | "district" | "nil" | "late" | "receivedAt" | "sender"> {
  type: ReporterType | null;
  name: string | null;
  seat: string | null;
  district: string | null;
  nil: number;
  late: number;
  receivedAt: number;
  sender: string | null;
  senderRole: string;
  senderPlace: string;
}

/** A district that reports itself stands in no list of offices: its name is that of its offices' district. */
const SEAT_NAME = `CASE WHEN substr(s.office, 1, 1) = '9' THEN (
  SELECT d.district FROM offices d WHERE substr(d.code, 2, 4) = substr(s.office, 2, 4) LIMIT 1) END`;

const COLUMNS = `s.id AS submission, v.version, v.receipt, s.form, v.form_version AS formVersion, s.period, s.office,
  o.type, o.name, o.district, ${SEAT_NAME} AS seat, v.status, v.nil, v.late, v.due, v.received_at AS receivedAt, v.content_hash AS contentHash,
  v.counts ->> 'rows' AS rows, p.name AS sender, v.sender_role AS senderRole, v.sender_place AS senderPlace`;

/**
 * Versions within the actor's reach. `where` (with what follows it) may name s (submissions), v (versions) and o (offices).
 * The reach is always added here, so that no query can go without it; and for the department, that it was sent up to it. `asked`
 * "standing" leaves that away: how an office stands is told of every report, what is in it is not.
 */
export function summaries(
  journal: Journal,
  actor: Actor,
  where: string,
  binds: Val[],
  rest = "",
  asked: "report" | "standing" = "report",
): Summary[] {
  const scope = within(scopeOf(actor), "s.office");
  return journal
    .read<SummaryRow>(
      `SELECT ${COLUMNS} FROM submissions s JOIN versions v ON v.submission = s.id
       LEFT JOIN offices o ON o.code = s.office LEFT JOIN people p ON p.id = v.sender
       WHERE ${scope.sql} AND ${asked === "report" ? mayOpen(actor) : "1 = 1"} AND (${where}) ${rest}`,
      ...scope.binds,
      ...binds,
    )
    .map(toSummary);
}

function toSummary(row: SummaryRow): Summary {
  const { type: officeType, name: officeName, seat, sender, senderRole, senderPlace, ...rest } = row;
  const type = seat === null ? officeType : SEAT_TYPE;
  const name = seat ?? officeName;
  return {
    ...rest,
    officeName: type === null || name === null ? row.office : officeLabel({ type, name }),
    district: row.district ?? seat ?? "",
    nil: row.nil === 1,
    late: row.late === 1,
    receivedAt: new Date(row.receivedAt).toISOString(),
    sender: { name: sender ?? "", role: senderRole, place: senderPlace },
  };
}
