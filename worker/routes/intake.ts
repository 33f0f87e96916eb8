import type * as z from "zod";
import { IntakeAnswerSchema, IntakeFields, IntakeSendFields } from "../../shared/wire/intake.ts";
import { ReceiptSchema, type ReceiptWire } from "../../shared/wire/report.ts";
import { type SpokenPoint, spokenPoints } from "../../shared/words/points.ts";
import { VERDICT_WORDS } from "../../shared/words/report.ts";
import { CannotEdit } from "../../shared/workbook/edit/cannotEdit.ts";
import type { CellMark, Tone } from "../../shared/workbook/mark.ts";
import { markWorkbook } from "../../shared/workbook/mark.ts";
import { writePlainXlsx } from "../../shared/workbook/plainXlsx.ts";
import type { Hints } from "../intake/suggest.ts";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import { conform, readUpload } from "./body.ts";
import { attachment, XLSX } from "./files.ts";
import { answerOf, counts, type IntakeContext, judgeIntake } from "./intakeJudge.ts";
import { requireOneOffice, requireSubmittable } from "./judge.ts";
import { HttpProblem } from "./problems.ts";
import { type Asked, route } from "./route.ts";
import { send } from "./sending.ts";

export const KEEPERS = ["district", "province"] as const;

const PROBLEMS = [
  "malformed-form",
  "media-type",
  "too-large",
  "body-cut",
  "invalid-request",
  "file-missing",
  "province-unknown",
] as const;

type Keeper = Asked<unknown, unknown, Actor & { role: Role }>;

/** The province's list and store, as whoever asks sees them. */
export async function contextOf({ deps, actor, rosters, books }: Keeper): Promise<IntakeContext> {
  const province = partitionOf(actor.role, actor.place)!;
  const { registry } = await rosters.of(province);
  const book = await books.of(province);
  return { store: await deps.collector.at(province), actor, registry, book, province, limits: deps.fileLimits };
}

export function hintsOf(name: string, fields: z.infer<typeof IntakeFields>): Hints {
  const stem = name.replace(/\.[^.]*$/, "");
  return (
    [
      ["fileName", stem],
      ["subject", fields.subject],
      ["folder", fields.folder],
      ["sender", fields.sender],
    ] as const
  ).filter((hint): hint is readonly [(typeof hint)[0], string] => hint[1] !== undefined && hint[1] !== "");
}

