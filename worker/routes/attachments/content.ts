import * as z from "zod";
import { FileId, FileLinkSchema, FileLinkText } from "../../../shared/wire/files.ts";
import { goesOn, LINK_LIFE_MS, openingMark, readLink, signLink } from "../../people/links.ts";
import { partitionOf, partitionOfId, ROLES } from "../../province/actor.ts";
import { streamPieces } from "../../province/attachments/blobs.ts";
import { randomText } from "../../province/random.ts";
import { attachment } from "../files.ts";
import { HttpProblem } from "../problems.ts";
import { type Deps, route } from "../route.ts";
import { secretOf } from "../session.ts";
import { blobsOf } from "./blobs.ts";
import { rangeOf } from "./range.ts";

const File = z.object({ file: FileId });
/** Bytes somebody sent: shown as a picture or a clip, never run as a page, not even by a browser that guesses. */
const POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

export const fileContentRoutes = [
  route({
    method: "get",
    path: "/files/:file/link",
    summary:
      "A link to the file for the caller alone, good for five minutes; with `after`, a link of the caller's that is over, the looking goes on and is no other in the audit",
    who: ROLES,
    params: File,
    query: z.object({ after: FileLinkText.optional() }),
    answers: { 200: FileLinkSchema },
    problems: ["not-found", "province-unknown", "files-off"],
    async handle({ deps, actor, params: { file }, query: { after } }) {
      blobsOf(deps);
      const found = await (await deps.collector.at(partitionOfId(file))).fileToOpen(actor, file);
      const now = deps.now();
      const expiresAt = now + LINK_LIFE_MS;
      const { person, role, place } = actor;
      const whose = { file, person, role, place };
      const secret = await secretOf(deps);
      const before = after === undefined ? null : goesOn(after, whose, secret, now);
      const { opening, openedAt } = before ?? { opening: randomText(16), openedAt: now };
      const link = signLink({ ...whose, expiresAt, opening, openedAt }, secret);
      const url = `/api/v1/files/${file}/content?link=${link}`;
      const { name, type, bytes } = found;
      return { status: 200, json: { url, expiresAt: new Date(expiresAt).toISOString(), name, type, bytes } };
    },
  }),

  route({
    method: "get",
    path: "/files/:file/content",
    summary: "The file, to whoever holds a link of the last five minutes; a part of it with Range",
    who: "anyone",
    cost: 0.25,
    params: File,
    query: z.object({ link: FileLinkText }),
    headers: {
      range: {
        schema: z.string(),
        required: false,
        about: "bytes=from-to; several stretches are answered with the whole",
      },
      "if-range": {
        schema: z.string(),
        required: false,
        about: "The etag of the parts before; of another file the whole",
      },
    },
    answers: { 200: "application/octet-stream", 206: "application/octet-stream" },
    problems: ["link-over", "not-found", "province-unknown", "file-range", "files-off"],
    async handle({ deps, request, params: { file }, query: { link } }) {
      const blobs = blobsOf(deps);
      const { actor, mark } = await viewerOf(deps, link, file);
      const store = await deps.collector.at(partitionOfId(file));
      const found = await store.openFile(actor, file, mark);
      const etag = `"${found.hash}"`;
      const asked = rangeOf(request.headers, etag, found.bytes);
      if (asked === "outside") throw new HttpProblem("file-range", { size: found.bytes });
      const { from, to } = asked ?? { from: 0, to: found.bytes };
      const answer = attachment(streamPieces(blobs, found.pieces, from, to), found.type, found.name);
      const headers = new Headers(answer.headers);
      headers.set("content-security-policy", POLICY);
      headers.set("x-content-type-options", "nosniff");
      headers.set("cache-control", "private, no-store");
      headers.set("accept-ranges", "bytes");
      headers.set("etag", etag);
      headers.set("content-length", String(to - from));
      if (asked !== null) headers.set("content-range", `bytes ${from}-${to - 1}/${found.bytes}`);
      return new Response(answer.body, { status: asked === null ? 200 : 206, headers });
    },
  }),
];

/** Whose link it is, as that person stands now: a code that was revoked opens nothing, a link of its own included. */
async function viewerOf(deps: Deps, link: string, file: string) {
  const claims = readLink(link, file, await secretOf(deps), deps.now());
  const partition = claims === null ? null : partitionOf(claims.role, claims.place);
  if (claims === null || partition === null) throw new HttpProblem("link-over");
  const person = await (await deps.collector.at(partition)).person(claims.person);
  if (person === null) throw new HttpProblem("link-over");
  return { actor: { person: person.id, role: person.role, place: person.place }, mark: openingMark(claims) };
}
