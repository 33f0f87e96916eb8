import type * as z from "zod";
import type { Limits as FileLimits } from "../../shared/workbook/limits.ts";
import type { GoogleDoor } from "../master/google/door.ts";
import type { Deflater } from "../master/zip.ts";
import type { TokenScope } from "../people/apiTokens.ts";
import type { GoogleCheck } from "../people/google.ts";
import type { Collector } from "../people/partition.ts";
import type { Actor, Role } from "../province/actor.ts";
import type { Blobs } from "../province/attachments/blobs.ts";
import type { Books } from "./books.ts";
import type { Limits } from "./limits.ts";
import type { ProblemCode } from "./problems.ts";
import type { Rosters } from "./rosters.ts";

/** What the app needs from its host. */
export interface Deps {
  /** What an uploaded workbook may cost, where the host is smaller than a server. */
  fileLimits?: Partial<FileLimits>;
  /** A faster compressor than the platform's, where the host has one. */
  deflater?: Deflater;
  collector: Collector;
  /** Where photos and clips are kept; left away where this deployment keeps none. */
  blobs?: Blobs | undefined;
  /** The collector's own Google account, where it has one. */
  google?: GoogleDoor | undefined;
  limits: Limits;
  /** Says whose a Google token is; left away where this deployment takes none. */
  googleSignIn?: GoogleCheck | undefined;
  /** Milliseconds; lateness itself is judged by the province's own clock. */
  now(): number;
  /** Origins of add-ins that may call from a browser page of their own (Office, Sheets). Same origin needs no entry. */
  corsOrigins: readonly string[];
  /** Reports a fault of the program: never bodies, codes or tokens. */
  onFault(error: unknown, where: { method: string; path: string }): void;
}

export type Language = "th" | "en";

/** One request that has passed the door: rate, sign-in, role, shape. */
export interface Asked<P, Q, A> {
  deps: Deps;
  rosters: Rosters;
  books: Books;
  request: Request;
  /** The caller's address, as the host knows it. */
  address: string;
  actor: A;
  params: P;
  query: Q;
  language: Language;
}

export type Answered = { status: number; json: unknown } | Response;

type Shape = z.ZodObject | undefined;
type Of<S extends Shape> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

/** Everything about one call: what the door checks, what the description says, and what is done. */
export interface Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  W extends "anyone" | readonly Role[] = "anyone" | readonly Role[],
> {
  method: "get" | "post" | "put" | "delete";
  /** Under /api/v1, parameters as `:name`. */
  path: string;
  summary: string;
  /** Roles that may call at all; how far each sees is decided in the province's queries. */
  who: W;
  /** What a token for other systems must be made for to read this; left away: no such token opens it. */
  token?: TokenScope;
  /** What the call takes from the caller's bucket. */
  cost?: number;
  params?: P;
  query?: Q;
  headers?: Record<string, { schema: z.ZodType; required: boolean; about: string }>;
  /** The body, described; the handler reads it itself, so that nothing is read for who may not call. */
  body?: { json?: z.ZodType; multipart?: z.ZodObject /** A media type: the body is those bytes. */; bytes?: string };
  /** Status -> what comes back: a schema, or the media type of a file. */
  answers: Record<number, z.ZodType | string>;
  problems: readonly ProblemCode[];
  handle(asked: Asked<Of<P>, Of<Q>, W extends "anyone" ? null : Actor & { role: Role }>): Promise<Answered>;
}

/** Declares a route with its types bound together. */
export function route<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  const W extends "anyone" | readonly Role[] = "anyone" | readonly Role[],
>(definition: Route<P, Q, W>): Route {
  return definition as unknown as Route;
}
