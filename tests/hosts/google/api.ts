import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, errorBody, invalid, unmodelled } from "./apiError.ts";
import { type Book, newBook } from "./book.ts";
import { pick, readMask } from "./mask.ts";
import { applyRequests, propertiesOf } from "./requests.ts";
import { checkParameter, readSchemas, type Schemas } from "./schema.ts";
import { type Account, tokenEndpoint } from "./tokens.ts";
import { clearValues, readValues, updateValues } from "./values.ts";

/*
 * A simulation of the Google Sheets API, written from Google's published types and reference and from recorded answers (see
 * api.test.ts). It has not been held against the live service. What it does not model it refuses with 501.
 */

/** What goes wrong with a request, instead of or after being carried out. `drop`: the connection ends without an answer. */
export interface Fault {
  /** Before anything is done, or after it took effect. */
  when: "before" | "after";
  answer: { status: number; headers?: Record<string, string>; body: object } | "drop" | "hang";
  /** Only for this method; any when left out. */
  method?: MethodName;
}

/** Ends a connection without an answer. */
export class Dropped extends Error {}
/** Never answers. */
export class Hanging extends Error {}

export const METHODS = {
  "spreadsheets.get": ["GET", /^\/v4\/spreadsheets\/([^/:]+)$/, "Spreadsheet"],
  "spreadsheets.batchUpdate": ["POST", /^\/v4\/spreadsheets\/([^/:]+):batchUpdate$/, "BatchUpdateSpreadsheetResponse"],
  "spreadsheets.values.batchGet": ["GET", /^\/v4\/spreadsheets\/([^/:]+)\/values:batchGet$/, "BatchGetValuesResponse"],
  "spreadsheets.values.batchUpdate": [
    "POST",
    /^\/v4\/spreadsheets\/([^/:]+)\/values:batchUpdate$/,
    "BatchUpdateValuesResponse",
  ],
  "spreadsheets.values.clear": [
    "POST",
    /^\/v4\/spreadsheets\/([^/:]+)\/values\/([^/:]+):clear$/,
    "ClearValuesResponse",
  ],
} as const;
export type MethodName = keyof typeof METHODS;
const BODIES: Partial<Record<MethodName, string>> = {
  "spreadsheets.batchUpdate": "BatchUpdateSpreadsheetRequest",
  "spreadsheets.values.batchUpdate": "BatchUpdateValuesRequest",
  "spreadsheets.values.clear": "ClearValuesRequest",
};
const PER_MINUTE = 60;

export interface Google {
  books: Map<string, Book>;
  /** Every call that reached a method, in order, with what was asked. */
  calls: { method: MethodName; body: unknown; at: number }[];
  /** Used up one by one by the calls they fit. */
  faults: Fault[];
  /** An empty spreadsheet of a person's, shared with nobody yet. */
  newBook(id: string, title?: string): Book;
  /** Answers as the service would; throws Dropped or Hanging where a connection would do so. */
  handle(request: Request): Promise<Response>;
}

export interface GoogleSetting {
  accounts: readonly Account[];
  /** The text of the client's published types. */
  declarations: string;
  now(): number;
}

export function simulateGoogle({ accounts, declarations, now }: GoogleSetting): Google {
  const schemas = readSchemas(declarations);
  // The client dates its statements by the clock of the machine, so they are judged by it.
  const tokens = tokenEndpoint(accounts, Date.now);
  const google: Google = {
    ...{ books: new Map(), calls: [], faults: [] },
    newBook(id, title = "แบบรายงานรวม") {
      const book = newBook(id, title);
      google.books.set(id, book);
      return book;
    },
    async handle(request) {
      try {
        const { pathname } = new URL(request.url);
        if (request.method === "POST" && pathname === "/token") return await tokens.exchange(request);
        return await answer(google, schemas, request, tokens.whose, now);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return new Response(errorBody(error), {
          status: error.status,
          headers: { "content-type": "application/json; charset=UTF-8" },
        });
      }
    },
  };
  return google;
}

