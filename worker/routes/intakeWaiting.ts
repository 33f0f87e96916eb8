import * as z from "zod";
import {
  IntakeId,
  IntakeKeepFields,
  IntakeKeptSchema,
  IntakeListSchema,
  IntakeSettingRequest,
} from "../../shared/wire/intake.ts";
import type { NeedCode } from "../intake/needs.ts";
import type { Unpacked } from "../intake/unpack.ts";
import { sha256 } from "../province/canonical.ts";
import type { Arrival } from "../province/intake.ts";
import { conform, readJson, readUpload } from "./body.ts";
import { contextOf, KEEPERS } from "./intake.ts";
import { type IntakeContext, type Judged, judgeIntake } from "./intakeJudge.ts";
import { route } from "./route.ts";

const Id = z.object({ id: IntakeId });
const FILE = "application/octet-stream";
/** Letters of a file's name that are kept. */
const MAX_NAME = 300;

export const waitingRoutes = [
  route({
    method: "get",
    path: "/intake",
    summary: "Files that came by e-mail and wait for somebody of the province, oldest first",
    who: KEEPERS,
    query: z.object({ after: IntakeId.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
    answers: { 200: IntakeListSchema },
    problems: ["invalid-request", "province-unknown"],
    async handle(asked) {
      const { store } = await contextOf(asked);
      const { after, limit } = asked.query;
      const items = await store.waitingArrivals(asked.actor, after, limit);
      const next = items.length === limit ? items.at(-1)!.id : null;
      return { status: 200, json: { auto: await store.mailGoesByItself(), items, next } };
    },
  }),

  route({
    method: "post",
    path: "/intake",
    summary: "Keeps a file until the province has looked at it; the same file waits once",
    who: KEEPERS,
    cost: 3,
    body: { multipart: IntakeKeepFields },
    answers: { 200: IntakeKeptSchema, 201: IntakeKeptSchema },
    problems: [
      "malformed-form",
      "media-type",
      "too-large",
      "body-cut",
      "invalid-request",
      "file-missing",
      "province-unknown",
      "office-unknown",
      "intake-full",
    ],
    async handle(asked) {
      const { bytes, fileName, fields } = await readUpload(asked.request);
      const name = fileName.slice(0, MAX_NAME);
      const { within, sender, senderName, subject, date } = conform(IntakeKeepFields, fields);
      const from = { from: sender ?? "", fromName: senderName ?? "", subject: subject ?? "", date: date ?? "" };
      const mail = Object.values(from).every((text) => text === "") ? null : from;
      const place = { name, within: within === undefined ? [] : within.split(/\r?\n/), mail };
      const context = await contextOf(asked);
      const { arrival } = await arrivalOf({ ...place, bytes }, context);
      const { id, created } = await context.store.keepArrival(asked.actor, arrival);
      return { status: created ? 201 : 200, json: { id } };
    },
  }),

  route({
    method: "get",
    path: "/intake/:id/file",
    summary: "The bytes of a file that waits",
    who: KEEPERS,
    params: Id,
    answers: { 200: FILE },
    problems: ["not-found", "province-unknown"],
    async handle(asked) {
      const { store } = await contextOf(asked);
      const { content } = await store.arrivalFile(asked.actor, asked.params.id);
      return new Response(new Uint8Array(content), { headers: { "content-type": FILE } });
    },
  }),

  route({
    method: "post",
    path: "/intake/:id/close",
    summary: "Takes a file that waits off the list; its bytes are forgotten",
    who: KEEPERS,
    params: Id,
    answers: { 200: IntakeKeptSchema },
    problems: ["not-found", "province-unknown"],
    async handle(asked) {
      const { store } = await contextOf(asked);
      await store.closeArrival(asked.actor, asked.params.id, null);
      return { status: 200, json: { id: asked.params.id } };
    },
  }),

  route({
    method: "post",
    path: "/intake/settings",
    summary: "Whether mailed blanks of this system go into the master without a person; off until switched on",
    who: ["province"],
    body: { json: IntakeSettingRequest },
    answers: { 200: IntakeSettingRequest },
    problems: ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"],
    async handle(asked) {
      const { auto } = await readJson(asked.request, IntakeSettingRequest);
      const { store } = await contextOf(asked);
      await store.letMailGo(asked.actor, auto);
      return { status: 200, json: { auto } };
    },
  }),
];

/** What came out of a heap, as the province keeps it; judged once, so that a district sees what is of its own offices. */
export async function arrivalOf(
  piece: Unpacked,
  context: IntakeContext,
): Promise<{ arrival: Arrival; judged: Judged | null }> {
  const { name, within, mail } = piece;
  const place = { province: context.province, name, within, mail: JSON.stringify(mail) };
  if ("need" in piece) {
    const hash = sha256(JSON.stringify([name, within, mail, piece.need]));
    return { judged: null, arrival: { ...place, need: JSON.stringify(piece.need), hash, office: null, content: null } };
  }
  const judged = await judgeIntake({ name, bytes: piece.bytes, given: {}, hints: [] }, context);
  // A file nobody could read is kept all the same: the sender may be asked what it was.
  const reason = judged.examined === null ? (judged.needs[0] ?? null) : null;
  const need = JSON.stringify(reason satisfies { code: NeedCode } | null);
  const office = judged.standing?.reach === false ? null : (judged.examined?.office ?? null);
  return { judged, arrival: { ...place, need, hash: judged.hash, office, content: piece.bytes } };
}
