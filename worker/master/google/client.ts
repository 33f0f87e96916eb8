import type { sheets_v4 } from "@googleapis/sheets";
import { letters, quoteSheet } from "../xml.ts";
import { faultOf } from "./faults.ts";
import type { ServiceAccount } from "./key.ts";
import type { Value } from "./tab.ts";

const SCOPE = "https://www.googleapis.com/auth/spreadsheets";
const GOOGLES_TOKENS = "https://oauth2.googleapis.com/token";
/** Google ends a request after 180 seconds; what takes longer than this is not going to come. */
const TIMEOUT_MS = 100_000;

export interface GoogleOptions {
  account: ServiceAccount;
  /** Root of the Sheets API; Google's own unless said. */
  rootUrl?: string;
  /** Where a signed statement becomes a token; Google's own unless said. */
  tokenUrl?: string;
  timeoutMs?: number;
  fetch?: typeof fetch;
  now(): number;
}

/** One sheet of the spreadsheet, as far as the outbox looks. */
export interface SheetSeen {
  id: number;
  title: string;
  rows: number;
  columns: number;
  frozenRows: number;
  /** Values of our own metadata on it. */
  marks: { key: string; value: string }[];
  protections: string[];
  banded: boolean;
}

export interface Book {
  title: string;
  sheets: SheetSeen[];
  /** Ids of our metadata on the spreadsheet itself, by key. */
  marks: { id: number; key: string; value: string }[];
}

export interface Block {
  /** Title of the sheet; the block begins at A1. */
  sheet: string;
  values: readonly (readonly Value[])[];
}

/** What the outbox may do to a spreadsheet. Every call throws SheetsFault and nothing else. */
export interface Sheets {
  /** The address a province shares its spreadsheet with. */
  email: string;
  look(spreadsheet: string): Promise<Book>;
  /** One row of some sheets, as texts, each as long as its last filled cell. */
  row(spreadsheet: string, titles: readonly string[], row: number): Promise<string[][]>;
  /** All or nothing. */
  shape(spreadsheet: string, requests: sheets_v4.Schema$Request[]): Promise<void>;
  /** All or nothing, as it is: no text becomes a formula, a number or a date. */
  write(spreadsheet: string, blocks: readonly Block[]): Promise<void>;
}

const SEEN =
  "properties(title),developerMetadata(metadataId,metadataKey,metadataValue)," +
  "sheets(properties(sheetId,title,gridProperties(rowCount,columnCount,frozenRowCount))," +
  "developerMetadata(metadataKey,metadataValue),protectedRanges(description),bandedRanges(bandedRangeId))";

/** Google's own client as a service account. Asks for its token when first needed; repeats nothing by itself. */
export function openSheets(options: GoogleOptions): Sheets {
  const { now } = options;
  let opened: Promise<sheets_v4.Sheets> | undefined;
  const call = async <T>(run: (api: sheets_v4.Sheets) => Promise<{ data: T }>): Promise<T> => {
    try {
      opened ??= clientOf(options);
      return (await run(await opened)).data;
    } catch (error) {
      throw faultOf(error, now());
    }
  };
  return {
    email: options.account.email,
    async look(spreadsheetId) {
      return bookOf(await call((api) => api.spreadsheets.get({ spreadsheetId, fields: SEEN })));
    },
    async row(spreadsheetId, titles, row) {
      const ranges = titles.map((title) => `${quoteSheet(title)}!${row}:${row}`);
      const { valueRanges } = await call((api) =>
        api.spreadsheets.values.batchGet({ spreadsheetId, ranges, valueRenderOption: "UNFORMATTED_VALUE" }),
      );
      return titles.map((_, i) => (valueRanges?.[i]?.values?.[0] ?? []).map(String));
    },
    async shape(spreadsheetId, requests) {
      await call((api) => api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }));
    },
    async write(spreadsheetId, blocks) {
      const data = blocks.map(({ sheet, values }) => ({
        range: `${quoteSheet(sheet)}!A1:${letters((values[0]?.length ?? 1) - 1)}${values.length}`,
        majorDimension: "ROWS",
        values: values as Value[][],
      }));
      await call((api) =>
        api.spreadsheets.values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: "RAW", data } }),
      );
    },
  };
}

/** Loaded with the first call: neither a start nor a report waits for it, and a collector without an account never loads it. */
async function clientOf(options: GoogleOptions): Promise<sheets_v4.Sheets> {
  const { auth, sheets } = await import("@googleapis/sheets");
  const { account, rootUrl, tokenUrl, timeoutMs = TIMEOUT_MS } = options;
  // The platform's own fetch; else the client brings another along. Called through, so that it stands where it belongs.
  const fetchImplementation: typeof fetch = (input, init) => (options.fetch ?? fetch)(input, init);
  const jwt = new auth.JWT({
    ...{ email: account.email, key: account.privateKey, scopes: [SCOPE] },
    transporterOptions: { fetchImplementation, timeout: timeoutMs },
  });
  if (tokenUrl !== undefined)
    // The client knows one address for tokens only; an interceptor is its own way to lead it elsewhere.
    jwt.transporter.interceptors.request.add({
      async resolved(request) {
        if (String(request.url) === GOOGLES_TOKENS) request.url = new URL(tokenUrl);
        return request;
      },
    });
  return sheets({
    ...{ version: "v4", auth: jwt, fetchImplementation, timeout: timeoutMs, retry: false },
    ...(rootUrl === undefined ? {} : { rootUrl }),
  });
}

/** Google leaves out what is 0, false or empty. */
function bookOf(data: sheets_v4.Schema$Spreadsheet): Book {
  const key = (mark: sheets_v4.Schema$DeveloperMetadata) => ({
    key: mark.metadataKey ?? "",
    value: mark.metadataValue ?? "",
  });
  return {
    title: data.properties?.title ?? "",
    marks: (data.developerMetadata ?? []).map((mark) => ({ id: mark.metadataId ?? 0, ...key(mark) })),
    sheets: (data.sheets ?? []).map(({ properties, developerMetadata, protectedRanges, bandedRanges }) => ({
      id: properties?.sheetId ?? 0,
      title: properties?.title ?? "",
      rows: properties?.gridProperties?.rowCount ?? 0,
      columns: properties?.gridProperties?.columnCount ?? 0,
      frozenRows: properties?.gridProperties?.frozenRowCount ?? 0,
      marks: (developerMetadata ?? []).map(key),
      protections: (protectedRanges ?? []).map(({ description }) => description ?? ""),
      banded: (bandedRanges ?? []).length > 0,
    })),
  };
}
