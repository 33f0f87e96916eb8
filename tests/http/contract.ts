import { expect } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { described } from "./described.ts";
import { everyRouteHasARule, holdRule, RULE_NAMES } from "./matrix.ts";
import {
  type Caller,
  type CallOptions,
  csvOf,
  FORM,
  HERE,
  NEIGHBOUR,
  OFFICE,
  type Sent,
  type Stage,
  sheet,
  submission,
  upload,
} from "./stage.ts";

/** A promise of the HTTP interface, held on every host. Each works in months of its own. */
export interface HttpPromise {
  name: string;
  hold(stage: Stage): Promise<void>;
}

const SUBMISSIONS = "/api/v1/submissions";
const which = (period: string) => `form=${FORM}&period=${period}`;

/** A call whose answer is held to its description. */
async function ask(stage: Stage, caller: Caller | null, method: string, path: string, options?: CallOptions) {
  const answer = await stage.as(caller, method, path, options);
  return { status: answer.status, json: await described(answer, method, path), headers: answer.headers };
}

const key = (value: string = crypto.randomUUID()) => ({ "idempotency-key": value });

export const HTTP_PROMISES: HttpPromise[] = [
  {
    name: "a report sent gets a receipt, is listed, read, and stands in the master with what was typed",
    async hold(stage) {
      const period = "2023-11";
      const centres = ["ศูนย์พัฒนาเด็กเล็กตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสอง"];
      const { status, json } = await ask(stage, "officeOwn", "POST", SUBMISSIONS, {
        body: submission(period, sheet(period, centres)),
        headers: key(),
      });
      expect(status).toBe(201);
      const { submission: id, receipt } = json as unknown as Sent;
      expect(receipt).toMatch(/^99-6611-/);

      const list = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}?${which(period)}`);
      expect(list.json.submissions).toMatchObject([
        { submission: id, receipt, office: OFFICE.code, rows: 2, status: "received" },
      ]);
      const detail = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}/${id}?include=grid`);
      expect(detail.json.grid).toEqual(sheet(period, centres));
      expect(detail.json.certifier).toEqual(submission(period).certifier);

      const csv = await (
        await stage.as("provinceOwn", "GET", `/api/v1/provinces/99/master.csv?${which(period)}`)
      ).text();
      const rows = csv
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(","));
      expect(rows.map((row) => [row[0], row[4], row.at(-2)])).toEqual([
        ["1", "ศพด.ตัวอย่างหนึ่ง", receipt],
        ["2", "ศพด.ตัวอย่างสอง", receipt],
      ]);
      const xlsx = await stage.as("provinceOwn", "GET", `/api/v1/provinces/99/master.xlsx?${which(period)}`);
      expect(xlsx.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\w.-]+\.xlsx"; filename\*=UTF-8''/,
      );
      const workbook = JSON.stringify(await readWorkbook(new Uint8Array(await xlsx.arrayBuffer())));
      for (const text of ["ศพด.ตัวอย่างหนึ่ง", "ศูนย์พัฒนาเด็กเล็กตัวอย่างหนึ่ง", receipt]) expect(workbook).toContain(text);
    },
  },

  {
    name: "one sending, delivered one to five times in parallel, in any order, is one version with the same receipt bytes",
    async hold(stage) {
      const period = "2023-12";
      const sendings = Array.from({ length: 6 }, (_, i) => ({
        body: submission(period, sheet(period, [`ศพด.ฉบับที่ ${i}`])),
        headers: key(),
      }));
      const deliveries = sendings.flatMap((sending, i) => Array.from({ length: 1 + (i % 5) }, () => ({ i, sending })));
      deliveries.sort((a, b) => ((a.i * 7 + 3) % 5) - ((b.i * 7 + 3) % 5));
      const answers = await Promise.all(
        deliveries.map(async ({ i, sending }) => {
          const answer = await stage.as("officeOwn", "POST", SUBMISSIONS, sending);
          return { i, status: answer.status, text: await answer.text() };
        }),
      );
      for (const i of sendings.keys()) {
        const mine = answers.filter((answer) => answer.i === i);
        expect(new Set(mine.map((answer) => answer.text)).size).toBe(1);
        expect(mine.filter((answer) => answer.status === 201)).toHaveLength(1);
        expect(mine.every((answer) => answer.status === 200 || answer.status === 201)).toBe(true);
      }
      const { submission: id } = JSON.parse(answers[0]!.text) as Sent;
      const { json } = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}/${id}/versions`);
      const kept = json.versions as { version: number; receipt: string }[];
      expect(kept.map((one) => one.version)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(new Set(kept.map((one) => one.receipt))).toEqual(
        new Set(answers.map((answer) => (JSON.parse(answer.text) as Sent).receipt)),
      );
    },
  },

  {
    name: "the same content under parallel new keys is one version",
    async hold(stage) {
      const period = "2024-01";
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          ask(stage, "officeOwn", "POST", SUBMISSIONS, { body: submission(period), headers: key() }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 201]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer.json))).size).toBe(1);
    },
  },

  {
    name: "a key with other content, a key that is none, and no key are refused",
    async hold(stage) {
      const period = "2024-02";
      const first = key();
      await ask(stage, "officeOwn", "POST", SUBMISSIONS, { body: submission(period), headers: first });
      const other = submission(period, sheet(period, ["ศพด.อื่น"]));
      const reply = async (headers: Record<string, string>) => {
        const { status, json } = await ask(stage, "officeOwn", "POST", SUBMISSIONS, { body: other, headers });
        return [status, json.code];
      };
      expect(await reply(first)).toEqual([422, "idempotency-mismatch"]);
      expect(await reply({})).toEqual([400, "idempotency-key"]);
      expect(await reply(key("มีอักษรไทย".replace(/./g, "%") + "x".repeat(300)))).toEqual([400, "idempotency-key"]);
      expect(await reply(key("a b"))).toEqual([400, "idempotency-key"]);
    },
  },

  {
    name: "the same workbook as a file gets the receipt it got before, without a key too",
    async hold(stage) {
      const period = "2024-03";
      const file = () => ({ body: upload(csvOf(sheet(period)), "รายงาน.csv") });
      const first = await ask(stage, "officeOwn", "POST", `${SUBMISSIONS}/file`, file());
      expect(first.status).toBe(201);
      const again = await ask(stage, "officeOwn", "POST", `${SUBMISSIONS}/file`, file());
      expect([again.status, again.json]).toEqual([200, first.json]);
      const other = await ask(stage, "officeOwn", "POST", `${SUBMISSIONS}/file`, { ...file(), headers: key() });
      expect([other.status, other.json]).toEqual([200, first.json]);
    },
  },

  {
    name: "what waits for a person is refused with its places, and nothing is stored",
    async hold(stage) {
      const period = "2024-04";
      const grid = sheet(period, ["ศพด.หนึ่ง", "ศพด.สอง"]);
      grid.rows[6]![5] = null;
      const { status, json } = await ask(stage, "officeOwn", "POST", SUBMISSIONS, {
        body: submission(period, grid),
        headers: key(),
      });
      expect([status, json.code]).toEqual([422, "not-submittable"]);
      const findings = json.findings as { row: number; message?: string }[];
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every((finding) => finding.row === 7 && /[ก-๙]/.test(finding.message ?? ""))).toBe(true);
      const list = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}?${which(period)}`);
      expect(list.json.submissions).toEqual([]);
    },
  },

  {
    name: "rows of another office are named and refused, also for the province",
    async hold(stage) {
      const period = "2024-05";
      const grid = sheet(period, ["ศพด.หนึ่ง", "ศพด.สอง"]);
      grid.rows[6]![3] = NEIGHBOUR.type + NEIGHBOUR.name;
      for (const caller of ["officeOwn", "provinceOwn"] as const) {
        const { status, json } = await ask(stage, caller, "POST", SUBMISSIONS, {
          body: submission(period, grid),
          headers: key(),
        });
        expect([status, json.code]).toEqual([422, "office-mismatch"]);
        expect(json.findings).toMatchObject([{ row: 7, field: "office", cell: "D7" }]);
      }
    },
  },

  {
    name: "a province sends for an office of its own, and the record says so",
    async hold(stage) {
      const period = "2024-06";
      const { submission: id } = await stage.sent(period, { by: "provinceOwn" });
      const { json } = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}/${id}`);
      expect(json.sender).toMatchObject({ role: "province", place: "99" });
      const lines = await (await stage.collector.at("99")).auditLines(0, 10_000);
      expect(lines.at(-1)).toMatchObject({
        action: "submit",
        role: "province",
        detail: { office: OFFICE.code, onBehalf: "yes" },
      });
    },
  },

  {
    name: "returned with a comment, it comes back to the office's list; sent anew, it counts again",
    async hold(stage) {
      const period = "2024-07";
      const first = await stage.sent(period);
      const comments = [{ row: 6, field: "centre", text: "ชื่อศูนย์ไม่ครบ" }];
      const back = await ask(stage, "provinceOwn", "POST", `${SUBMISSIONS}/${first.submission}/return`, {
        body: { note: "โปรดแก้ไข", comments, version: 1 },
      });
      expect([back.status, back.json.status]).toEqual([200, "returned"]);
      const todo = await ask(stage, "officeOwn", "GET", "/api/v1/todo");
      const item = (todo.json.items as { period: string }[]).find((one) => one.period === period);
      expect(item).toMatchObject({
        status: "returned",
        submission: first.submission,
        returns: [{ note: "โปรดแก้ไข", comments }],
      });
      const second = await stage.sent(period, { centres: ["ศพด.ชื่อครบ"] });
      expect([second.submission, second.version]).toEqual([first.submission, 2]);
      const stale = await ask(stage, "provinceOwn", "POST", `${SUBMISSIONS}/${first.submission}/accept`, {
        body: { version: 1 },
      });
      expect([stale.status, stale.json.code]).toEqual([409, "version-changed"]);
      const diff = await ask(stage, "provinceOwn", "GET", `${SUBMISSIONS}/${first.submission}/diff?from=1&to=2`);
      expect([diff.json.added, diff.json.removed]).toMatchObject([
        [{ row: 6, values: { centre: "ศพด.ชื่อครบ" } }],
        [{ row: 6, values: { centre: "ศพด.ตัวอย่างพัฒนา" } }],
      ]);
      const state = await ask(stage, "provinceOwn", "GET", `/api/v1/provinces/99/completeness?${which(period)}`);
      expect(state.json.total).toMatchObject({ offices: HERE.length, sent: 1, returned: 0, missing: HERE.length - 1 });
    },
  },

  {
    name: "what was withdrawn leaves the master",
    async hold(stage) {
      const period = "2024-08";
      const { submission: id } = await stage.sent(period);
      const gone = await ask(stage, "officeOwn", "POST", `${SUBMISSIONS}/${id}/withdraw`);
      expect([gone.status, gone.json.status]).toEqual([200, "withdrawn"]);
      const csv = await (
        await stage.as("provinceOwn", "GET", `/api/v1/provinces/99/master.csv?${which(period)}`)
      ).text();
      expect(csv.trim().split("\r\n")).toHaveLength(1);
    },
  },

  {
    name: "checking stores nothing and says the same for a grid and for a file",
    async hold(stage) {
      const period = "2024-09";
      const grid = sheet(period, ["ศพด.หนึ่ง", ""]);
      const one = await ask(stage, "officeOwn", "POST", "/api/v1/check", { body: { form: FORM, grid, period } });
      const two = await ask(stage, "officeOwn", "POST", "/api/v1/check", { body: upload(csvOf(grid), "รายงาน.csv") });
      expect([one.status, two.status]).toEqual([200, 200]);
      expect(two.json).toMatchObject({
        form: FORM,
        period,
        submittable: one.json.submittable,
        counts: one.json.counts,
      });
      const list = await ask(stage, "officeOwn", "GET", `${SUBMISSIONS}?${which(period)}`);
      expect(list.json.submissions).toEqual([]);
    },
  },

  {
    name: "a revoked code opens nothing from that moment, nor does its token",
    async hold(stage) {
      const store = await stage.collector.at("99");
      const operator = { person: "operator", role: "operator", place: "TH" } as const;
      const { id, code } = await store.addPerson(operator, "office", NEIGHBOUR.code, "");
      const session = await ask(stage, null, "POST", "/api/v1/session", { body: { code } });
      const headers = { authorization: `Bearer ${session.json.token}` };
      expect((await ask(stage, null, "GET", SUBMISSIONS, { headers })).status).toBe(200);
      await store.revokePerson(operator, id);
      expect((await ask(stage, null, "GET", SUBMISSIONS, { headers })).status).toBe(401);
      expect((await ask(stage, null, "POST", "/api/v1/session", { body: { code } })).json.code).toBe("code-wrong");
    },
  },

  {
    name: "tokens that are forged, cut, or dressed up open nothing",
    async hold(stage) {
      const token = stage.tokens.officeOwn;
      const [body, mac] = token.split(".") as [string, string];
      const claims = JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/"))) as unknown[];
      const dressed = btoa(JSON.stringify([claims[0], "department", "TH", claims[3]])).replaceAll("=", "");
      const wrong = [
        body,
        `${body}.`,
        `.${mac}`,
        `${body}.${mac}x`,
        `${dressed}.${mac}`,
        `${token}.${mac}`,
        "x".repeat(5000),
      ];
      for (const bad of wrong) {
        const { status, json } = await ask(stage, null, "GET", SUBMISSIONS, {
          headers: { authorization: `Bearer ${bad}` },
        });
        expect([bad, status, json.code]).toEqual([bad, 401, "unauthenticated"]);
      }
    },
  },

  {
    name: "bodies that are no JSON, no UTF-8, of another type or another shape are refused by name",
    async hold(stage) {
      const json = { "content-type": "application/json", ...key() };
      const grid = { sheet: "x", rows: [] };
      const good = submission("2024-10");
      const table: [string, CallOptions, number, string][] = [
        ["cut off", { body: '{"form":', headers: json }, 400, "malformed-json"],
        ["not UTF-8", { body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: json }, 400, "malformed-json"],
        ["no body", { headers: key() }, 422, "invalid-request"],
        ["text/plain", { body: "{}", headers: { "content-type": "text/plain", ...key() } }, 415, "media-type"],
        ["an array", { body: [], headers: key() }, 422, "invalid-request"],
        ["พ.ศ. for a year", { body: { ...good, period: "2567-10" }, headers: key() }, 422, "invalid-request"],
        ["month 13", { body: { ...good, period: "2024-13" }, headers: key() }, 422, "invalid-request"],
        ["another version of the form", { body: { ...good, version: 99 }, headers: key() }, 422, "form-version"],
        ["a form nobody knows", { body: { ...good, form: "constructor" }, headers: key() }, 404, "form-unknown"],
        [
          "a cell that is a list",
          { body: { ...good, grid: { ...grid, rows: [[[]]] } }, headers: key() },
          422,
          "invalid-request",
        ],
        [
          "a cell beyond Excel",
          { body: { ...good, grid: { ...grid, rows: [["ก".repeat(32_768)]] } }, headers: key() },
          422,
          "invalid-request",
        ],
        [
          "deep nesting",
          { body: `${'{"grid":'.repeat(20_000)}1${"}".repeat(20_000)}`, headers: json },
          422,
          "invalid-request",
        ],
        ["an empty sheet", { body: { ...good, grid }, headers: key() }, 422, "not-submittable"],
      ];
      for (const [name, options, status, code] of table) {
        const answer = await ask(stage, "officeOwn", "POST", SUBMISSIONS, options);
        expect([name, answer.status, answer.json.code]).toEqual([name, status, code]);
      }
    },
  },

  {
    name: "names of prototypes are only names",
    async hold(stage) {
      const period = "2024-11";
      const evil = JSON.stringify(submission(period)).replace(
        /^\{/,
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
      );
      const sent = await ask(stage, "officeOwn", "POST", SUBMISSIONS, {
        body: evil,
        headers: { "content-type": "application/json", ...key() },
      });
      expect(sent.status).toBe(201);
      const plain = await ask(stage, "officeOwn", "POST", SUBMISSIONS, { body: submission(period), headers: key() });
      expect([plain.status, plain.json]).toEqual([200, sent.json]);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
      const form = upload(csvOf(sheet(period)), "x.csv", { __proto__: "1", constructor: "2" } as never);
      form.set("__proto__", "period");
      expect((await stage.as("officeOwn", "POST", "/api/v1/check", { body: form })).status).toBe(200);
    },
  },

  {
    name: "bodies over the limit are refused before they are read, said truly or not",
    async hold(stage) {
      const big = `{"form":"${"x".repeat(6 * 1024 * 1024)}"}`;
      const json = { "content-type": "application/json", ...key() };
      const one = await ask(stage, "officeOwn", "POST", SUBMISSIONS, { body: big, headers: json });
      expect([one.status, one.json.code]).toEqual([413, "too-large"]);
      const file = upload(new Uint8Array(10 * 1024 * 1024 + 70_000), "x.xlsx");
      const two = await ask(stage, "officeOwn", "POST", `${SUBMISSIONS}/file`, { body: file });
      expect([two.status, two.json.code]).toEqual([413, "too-large"]);
    },
  },

  {
    name: "forms that are no forms and files that are no workbooks are refused by name",
    async hold(stage) {
      const path = `${SUBMISSIONS}/file`;
      const multipart = (body: string, boundary = "x") => ({
        body,
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      });
      const bytes = (text: string) => new TextEncoder().encode(text);
      const table: [string, CallOptions, number, string][] = [
        ["JSON", { body: {} }, 415, "media-type"],
        ["no boundary in the body", multipart("nothing here"), 400, "malformed-form"],
        [
          "cut off",
          multipart('--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc'),
          400,
          "malformed-form",
        ],
        [
          "no boundary at all",
          { body: "x", headers: { "content-type": "multipart/form-data" } },
          400,
          "malformed-form",
        ],
        [
          "no file",
          multipart('--x\r\nContent-Disposition: form-data; name="period"\r\n\r\n2024-01\r\n--x--\r\n'),
          422,
          "file-missing",
        ],
        [
          "a file that is text",
          multipart('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n'),
          422,
          "file-missing",
        ],
        ["an empty file", { body: upload(bytes(""), "a.xlsx") }, 422, "unreadable-file"],
        [
          "a page called .xlsx",
          { body: upload(bytes("<html><table></table></html>"), "a.xlsx") },
          422,
          "unreadable-file",
        ],
        ["half a zip", { body: upload(bytes("PK\u0003\u0004 and no more"), "a.xlsx") }, 422, "unreadable-file"],
        ["a sheet that is no report", { body: upload(bytes("a,b\r\n1,2\r\n"), "a.csv") }, 422, "not-submittable"],
        [
          "a bad period",
          { body: upload(csvOf(sheet("2024-10")), "a.csv", { period: "2567-10" }) },
          422,
          "invalid-request",
        ],
        [
          "a sheet that is not there",
          { body: upload(csvOf(sheet("2024-10")), "a.csv", { sheet: "ไม่มี" }) },
          422,
          "sheet-missing",
        ],
      ];
      for (const [name, options, status, code] of table) {
        const answer = await ask(stage, "officeOwn", "POST", path, options);
        expect([name, answer.status, answer.json.code]).toEqual([name, status, code]);
      }
    },
  },

  {
    name: "every answer, refusals too, carries the security headers and is not cached",
    async hold(stage) {
      for (const path of ["/api/v1/forms", "/api/v1/submissions", "/api/v1/nothing", "/healthz", "/nothing"]) {
        const { headers } = await stage.fetch(path);
        expect([path, headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual([
          path,
          "nosniff",
          "no-referrer",
        ]);
        expect(headers.get("content-security-policy")).toContain("frame-ancestors");
        if (path.startsWith("/api/")) expect(headers.get("cache-control")).toBe("no-store");
        expect(headers.get("access-control-allow-origin")).toBeNull();
      }
      expect(await (await stage.fetch("/healthz")).text()).toBe("ok");
    },
  },

  {
    name: "no such address, and no such method, are problems too",
    async hold(stage) {
      const table = [
        ["GET", "/api/v1/nothing", 404, "no-such-address"],
        ["DELETE", "/api/v1/submissions", 405, "method"],
        ["GET", "/api/v1/session", 405, "method"],
        ["GET", "/api/v1/submissions/54", 404, "not-found"],
        ["GET", "/api/v1/submissions/77-AAAAAAAAAA", 404, null],
        ["GET", "/api/v1/provinces/77/completeness?form=childcare-clips&period=2024-01", 403, "forbidden"],
        ["GET", "/api/v1/forms/x", 404, null],
      ] as const;
      for (const [method, path, status, code] of table) {
        const answer = await stage.as("provinceOwn", method, path);
        const problem = (await answer.json()) as { code: string; title: string; titleEn: string; type: string };
        expect([path, answer.status]).toEqual([path, status]);
        if (code !== null) expect([path, problem.code]).toEqual([path, code]);
        expect([/[ก-๙]/.test(problem.title), /^[\x20-\x7e]+$/.test(problem.titleEn)]).toEqual([true, true]);
      }
    },
  },

  {
    name: "the description describes every route, and all that it refers to is there",
    async hold(stage) {
      const { json } = await ask(stage, null, "GET", "/api/v1/openapi.json");
      const text = JSON.stringify(json);
      const schemas = (json.components as { schemas: Record<string, unknown> }).schemas;
      for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
        expect(Object.keys(schemas)).toContain(name);
      expect(text).not.toMatch(/"\$ref":"#\/\$defs/);
      const operations = Object.values(json.paths as object).flatMap((path) => Object.keys(path as object));
      expect(operations).toHaveLength(RULE_NAMES.length);
    },
  },

  {
    name: "the blank of an office, filled by nobody, is recognised and not submittable",
    async hold(stage) {
      const blank = await stage.as(
        null,
        "GET",
        `/api/v1/forms/${FORM}/blank.xlsx?office=${OFFICE.code}&period=2024-12`,
      );
      expect(blank.status).toBe(200);
      const bytes = new Uint8Array(await blank.arrayBuffer());
      const { json } = await ask(stage, "department", "POST", "/api/v1/check", { body: upload(bytes, "แบบ.xlsx") });
      expect(json).toMatchObject({
        form: FORM,
        province: "99",
        office: OFFICE.code,
        period: "2024-12",
        submittable: false,
      });
      for (const path of [`office=5990199`, "province=77", ""]) {
        const answer = await stage.as(null, "GET", `/api/v1/forms/${FORM}/blank.xlsx?${path}`);
        expect([path, answer.ok]).toEqual([path, false]);
      }
    },
  },

  { name: "every route has its rule of roles and places", hold: async () => everyRouteHasARule() },
  ...RULE_NAMES.map((name, i) => ({
    name: `roles and places: ${name}`,
    hold: (stage: Stage) => holdRule(stage, name, yearOf(i)),
  })),
];

/** Years nobody else here works in, of this century: 2030 to 2099, then 2000 to 2019. */
const YEARS = 90;

/** Each rule has a year of its own; when there are more rules than years, one that only reads lends its own afterwards. */
function yearOf(i: number): number {
  const readers = RULE_NAMES.slice(0, YEARS).flatMap((name, at) => (name.startsWith("get ") ? [at] : []));
  return ((i < YEARS ? i : readers[i - YEARS]!) + 30) % 100;
}
