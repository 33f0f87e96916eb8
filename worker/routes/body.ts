import type * as z from "zod";
import { MAX_FILE_BYTES, MAX_JSON_BYTES, type ProblemFinding } from "../../shared/wire/report.ts";
import { type ShapeFault, shapeText } from "../../shared/words/shape.ts";
import { HttpProblem } from "./problems.ts";

/** What a multipart body may weigh beside its file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;
const MB = 1024 * 1024;

/** Reads a body of at most `limitBytes`, counted before anything is parsed. Throws `too-large`, `body-cut`. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new HttpProblem("too-large", { limitMb: Math.floor(limitBytes / MB) });
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    const reader = request.body.getReader();
    for (;;) {
      // A sender that hangs up mid-body breaks the stream: that is no fault of ours.
      const { done, value } = await reader.read().catch(() => {
        throw new HttpProblem("body-cut");
      });
      if (done) break;
      size += value.length;
      if (size > limitBytes) {
        await reader.cancel();
        throw tooLarge();
      }
      chunks.push(value);
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
}

/** A JSON body that fits a schema; an empty body counts as `{}`. Throws `media-type`, `too-large`, `malformed-json`, `invalid-request`. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  if (bytes.length > 0 && mediaType(request) !== "application/json") throw new HttpProblem("media-type");
  let value: unknown = {};
  try {
    if (bytes.length > 0) value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new HttpProblem("malformed-json");
  }
  return conform(schema, value);
}

export interface Upload {
  bytes: Uint8Array;
  fileName: string;
  /** The other fields. */
  fields: Record<string, string>;
}

/** A multipart body with its `file`. Throws `media-type`, `too-large`, `malformed-form`, `file-missing`. */
export async function readUpload(request: Request): Promise<Upload> {
  if (mediaType(request) !== "multipart/form-data") throw new HttpProblem("media-type");
  const bytes = await readBytes(request, MAX_FILE_BYTES + FORM_OVERHEAD_BYTES);
  let form: FormData;
  try {
    const headers = { "content-type": request.headers.get("content-type")! };
    form = await new Response(bytes, { headers }).formData();
  } catch {
    throw new HttpProblem("malformed-form");
  }
  const file = form.get("file");
  if (file === null || typeof file === "string") throw new HttpProblem("file-missing");
  if (file.size > MAX_FILE_BYTES) throw new HttpProblem("too-large", { limitMb: MAX_FILE_BYTES / MB });
  const fields: [string, string][] = [];
  for (const [name, value] of form) if (typeof value === "string" && value !== "") fields.push([name, value]);
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name, fields: Object.fromEntries(fields) };
}

/** A value that fits a schema. Throws `invalid-request` naming the places that do not. */
export function conform<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const findings = result.error.issues.slice(0, 20).map((issue) => shapeFinding(issue, value));
  throw new HttpProblem("invalid-request", {}, { findings });
}

/** One place that does not fit, told in our words. */
export function shapeFinding(issue: z.core.$ZodIssue, whole: unknown): ProblemFinding {
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], whole);
  return {
    ...{ code: issue.code, verdict: "error", cell: null, field: issue.path.map(String).join(".").slice(0, 200) },
    ...{ message: shapeText(issue as ShapeFault, value, "th"), messageEn: shapeText(issue as ShapeFault, value, "en") },
  };
}
