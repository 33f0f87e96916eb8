import * as z from "zod";
import type { Certifier, Report } from "../../shared/answer.ts";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { type FormBook, formVersion } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { isSeat, provinceCodeOf } from "../../shared/offices/office.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import {
  FormId,
  IdempotencyKey,
  OfficeCode,
  Period,
  ReceiptSchema,
  SubmissionRequest,
} from "../../shared/wire/report.ts";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import { canonical, sha256 } from "../province/canonical.ts";
import { requireHeld } from "../province/forms/book.ts";
import { ownReporter } from "../province/reporters.ts";
import type { Submitted } from "../province/submit.ts";
import { conform, readJson, readUpload } from "./body.ts";
import { requireForm, requireVersion } from "./books.ts";
import { ColumnsText, columnsOf } from "./columns.ts";
import { rowOfFields } from "./documentRow.ts";
import {
  judgeGrid,
  judgeWorkbook,
  readFile,
  requireOneOffice,
  requireOwnDistrict,
  requireSubmittable,
} from "./judge.ts";
import { judgeKnowing } from "./knowing.ts";
import { HttpProblem } from "./problems.ts";
import { reporterIn } from "./reporterIn.ts";
import { type Answered, type Asked, route } from "./route.ts";

const SENDERS = ["office", "district", "province"] as const;

const SEND_PROBLEMS = [
  "too-large",
  "media-type",
  "invalid-request",
  "form-unknown",
  "form-version",
  "form-retired",
  "office-unknown",
  "office-mismatch",
  "not-submittable",
  "idempotency-key",
  "idempotency-mismatch",
  "row-too-large",
  "province-unknown",
] as const;

const FileFields = z.object({
  form: FormId.optional(),
  period: Period.optional(),
  office: OfficeCode.optional(),
  sheet: z.string().max(255).optional(),
  client: z.string().max(200).optional(),
  columns: ColumnsText,
});

export const sendingRoutes = [
  route({
    method: "post",
    path: "/submissions",
    summary: "Sends a report; the receipt is given once it is durable",
    who: SENDERS,
    cost: 2,
    headers: {
      "Idempotency-Key": { schema: IdempotencyKey, required: true, about: "The same for every try of one sending" },
    },
    body: { json: SubmissionRequest },
    answers: { 200: ReceiptSchema, 201: ReceiptSchema },
    problems: [...SEND_PROBLEMS, "malformed-json"],
    async handle(asked) {
      const key = keyOf(asked.request);
      if (key === null) throw new HttpProblem("idempotency-key");
      const sent = await readJson(asked.request, SubmissionRequest);
      const book = await asked.books.of(provinceOf(asked.actor));
      const form = requireVersion(book, sent.form, sent.version);
      requireOwed(asked.actor, form);
      const client = typeof sent.client === "string" ? sent.client : clientText(sent.client);
      const report = async () => {
        const registry = (await asked.rosters.of(provinceCodeOf(sent.office))).registry;
        const today = bangkokDate(asked.deps.now());
        const place = { registry, form: form.id, province: provinceCodeOf(sent.office), period: sent.period, today };
        const store = await asked.deps.collector.at(place.province);
        return judgeKnowing((known) => judgeGrid(sent.grid, { ...place, forms: [form], ...known }), {
          ...{ said: sent.columns ?? {}, whose: () => sent.office, store, actor: asked.actor },
        });
      };
      return send(asked, { ...sent, form, book, key, client, certifier: sent.certifier ?? null, report });
    },
  }),

  route({
    method: "post",
    path: "/submissions/file",
    summary: "Sends a report as a workbook",
    who: SENDERS,
    cost: 5,
    headers: {
      "Idempotency-Key": { schema: IdempotencyKey, required: false, about: "Made from the content when left away" },
    },
    body: { multipart: FileFields },
    answers: { 200: ReceiptSchema, 201: ReceiptSchema },
    problems: [
      ...SEND_PROBLEMS,
      "malformed-form",
      "file-missing",
      "sheet-missing",
      "unreadable-file",
      "period-missing",
      "office-missing",
    ],
    async handle(asked) {
      const { actor, rosters, books, request, language } = asked;
      const key = keyOf(request);
      const { bytes, fileName, fields } = await readUpload(request);
      const given = conform(FileFields, fields);
      const workbook = await readFile(bytes, fileName, language, asked.deps.fileLimits);
      const province = provinceOf(actor);
      const { registry } = await rosters.of(province);
      const book = await books.of(province);
      const { form, period, sheet } = given;
      if (form !== undefined) requireOwed(actor, requireForm(book, form));
      const today = bangkokDate(asked.deps.now());
      const whose = (found: Report) => given.office ?? ownReporter(actor) ?? reporterIn(found, registry);
      const report = await judgeKnowing(
        (known) => judgeWorkbook(workbook, { registry, book, province, form, period, sheet, today, ...known }),
        { said: columnsOf(given.columns), whose, store: await asked.deps.collector.at(province), actor },
      );
      const known = formVersion(book, report.form, report.version);
      if (known === undefined || report.period === null) requireSubmittable(report, language);
      if (known === undefined) throw new HttpProblem("form-unknown", { form: report.form });
      requireOwed(actor, known);
      if (report.period === null) throw new HttpProblem("period-missing");
      const office = whose(report);
      if (office === null) {
        requireSubmittable(report, language);
        throw new HttpProblem("office-missing");
      }
      const grid = workbook.sheets.find((one) => one.sheet === report.sheet);
      if (grid === undefined) throw new HttpProblem("not-submittable");
      return send(asked, {
        ...{ form: known, book, period: report.period, office, grid, key, certifier: report.certifier },
        columns: report.answered,
        client: given.client ?? `file ${fileName}`.slice(0, 200),
        report: async () => report,
      });
    },
  }),
];

