import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { unreadableSentence } from "../../shared/words/unreadable.ts";
import { type ReadOptions, readWorkbook, UnreadableFile } from "../../shared/workbook/read.ts";
import { Failure } from "./command.ts";

/** The bytes of a file, or a Failure that says why not. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Failure(fill(CLI_WORDS.fileMissing, { file, detail: codeOf(error) }));
  }
}

/** A workbook as the checker takes it, or a Failure with the sentence for what cannot be read. */
export async function openWorkbook(file: string, options: Pick<ReadOptions, "choices"> = {}): Promise<Workbook> {
  const bytes = await readBytes(file);
  try {
    return await readWorkbook(bytes, { ...options, fileName: basename(file) });
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(unreadableSentence(error, "th"));
    throw error;
  }
}

/** Writes a file whole or not at all: a half-written workbook must never be taken for a report. */
export async function writeWhole(file: string, content: Uint8Array | ReadableStream<Uint8Array>): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new Failure(fill(CLI_WORDS.fileUnwritable, { file, detail: codeOf(error) }));
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
