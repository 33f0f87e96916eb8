import { KeyedAnswer, KeyedRequest, KeyingQuery, KeyingSchema, KeyingWhich } from "../../../shared/wire/keying.ts";
import { fill } from "../../../shared/words/fill.ts";
import { KEYING_WORDS } from "../../../shared/words/keying.ts";
import { writeListXlsx } from "../../../shared/workbook/listXlsx.ts";
import { partitionOf } from "../../province/actor.ts";
import { readJson } from "../body.ts";
import { attachment, XLSX } from "../files.ts";
import type { Route } from "../route.ts";
import { route } from "../route.ts";

const WHO = ["office", "district", "province"] as const;
const PROBLEMS = ["invalid-request", "not-found", "forbidden", "province-unknown"] as const;

/** Every call about rows that are typed into other systems. */
export const exportRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/keying",
    summary:
      "Rows to be typed into another system, in the order of its columns; those typed already are not among them",
    who: WHO,
    query: KeyingQuery,
    answers: { 200: KeyingSchema },
    problems: PROBLEMS,
    async handle({ deps, actor, query }) {
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      return { status: 200, json: await store.keying(actor, query) };
    },
  }),

  route({
    method: "get",
    path: "/keying.xlsx",
    summary: "The rows still to be typed as a workbook, with a column to tick",
    who: WHO,
    cost: 3,
    query: KeyingWhich,
    answers: { 200: XLSX },
    problems: PROBLEMS,
    async handle({ deps, actor, query, language }) {
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      const { name, columns, rows } = await store.keyingFile(actor, query);
      const words = KEYING_WORDS[language];
      const bytes = await writeListXlsx({
        name: name.slice(0, 31),
        title: fill(words.bookTitle, { system: name, count: rows.length }),
        heading: [words.bookTick, words.bookOffice, ...columns, words.bookReceipt, words.bookRow],
        rows: rows.map((row) => ["", row.officeName, ...row.values, row.receipt, String(row.row)]),
      });
      return attachment(bytes, XLSX, `${query.form}-${query.system}-${query.period ?? "all"}.xlsx`);
    },
  }),

  route({
    method: "post",
    path: "/keying/ticks",
    summary: "Marks a row as typed into another system, or takes the mark off again",
    who: ["office", "district"],
    body: { json: KeyedRequest },
    answers: { 200: KeyedAnswer },
    problems: [...PROBLEMS, "malformed-json", "media-type", "too-large"],
    async handle({ deps, actor, request }) {
      const asked = await readJson(request, KeyedRequest);
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      return {
        status: 200,
        json: await (asked.keyed ? store.tickKeyed(actor, asked) : store.untickKeyed(actor, asked)),
      };
    },
  }),
];
