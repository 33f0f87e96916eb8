import { auth, sheets, type sheets_v4 } from "@googleapis/sheets";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Book } from "./book.ts";
import { newSheet, setCell } from "./book.ts";
import { type Loopback, startLoopback } from "./loopback.ts";
import { makeAccount } from "./tokens.ts";

/*
 * The simulated API against Google's own client: what it takes, what it refuses and in which words. The observed behaviours are
 * from recorded traffic of the real service.
 */

const ID = "sample-spreadsheet-0123456789-abcdefghijklmn";
const SCOPES = ["https://www.googleapis.com/auth/spreadsheets"];
let clock = 0;
let loopback: Loopback;
let api: sheets_v4.Sheets;
beforeEach(async () => {
  clock = 0;
  loopback = await startLoopback(() => clock);
  loopback.google.newBook(ID).shared.set(loopback.account.email, "writer");
  api = client(loopback.settings.account);
});
afterEach(() => loopback.close());

function client(key: string, scopes = SCOPES): sheets_v4.Sheets {
  const { client_email: email, private_key } = JSON.parse(key);
  const jwt = new auth.JWT({ email, key: private_key, scopes });
  jwt.transporter.interceptors.request.add({
    async resolved(request) {
      const { sheetsUrl, tokenUrl } = loopback.settings;
      if (String(request.url) === "https://oauth2.googleapis.com/token") request.url = new URL(tokenUrl);
      // Nothing may leave this machine.
      else if (!String(request.url).startsWith(sheetsUrl)) throw new Error(`${request.url}`);
      return request;
    },
  });
  return sheets({ version: "v4", auth: jwt, rootUrl: loopback.settings.sheetsUrl, retry: false });
}

const book = (): Book => loopback.google.books.get(ID)!;
const batch = (...requests: unknown[]) =>
  api.spreadsheets.batchUpdate({
    spreadsheetId: ID,
    requestBody: { requests: requests as sheets_v4.Schema$Request[] },
  });
const values = (data: unknown, more: object = { valueInputOption: "RAW" }) =>
  api.spreadsheets.values.batchUpdate({ spreadsheetId: ID, requestBody: { ...more, data: data as never } });
const refusal = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    const { status, response } = error as {
      status?: number;
      response?: { data: { error: { message: string } | string } };
    };
    const told = response?.data.error;
    return `${status} ${typeof told === "string" ? told : told?.message}`;
  }
  return "done";
};

describe("what the real service was seen to do", () => {
  beforeEach(() => {
    book().sheets.push(newSheet(7, "Sheet1", 10, 5), newSheet(8, "D3", 10, 5), newSheet(9, "มี เว้นวรรค", 10, 5));
  });

  it("writes one cell without a colon, and lets it be the start of more", async () => {
    const { data } = await values([{ range: "Sheet1!B1", values: [["ก"]] }]);
    expect(data.responses![0]!.updatedRange).toBe("Sheet1!B1");
    const more = await values([{ range: "Sheet1!B1", values: [["ก", "ข"], ["ค"]] }]);
    expect(more.data.responses![0]!.updatedRange).toBe("Sheet1!B1:C2");
  });

  it("counts columns as a union, and rows and columns by what was touched: null is skipped", async () => {
    const { data } = await values([
      {
        range: "Sheet1!A1:B2",
        values: [
          ["ก", null],
          [null, null],
        ],
      },
      { range: "Sheet1!A5:A5", values: [["ข"]] },
    ]);
    expect(data).toEqual({
      spreadsheetId: ID,
      ...{ totalUpdatedRows: 2, totalUpdatedColumns: 1, totalUpdatedCells: 2, totalUpdatedSheets: 1 },
      responses: [
        { spreadsheetId: ID, updatedRange: "Sheet1!A1:B2", updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
        { spreadsheetId: ID, updatedRange: "Sheet1!A5", updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
      ],
    });
  });

  it("leaves out what is 0, false or empty: the first sheet has no sheetId", async () => {
    const { data } = await api.spreadsheets.get({
      spreadsheetId: ID,
      fields: "sheets.properties(sheetId,title,index)",
    });
    expect(data.sheets!.map(({ properties }) => properties).slice(0, 2)).toEqual([
      { title: "แผ่น1" },
      { sheetId: 7, title: "Sheet1", index: 1 },
    ]);
    const made = await batch({ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } });
    expect(made.data.replies![0]!.addProtectedRange!.protectedRange).toEqual({
      ...{ protectedRangeId: expect.any(Number), range: {}, requestingUserCanEdit: true, editors: {} },
    });
  });

  it("quotes a title that looks like a cell, and takes one with a blank unquoted", async () => {
    const { data } = await values([
      { range: "'D3'!A1", values: [["ก"]] },
      { range: "มี เว้นวรรค!A1", values: [["ก"]] },
    ]);
    expect(data.responses!.map(({ updatedRange }) => updatedRange)).toEqual(["'D3'!A1", "'มี เว้นวรรค'!A1"]);
  });

  it("takes slashes in a mask", async () => {
    const { data } = await api.spreadsheets.get({ spreadsheetId: ID, fields: "properties/title" });
    expect(data).toEqual({ properties: { title: "แบบรายงานรวม" } });
  });

  it("gives formatted values as texts, unformatted ones as they are, rows without their ends", async () => {
    await values([
      {
        range: "Sheet1!A1:C2",
        values: [
          [1, true, ""],
          ["", "ก", ""],
        ],
      },
    ]);
    const read = async (valueRenderOption?: string) =>
      (await api.spreadsheets.values.batchGet({ spreadsheetId: ID, ranges: ["Sheet1!A1:E4"], valueRenderOption })).data
        .valueRanges![0]!.values;
    expect(await read()).toEqual([
      ["1", "TRUE"],
      ["", "ก"],
    ]);
    expect(await read("UNFORMATTED_VALUE")).toEqual([
      [1, true],
      ["", "ก"],
    ]);
  });

  it("keeps formats when values are cleared", async () => {
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 1 };
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    await batch({ repeatCell: { range, cell, fields: "userEnteredFormat.textFormat.bold" } });
    await values([{ range: "Sheet1!A1", values: [["ก"]] }]);
    await api.spreadsheets.values.clear({ spreadsheetId: ID, range: "Sheet1!A1:E10" });
    const sheet = book().sheets[1]!;
    expect([sheet.formats.length, [...sheet.cells.values()].map((cells) => cells.size)]).toEqual([1, [0]]);
  });
});

