import * as z from "zod";
import { PIECE_BYTES, pieceSize, piecesOf } from "../../../shared/files/limits.ts";
import {
  AnnounceRequest,
  ConsentRequest,
  FileId,
  FileSchema,
  FilesSchema,
  MoveRequest,
  PieceHash,
  PieceNumber,
  PieceSchema,
} from "../../../shared/wire/files.ts";
import { SubmissionId } from "../../../shared/wire/report.ts";
import { partitionOfId, ROLES } from "../../province/actor.ts";
import { PIECE_KEY } from "../../province/attachments/blobs.ts";
import { sha256 } from "../../province/canonical.ts";
import { readBytes, readJson } from "../body.ts";
import { HttpProblem } from "../problems.ts";
import { route } from "../route.ts";
import { blobsOf, sweep } from "./blobs.ts";
import { lookInto } from "./look.ts";

const Id = z.object({ id: SubmissionId });
const File = z.object({ file: FileId });
const SENDERS = ["office", "province"] as const;
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown", "not-found"] as const;
const PLACE = ["file-place", "file-enough", "state"] as const;
/** A clip is some four hundred pieces, each a call of its own. */
const PIECE_COST = 0.1;

export const fileSendingRoutes = [
  route({
    method: "get",
    path: "/submissions/:id/files",
    summary: "The photos and clips of a report: what it asks for, what is here, what is awaited, the newest seal",
    who: ROLES,
    params: Id,
    answers: { 200: FilesSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { id } }) {
      return { status: 200, json: await (await deps.collector.at(partitionOfId(id))).files(actor, id) };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/files",
    summary:
      "Says that a file will come; the same file for the same place again answers the same, with the pieces it has",
    who: SENDERS,
    params: Id,
    body: { json: AnnounceRequest },
    answers: { 200: FileSchema, 201: FileSchema },
    problems: [...BODY, ...PLACE, "file-too-large", "file-twice", "files-full", "files-off"],
    async handle({ deps, actor, request, params: { id } }) {
      blobsOf(deps);
      const asked = await readJson(request, AnnounceRequest);
      const { file, created } = await (await deps.collector.at(partitionOfId(id))).announceFile(actor, id, asked);
      return { status: created ? 201 : 200, json: file };
    },
  }),

  route({
    method: "put",
    path: "/files/:file/pieces/:part",
    summary:
      "One piece of a file, 512 KiB but for the last, counted from 0, in any order; the same piece again is fine",
    who: SENDERS,
    cost: PIECE_COST,
    params: File.extend({ part: PieceNumber }),
    headers: { "piece-hash": { schema: PieceHash, required: true, about: "SHA-256 of the piece, hexadecimal" } },
    body: { bytes: "application/octet-stream" },
    answers: { 200: PieceSchema },
    problems: ["not-found", "province-unknown", "too-large", "body-cut", "file-piece", "files-off"],
    async handle({ deps, actor, request, params: { file, part } }) {
      const blobs = blobsOf(deps);
      const store = await deps.collector.at(partitionOfId(file));
      const { bytes } = await store.fileUnderWay(actor, file);
      const content = await readBytes(request, PIECE_BYTES);
      const hash = sha256(content);
      const fits = part < piecesOf(bytes) && content.length === pieceSize(bytes, part);
      if (!fits || hash !== request.headers.get("piece-hash")) throw new HttpProblem("file-piece");
      const blob = PIECE_KEY(file, part, hash);
      await blobs.put(blob, content);
      const kept = await store.keepPiece(file, { part, blob, bytes: content.length });
      // Taken back or refused meanwhile: these bytes are nobody's.
      if (!kept) await blobs.drop(blob);
      return { status: 200, json: { kept } };
    },
  }),

  route({
    method: "post",
    path: "/files/:file/finish",
    summary: "All pieces are here: the file is checked, and from then on seen, or refused with the reason",
    who: SENDERS,
    cost: 5,
    params: File,
    answers: { 200: FileSchema },
    problems: ["not-found", "province-unknown", "file-incomplete", "files-off"],
    async handle({ deps, actor, params: { file } }) {
      const blobs = blobsOf(deps);
      const store = await deps.collector.at(partitionOfId(file));
      const under = await store.fileUnderWay(actor, file);
      const open = under.view.state === "receiving" || under.view.state === "announced";
      if (!open) return { status: 200, json: under.view };
      const missing = piecesOf(under.bytes) - under.pieces.length;
      if (missing > 0) throw new HttpProblem("file-incomplete", { missing });
      try {
        const settled = await store.settleFile(actor, file, await lookInto(blobs, file, under));
        await sweep(deps, store);
        return { status: 200, json: settled };
      } catch (error) {
        // Somebody pressed twice, and the other call was first: what it replaced is gone under this one's hands.
        const { view } = await store.fileUnderWay(actor, file);
        if (view.state === "receiving") throw error;
        return { status: 200, json: view };
      }
    },
  }),

  route({
    method: "post",
    path: "/files/:file/move",
    summary: "Says which centre or activity a file belongs to",
    who: SENDERS,
    params: File,
    body: { json: MoveRequest },
    answers: { 200: FileSchema },
    problems: [...BODY, ...PLACE],
    async handle({ deps, actor, request, params: { file } }) {
      const { target } = await readJson(request, MoveRequest);
      return { status: 200, json: await (await deps.collector.at(partitionOfId(file))).moveFile(actor, file, target) };
    },
  }),

  route({
    method: "delete",
    path: "/files/:file",
    summary: "Takes a file back, until the report is accepted",
    who: SENDERS,
    params: File,
    answers: { 200: FileSchema },
    problems: ["not-found", "province-unknown", "state"],
    async handle({ deps, actor, params: { file } }) {
      const store = await deps.collector.at(partitionOfId(file));
      const removed = await store.removeFile(actor, file);
      if (deps.blobs !== undefined) await sweep(deps, store);
      return { status: 200, json: removed };
    },
  }),

  route({
    method: "put",
    path: "/submissions/:id/consents",
    summary: "The office says that the guardians of a centre's children agreed to the pictures, or takes it back",
    who: SENDERS,
    params: Id,
    body: { json: ConsentRequest },
    answers: { 200: FilesSchema },
    problems: [...BODY, "file-place"],
    async handle({ deps, actor, request, params: { id } }) {
      const { target, given } = await readJson(request, ConsentRequest);
      const store = await deps.collector.at(partitionOfId(id));
      return { status: 200, json: await store.setConsent(actor, id, target, given) };
    },
  }),
];
