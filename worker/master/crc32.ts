/** Eight tables for slicing-by-8; the reflected polynomial of zip, 0xEDB88320. */
const TABLES: Int32Array[] = [];
for (let t = 0; t < 8; t++) {
  const table = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = t === 0 ? n : TABLES[t - 1]![n]!;
    if (t === 0) for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    else c = (c >>> 8) ^ TABLES[0]![c & 0xff]!;
    table[n] = c;
  }
  TABLES.push(table);
}
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

/** CRC-32 as zip uses it. Pass the former result to go on: crc32(b, crc32(a)) is the sum of a then b. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let c = ~seed;
  const length = bytes.length;
  let i = 0;
  for (const end = length - 7; i < end; i += 8) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c =
      T7[c & 0xff]! ^
      T6[(c >>> 8) & 0xff]! ^
      T5[(c >>> 16) & 0xff]! ^
      T4[c >>> 24]! ^
      T3[bytes[i + 4]!]! ^
      T2[bytes[i + 5]!]! ^
      T1[bytes[i + 6]!]! ^
      T0[bytes[i + 7]!]!;
  }
  for (; i < length; i++) c = (c >>> 8) ^ T0[(c ^ bytes[i]!) & 0xff]!;
  return ~c >>> 0;
}
