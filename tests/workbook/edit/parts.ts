import { unzipSync } from "fflate";
import { DEFAULT_LIMITS } from "../../../shared/workbook/limits.ts";
import { Parcel } from "../../../shared/workbook/read/parcel.ts";

/** The text of one part, through the guard, so that sizes and CRC are held too. */
export function partOf(file: Uint8Array, name: string): string {
  const pieces: Uint8Array[] = [];
  new Parcel(file, DEFAULT_LIMITS).unpack(name, (piece) => pieces.push(piece.slice()));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces));
}

/** Part names in the directory's order, and those of them whose packed bytes or place in the order differ. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const a = packedParts(before);
  const b = packedParts(after);
  const kept = [...a.keys()].filter((name) => b.has(name));
  if (JSON.stringify(kept) !== JSON.stringify([...b.keys()])) throw new Error("parts in another order, or new ones");
  return [...a.keys()].filter((name) => a.get(name) !== b.get(name));
}

function packedParts(file: Uint8Array): Map<string, string> {
  const { entries } = new Parcel(file, DEFAULT_LIMITS);
  // A second unpacker must agree that the archive is sound.
  const seen = unzipSync(file);
  return new Map(
    [...entries.values()].map((entry) => {
      if (!(entry.name in seen)) throw new Error(`${entry.name} is not in the archive for others`);
      const packed = Buffer.from(file.subarray(entry.start, entry.start + entry.packedBytes)).toString("base64");
      return [entry.name, `${entry.method} ${entry.crc} ${entry.unpackedBytes} ${packed}`];
    }),
  );
}
