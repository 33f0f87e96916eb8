/** Bytes `from` (inclusive) to `to` (exclusive). */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * One stretch asked for by a Range header (RFC 9110, §14.2). Null: the whole file, also for a header of another kind or with several
 * stretches, which may be passed over, and where If-Range names another file than this. "outside": it begins behind the end.
 */
export function rangeOf(headers: Headers, etag: string, size: number): Stretch | null | "outside" {
  const same = headers.get("if-range")?.trim() ?? etag;
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(headers.get("range")?.trim() ?? "");
  if (same !== etag || match === null || (match[1] === "" && match[2] === "")) return null;
  if (match[1] === "") {
    const last = Number(match[2]);
    return last === 0 ? "outside" : { from: Math.max(0, size - last), to: size };
  }
  const from = Number(match[1]);
  if (from >= size) return "outside";
  const to = match[2] === "" ? size : Math.min(size, Number(match[2]) + 1);
  return to <= from ? null : { from, to };
}
