import { archiveName } from "./archiveNames.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { Parcel } from "./read/parcel.ts";
import { sniff } from "./read/sniff.ts";
import { UnreadableFile } from "./unreadable.ts";

/** A file inside an archive: its bytes, or why it was not taken out. */
export type ArchiveFile = { path: string } & ({ bytes: Uint8Array } | { error: UnreadableFile } | { other: true });

/** Letters of a path that are shown; longer ones are made to harm. */
const MAX_PATH = 400;
/** What systems leave in archives beside the files. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** True for a zip that is no workbook itself. Throws UnreadableFile for a zip whose directory cannot be trusted. */
export function isArchive(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): boolean {
  if (sniff(bytes) !== "zip") return false;
  let office = false;
  // Every name is looked at and no entry: what is wrong with one of them is said when it is taken out.
  new Parcel(
    bytes,
    { ...limits, zipEntries: Number.MAX_SAFE_INTEGER },
    {
      wanted(name) {
        office ||= /^(\[content_types\]\.xml|mimetype|index\/document\.iwa)$/i.test(name.replaceAll("\\", "/"));
        return false;
      },
    },
  );
  return !office;
}

/**
 * The files of an archive, one after another, in the order of its directory. Those that `wanted` does not want are named and not
 * unpacked; folders and litter are left out. One that is damaged, has a password or is too large is given with its error, and
 * the others still come. Throws UnreadableFile when the archive itself cannot be read.
 */
export function* readArchive(
  bytes: Uint8Array,
  limits: Limits,
  wanted: (path: string) => boolean,
): Generator<ArchiveFile> {
  const early: ArchiveFile[] = [];
  const parcel = new Parcel(bytes, limits, {
    nameOf: archiveName,
    wanted(name) {
      const path = tidyPath(name);
      if (path === "" || path.endsWith("/") || LITTER.test(path)) return false;
      if (wanted(path)) return true;
      early.push({ path, other: true });
      return false;
    },
    refused(name, error, unpackedBytes) {
      const bomb = error.code === "zip-bomb";
      // More than one file may have, or more than is left of all that may be taken out: no bomb, only large.
      const limit = unpackedBytes > limits.entryBytes ? limits.entryBytes : limits.totalBytes;
      const large = bomb && (error.params.part === undefined || unpackedBytes > limits.entryBytes);
      const reason = large ? new UnreadableFile("too-large", { bytes: unpackedBytes, limit }) : error;
      early.push({ path: tidyPath(name), error: reason });
    },
  });
  yield* early;
  for (const [key, { name }] of parcel.entries) {
    const path = tidyPath(name);
    const pieces: Uint8Array[] = [];
    try {
      parcel.unpack(key, (piece) => pieces.push(piece.slice()));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      yield { path, error };
      continue;
    }
    yield { path, bytes: joined(pieces) };
  }
}

/** A path to show: forward strokes, no climbing, no control letters. */
function tidyPath(name: string): string {
  const parts = name
    .replaceAll("\\", "/")
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .split("/");
  const kept = parts.filter((part, i) => (part !== "" || i === parts.length - 1) && part !== "." && part !== "..");
  return kept.join("/").slice(0, MAX_PATH);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
