import { fill, language, words } from "./words.ts";

const BASE = "/api/v1";
const KEPT = "ruam.session";

export type Role = "office" | "district" | "province" | "department" | "auditor";

export interface Session {
  token: string;
  expiresAt: string;
  role: Role;
  place: string;
  /** Tells persons of one place apart; a session from before has none. */
  person?: string;
}

/** A refusal of the collector, or a connection that failed; `message` is the sentence for the person. */
export class Trouble extends Error {
  readonly status: number;
  readonly problem: Record<string, unknown>;

  constructor(message: string, status: number, problem: Record<string, unknown> = {}) {
    super(message);
    this.name = "Trouble";
    this.status = status;
    this.problem = problem;
  }
}

let session: Session | null = null;
let whenOver: () => void = () => {};

/** The session of this tab, if it has not run out. */
export function restoreSession(): Session | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Session | null;
    session = kept !== null && Date.parse(kept.expiresAt) > Date.now() ? kept : null;
  } catch {
    session = null;
  }
  return session;
}

export async function signIn(code: string): Promise<Session> {
  try {
    session = (await call("POST", "/session", JSON.stringify({ code }), {
      "content-type": "application/json",
    })) as Session;
  } catch (error) {
    if (error instanceof Trouble && [400, 401, 403, 404, 422].includes(error.status)) {
      throw new Trouble(words.codeWrong, error.status);
    }
    throw error;
  }
  sessionStorage.setItem(KEPT, JSON.stringify(session));
  return session;
}

export function signOut(): void {
  session = null;
  sessionStorage.removeItem(KEPT);
}

/** Called when the collector no longer takes the token. */
export function onSessionOver(then: () => void): void {
  whenOver = then;
}

export function get<T>(path: string, query: Record<string, string | undefined> = {}): Promise<T> {
  return call("GET", path + queryText(query)) as Promise<T>;
}

/** Sends a value as JSON. */
export function sendJson<T>(method: "POST" | "PUT" | "DELETE", path: string, value?: unknown): Promise<T> {
  if (value === undefined) return call(method, path) as Promise<T>;
  return call(method, path, JSON.stringify(value), { "content-type": "application/json" }) as Promise<T>;
}

export function post<T>(path: string, value: unknown): Promise<T> {
  return sendJson("POST", path, value);
}

/** Sends a file as a form. `key` makes a repeated request harmless. */
export async function postFile<T>(
  path: string,
  file: File,
  fields: Record<string, string> = {},
  key?: string,
  signal?: AbortSignal,
): Promise<T> {
  const headers: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  return (await reach("POST", path, formOf(file, fields), headers, signal)).json() as Promise<T>;
}

/** Sends a file as a form and answers the file that comes back. */
export async function postForFile(path: string, file: File, fields: Record<string, string>): Promise<Blob> {
  return (await reach("POST", path, formOf(file, fields))).blob();
}

export async function postJson<T>(path: string, value: unknown): Promise<T> {
  return call("POST", path, JSON.stringify(value), { "content-type": "application/json" }) as Promise<T>;
}

/** Sends bytes as they are. */
export async function putBytes(
  path: string,
  bytes: Uint8Array,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const type = { "content-type": "application/octet-stream" };
  await reach("PUT", path, bytes as Uint8Array<ArrayBuffer>, { ...type, ...headers }, signal);
}

export async function getFile(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await reach("GET", path, undefined, {}, signal)).blob();
}

function formOf(file: File, fields: Record<string, string>): FormData {
  const body = new FormData();
  body.set("file", file, file.name);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}

/** Fetches a file and hands it to the browser's own download. */
export async function download(path: string, query: Record<string, string | undefined>, name: string): Promise<void> {
  const response = await reach("GET", path + queryText(query));
  save(await response.blob(), name);
}

/** Hands a file made here to the browser's own download. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function queryText(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

async function call(
  method: string,
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
): Promise<unknown> {
  return (await reach(method, path, body, headers)).json();
}

async function reach(
  method: string,
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  headers["accept-language"] = language;
  if (session !== null) headers.authorization = `Bearer ${session.token}`;
  let response: Response;
  try {
    response = await fetch(BASE + path, { method, headers, body: body ?? null, signal: signal ?? null });
  } catch {
    throw new Trouble(words.offline, 0);
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.status === 401 && session !== null) {
    signOut();
    whenOver();
    throw new Trouble(words.sessionOver, 401, problem);
  }
  throw new Trouble(
    fill(words.failed, { title: reasonOf(problem) ?? `HTTP ${response.status}` }),
    response.status,
    problem,
  );
}

/** Why the collector says no, in the language of the page; of a request that does not fit, what first does not. */
function reasonOf({ code, title, titleEn, findings }: Record<string, unknown>): string | null {
  const first = code === "invalid-request" && Array.isArray(findings) ? (findings[0] ?? {}) : {};
  const said = language === "en" ? [first.messageEn, titleEn, title] : [first.message, title];
  return said.find((one) => typeof one === "string") ?? null;
}
