import { expect } from "vitest";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { matchKey } from "../../shared/text/key.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { handsOf } from "../attachments/hands.ts";
import { waterForm } from "../forms/sixth.ts";
import { clip } from "../media/samples.ts";
import {
  CALLERS,
  type Caller,
  type CallOptions,
  csvOf,
  FORM,
  HERE,
  OFFICE,
  type Sent,
  type Stage,
  sheet,
  submission,
  upload,
} from "./stage.ts";

const CENTRE = "ศพด.ที่ผู้อื่นต้องไม่เห็น";
const CALLER_NAMES = [null, ...(Object.keys(CALLERS) as Caller[])] as const;

interface Rule {
  /** Something of that office that must be there first; answers its id. */
  before?(stage: Stage, period: string): Promise<string>;
  /** The call, about one report of one office of province 99. */
  path(sent: Sent, period: string, id: string): string;
  with?(stage: Stage, period: string, sent: Sent): CallOptions;
  /**
   * What each caller gets, in the order: nobody; office own, other; district own, other; province own, other; department;
   * auditor of the country, own province, other province. "200" sees the report, "200-" is answered without it.
   */
  get: string;
}

const ALL = "200- 200- 200- 200- 200- 200- 200- 200- 200- 200- 200-";
/** Nothing of these reports was sent up: the department opens none. */
const READ = "401 200 404 200 404 200 404 404 200 200 404";
const OVERSEES = "401 403 403 200- 200- 200- 403 200- 200- 200- 403";
const PROVINCE_ALONE = "401 403 403 403 403 200- 403 403 403 403 403";
const which = (period: string) => `form=${FORM}&period=${period}`;
const DRAFTERS = "401 403 403 403 403 200 403 403 403 403 403";
const DRAFTED = "/provinces/99/forms/matrix-draft";
const unique = () => ({ "idempotency-key": crypto.randomUUID() });

/** A clip of the report's centre: said to come, here as a whole, or checked. */
async function fileOf(stage: Stage, period: string, upTo: "announced" | "whole" | "done"): Promise<string> {
  const list = await stage.as("provinceOwn", "GET", `/api/v1/submissions?${which(period)}`);
  const { submissions } = (await list.json()) as { submissions: { submission: string }[] };
  const hands = handsOf(stage, "officeOwn", submissions[0]!.submission);
  return (await hands.send(clip(), { upTo })).id;
}
const announced: Rule["before"] = (stage, period) => fileOf(stage, period, "announced");
const whole: Rule["before"] = (stage, period) => fileOf(stage, period, "whole");
const done: Rule["before"] = (stage, period) => fileOf(stage, period, "done");
const SEND = "401 200 404 403 403 200 404 403 403 403 403";
const TARGET = matchKey(CENTRE);

