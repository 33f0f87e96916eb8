import { PROGRAM_BOOK } from "../../../shared/forms/book.ts";
import { RollupSchema, WhichQuery } from "../../../shared/wire/levels.ts";
import { ROLLUP_WORDS } from "../../../shared/words/rollup.ts";
import { provinceName, provincesToAsk, type Rollup, type RollupProvince, rollupTotal } from "../../master/rollup.ts";
import { rollupCsv, rollupXlsx } from "../../master/rollupXlsx.ts";
import { type Actor, scopeOf } from "../../province/actor.ts";
import type { Which } from "../../province/levels/sendUp.ts";
import { Refusal } from "../../province/refusal.ts";
import { requireForm } from "../books.ts";
import { attachment, CSV, XLSX } from "../files.ts";
import { HttpProblem } from "../problems.ts";
import { type Deps, route } from "../route.ts";
import { type Answer, askAll } from "./sideBySide.ts";

const WHO = ["department", "auditor"] as const;
const PROBLEMS = ["invalid-request", "form-unknown"] as const;
/** Each province is a store of its own: a dozen at once is quick enough, and a slow one is not waited for. */
const ASKING = { limit: 12, timeoutMs: 8_000 };

/** Every province at a glance, for the department. */
export const rollupRoutes = [
  route({
    method: "get",
    path: "/department/rollup",
    summary: "Every province at a glance: who owes, what came, what was sent up; who does not answer is named",
    who: WHO,
    cost: 5,
    query: WhichQuery,
    answers: { 200: RollupSchema },
    problems: PROBLEMS,
    async handle({ deps, actor, query }) {
      return { status: 200, json: await rollupOf(deps, actor, query) };
    },
  }),

  route({
    method: "get",
    path: "/department/rollup.xlsx",
    summary: "The same as a workbook",
    who: WHO,
    cost: 10,
    query: WhichQuery,
    answers: { 200: XLSX },
    problems: PROBLEMS,
    async handle({ deps, actor, query, language }) {
      const form = requireForm(PROGRAM_BOOK, query.form);
      const rollup = await exported(deps, actor, query, "xlsx");
      const file = rollupXlsx(rollup, form, ROLLUP_WORDS[language], deps.deflater);
      return attachment(file, XLSX, `${query.form}-${query.period}-ทุกจังหวัด.xlsx`);
    },
  }),

  route({
    method: "get",
    path: "/department/rollup.csv",
    summary: "The same as CSV",
    who: WHO,
    cost: 10,
    query: WhichQuery,
    answers: { 200: CSV },
    problems: PROBLEMS,
    async handle({ deps, actor, query, language }) {
      const form = requireForm(PROGRAM_BOOK, query.form);
      const rollup = await exported(deps, actor, query, "csv");
      const file = rollupCsv(rollup, form, ROLLUP_WORDS[language]);
      return attachment(file, CSV, `${query.form}-${query.period}-ทุกจังหวัด.csv`);
    },
  }),
];

async function exported(deps: Deps, actor: Actor, which: Which, as: string): Promise<Rollup> {
  const rollup = await rollupOf(deps, actor, which);
  await (await deps.collector.at("TH")).noteRollup(actor, which, as, rollup.total.answered);
  return rollup;
}

async function rollupOf(deps: Deps, actor: Actor, { form, period }: Which): Promise<Rollup> {
  if (scopeOf(actor).kind !== "country") throw new HttpProblem("forbidden");
  requireForm(PROGRAM_BOOK, form);
  const held = (await deps.collector.provinces?.()) ?? [];
  const codes = provincesToAsk(held);
  const ask = async (code: string) => {
    await deps.collector.breathe?.();
    return (await deps.collector.at(code)).rollupLine(actor, { form, period });
  };
  const answers = await askAll(codes, ask, ASKING);
  const provinces = codes.map((code, i) => toProvince(deps, code, answers[i]!));
  return { form, period, asOf: new Date(deps.now()).toISOString(), provinces, total: rollupTotal(provinces) };
}

function toProvince(deps: Deps, code: string, answer: Answer<NonNullable<RollupProvince["line"]>>): RollupProvince {
  if ("value" in answer) {
    const { value } = answer;
    // A store without a list of offices is one that was never set up: nobody owes anything there yet.
    if (value.name === null) return { code, name: provinceName(code, null), state: "absent", line: null };
    return { code, name: provinceName(code, value), state: "answered", line: value };
  }
  const name = provinceName(code, null);
  if ("error" in answer) {
    const unknown = answer.error instanceof Refusal && answer.error.code === "province-unknown";
    if (unknown) return { code, name, state: "absent", line: null };
    deps.onFault(answer.error, { method: "GET", path: `/department/rollup ${code}` });
  }
  return { code, name, state: "silent", line: null };
}
