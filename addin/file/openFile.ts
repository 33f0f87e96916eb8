import { columnLetters } from "../../shared/sheet/address.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { editCsv, editWorkbook } from "../../shared/workbook/edit.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { type FileEdit, FileHost } from "./fileHost.ts";

/** What is kept of a file while it is being worked on, so that a closed page loses nothing. */
export interface FileDraft {
  name: string;
  bytes: Uint8Array;
  edits: FileEdit[];
}

export interface Surroundings {
  getSetting(key: string): Promise<string | null>;
  setSetting(key: string, value: string | null): Promise<void>;
  /** Hands a file to the user. */
  hand(name: string, bytes: Uint8Array): void;
}

/** Opens a file as a host. Rejects with UnreadableFile. Edits of an earlier visit are put in again. */
export async function openFile(draft: FileDraft, around: Surroundings): Promise<FileHost> {
  const { name, bytes, edits } = draft;
  const workbook = await readWorkbook(bytes, { fileName: name });
  const id = fingerprint(bytes);
  const save = saver(name, bytes, around);
  const host = new FileHost(workbook, {
    id,
    settings: {
      get: (key) => around.getSetting(`doc:${id}:${key}`),
      set: (key, value) => around.setSetting(`doc:${id}:${key}`, value),
    },
    ...(save === null ? {} : { save }),
  });
  const sheets = await host.listSheets();
  for (const sheet of sheets) {
    const own = edits.filter((edit) => edit.sheet === sheet.name);
    if (own.length > 0) host.type(sheet.id, own);
  }
  return host;
}

/** The same file, the settled cells in place, everything else as it was. Null for kinds that cannot be written back. */
function saver(name: string, bytes: Uint8Array, around: Surroundings): ((edits: FileEdit[]) => Promise<void>) | null {
  const at = (edit: FileEdit) => columnLetters(edit.col) + (edit.row + 1);
  const cells = (edits: FileEdit[]): { sheet: string; cell: string; value: Scalar }[] =>
    edits.map((edit) => ({ sheet: edit.sheet, cell: at(edit), value: edit.value }));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && !/\.ods$/i.test(name))
    return async (edits) => around.hand(corrected(name), await editWorkbook(bytes, cells(edits)));
  if (/\.(csv|txt)$/i.test(name))
    return async (edits) => around.hand(corrected(name), (await editCsv(bytes, cells(edits))).bytes);
  return null;
}

/** "รายงาน.xlsx" becomes "รายงาน-แก้แล้ว.xlsx": nothing of the user's is overwritten. */
export function corrected(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? `${name}-แก้แล้ว` : `${name.slice(0, dot)}-แก้แล้ว${name.slice(dot)}`;
}

/** Tells files apart on this machine; no secret rests on it (FNV-1a, twice, and the length). */
export function fingerprint(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x01000193) ^ (b >>> 15);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}-${bytes.length}`;
}