describe("what it refuses, in Google's words", () => {
  const sheet = { properties: { sheetId: 5, title: "ก", gridProperties: { rowCount: 3, columnCount: 2 } } };
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ["a request there is not", () => batch({ addSheets: {} }), /^400 .*Unknown name "addSheets" at 'requests\[0\]'/],
    [
      "an unknown name deep inside",
      () => batch({ addSheet: { properties: { gridProperties: { rows: 1 } } } }),
      /^400 .*Unknown name "rows" at 'requests\[0\].addSheet.properties.gridProperties'/,
    ],
    ["a text for a number", () => batch({ addSheet: { properties: { sheetId: "7" } } }), /^400 .*TYPE_INT32/],
    ["half a number", () => batch({ addSheet: { properties: { sheetId: 1.5 } } }), /^400 .*TYPE_INT32/],
    [
      "a choice there is not",
      () => values([], { valueInputOption: "raw" }),
      /^400 Invalid value at 'valueInputOption'/,
    ],
    ["two requests in one", () => batch({ addSheet: sheet, addBanding: {} }), /^400 .*already set/],
    ["no request", () => batch({}), /^400 .*No request set/],
    ["an empty batch", () => batch(), /^400 Must specify at least one request/],
    ["no mask", () => batch({ updateSheetProperties: { properties: { sheetId: 0 } } }), /^400 .*At least one field/],
    [
      "a mask that names nothing",
      () => batch({ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: "userEnteredFormat.bold" } }),
      /^400 .*bold is no field of CellFormat/,
    ],
    [
      "a sheet there is not",
      () => batch({ setDataValidation: { range: { sheetId: 99 } } }),
      /^400 .*No grid with id: 99/,
    ],
    [
      "a range beyond the grid",
      () => values([{ range: "'แผ่น1'!A1:B1001", values: [] }]),
      /^400 .*exceeds grid limits. Max rows: 1000, max columns: 26/,
    ],
    [
      "values beyond their range",
      () => values([{ range: "'แผ่น1'!A1:A1", values: [["ก"], ["ข"]] }]),
      /^400 Requested writing within range/,
    ],
    ["a range of no sheet", () => values([{ range: "ไม่มี!A1", values: [] }]), /^400 Unable to parse range: ไม่มี!A1/],
    ["no valueInputOption", () => values([], {}), /^400 'valueInputOption' is required/],
    [
      "a cell that is an object",
      () => values([{ range: "'แผ่น1'!A1", values: [[{}]] }]),
      /^400 Invalid values\[0\]\[0\]: struct_value/,
    ],
    [
      "a text too long for a cell",
      () => values([{ range: "'แผ่น1'!A1", values: [["ก".repeat(50_001)]] }]),
      /^400 .*50000 characters/,
    ],
    [
      "a title twice",
      () => batch({ addSheet: sheet }, { addSheet: { properties: { title: "ก" } } }),
      /^400 .*requests\[1\].addSheet: A sheet with the name "ก" already exists/,
    ],
    [
      "an id twice",
      () => batch({ addSheet: { properties: { sheetId: 0, title: "ก" } } }),
      /^400 .*id 0 already exists/,
    ],
    [
      "ten million cells",
      () => batch({ addSheet: { properties: { title: "ก", gridProperties: { rowCount: 1e6, columnCount: 10 } } } }),
      /^400 .*limit of 10000000 cells/,
    ],
    [
      "all rows frozen",
      () => batch({ addSheet: { properties: { title: "ก", gridProperties: { rowCount: 2, frozenRowCount: 2 } } } }),
      /^400 .*freeze all visible rows/,
    ],
    [
      "bands over bands",
      () => batch(...[1, 2].map(() => ({ addBanding: { bandedRange: { range: { sheetId: 0 }, rowProperties: {} } } }))),
      /^400 .*alternating background colors/,
    ],
    [
      "metadata without a visibility",
      () => batch({ createDeveloperMetadata: { developerMetadata: { metadataKey: "a", location: { sheetId: 0 } } } }),
      /^400 .*visibility/,
    ],
    [
      "a query there is not",
      () => api.spreadsheets.get({ spreadsheetId: ID, bogus: 1 } as never),
      /^400 .*Unknown name "bogus": Cannot bind query parameter/,
    ],
    [
      "a spreadsheet there is not",
      () => api.spreadsheets.get({ spreadsheetId: "nothing" }),
      /^404 Requested entity was not found/,
    ],
    [
      "what it does not model: a method",
      () => api.spreadsheets.create({}),
      /^501 this simulation does not model POST \/v4\/spreadsheets/,
    ],
    ["what it does not model: a request", () => batch({ deleteSheet: { sheetId: 0 } }), /^501 .*deleteSheet/],
    ["what it does not model: typing", () => values([], { valueInputOption: "USER_ENTERED" }), /^501 .*USER_ENTERED/],
    [
      "what it does not model: a property",
      () => batch({ addSheet: { properties: { title: "ก", hidden: true } } }),
      /^501 .*hidden/,
    ],
  ])("%s", async (_, call, words) => {
    const before = structuredClone(book());
    expect(await refusal(call())).toMatch(words);
    expect(book()).toEqual(before);
  });

  it("a protected cell", async () => {
    book().sheets[0]!.protections.push({ id: 1, area: { sheetId: 0 }, description: "", editors: [] });
    expect(await refusal(values([{ range: "'แผ่น1'!A1", values: [["ก"]] }]))).toMatch(
      /^400 You are trying to edit a protected cell/,
    );
  });

  it("a batch whose last request fails has done nothing", async () => {
    setCell(book().sheets[0]!, 0, 0, "ก");
    const before = structuredClone(book());
    const call = values([
      { range: "'แผ่น1'!A1", values: [["ข"]] },
      { range: "ไม่มี!A1", values: [["ข"]] },
    ]);
    expect(await refusal(call)).toMatch(/^400/);
    expect(book()).toEqual(before);
  });
});

