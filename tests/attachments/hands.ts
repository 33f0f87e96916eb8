import { pieceSize, piecesOf } from "../../shared/files/limits.ts";
import type { FileKind } from "../../shared/files/needs.ts";
import type { ReportFile, ReportFiles } from "../../shared/wire/files.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { described } from "../http/described.ts";
import type { Caller, Stage } from "../http/stage.ts";

export interface SendOptions {
  target?: string;
  kind?: FileKind;
  name?: string;
  look?: string;
  /** How far it goes: said to come, all pieces here, checked. */
  upTo?: "announced" | "whole" | "done";
  /** In which order the pieces are sent; some may come twice. */
  order?: readonly number[];
}

export type Hands = ReturnType<typeof handsOf>;

/** One person's hands at the files of one report: what the page does, step by step. */
export function handsOf(stage: Stage, caller: Caller, submission: string) {
  /** Every answer is held to its description; a fault of the program has none. */
  const ask = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const options = { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) };
    const answer = await stage.as(caller, method, `/api/v1${path}`, options);
    if (answer.status !== 500) await described(answer, method, `/api/v1${path}`);
    return answer;
  };
  const must = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const view = async () => must<ReportFiles>(await ask("GET", `/submissions/${submission}/files`));
  const announce = async (bytes: Uint8Array, { target, kind = "clip", name = "คลิป.mp4", look }: SendOptions = {}) => {
    const place = target ?? (await view()).needs.find((need) => need.kind === kind)!.target;
    const body = { target: place, kind, name, bytes: bytes.length, hash: sha256(bytes), ...(look ? { look } : {}) };
    return ask("POST", `/submissions/${submission}/files`, body);
  };
  const piece = (file: string, bytes: Uint8Array, part: number) => {
    const from = part * (512 * 1024);
    const content = bytes.slice(from, from + pieceSize(bytes.length, part));
    return ask("PUT", `/files/${file}/pieces/${part}`, content, { "piece-hash": sha256(content) });
  };
  const finish = (file: string) => ask("POST", `/files/${file}/finish`);
  return {
    ask,
    view,
    announce,
    piece,
    finish,
    remove: async (file: string) => must<ReportFile>(await ask("DELETE", `/files/${file}`)),
    /** Sends a file as far as asked; throws where the collector says no. */
    async send(bytes: Uint8Array, options: SendOptions = {}): Promise<ReportFile> {
      const { upTo = "done" } = options;
      const file = await must<ReportFile>(await announce(bytes, options));
      if (upTo === "announced") return file;
      const order = options.order ?? Array.from({ length: piecesOf(bytes.length) }, (_, part) => part);
      for (const part of order) await must(await piece(file.id, bytes, part));
      return upTo === "whole" ? file : must<ReportFile>(await finish(file.id));
    },
    /** The bytes somebody gets, through a link of their own. */
    async open(file: string, headers: Record<string, string> = {}): Promise<Response> {
      const { url } = await must<{ url: string }>(await ask("GET", `/files/${file}/link`));
      return stage.fetch(url, { headers });
    },
  };
}

/** The code of a refusal. */
export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}
