import type { Report } from "../../shared/answer.ts";
import { periodText } from "../../shared/calendar/period.ts";
import { type FormBook, formIn, readBy } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import type { Before } from "../../shared/rules/before.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Grid, Workbook } from "../../shared/sheet/grid.ts";
import type { IntakeAnswer } from "../../shared/wire/intake.ts";
import { gatherPoints, spokenPoints } from "../../shared/words/points.ts";
import { replyText } from "../../shared/words/reply.ts";
import type { Limits } from "../../shared/workbook/limits.ts";
import { readWorkbook, UnreadableFile } from "../../shared/workbook/read.ts";
import { type Examined, examine, type Given } from "../intake/examine.ts";
import type { Need } from "../intake/needs.ts";
import type { Hints } from "../intake/suggest.ts";
import { unreadable } from "../intake/unpack.ts";
import type { Partition, Remote } from "../people/partition.ts";
import type { Actor } from "../province/actor.ts";
import { sha256 } from "../province/canonical.ts";
import type { ReportStanding } from "../province/intake.ts";
import { columnsOf } from "./columns.ts";
import { isNothing, recalled } from "./knowing.ts";
import { contentHashOf } from "./sending.ts";

/** One file as it came, and who looks at it. */
export interface IntakeFile {
  name: string;
  bytes: Uint8Array;
  given: Omit<Given, "columnAnswers"> & { columns?: string | undefined };
  hints: Hints;
}

export interface IntakeContext {
  store: Remote<Partition>;
  actor: Actor;
  registry: Registry;
  book: FormBook;
  province: string;
  limits?: Partial<Limits> | undefined;
}

/** Everything known of a file; without `examined` it could not be read, and the one need says why. */
export interface Judged {
  hash: string;
  workbook: Workbook | null;
  examined: Examined | null;
  form: FormDefinition | null;
  grid: Grid | null;
  /** Of the report as it would be kept; null while office or month are open. */
  contentHash: string | null;
  standing: ReportStanding | null;
  needs: Need[];
}

/** Judges one file against the province's list and what the province has already. Never throws for what is wrong with the file. */
export async function judgeIntake(file: IntakeFile, context: IntakeContext): Promise<Judged> {
  const hash = sha256(file.bytes);
  let workbook: Workbook;
  try {
    // Without its name: a month that only the file's name speaks of is a proposal, no fact.
    workbook = await readWorkbook(file.bytes, { limits: context.limits });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const nothing = { workbook: null, examined: null, form: null, grid: null, contentHash: null, standing: null };
    return { hash, ...nothing, needs: [unreadable(error)] };
  }
  const { registry, book, store, actor } = context;
  const examined = await examineKnowing(workbook, file, context);
  const needs = [...examined.needs];
  const form = examined.form === null ? null : (readBy(book, examined.form, examined.period) ?? null);
  const grid = workbook.sheets.find(({ sheet }) => sheet === examined.sheet) ?? null;
  const { office, period, report } = examined;
  if (form !== null && period !== null && formIn(book, form.id, period) === undefined)
    needs.push({ code: "not-asked", params: { period } });
  let contentHash: string | null = null;
  let standing: ReportStanding | null = null;
  if (form !== null && office !== null) {
    standing = await store.reportStanding(actor, form.id, period, office);
    if (!standing.reach) needs.push({ code: "office-outside", params: { office: labelOf(registry, office) } });
    else if (period !== null && grid !== null && report !== null) {
      const { certifier, answered: columns } = report;
      contentHash = contentHashOf({ form, period, office, grid, certifier, columns });
      const { current } = standing;
      if (current !== null && counts(current.status) && current.contentHash !== contentHash)
        needs.push({ code: "replaces", params: { version: current.version, receipt: current.receipt } });
    }
  }
  return { hash, workbook, examined, form, grid, contentHash, standing, needs };
}

/** With what was said of the columns in this office's sheets before (what is said now goes first), and beside what it reported. */
async function examineKnowing(workbook: Workbook, file: IntakeFile, context: IntakeContext): Promise<Examined> {
  const { registry, book, province, store, actor } = context;
  const { given, hints } = file;
  const said = columnsOf(given.columns);
  const look = (columnAnswers: ColumnAnswers | undefined, before: Before | null) =>
    examine(workbook, { registry, book, province, given: { ...given, columnAnswers }, hints, before });
  const first = look(said, null);
  if (first.form === null || first.office === null) return first;
  const before = await recalled({ store, actor }, first.form, first.office);
  const columns = before === undefined ? said : { ...before, ...said };
  const again = before === undefined ? first : look(columns, null);
  const { form, office, period } = again;
  if (form === null || office === null || period === null) return again;
  const reported = await store.before(actor, { form, office, period });
  return isNothing(reported) ? again : look(columns, reported);
}

/** True while a version is with the province. */
export function counts(status: string): boolean {
  return status === "received" || status === "accepted";
}

export function labelOf(registry: Registry, code: string): string {
  const office = registry.byCode(code);
  return office === undefined ? code : officeLabel(office);
}

/** Columns to be named, with what each could be in the form's words. */
function questionsOf(form: FormDefinition | null, report: Report | null): IntakeAnswer["questions"] {
  const label = (id: string) => form?.fields.find((field) => field.id === id)?.label ?? id;
  return (report?.questions ?? []).map(({ column, label: heading, key, candidates }) => ({
    ...{ column, label: heading, key },
    candidates: candidates.map((id) => ({ field: id, label: label(id) })),
  }));
}

/** Points that travel; the counts say how many there are. */
const MAX_POINTS = 200;

/** What is said of a file to the page and the command line. */
export function answerOf(
  { name }: Pick<IntakeFile, "name">,
  judged: Judged,
  registry: Registry,
  language: "th" | "en",
): IntakeAnswer {
  const { hash, examined, form, needs, standing, contentHash } = judged;
  const report = examined?.report ?? null;
  const points = report === null ? [] : gatherPoints(spokenPoints(report, language));
  const code = standing?.reach === false ? null : (examined?.office ?? null);
  const office = code === null ? undefined : registry.byCode(code);
  const current = standing?.current ?? null;
  const received = current !== null && counts(current.status) && current.contentHash === contentHash ? current : null;
  const period = examined?.period ?? null;
  const counted = needs.map((need) => (need.code === "points" ? { ...need, params: { count: points.length } } : need));
  return {
    hash,
    form: form === null ? null : { id: form.id, title: form.title[0] ?? form.id },
    sheet: examined?.sheet ?? null,
    sheets: examined?.sheets ?? [],
    office: office === undefined ? null : { code: office.code, label: officeLabel(office), district: office.district },
    period,
    counts: examined?.counts ?? null,
    submittable: examined?.submittable ?? false,
    identified: examined?.identified ?? false,
    needs: counted,
    offices: examined?.offices ?? [],
    periods: examined?.periods ?? [],
    questions: questionsOf(form, report),
    points: points.slice(0, MAX_POINTS),
    pointCount: points.length,
    received,
    current: received === null ? current : null,
    reply: replyText({
      fileName: name,
      form: form?.title[0] ?? "",
      office: office === undefined ? "" : officeLabel(office),
      period: period === null ? "" : periodText(period),
      needs,
      points: report === null ? [] : gatherPoints(spokenPoints(report, "th")),
      pointCount: points.length,
    }),
  };
}