describe("who may ask, and how often", () => {
  it.each<[string, "reader" | null, string]>([
    ["nobody's share", null, "403 The caller does not have permission"],
    ["a reader", "reader", "403 The caller does not have permission"],
  ])("%s may not write", async (_, role, words) => {
    if (role === null) book().shared.clear();
    else book().shared.set(loopback.account.email, role);
    expect(await refusal(values([{ range: "'แผ่น1'!A1", values: [["ก"]] }]))).toBe(words);
    expect(await refusal(api.spreadsheets.get({ spreadsheetId: ID }))).toBe(role === null ? words : "done");
  });

  it("a signature of another key, an unknown account, another scope get no token", async () => {
    const { email } = loopback.account;
    const forged = { ...JSON.parse((await makeAccount()).file), client_email: email };
    const get = (one: sheets_v4.Sheets) => refusal(one.spreadsheets.get({ spreadsheetId: ID }));
    expect(await get(client(JSON.stringify(forged)))).toBe("400 invalid_grant");
    expect(await get(client((await makeAccount("x@y.iam.gserviceaccount.com")).file))).toBe("400 invalid_grant");
    expect(await get(client(loopback.settings.account, ["https://www.googleapis.com/auth/drive"]))).toBe(
      "400 invalid_scope",
    );
  });

  it("no token, no answer", async () => {
    const answer = await fetch(`${loopback.settings.sheetsUrl}v4/spreadsheets/${ID}`);
    expect(answer.status).toBe(401);
  });

  it("the sixty-first write in a minute is too many, and a minute later it is not; reads are counted apart", async () => {
    const write = () => refusal(values([{ range: "'แผ่น1'!A1", values: [["ก"]] }]));
    for (let n = 0; n < 60; n++) expect(await write()).toBe("done");
    expect(await write()).toMatch(/^429 Quota exceeded for quota metric 'Write requests'/);
    expect(await refusal(api.spreadsheets.get({ spreadsheetId: ID }))).toBe("done");
    clock += 60_000;
    expect(await write()).toBe("done");
  });
});
