import { isArchive, readArchive } from "../../shared/workbook/archive.ts";
import { repairName } from "../../shared/workbook/archiveNames.ts";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { INTAKE_LIMITS, type IntakeLimits } from "./limits.ts";
import { isMail, type MailNote, readMail } from "./mail.ts";
import type { Need } from "./needs.ts";

/** A file as it was dropped or attached. */
export interface IncomingFile {
  name: string;
  bytes: Uint8Array;
}

interface Place {
  name: string;
  /** Where it lay: names of zips, mails and folders, outermost first. */
  within: string[];
  mail: MailNote | null;
}

/** A file that may be a workbook, with its bytes; or one that is none, with the reason why it stays behind. */
export type Unpacked = Place & ({ bytes: Uint8Array } | { need: Need });

/** What is taken out of containers; anything else in them is named and left. */
const WORTH = /\.(xlsx|xlsm|xlsb|xltx|xls|ods|csv|tsv|txt|zip|eml|msg)$|(^|\/)[^./]+$/i;

/**
 * Takes files apart, however they are packed: workbooks as they are, zips with folders, e-mails with attachments, one in another.
 * Yields every file found in the order it lies there; none is dropped in silence, none holds up the others. Bounded by `limits`:
 * what goes beyond gets one line that says so.
 */
export async function* unpack(
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  limits: IntakeLimits = INTAKE_LIMITS,
): AsyncGenerator<Unpacked> {
  const budget = { files: limits.files, bytes: limits.totalBytes };
  for await (const { name, bytes } of files) {
    const place: Place = { name: repairName(name), within: [], mail: null };
    for await (const found of open(place, bytes, 0, limits, budget)) {
      if (budget.files-- <= 0) {
        yield { ...place, need: { code: "too-many-files", params: { limit: limits.files } } };
        return;
      }
      yield found;
    }
  }
}

interface Budget {
  files: number;
  bytes: number;
}

async function* open(
  place: Place,
  bytes: Uint8Array,
  depth: number,
  limits: IntakeLimits,
  budget: Budget,
): AsyncGenerator<Unpacked> {
  if (depth > 0) budget.bytes -= bytes.length;
  if (budget.bytes < 0)
    yield { ...place, need: { code: "too-large", params: megabytes(bytes.length, limits.totalBytes) } };
  else if (isMail(bytes, place.name)) yield* openMail(place, bytes, depth, limits, budget);
  else if (isZip(bytes)) yield* openArchive(place, bytes, depth, limits, budget);
  else if (/\.msg$/i.test(place.name)) yield { ...place, need: { code: "outlook-message", params: {} } };
  else if (bytes.length > limits.workbook.fileBytes)
    yield { ...place, need: { code: "too-large", params: megabytes(bytes.length, limits.workbook.fileBytes) } };
  else yield { ...place, bytes };
}

/** A zip that cannot be trusted is left to the reader of workbooks, which says why. */
function isZip(bytes: Uint8Array): boolean {
  try {
    return isArchive(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

async function* openMail(
  place: Place,
  bytes: Uint8Array,
  depth: number,
  limits: IntakeLimits,
  budget: Budget,
): AsyncGenerator<Unpacked> {
  if (bytes.length > limits.mailBytes)
    return yield { ...place, need: { code: "too-large", params: megabytes(bytes.length, limits.mailBytes) } };
  if (depth >= limits.depth) return yield { ...place, need: { code: "too-deep", params: {} } };
  let mail: Awaited<ReturnType<typeof readMail>>;
  try {
    mail = await readMail(bytes);
  } catch {
    // The parser throws for headers and nesting beyond its bounds; whatever it is, the others go on.
    return yield { ...place, need: { code: "mail-damaged", params: {} } };
  }
  if (mail.attachments.length === 0)
    return yield { ...place, mail: mail.note, need: { code: "mail-empty", params: {} } };
  for (const { name, bytes: content } of mail.attachments) {
    const inner = { name, within: [...place.within, place.name], mail: mail.note };
    if (WORTH.test(name) || content.length === 0) yield* open(inner, content, depth + 1, limits, budget);
    else yield { ...inner, need: { code: "other-file", params: {} } };
  }
}

async function* openArchive(
  place: Place,
  bytes: Uint8Array,
  depth: number,
  limits: IntakeLimits,
  budget: Budget,
): AsyncGenerator<Unpacked> {
  if (bytes.length > limits.archiveBytes)
    return yield { ...place, need: { code: "too-large", params: megabytes(bytes.length, limits.archiveBytes) } };
  if (depth >= limits.depth) return yield { ...place, need: { code: "too-deep", params: {} } };
  const { workbook } = limits;
  const bounds = {
    ...workbook,
    zipEntries: limits.archiveEntries,
    entryBytes: workbook.fileBytes,
    totalBytes: Math.max(0, budget.bytes),
  };
  try {
    for (const file of readArchive(bytes, bounds, (path) => WORTH.test(path))) {
      const folders = file.path.split("/");
      const name = folders.pop()!;
      const inner: Place = { name, within: [...place.within, place.name, ...folders], mail: place.mail };
      if ("bytes" in file) yield* open(inner, file.bytes, depth + 1, limits, budget);
      else if ("other" in file) yield { ...inner, need: { code: "other-file", params: {} } };
      else yield { ...inner, need: unreadable(file.error) };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { ...place, need: unreadable(error) };
  }
}

/** The need of a file that could not be read; the params are the slots of the sentence that says what to do. */
export function unreadable({ code, params }: Pick<UnreadableFile, "code" | "params">): Need {
  if (code === "too-large") return { code, params: megabytes(Number(params.bytes), Number(params.limit)) };
  return { code: code === "encrypted" ? "encrypted" : "unreadable", params: { ...params, reason: code } };
}

function megabytes(bytes: number, limit: number): Need["params"] {
  const MB = 1024 * 1024;
  return { megabytes: Math.max(1, Math.ceil(bytes / MB)), limit: Math.floor(limit / MB) };
}
