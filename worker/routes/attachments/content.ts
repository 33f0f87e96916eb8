import * as z from "zod";
import { FileId, FileLinkSchema, FileLinkText } from "../../../shared/wire/files.ts";
import { LINK_LIFE_MS, linkMark, readLink, signLink } from "../../people/links.ts";
import { partitionOf, partitionOfId, ROLES } from "../../province/actor.ts";
import { streamPieces } from "../../province/attachments/blobs.ts";
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
    summary: "A link to the file for the caller alone, good for five minutes",
    who: ROLES,
    params: File,
    answers: { 200: FileLinkSchema },
    problems: ["not-found", "province-unknown", "files-off"],
    async handle({ deps, actor, params: { file } }) {
      blobsOf(deps);
      const found = await (await deps.collector.at(partitionOfId(file))).fileToOpen(actor, file);
      const expiresAt = deps.now() + LINK_LIFE_MS;
      const { person, role, place } = actor;
      const link = signLink({ file, person, role, place, expiresAt }, await secretOf(deps));
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
    headers: { range: { schema: z.string(), required: false, about: "bytes=from-to" } },
    answers: { 200: "application/octet-stream", 206: "application/octet-stream" },
    problems: ["link-over", "not-found", "province-unknown", "file-range", "files-off"],
    async handle({ deps, request, params: { file }, query: { link } }) {
      const blobs = blobsOf(deps);
      const actor = await viewerOf(deps, link, file);
      const range = request.headers.get("range");
      const store = await deps.collector.at(partitionOfId(file));
      const found = await store.openFile(actor, file, linkMark(link));
      const asked = rangeOf(range, found.bytes);
      if (asked === "outside") throw new HttpProblem("file-range");
      const { from, to } = asked ?? { from: 0, to: found.bytes };
      const answer = attachment(streamPieces(blobs, found.pieces, from, to), found.type, found.name);
      const headers = new Headers(answer.headers);
      headers.set("content-security-policy", POLICY);
      headers.set("x-content-type-options", "nosniff");
      headers.set("cache-control", "private, no-store");
      headers.set("accept-ranges", "bytes");
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
  const person = partition === null ? null : await (await deps.collector.at(partition)).person(claims!.person);
  if (person === null) throw new HttpProblem("link-over");
  return { person: person.id, role: person.role, place: person.place };
}
