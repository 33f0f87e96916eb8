import type { Trouble } from "../../province/googleLink.ts";

/** A request to Google that did not go through, named. Carries no part of the request: that holds rows and a token. */
export class SheetsFault extends Error {
  readonly trouble: Trouble;
  /** What Google asked to be waited, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(trouble: Trouble, retryAfterMs: number | null, about: string) {
    super(`${trouble}: ${about}`);
    this.name = "SheetsFault";
    this.trouble = trouble;
    this.retryAfterMs = retryAfterMs;
  }
}

interface GoogleError {
  message?: string;
  status?: string;
  errors?: { reason?: string }[];
  details?: { reason?: string }[];
}

interface HttpFault {
  response?: { status: number; data?: unknown; headers?: { get?(name: string): string | null } };
}

/** Names what the client threw. What is no answer of Google's (no connection, a time-out) is `unreachable`. */
export function faultOf(thrown: unknown, now: number): SheetsFault {
  const { response } = thrown as HttpFault;
  if (response === undefined) {
    const { code, message } = thrown as { code?: unknown; message?: unknown };
    // A key that is none fails before anything is sent.
    if (/ERR_OSSL|DECODER|PEM|asymmetric|private key|secretOrPrivateKey/i.test(`${code} ${message}`))
      return new SheetsFault("key", null, "the key cannot sign");
    return new SheetsFault("unreachable", null, typeof code === "string" ? code : "no answer");
  }
  const { status } = response;
  const wait = retryAfter(response.headers?.get?.("retry-after") ?? null, now);
  const body = (response.data as { error?: GoogleError | string } | undefined)?.error;
  if (status === 429) return new SheetsFault("busy", wait, "429");
  // A token that holds no longer: until the next one is made, and if the key is gone, making it says so.
  if (status >= 500 || status === 408 || status === 401) return new SheetsFault("unreachable", wait, String(status));
  // The token endpoint speaks of errors by a word, the API by an object.
  if (typeof body === "string") return new SheetsFault("key", null, body.slice(0, 60));
  return new SheetsFault(troubleOf(status, body ?? {}), wait, String(status));
}

function troubleOf(status: number, error: GoogleError): Trouble {
  const reasons = [...(error.errors ?? []), ...(error.details ?? [])].map(({ reason }) => reason ?? "");
  const says = (pattern: RegExp) => pattern.test(`${reasons.join(" ")} ${error.message ?? ""}`);
  if (status === 404) return "not-found";
  if (says(/protected (cell|range|sheet)/i)) return "protected";
  if (status === 403) {
    // Of the same domain as a rate that passes, but it never passes.
    if (says(/storageQuota|storage quota/i)) return "storage";
    if (says(/rateLimitExceeded|userRateLimitExceeded|RATE_LIMIT_EXCEEDED/)) return "busy";
    if (says(/accessNotConfigured|SERVICE_DISABLED/)) return "api-off";
    return "no-permission";
  }
  if (says(/not supported for this document/i)) return "not-a-sheet";
  if (says(/limit of [\d,]+ cells/i)) return "full";
  return "refused";
}

/** What asks for more is asked again after this. */
const LONGEST_MS = 3_600_000;

/** Seconds, or a date. Null when the header is neither. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === "") return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(LONGEST_MS, Math.max(0, ms)) : null;
}
