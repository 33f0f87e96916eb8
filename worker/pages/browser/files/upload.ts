import { PIECE_BYTES, piecesOf } from "../../../../shared/files/limits.ts";
import type { ReportFile } from "../../../../shared/wire/files.ts";
import { hashOf, hashOfBytes, type Source } from "./source.ts";

/** The collector, as far as one file needs it. What it refuses is thrown with `status` (0: not reached) and the problem's code. */
export interface Wire {
  announce(hash: string): Promise<ReportFile>;
  piece(file: string, part: number, bytes: Uint8Array, hash: string, signal: AbortSignal): Promise<void>;
  finish(file: string, signal: AbortSignal): Promise<ReportFile>;
}

export type Step = "preparing" | "sending" | "waiting" | "checking";

export interface Watch {
  signal: AbortSignal;
  /** Which file it is at the collector, once known. */
  known(file: ReportFile): void;
  step(step: Step, sentBytes: number): void;
  /** Passes time, or less when the line comes back. Rejects when aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;
/** A piece damaged so often on its way is not damaged by the way. */
const DAMAGED_TIMES = 3;

interface Fault {
  status: number;
  problem: { code?: unknown; params?: { seconds?: unknown } };
}

/**
 * Sends one file from wherever the collector has it to its end. A line that breaks is waited for; only what the collector has not
 * got is sent. Rejects when aborted, and for what waiting does not mend.
 */
export async function upload(source: Source, wire: Wire, watch: Watch): Promise<ReportFile> {
  const { signal } = watch;
  watch.step("preparing", 0);
  const hash = await hashOf(source, signal);
  const file = await patiently(() => wire.announce(hash), watch, 0);
  watch.known(file);
  if (file.state !== "announced" && file.state !== "receiving") return file;
  const there = new Set(file.pieces);
  let sent = file.pieces.reduce((sum, part) => sum + sizeOf(source, part), 0);
  for (let part = 0; part < piecesOf(source.size); part++) {
    if (there.has(part)) continue;
    watch.step("sending", sent);
    const bytes = await source.read(part * PIECE_BYTES, part * PIECE_BYTES + sizeOf(source, part));
    const pieceHash = hashOfBytes(bytes);
    await patiently(() => wire.piece(file.id, part, bytes, pieceHash, signal), watch, sent);
    sent += bytes.length;
  }
  watch.step("checking", sent);
  return patiently(() => wire.finish(file.id, signal), watch, sent);
}

const sizeOf = (source: Source, part: number) => Math.min(PIECE_BYTES, source.size - part * PIECE_BYTES);

/** Tries until it works, longer apart each time, unless the collector says a plain no. */
async function patiently<T>(run: () => Promise<T>, watch: Watch, sent: number): Promise<T> {
  let damaged = 0;
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(LONGEST_WAIT_MS, pause * 2)) {
    watch.signal.throwIfAborted();
    try {
      return await run();
    } catch (error) {
      watch.signal.throwIfAborted();
      const { status, problem } = error as Partial<Fault>;
      const again =
        status === 0 || status === 429 || (status !== undefined && status >= 500 && problem?.code !== "files-off");
      if (!again && !(problem?.code === "file-piece" && ++damaged < DAMAGED_TIMES)) throw error;
      watch.step(status === 0 ? "waiting" : "sending", sent);
      const asked = problem?.params?.seconds;
      await watch.wait(status === 429 && typeof asked === "number" ? asked * 1000 : pause, watch.signal);
    }
  }
}
