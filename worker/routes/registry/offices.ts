import * as z from "zod";
import { importOfficeList, type OfficeList, unreadRows } from "../../../shared/offices/importList.ts";
import { scalarOf } from "../../../shared/sheet/grid.ts";
import {
  CentreListSchema,
  CentreQuery,
  ListFields,
  ListImportFields,
  ListPlanSchema,
  OfficeHistorySchema,
  RegistryActRequest,
  RegistryQuery,
  RegistrySchema,
  RevisionSchema,
} from "../../../shared/wire/registry.ts";
import { OfficeCode, ProvinceCode } from "../../../shared/wire/report.ts";
import type { Partition, Remote } from "../../people/partition.ts";
import type { Actor } from "../../province/actor.ts";
import { conform, readJson, readUpload } from "../body.ts";
import { Code, OVERSEERS, requireReach } from "../desk/reach.ts";
import { readFile } from "../judge.ts";
import { HttpProblem } from "../problems.ts";
import { type Deps, type Language, route } from "../route.ts";

const JSON_BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;
const FILE_BODY = [
  ...(["malformed-form", "media-type", "too-large", "body-cut", "invalid-request", "file-missing"] as const),
  ...(["unreadable-file", "province-unknown", "list-unreadable"] as const),
] as const;
const ACTED = [
  ...(["roster-changed", "not-found", "office-later", "office-not-listed", "office-same"] as const),
  ...(["office-code-taken", "office-used", "nothing-to-undo", "roster-foreign"] as const),
] as const;

export const registryRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/registry",
    summary: "Offices of the registry with what each owes, a page at a time; for a district, its own",
    who: OVERSEERS,
    params: Code,
    query: RegistryQuery,
    answers: { 200: RegistrySchema },
    problems: ["invalid-request", "province-unknown"],
    async handle({ deps, actor, params: { code }, query: { gone, ...query } }) {
      requireReach(actor, code);
      const store = await deps.collector.at(code);
      return { status: 200, json: await store.officePage(actor, { ...query, gone: gone === "1" }) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/registry/:office",
    summary: "One office through time: names, types, mergers, what it is let off",
    who: OVERSEERS,
    params: z.object({ code: ProvinceCode, office: OfficeCode }),
    answers: { 200: OfficeHistorySchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { code, office } }) {
      requireReach(actor, code);
      return { status: 200, json: await (await deps.collector.at(code)).officeHistory(actor, office) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/centres",
    summary: "Centres that accepted reports have, a page at a time",
    who: OVERSEERS,
    params: Code,
    query: CentreQuery,
    answers: { 200: CentreListSchema },
    problems: ["invalid-request", "province-unknown"],
    async handle({ deps, actor, params: { code }, query }) {
      requireReach(actor, code);
      return { status: 200, json: await (await deps.collector.at(code)).centres(actor, query) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/registry/list/preview",
    summary: "What a new list of offices would change; nothing is changed",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { multipart: ListFields },
    answers: { 200: ListPlanSchema },
    problems: [...FILE_BODY, "roster-foreign"],
    async handle({ deps, actor, request, params: { code }, language }) {
      requireReach(actor, code);
      const { list, fields } = await readList(deps, request, ListFields, language);
      const { here, elsewhere, unread } = partOf(list, code);
      const plan = await (await deps.collector.at(code)).planList(actor, here, fields.from, unread);
      const problems = list.problems.slice(0, MOST_PROBLEMS).map(({ code: problem, row, params }) => ({
        ...{ code: problem, row, detail: Object.values(params).join(" · ").slice(0, 300) },
      }));
      return { status: 200, json: { ...plan, elsewhere, unread, problems } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/registry/list",
    summary: "Takes a new list of offices, from a month on, as the preview told",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { multipart: ListImportFields },
    answers: { 200: RevisionSchema },
    problems: [...FILE_BODY, "roster-changed", "roster-foreign", "list-unread"],
    async handle({ deps, actor, request, params: { code }, language }) {
      requireReach(actor, code);
      const { list, fields, fileName } = await readList(deps, request, ListImportFields, language);
      const replaced = (fields.replaced ?? "").split(",").flatMap((pair) => {
        const [office, into] = pair.split(">");
        return office === undefined || into === undefined ? [] : [{ office, into }];
      });
      const { here, unread } = partOf(list, code);
      const asked = {
        ...{ offices: here, from: fields.from, source: fileName.slice(0, 200), replaced },
        ...{ unread, keep: fields.keep === "1" },
      };
      const revision = await (await deps.collector.at(code)).importList(actor, fields.revision, asked);
      return { status: 200, json: { revision } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/registry/acts",
    summary: "Renames, merges, upgrades an office, lets it off a form, or takes the newest change back",
    who: ["province"],
    params: Code,
    body: { json: RegistryActRequest },
    answers: { 200: RevisionSchema },
    problems: [...JSON_BODY, ...ACTED],
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const asked = await readJson(request, RegistryActRequest);
      return { status: 200, json: { revision: await act(await deps.collector.at(code), actor, asked) } };
    },
  }),
];

function act(store: Remote<Partition>, actor: Actor, asked: z.infer<typeof RegistryActRequest>): Promise<number> {
  const { revision } = asked;
  switch (asked.act) {
    case "rename":
      return store.renameOffice(actor, revision, asked);
    case "merge":
      return store.mergeOffice(actor, revision, asked);
    case "upgrade":
      return store.upgradeOffice(actor, revision, asked);
    case "exempt":
      return store.exemptOffice(actor, revision, asked);
    case "owe":
      return store.endExemption(actor, revision, asked.exemption, asked.reason);
    case "undo":
      return store.undoRegistry(actor, revision, asked.reason);
  }
}

const MOST_PROBLEMS = 50;

/** The list in an uploaded workbook or CSV: the first sheet in which one is found. Throws `list-unreadable`. */
async function readList<S extends z.ZodObject>(deps: Deps, request: Request, shape: S, language: Language) {
  const { bytes, fileName, fields: given } = await readUpload(request);
  const fields = conform(shape, given);
  const workbook = await readFile(bytes, fileName, language, deps.fileLimits);
  for (const { rows } of workbook.sheets) {
    const list = importOfficeList(rows.map((row) => row.map((cell) => String(scalarOf(cell) ?? ""))));
    if (list.offices.length > 0) return { list, fields, fileName };
  }
  throw new HttpProblem("list-unreadable");
}

function partOf(list: OfficeList, province: string) {
  const here = list.offices.filter((one) => one.provinceCode === province);
  if (here.length === 0) throw new HttpProblem("list-unreadable");
  return { here, elsewhere: list.offices.length - here.length, unread: unreadRows(list, province) };
}