/** Every route has its rule here; a new route without one fails the test. */
const RULES: Record<string, Rule> = {
  "post /session": {
    path: () => "/session",
    with: ({ codes }) => ({ body: { code: codes.officeOther } }),
    get: ALL,
  },
  "post /enrolments": {
    path: () => "/enrolments",
    with: () => ({ body: { office: OFFICE.code } }),
    get: "401 201- 403 403 403 201- 403 403 403 403 403",
  },
  "get /forms": { path: () => "/forms", get: ALL },
  "get /forms/:form": { path: () => `/forms/${FORM}`, get: ALL },
  "get /forms/:form/blank.xlsx": {
    path: (_, period) => `/forms/${FORM}/blank.xlsx?office=${OFFICE.code}&period=${period}`,
    get: ALL,
  },
  "get /provinces/:code/offices": { path: () => "/provinces/99/offices", get: ALL },
  "get /provinces/:code/form-book": { before: drafted, path: () => "/provinces/99/form-book", get: ALL },
  // a draft names the centre: who sees it, sees the draft
  "get /provinces/:code/forms": {
    before: drafted,
    path: () => "/provinces/99/forms",
    get: "401 200- 200- 200- 200- 200 403 200- 200- 200- 403",
  },
  "get /provinces/:code/forms/:form": {
    before: drafted,
    path: () => `${DRAFTED}`,
    get: "401 404 404 404 404 200 403 404 404 404 403",
  },
  "get /provinces/:code/forms/:form/versions/:version": {
    before: drafted,
    path: () => `${DRAFTED}/versions/1`,
    get: "401 404 404 404 404 200 403 404 404 404 403",
  },
  "get /provinces/:code/forms/:form/versions/:version/dates": {
    before: drafted,
    path: () => `${DRAFTED}/versions/1/dates`,
    get: "401 404 404 404 404 200- 403 404 404 404 403",
  },
  "get /provinces/:code/forms/:form/draft": { before: drafted, path: () => `${DRAFTED}/draft`, get: DRAFTERS },
  "put /provinces/:code/forms/:form/draft": {
    before: drafted,
    path: () => `${DRAFTED}/draft`,
    with: () => ({ body: { definition: draft(), revision: 1 } }),
    get: DRAFTERS,
  },
  "post /provinces/:code/forms/:form/try": {
    before: drafted,
    path: () => `${DRAFTED}/try`,
    with: (_, period) => ({ body: { version: 1, grid: sheet(period) } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "post /provinces/:code/forms/:form/dry-run": {
    path: () => `/provinces/99/forms/${FORM}/dry-run`,
    with: () => ({ body: { version: 1 } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "post /provinces/:code/forms/:form/discard": {
    before: (stage) => put(stage, "matrix-discarded"),
    path: () => "/provinces/99/forms/matrix-discarded/discard",
    with: () => ({ body: { revision: 1 } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "post /provinces/:code/forms/:form/publish": {
    path: () => "/provinces/99/forms/temple-community/publish",
    with: () => ({ body: { version: 1, start: "now" } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "post /provinces/:code/forms/:form/retire": {
    path: () => "/provinces/99/forms/temple-community/retire",
    with: () => ({ body: { start: "2099-12" } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "get /provinces/:code/holidays": { path: () => "/provinces/99/holidays", get: ALL },
  "post /provinces/:code/holidays": {
    path: () => "/provinces/99/holidays",
    with: () => ({ body: { change: "add", date: "2098-12-30", name: "วันตัวอย่าง" } }),
    get: DRAFTERS.replace("200", "200-"),
  },
  "get /openapi.json": { path: () => "/openapi.json", get: ALL },
  "post /check": {
    path: () => "/check",
    with: (_, period) => ({ body: { grid: sheet(period), form: FORM, province: "99" } }),
    get: ALL.replace("200-", "401"),
  },
  // What is remembered of an office's columns: neither rows nor receipts.
  "get /columns": {
    path: () => `/columns?form=${FORM}&office=${OFFICE.code}`,
    get: "401 200- 404 200- 404 200- 404 403 403 403 403",
  },
  "post /columns": {
    path: () => "/columns",
    with: () => ({ body: { form: FORM, office: OFFICE.code, answers: { ช่องเสริม: "remark" } } }),
    get: "401 200- 404 200- 404 200- 404 403 403 403 403",
  },
  "delete /columns": {
    path: () => `/columns?form=${FORM}&office=${OFFICE.code}`,
    get: "401 200- 404 200- 404 200- 404 403 403 403 403",
  },
  "post /submissions": {
    path: () => "/submissions",
    with: (_, period) => ({ body: submission(period), headers: unique() }),
    get: "401 201- 422 403 403 201- 422 403 403 403 403",
  },
  "post /submissions/file": {
    path: () => "/submissions/file",
    with: (_, period) => ({ body: upload(csvOf(sheet(period)), "report.csv"), headers: unique() }),
    get: "401 201- 422 403 403 201- 422 403 403 403 403",
  },
  "get /submissions": {
    path: (_, period) => `/submissions?${which(period)}&province=99`,
    get: "401 200 200- 200 200- 200 200- 200- 200 200 200-",
  },
  "get /submissions/:id": { path: ({ submission: id }) => `/submissions/${id}?include=grid`, get: READ },
  "get /submissions/:id/versions": { path: ({ submission: id }) => `/submissions/${id}/versions`, get: READ },
  "get /submissions/:id/diff": {
    // the diff of a version with itself is empty: seen or not, it holds nothing
    path: ({ submission: id }) => `/submissions/${id}/diff?from=1&to=1`,
    get: READ.replaceAll("200", "200-"),
  },
  "post /submissions/:id/return": {
    path: ({ submission: id }) => `/submissions/${id}/return`,
    with: () => ({ body: { note: "โปรดตรวจสอบ" } }),
    get: "401 403 403 200 404 200 404 403 403 403 403",
  },
  "post /submissions/:id/accept": {
    path: ({ submission: id }) => `/submissions/${id}/accept`,
    get: "401 403 403 403 403 200 404 403 403 403 403",
  },
  "post /submissions/:id/withdraw": {
    path: ({ submission: id }) => `/submissions/${id}/withdraw`,
    get: "401 200 404 403 403 200 404 403 403 403 403",
  },
  "get /todo": {
    // this month's report, which nobody sent: the list is answered without the one report this is about
    path: () => `/todo?office=${OFFICE.code}`,
    get: "401 200- 404 200- 404 200- 404 403 403 403 403",
  },
  "get /provinces/:code/completeness": {
    path: (_, period) => `/provinces/99/completeness?${which(period)}`,
    get: "401 403 403 200 200- 200 403 200 200 200 403",
  },
  "get /provinces/:code/master.xlsx": {
    path: (_, period) => `/provinces/99/master.xlsx?${which(period)}`,
    get: "401 403 403 200 200- 200 403 200- 200 200 403",
  },
  "get /provinces/:code/master.csv": {
    path: (_, period) => `/provinces/99/master.csv?${which(period)}`,
    get: "401 403 403 200 200- 200 403 200- 200 200 403",
  },
  "get /provinces/:code/progress": {
    path: (_, period) => `/provinces/99/progress?${which(period)}`,
    get: "401 403 403 200- 200- 200- 403 200- 200- 200- 403",
  },
  "get /provinces/:code/matrix": {
    path: (_, period) => `/provinces/99/matrix?${which(period)}`,
    get: "401 403 403 200- 200- 200- 403 200- 200- 200- 403",
  },
  "get /provinces/:code/queue": {
    path: (_, period) => `/provinces/99/queue?${which(period)}`,
    get: "401 403 403 200 200- 200 403 200- 200 200 403",
  },
  "post /provinces/:code/accept": {
    path: () => "/provinces/99/accept",
    with: (_, _period, { submission: id }) => ({ body: { items: [{ submission: id, version: 1 }] } }),
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
  "post /provinces/:code/extensions": {
    path: () => "/provinces/99/extensions",
    with: (_, period) => ({
      body: { form: FORM, period, office: OFFICE.code, until: "2999-01-01T00:00:00Z", reason: "น้ำท่วม" },
    }),
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
  "post /provinces/:code/close": {
    path: () => "/provinces/99/close",
    with: (_, period) => ({ body: { form: FORM, period, close: true, reason: "ครบแล้ว" } }),
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
  "post /provinces/:code/reminders": {
    path: () => "/provinces/99/reminders",
    with: (_, period) => ({ body: { form: FORM, period, channel: "line" } }),
    get: "401 403 403 200- 200- 200- 403 403 403 403 403",
  },
  // This form knows no district: what is let in is told that nothing stands between.
  "post /submissions/:id/forward": {
    path: ({ submission: id }) => `/submissions/${id}/forward`,
    get: "401 403 403 409 404 403 403 403 403 403 403",
  },
  "post /submissions/:id/take": {
    path: ({ submission: id }) => `/submissions/${id}/take`,
    with: () => ({ body: { reason: "อำเภอยังไม่ส่งต่อ" } }),
    get: "401 403 403 403 403 409 404 403 403 403 403",
  },
  "post /provinces/:code/forward": {
    path: () => "/provinces/99/forward",
    with: (_, _period, { submission: id }) => ({ body: { items: [{ submission: id, version: 1 }] } }),
    get: "401 403 403 200- 200- 403 403 403 403 403 403",
  },
  "put /provinces/:code/direct": {
    path: () => "/provinces/99/direct",
    with: () => ({ body: { form: FORM, direct: null } }),
    get: "401 403 403 403 403 409 403 403 403 403 403",
  },
  "get /provinces/:code/levels": {
    path: (_, period) => `/provinces/99/levels?${which(period)}`,
    get: "401 403 403 200- 200- 200- 403 200- 200- 200- 403",
  },
  // Nothing was accepted, so nothing can go up or be taken back.
  "post /provinces/:code/sendups": {
    path: () => "/provinces/99/sendups",
    with: (_, period) => ({ body: { form: FORM, period } }),
    get: "401 403 403 403 403 409 403 403 403 403 403",
  },
  "post /provinces/:code/sendups/undo": {
    path: () => "/provinces/99/sendups/undo",
    with: (_, period) => ({ body: { form: FORM, period, reason: "ส่งผิด" } }),
    get: "401 403 403 403 403 409 403 403 403 403 403",
  },
  // Counts of every province; no report's rows or receipt.
  ...Object.fromEntries(
    ["", ".xlsx", ".csv"].map((as): [string, Rule] => [
      `get /department/rollup${as}`,
      {
        path: (_, period) => `/department/rollup${as}?${which(period)}`,
        get: "401 403 403 403 403 403 403 200- 200- 403 403",
      },
    ]),
  ),
  "get /provinces/:code/print": {
    path: (_, period) => `/provinces/99/print?${which(period)}`,
    get: "401 403 403 200 200- 200 403 200- 200 200 403",
  },
  "get /tokens": { path: () => "/tokens", get: "401 403 403 403 403 200- 200- 200- 403 403 403" },
  "post /tokens": {
    path: () => "/tokens",
    with: () => ({ body: { name: "ระบบตัวอย่าง", scopes: ["completeness"], days: 1 } }),
    get: "401 403 403 403 403 201- 201- 201- 403 403 403",
  },
  "delete /tokens/:id": {
    before: made,
    path: (_, __, id) => `/tokens/${id}`,
    get: "401 403 403 403 403 200- 404 404 403 403 403",
  },
  "get /submissions/:id/review": {
    // comments, risks and history; neither rows nor the receipt's number
    path: ({ submission: id }) => `/submissions/${id}/review`,
    get: READ.replaceAll("200", "200-"),
  },
  "post /submissions/:id/undo": {
    path: ({ submission: id }) => `/submissions/${id}/undo`,
    with: () => ({ body: { reason: "กดผิด" } }),
    get: "401 409 404 409 404 409 404 403 403 403 403",
  },
  "post /submissions/:id/comments": {
    path: ({ submission: id }) => `/submissions/${id}/comments`,
    with: () => ({ body: { returned: 1_000_000, number: 0, answer: "แก้แล้ว" } }),
    get: "401 422 404 403 403 422 404 403 403 403 403",
  },
  "get /work": {
    path: () => `/work?office=${OFFICE.code}`,
    get: "401 200 404 200 404 200 404 403 403 403 403",
  },
  "get /audit": {
    // the sender's own trail names the receipt; nobody else's does
    path: () => "/audit?mine",
    get: "401 200 200- 200- 200- 200- 200- 200- 200- 200- 200-",
  },
  "get /due.ics": {
    path: () => "/due.ics",
    get: "401 200- 200- 200- 200- 200- 200- 403 403 403 403",
  },
  // Rows of another form: what is typed, and by whom, is held in tests/keying.
  "get /keying": {
    path: () => "/keying?form=volunteer-activities&system=e-report",
    get: "401 403 403 200- 200- 200- 200- 403 403 403 403",
  },
  "get /keying.xlsx": {
    path: () => "/keying.xlsx?form=volunteer-activities&system=info",
    get: "401 200- 200- 403 403 200- 200- 403 403 403 403",
  },
  "post /keying/ticks": {
    path: () => "/keying/ticks",
    with: (_, __, { submission, version }) => ({
      body: { system: "e-report", submission, version, row: 6, keyed: true },
    }),
    get: "401 404 404 404 404 403 403 403 403 403 403",
  },
  // This collector has no Google account: what passes the door is told so, or that nothing is connected.
  "get /provinces/:code/google": {
    path: () => "/provinces/99/google",
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
  "put /provinces/:code/google": {
    path: () => "/provinces/99/google",
    with: () => ({ body: { spreadsheet: "x".repeat(44) } }),
    get: "401 403 403 403 403 503 403 403 403 403 403",
  },
  "delete /provinces/:code/google": {
    path: () => "/provinces/99/google",
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
  "post /provinces/:code/google/tabs": {
    path: () => "/provinces/99/google/tabs",
    with: (_, period) => ({ body: { form: FORM, period } }),
    get: "401 403 403 403 403 404 403 403 403 403 403",
  },
  "get /provinces/:code/registry": {
    path: () => "/provinces/99/registry",
    get: OVERSEES,
  },
  "get /provinces/:code/registry/:office": {
    path: () => `/provinces/99/registry/${OFFICE.code}`,
    get: "401 403 403 200- 404 200- 403 200- 200- 200- 403",
  },
  "get /provinces/:code/centres": {
    before: accepted(2020),
    path: () => "/provinces/99/centres",
    get: "401 403 403 200 200- 200 403 200 200 200 403",
  },
  "post /provinces/:code/registry/list/preview": {
    path: () => "/provinces/99/registry/list/preview",
    with: () => ({ body: upload(listOf(), "list.csv", { from: "2098-01" }) }),
    get: PROVINCE_ALONE,
  },
  "post /provinces/:code/registry/list": {
    // a revision that nobody saw: whoever may is told so
    path: () => "/provinces/99/registry/list",
    with: () => ({ body: upload(listOf(), "list.csv", { from: "2098-01", revision: "99999" }) }),
    get: PROVINCE_ALONE.replace("200-", "409"),
  },
  "post /provinces/:code/registry/acts": {
    path: () => "/provinces/99/registry/acts",
    with: () => ({
      body: { act: "rename", revision: 99_999, office: OFFICE.code, name: "ชื่อใหม่", from: "2098-01" },
    }),
    get: PROVINCE_ALONE.replace("200-", "409"),
  },
  "get /before": {
    before: accepted(2021),
    path: () => `/before?form=${FORM}&period=2022-12&office=${OFFICE.code}`,
    get: "401 200 404 200 404 200 404 403 403 403 403",
  },
  "get /forms/:form/prefilled.xlsx": {
    before: accepted(2022),
    path: () => `/forms/${FORM}/prefilled.xlsx?period=2022-12&office=${OFFICE.code}`,
    get: "401 200 404 200 404 200 404 403 403 403 403",
  },
  "get /provinces/:code/people": {
    path: () => "/provinces/99/people",
    get: "401 403 403 200- 200- 200- 403 403 403 403 403",
  },
  "post /provinces/:code/people": {
    path: () => "/provinces/99/people",
    with: () => ({ body: { role: "office", place: OFFICE.code } }),
    get: PROVINCE_ALONE.replace("200-", "201-"),
  },
  "post /provinces/:code/people/:id/renew": {
    before: issued,
    path: (_, __, id) => `/provinces/99/people/${id}/renew`,
    get: PROVINCE_ALONE.replace("200-", "201-"),
  },
  "post /provinces/:code/people/:id/revoke": {
    before: issued,
    path: (_, __, id) => `/provinces/99/people/${id}/revoke`,
    get: PROVINCE_ALONE,
  },
  "post /provinces/:code/people/letters": {
    path: () => "/provinces/99/people/letters",
    with: () => ({ body: { district: "9903" } }),
    get: PROVINCE_ALONE.replace("200-", "201-"),
  },
  "post /intake/check": {
    path: () => "/intake/check",
    with: (_, period) => ({ body: mailed(period) }),
    get: "401 403 403 200 200- 200 200- 403 403 403 403",
  },
  "post /intake/send": {
    path: () => "/intake/send",
    with: (_, period) => ({ body: mailed(period, { office: OFFICE.code, period, replaces: "1" }) }),
    get: "401 403 403 403 403 201- 422 403 403 403 403",
  },
  "post /intake/marked": {
    // the caller's own file back
    path: () => "/intake/marked",
    with: (_, period) => ({ body: mailed(period) }),
    get: "401 403 403 200- 200- 200- 200- 403 403 403 403",
  },
  "get /intake": {
    before: kept,
    path: () => "/intake?limit=500",
    get: "401 403 403 200 200- 200 200- 403 403 403 403",
  },
  "post /intake": {
    path: () => "/intake",
    with: (_, period) => ({ body: mailed(period) }),
    get: "401 403 403 201- 201- 201- 201- 403 403 403 403",
  },
  "get /intake/:id/file": {
    before: kept,
    path: (_, __, id) => `/intake/${id}/file`,
    get: "401 403 403 200 404 200 404 403 403 403 403",
  },
  "post /intake/:id/close": {
    before: kept,
    path: (_, __, id) => `/intake/${id}/close`,
    get: "401 403 403 200- 404 200- 404 403 403 403 403",
  },
  "post /intake/settings": {
    path: () => "/intake/settings",
    with: () => ({ body: { auto: false } }),
    get: "401 403 403 403 403 200- 200- 403 403 403 403",
  },
  "get /submissions/:id/files": { path: ({ submission: id }) => `/submissions/${id}/files`, get: READ },
  "post /submissions/:id/files": {
    path: ({ submission: id }) => `/submissions/${id}/files`,
    with: () => ({ body: { target: TARGET, kind: "clip", name: "a.mp4", bytes: 10, hash: "a".repeat(64) } }),
    get: SEND.replaceAll("200", "201"),
  },
  "put /files/:file/pieces/:part": {
    before: announced,
    path: (_, __, id) => `/files/${id}/pieces/0`,
    with: () => ({ body: clip(), headers: { "piece-hash": sha256(clip()) } }),
    get: SEND.replaceAll("200", "200-"),
  },
  "post /files/:file/finish": { before: whole, path: (_, __, id) => `/files/${id}/finish`, get: SEND },
  "post /files/:file/move": {
    before: done,
    path: (_, __, id) => `/files/${id}/move`,
    with: () => ({ body: { target: TARGET } }),
    get: SEND,
  },
  "delete /files/:file": { before: done, path: (_, __, id) => `/files/${id}`, get: SEND },
  "put /submissions/:id/consents": {
    path: ({ submission: id }) => `/submissions/${id}/consents`,
    with: () => ({ body: { target: TARGET, given: true } }),
    get: SEND,
  },
  "get /files/:file/link": {
    // the link, the name and the size; what it opens is asked below
    before: done,
    path: (_, __, id) => `/files/${id}/link`,
    get: READ.replaceAll("200", "200-"),
  },
  "get /files/:file/content": {
    // a token opens nothing here: only a link does
    before: done,
    path: (_, __, id) => `/files/${id}/content?link=none`,
    get: "403 403 403 403 403 403 403 403 403 403 403",
  },
  "get /provinces/:code/files/awaited": {
    path: (_, period) => `/provinces/99/files/awaited?${which(period)}`,
    get: "401 200 200- 200 200- 200 403 200- 200 200 403",
  },
  "get /provinces/:code/files/retention": {
    path: () => "/provinces/99/files/retention",
    get: "401 403 403 403 403 200- 403 200- 200- 200- 403",
  },
  "put /provinces/:code/files/retention": {
    path: () => "/provinces/99/files/retention",
    with: () => ({ body: { months: 36 } }),
    get: "401 403 403 403 403 200- 403 403 403 403 403",
  },
};

function draft(id = "matrix-draft"): FormDefinition {
  return waterForm({ id, title: [CENTRE], titleWords: [CENTRE] });
}

/** A draft of the province, which nobody else may see. */
async function put(stage: Stage, id: string): Promise<string> {
  await stage.as("provinceOwn", "PUT", `/api/v1/provinces/99/forms/${id}/draft`, { body: { definition: draft(id) } });
  return id;
}

async function drafted(stage: Stage): Promise<string> {
  return put(stage, "matrix-draft");
}

/** The office's report as a file somebody was mailed. */
function mailed(period: string, fields: Record<string, string> = {}): FormData {
  return upload(csvOf(sheet(period)), "report.csv", fields);
}

/** Keeps a file of the office, as its province. */
async function kept(stage: Stage, period: string): Promise<string> {
  const body = upload(csvOf(sheet(period, [CENTRE])), `${CENTRE}.csv`);
  const answer = await stage.as("provinceOwn", "POST", "/api/v1/intake", { body });
  return ((await answer.json()) as { id: string }).id;
}

/** A report of the office, of a year of its own, that its province accepted: its centre is now known. */
function accepted(year: number) {
  return async (stage: Stage, period: string): Promise<string> => {
    const { submission: id } = await stage.sent(`${year}${period.slice(4)}`, { centres: [CENTRE] });
    await stage.as("provinceOwn", "POST", `/api/v1/submissions/${id}/accept`, { body: {} });
    return id;
  };
}

/** A code that somebody holds, issued by their province. */
async function issued(stage: Stage): Promise<string> {
  const body = { role: "office", place: "6990302", name: "ผู้ใช้สมมติ" };
  const answer = await stage.as("provinceOwn", "POST", "/api/v1/provinces/99/people", { body });
  return ((await answer.json()) as { id: string }).id;
}

/** The offices of province 99 as a list to be taken. */
function listOf(): Uint8Array<ArrayBuffer> {
  const lines = HERE.map(({ code, type, name, district, province }) => [code, type, name, district, province].join());
  return new TextEncoder().encode(["code,type,name,district,province", ...lines].join("\n"));
}

/** A token of the province, and over again: only so many may be in use. */
async function made(stage: Stage): Promise<string> {
  const body = { name: "ระบบตัวอย่าง", scopes: ["completeness"], days: 1 };
  const { tokens } = (await (await stage.as("provinceOwn", "GET", "/api/v1/tokens")).json()) as {
    tokens: { id: string; revokedAt: string | null }[];
  };
  for (const { id } of tokens.filter(({ revokedAt }) => revokedAt === null))
    await stage.as("provinceOwn", "DELETE", `/api/v1/tokens/${id}`);
  const answer = await stage.as("provinceOwn", "POST", "/api/v1/tokens", { body });
  return ((await answer.json()) as { id: string }).id;
}

export function everyRouteHasARule(): void {
  expect(Object.keys(RULES).sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
}

/** Everything a file or an answer says, as one text. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.includes("spreadsheetml")) return answer.text();
  return JSON.stringify(await readWorkbook(new Uint8Array(await answer.arrayBuffer())));
}

/** Asks one route as everybody, each time about a report of its own; what is refused must have changed nothing. */
export async function holdRule(stage: Stage, name: string, year: number): Promise<void> {
  const { method, path } = ROUTES.find((one) => `${one.method} ${one.path}` === name)!;
  const rule = RULES[`${method} ${path}`]!;
  const got: string[] = [];
  for (const [i, caller] of CALLER_NAMES.entries()) {
    // each rule has a year of its own, each caller a month of it
    const period = `20${String(year).padStart(2, "0")}-${String(i + 1).padStart(2, "0")}`;
    const sends = name.startsWith("post /submissions") && !path.includes(":id");
    const sent = sends
      ? { receipt: "none", submission: "none", version: 0 }
      : await stage.sent(period, { centres: [CENTRE] });
    const id = (await rule.before?.(stage, period)) ?? "";
    const answer = await stage.as(
      caller,
      method.toUpperCase(),
      `/api/v1${rule.path(sent, period, id)}`,
      rule.with?.(stage, period, sent),
    );
    const text = await textOf(answer);
    const sees = text.includes(sent.receipt) || text.includes(CENTRE);
    got.push(answer.ok && !sees ? `${answer.status}-` : String(answer.status));
    if (!answer.ok) {
      expect([caller, sees]).toEqual([caller, false]);
      const list = (await (await stage.as("provinceOwn", "GET", `/api/v1/submissions?${which(period)}`)).json()) as {
        submissions: { status: string }[];
      };
      expect([caller, list.submissions.map((one) => one.status)]).toEqual([caller, sends ? [] : ["received"]]);
    }
  }
  expect(got).toEqual(rule.get.split(" "));
}

export const RULE_NAMES = Object.keys(RULES);
