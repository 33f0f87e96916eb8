import { PrintSchema, WhichQuery } from "../../../shared/wire/levels.ts";
import { en, th } from "../../../shared/words/master.ts";
import { printOf } from "../../master/print.ts";
import { asExport, readMaster } from "../../master/read.ts";
import { requireForm } from "../books.ts";
import { Code, OVERSEERS, requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

export const printRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/print",
    summary: "The master ready for paper: rows, totals, who is missing, where to sign",
    who: OVERSEERS,
    cost: 10,
    params: Code,
    query: WhichQuery,
    answers: { 200: PrintSchema },
    problems: ["invalid-request", "form-unknown", "province-unknown"],
    async handle({ deps, actor, books, params: { code }, query: { form, period }, language }) {
      requireReach(actor, code);
      const book = await books.of(code);
      requireForm(book, form);
      const store = asExport(await deps.collector.at(code), "print");
      const model = await readMaster(store, actor, { book, form }, period);
      return { status: 200, json: await printOf(model, language === "en" ? en : th) };
    },
  }),
];