/** What districts owe is no office's to send, nor the other way round. Throws `forbidden`; a province sends for both. */
function requireOwed({ role }: Actor, { roster }: FormDefinition): void {
  if (role === "district" && roster !== "districts") throw new HttpProblem("forbidden");
  if (role === "office" && roster !== "offices") throw new HttpProblem("forbidden");
}

export interface Sending {
  form: FormDefinition;
  /** The province's forms as whoever judged knew them. */
  book: FormBook;
  period: string;
  office: string;
  grid: Grid;
  /** Null: made from the content. */
  key: string | null;
  certifier: Certifier | null;
  /** What was said of the sheet's columns, where anything was: the same sheet read otherwise is another report. */
  columns?: ColumnAnswers | undefined;
  client: string;
  report(): Promise<Report>;
}

/**
 * Recalls the receipt of a repeated sending without checking again (the roster may have changed since), else checks, and
 * keeps what is submittable.
 */
export async function send(asked: Asked<unknown, unknown, Actor & { role: Role }>, sent: Sending): Promise<Answered> {
  const { deps, actor, language } = asked;
  const { office } = sent;
  const contentHash = contentHashOf(sent);
  const key = sent.key ?? `content-${contentHash}`;
  const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
  const known = await store.recallKey(actor, key, contentHash);
  if (known !== null) return { status: 200, json: known };
  if (actor.role !== "province" && office !== ownReporter(actor)) throw new HttpProblem("office-unknown", { office });
  requireHeld(sent.book, sent.form.id, sent.form.version, sent.period);
  const report = await sent.report();
  requireOneOffice(report, office);
  if (isSeat(office)) requireOwnDistrict(report, office, (await asked.rosters.of(provinceCodeOf(office))).registry);
  requireSubmittable(report, language);
  const { receipt, created } = await store.submit(actor, toKeep(sent, report, key, contentHash));
  return { status: created ? 201 : 200, json: receipt };
}

/** A checked report as the province keeps it. */
export function toKeep(sent: Sending, report: Report, key: string, contentHash: string): Submitted {
  const { form, period, office, certifier, client } = sent;
  const { columns, findings, fields, sheet } = report;
  const rows = form.sections === undefined ? report.rows : [rowOfFields(form, report)];
  const counts = form.sections === undefined ? report.counts : { ...report.counts, rows: 1, [rows[0]!.verdict]: 1 };
  return {
    ...{ form: form.id, formVersion: form.version, period, office, key, contentHash, certifier, client },
    ...{ grid: JSON.stringify(sent.grid), sheet, counts, columns, findings, fields, nil: isNil(report) },
    rows: rows.filter((row) => !row.codes.includes("ROW_BLANK")),
  };
}

/** What makes two reports the same: form, version, month, office, the sheet as sent and who certifies it. */
export function contentHashOf(
  sent: Pick<Sending, "form" | "period" | "office" | "grid" | "certifier" | "columns">,
): string {
  const { form, period, office, grid, certifier, columns = {} } = sent;
  const read = Object.keys(columns).length === 0 ? {} : { columns: { ...columns } };
  return sha256(canonical({ form: form.id, version: form.version, period, office, grid, certifier, ...read }));
}

/** Every data row says that there is nothing to report. */
function isNil(report: Report): boolean {
  const rows = report.rows.filter((row) => row.verdict !== "skip");
  return rows.length > 0 && rows.every((row) => row.status === "nil");
}

function keyOf(request: Request): string | null {
  const given = request.headers.get("idempotency-key");
  if (given === null) return null;
  const key = IdempotencyKey.safeParse(given);
  if (!key.success) throw new HttpProblem("idempotency-key");
  return key.data;
}

function provinceOf(actor: Actor & { role: Role }): string {
  return partitionOf(actor.role, actor.place)!;
}

function clientText(client: { name: string; version?: string; host?: string } | undefined): string {
  return [client?.name, client?.version, client?.host].filter((part) => part !== undefined).join(" / ");
}
