import * as z from "zod";
import { GoogleRequest, GoogleSchema, GoogleTabRequest } from "../../shared/wire/google.ts";
import { ProvinceCode } from "../../shared/wire/report.ts";
import { spreadsheetAddress, spreadsheetId } from "../master/google/address.ts";
import { troubleWords } from "../master/google/door.ts";
import type { Actor } from "../province/actor.ts";
import { readJson } from "./body.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, type Language, route } from "./route.ts";

const PATH = "/provinces/:code/google";
const Code = z.object({ code: ProvinceCode });
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request"] as const;

const GOOGLE = [
  ...(["google-address", "google-absent", "google-busy", "google-no-permission", "google-read-only"] as const),
  ...(["google-not-found", "google-not-a-sheet", "google-storage", "google-full", "google-protected"] as const),
  ...(["google-key", "google-api-off", "google-refused"] as const),
];

/** The province's Google spreadsheet: for the province itself and nobody else. */
export const googleRoutes = [
  route({
    method: "get",
    path: PATH,
    summary: "The province's Google spreadsheet: whether it is connected, and how writing to it goes",
    who: ["province"],
    params: Code,
    answers: { 200: GoogleSchema },
    problems: ["province-unknown"],
    handle: ({ deps, actor, params: { code }, language }) => answer(deps, actor, code, language),
  }),

  route({
    method: "put",
    path: PATH,
    summary: "Connects a spreadsheet that was shared with the collector's account, if it can be written",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { json: GoogleRequest },
    answers: { 200: GoogleSchema },
    problems: [...BODY, "province-unknown", ...GOOGLE],
    async handle({ deps, actor, request, params: { code }, language }) {
      requireOwn(actor, code);
      const { google } = deps;
      if (google === undefined) throw new HttpProblem("google-absent");
      const spreadsheet = spreadsheetId((await readJson(request, GoogleRequest)).spreadsheet);
      if (spreadsheet === null) throw new HttpProblem("google-address");
      const store = await deps.collector.at(code);
      // Asked before Google is: who may not connect makes us write nothing.
      await store.googleState(actor);
      const probed = await google.probe(spreadsheet, code);
      if ("trouble" in probed) {
        const { trouble } = probed;
        const passing = trouble === "busy" || trouble === "unreachable" || trouble === "changed";
        throw new HttpProblem(passing ? "google-busy" : `google-${trouble}`, passing ? {} : { email: google.email });
      }
      await store.connectGoogle(actor, spreadsheet, probed.title);
      return answer(deps, actor, code, language);
    },
  }),

  route({
    method: "delete",
    path: PATH,
    summary: "Writes no more to the spreadsheet; it stays as it is",
    who: ["province"],
    params: Code,
    answers: { 200: GoogleSchema },
    problems: ["province-unknown"],
    async handle({ deps, actor, params: { code }, language }) {
      requireOwn(actor, code);
      await (await deps.collector.at(code)).disconnectGoogle(actor);
      return answer(deps, actor, code, language);
    },
  }),

  route({
    method: "post",
    path: `${PATH}/tabs`,
    summary: "Has a new tab made in place of one whose headings a person changed; that one is left alone",
    who: ["province"],
    params: Code,
    body: { json: GoogleTabRequest },
    answers: { 200: GoogleSchema },
    problems: [...BODY, "province-unknown", "not-found"],
    async handle({ deps, actor, request, params: { code }, language }) {
      requireOwn(actor, code);
      const { form, period } = await readJson(request, GoogleTabRequest);
      await (await deps.collector.at(code)).newGoogleTab(actor, form, period);
      return answer(deps, actor, code, language);
    },
  }),
];

function requireOwn(actor: Actor, province: string): void {
  if (actor.place !== province) throw new HttpProblem("forbidden");
}

async function answer(deps: Deps, actor: Actor, code: string, language: Language) {
  requireOwn(actor, code);
  const state = await (await deps.collector.at(code)).googleState(actor);
  const account = deps.google?.email ?? null;
  const { trouble, spreadsheet } = state;
  const json = {
    ...{ account, ...state, url: spreadsheet === null ? null : spreadsheetAddress(spreadsheet) },
    trouble: trouble && { ...trouble, message: troubleWords(trouble.code, account)[language] },
  };
  return { status: 200, json };
}