async function answer(
  google: Google,
  schemas: Schemas,
  request: Request,
  whose: (bearer: string) => string | null,
  now: () => number,
): Promise<Response> {
  const url = new URL(request.url);
  const method = (Object.keys(METHODS) as MethodName[]).find(
    (name) => METHODS[name][0] === request.method && METHODS[name][1].test(url.pathname),
  );
  if (method === undefined) throw unmodelled(`${request.method} ${url.pathname}`);
  const caller = whose(/^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "");
  if (caller === null) throw new ApiError(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
  const parameters = schemas.parametersOf(method);
  for (const name of new Set(url.searchParams.keys()))
    checkParameter(parameters.get(name), name, url.searchParams.getAll(name));
  const body = await bodyOf(request, method, schemas);
  const fault = takeFault(google, method);
  if (fault?.when === "before") return fail(fault);
  requireQuota(google, method, now());
  google.calls.push({ method, body, at: now() });
  const [id, range] = METHODS[method][1].exec(url.pathname)!.slice(1).map(decodeURIComponent) as [string, string];
  const book = bookFor(google, id, caller, request.method !== "GET");
  // Worked on as a copy: what fails half way has done nothing.
  const copy = structuredClone(book);
  const result = carryOut(method, { book: copy, schemas, caller }, body, url.searchParams, range);
  const full = withoutDefaults(result);
  schemas.check(full, METHODS[method][2]);
  const fields = url.searchParams.get("fields");
  const partial = fields === null ? full : pick(full, readMask(fields, METHODS[method][2], schemas));
  google.books.set(id, copy);
  if (fault !== undefined) return fail(fault);
  return Response.json(partial);
}

async function bodyOf(request: Request, method: MethodName, schemas: Schemas): Promise<unknown> {
  const type = BODIES[method];
  if (type === undefined) return undefined;
  const text = await request.text();
  if (text === "" && method === "spreadsheets.values.clear") return {};
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json"))
    throw invalid("Request payload must be JSON");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid("Invalid JSON payload received. Parsing terminated.");
  }
  schemas.check(body, type);
  return body;
}

function carryOut(
  method: MethodName,
  ground: { book: Book; schemas: Schemas; caller: string },
  body: unknown,
  query: URLSearchParams,
  range: string,
): unknown {
  const { book, caller } = ground;
  if (method === "spreadsheets.get") {
    if (query.has("ranges") || query.has("includeGridData")) throw unmodelled("get with ranges or grid data");
    return spreadsheetOf(book);
  }
  if (method === "spreadsheets.values.batchGet")
    return readValues(book, query.getAll("ranges"), {
      render: query.get("valueRenderOption") ?? undefined,
      major: query.get("majorDimension") ?? undefined,
    });
  if (method === "spreadsheets.values.batchUpdate") return updateValues(book, body as object, caller);
  if (method === "spreadsheets.values.clear") return clearValues(book, range, caller);
  const { requests = [], ...more } = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  if (Object.keys(more).length > 0) throw unmodelled(Object.keys(more).join(", "));
  return applyRequests(ground, requests);
}

function spreadsheetOf(book: Book) {
  const metadata = (list: Book["metadata"], location: object) =>
    list.map(({ id, key, value, visibility }) => ({
      ...{ metadataId: id, metadataKey: key, metadataValue: value, location, visibility },
    }));
  return {
    spreadsheetId: book.id,
    properties: { title: book.title, locale: "th_TH", timeZone: "Asia/Bangkok" },
    developerMetadata: metadata(book.metadata, { locationType: "SPREADSHEET", spreadsheet: true }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    sheets: book.sheets.map((sheet, index) => ({
      properties: propertiesOf(sheet, index),
      developerMetadata: metadata(sheet.metadata, { locationType: "SHEET", sheetId: sheet.id }),
      protectedRanges: sheet.protections.map(({ id, area, description }) => ({
        ...{ protectedRangeId: id, range: area, description, requestingUserCanEdit: true, editors: {} },
      })),
      bandedRanges: sheet.bands.map(({ id, area }) => ({ bandedRangeId: id, range: area })),
    })),
  };
}

function bookFor(google: Google, id: string, caller: string, writes: boolean): Book {
  const book = google.books.get(id);
  if (book === undefined) throw new ApiError(404, "NOT_FOUND", "Requested entity was not found.");
  const role = book.shared.get(caller);
  if (role === undefined || (writes && role === "reader"))
    throw new ApiError(403, "PERMISSION_DENIED", "The caller does not have permission");
  return book;
}

/** 60 of each kind in any minute, for one account. */
function requireQuota(google: Google, method: MethodName, at: number): void {
  const kind = METHODS[method][0];
  const recent = google.calls.filter((call) => METHODS[call.method][0] === kind && call.at > at - 60_000);
  if (recent.length >= PER_MINUTE) {
    const what = kind === "GET" ? "Read" : "Write";
    throw new ApiError(
      429,
      "RESOURCE_EXHAUSTED",
      `Quota exceeded for quota metric '${what} requests' and limit '${what} requests per minute per user' of service 'sheets.googleapis.com'.`,
    );
  }
}

function takeFault(google: Google, method: MethodName): Fault | undefined {
  const at = google.faults.findIndex((fault) => fault.method === undefined || fault.method === method);
  return at < 0 ? undefined : google.faults.splice(at, 1)[0];
}

function fail({ answer: how }: Fault): Response {
  if (how === "drop") throw new Dropped();
  if (how === "hang") throw new Hanging();
  return Response.json(how.body, { status: how.status, ...(how.headers ? { headers: how.headers } : {}) });
}

/** proto3 in JSON leaves out 0, false, "", empty lists and null. Cells are no fields and stay. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (value === null || typeof value !== "object") return value;
  const kept: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined || inner === null || inner === 0 || inner === false || inner === "") continue;
    if (Array.isArray(inner) && inner.length === 0) continue;
    kept.push([name, name === "values" ? inner : withoutDefaults(inner)]);
  }
  return Object.fromEntries(kept);
}