export const intakeRoutes = [
  route({
    method: "post",
    path: "/intake/check",
    summary: "What an e-mailed file is, whose and for when, and what it needs; nothing is stored",
    who: KEEPERS,
    cost: 3,
    body: { multipart: IntakeFields },
    answers: { 200: IntakeAnswerSchema },
    problems: PROBLEMS,
    async handle(asked) {
      const { bytes, fileName: name, fields } = await readUpload(asked.request);
      const given = conform(IntakeFields, fields);
      const context = await contextOf(asked);
      const judged = await judgeIntake({ name, bytes, given, hints: hintsOf(name, given) }, context);
      return { status: 200, json: answerOf({ name }, judged, context.registry, asked.language) };
    },
  }),

  route({
    method: "post",
    path: "/intake/send",
    summary: "Sends an e-mailed file on an office's behalf; the audit says so",
    who: ["province"],
    cost: 5,
    body: { multipart: IntakeSendFields },
    answers: { 200: ReceiptSchema, 201: ReceiptSchema },
    problems: [
      ...PROBLEMS,
      "unreadable-file",
      "office-unknown",
      "office-mismatch",
      "not-submittable",
      "row-too-large",
      "version-changed",
      "idempotency-mismatch",
    ],
    async handle(asked) {
      const { bytes, fileName: name, fields } = await readUpload(asked.request);
      const given = conform(IntakeSendFields, fields);
      const context = await contextOf(asked);
      const judged = await judgeIntake({ name, bytes, given, hints: [] }, context);
      const { examined, form, grid, contentHash, standing, needs } = judged;
      if (examined === null)
        throw new HttpProblem("unreadable-file", { reason: String(needs[0]?.params.reason ?? needs[0]?.code) });
      const { report } = examined;
      if (form === null || grid === null || report === null) throw new HttpProblem("not-submittable");
      requireOneOffice(report, given.office);
      requireSubmittable(report, asked.language);
      if (standing?.reach === false) throw new HttpProblem("office-unknown", { office: given.office });
      if (examined.office !== given.office || contentHash === null)
        throw new HttpProblem("office-mismatch", { office: given.office });
      if (needs.some(({ code }) => code === "foreign-province")) throw new HttpProblem("not-submittable");
      const current = standing?.current ?? null;
      const replaced = current !== null && counts(current.status) && current.contentHash !== contentHash;
      // Whoever sends must have seen what it replaces: the office may have sent a newer one meanwhile.
      if (replaced && given.replaces !== current.version)
        throw new HttpProblem("version-changed", { version: current.version });
      const answer = await send(asked, {
        ...{ form, book: context.book, period: given.period, office: given.office, grid, certifier: report.certifier },
        columns: report.answered,
        // After a return the same file is a new statement; pressed twice it is none.
        key: `mail-${standing?.closed ?? 0}-${contentHash}`,
        client: `mail ${name}`.slice(0, 200),
        report: async () => report,
      });
      if (given.item !== undefined && !(answer instanceof Response))
        await context.store
          .closeArrival(asked.actor, given.item, (answer.json as ReceiptWire).receipt)
          .catch(ignoreGone);
      return answer;
    },
  }),

  route({
    method: "post",
    path: "/intake/marked",
    summary:
      "The same workbook with its points coloured and noted, to send back; .xls, .ods and .csv come as a plain .xlsx",
    who: KEEPERS,
    cost: 5,
    body: { multipart: IntakeFields },
    answers: { 200: XLSX },
    problems: [...PROBLEMS, "unreadable-file", "not-submittable"],
    async handle(asked) {
      const { bytes, fileName: name, fields } = await readUpload(asked.request);
      const given = conform(IntakeFields, fields);
      const context = await contextOf(asked);
      const { examined, workbook, needs } = await judgeIntake({ name, bytes, given, hints: [] }, context);
      if (workbook === null || examined === null)
        throw new HttpProblem("unreadable-file", { reason: String(needs[0]?.params.reason ?? needs[0]?.code) });
      if (examined.report === null || examined.sheet === null) throw new HttpProblem("not-submittable");
      const marks = marksOf(spokenPoints(examined.report, "th", "warn"), examined.sheet, examined.report.columns);
      const options = { author: "รวม", limits: context.limits };
      const marked = await markWorkbook(bytes, marks, options).catch(async (error: unknown) => {
        if (!(error instanceof CannotEdit) || error.code !== "not-editable") throw error;
        return markWorkbook(await writePlainXlsx(workbook.sheets), marks, options);
      });
      return attachment(marked, XLSX, `${name.replace(/\.[^.]*$/, "")}-ตรวจแล้ว.xlsx`);
    },
  }),
];

/** What waited may have been taken off the list meanwhile; the receipt stands either way. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error) || error.name !== "Refusal") throw error;
}

/** A point about a row stands at the row's first column of the form. */
function marksOf(points: readonly SpokenPoint[], sheet: string, columns: Record<string, string>): CellMark[] {
  const first = Object.values(columns)[0] ?? "A";
  return points.flatMap(({ cell, row, verdict, message }) => {
    const at = cell ?? (row === null ? null : `${first}${row}`);
    if (at === null || !(verdict === "error" || verdict === "suggest" || verdict === "warn")) return [];
    return [{ sheet, cell: at, tone: verdict satisfies Tone, text: `${VERDICT_WORDS.th[verdict]}: ${message}` }];
  });
}
