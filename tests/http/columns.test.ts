import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkGrid } from "../../shared/check.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { withMessages } from "../../shared/words/report.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { described } from "./described.ts";
import {
  type Caller,
  type CallOptions,
  csvOf,
  FORM,
  HERE,
  OFFICE,
  type Stage,
  setStage,
  sheet,
  submission,
  upload,
} from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-columns-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
const NOW = Date.parse("2023-12-03T03:00:00Z");
const PERIOD = "2023-11";
let running: Running;
let stage: Stage;

beforeAll(async () => {
  running = await startNode({
    ...{ port: 0, dataDir: dir, now: () => NOW },
    rates: { signIn: FREE, address: FREE, person: FREE },
  });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(caller: Caller, method: string, path: string, options: CallOptions = {}) {
  const url = `/api/v1${path}`;
  const answer = await stage.as(caller, method, url, options);
  return { status: answer.status, json: await described(answer, method, url) };
}

/** The office's sheet with its remarks under a heading nobody foresaw. */
function drifted(): Grid {
  const grid = sheet(PERIOD);
  const rows = grid.rows.map((cells) => cells.slice());
  rows[3]![7] = "ช่องเสริม";
  rows[5]![7] = "ถ่ายทำที่วัด";
  return { ...grid, rows };
}

const SAID = { ช่องเสริม: "remark" };
const file = (fields: Record<string, string> = {}) => ({ body: upload(csvOf(drifted()), "report.csv", fields) });

describe("a column that had to be named", () => {
  it("is asked about, named with the request, and judged alike by the page's checker and the collector", async () => {
    const asked = await ask("officeOwn", "POST", "/check", file({ period: PERIOD }));
    expect([asked.json.submittable, asked.json.questions]).toEqual([
      false,
      [{ column: "H", cell: "H4", label: "ช่องเสริม", key: "ช่องเสริม", candidates: ["remark"] }],
    ]);
    const options = { registry: buildRegistry(HERE), form: FORM, province: "99", period: PERIOD, today: "2023-12-03" };
    const here = withMessages(checkGrid(drifted(), { ...options, columns: SAID }), "th");
    const body = { form: FORM, grid: drifted(), province: "99", period: PERIOD, columns: SAID };
    const there = await ask("officeOwn", "POST", "/check", { body });
    expect(there.json).toEqual(JSON.parse(JSON.stringify(here)));
    expect([there.json.submittable, there.json.answered]).toEqual([true, SAID]);
    const text = await ask("officeOwn", "POST", "/check", file({ period: PERIOD, columns: JSON.stringify(SAID) }));
    expect((text.json.columns as Record<string, string>).remark).toBe("H");
    for (const columns of ["{", "[1]", '{"ก":7}'])
      expect((await ask("officeOwn", "POST", "/check", file({ columns }))).json.code).toBe("invalid-request");
  });

  it("sent without its name it is refused; with it, it is another report than the same sheet read otherwise", async () => {
    const headers = () => ({ "idempotency-key": crypto.randomUUID() });
    const plain = { ...submission(PERIOD, drifted()) };
    const refused = await ask("officeOwn", "POST", "/submissions", { body: plain, headers: headers() });
    expect([refused.status, refused.json.code]).toEqual([422, "not-submittable"]);
    const sent = await ask("officeOwn", "POST", "/submissions", {
      body: { ...plain, columns: SAID },
      headers: headers(),
    });
    expect(sent.status).toBe(201);
    const none = { ...plain, columns: { ช่องเสริม: null } };
    const other = await ask("officeOwn", "POST", "/submissions", { body: none, headers: headers() });
    expect([other.status, other.json.version]).toEqual([201, 2]);
    const again = await ask("officeOwn", "POST", "/submissions", { body: none, headers: headers() });
    expect([again.status, again.json.receipt]).toEqual([200, other.json.receipt]);
  });

  it("is remembered for the office and the form, used for its next file, told in the audit once, and forgotten when asked", async () => {
    const body = { form: FORM, answers: { ...SAID, อื่น: "moon" } };
    const kept = await ask("officeOwn", "POST", "/columns", { body });
    expect(kept.json).toEqual({ form: FORM, office: OFFICE.code, answers: SAID });
    await ask("officeOwn", "POST", "/columns", { body });
    const mailed = await ask("provinceOwn", "POST", "/intake/check", {
      body: upload(csvOf(drifted()), "report.csv", { office: OFFICE.code, period: PERIOD }),
    });
    expect([mailed.json.questions, mailed.json.submittable]).toEqual([[], true]);
    const checked = await ask("officeOwn", "POST", "/check", file({ period: PERIOD }));
    expect([checked.json.submittable, checked.json.answered]).toEqual([true, SAID]);
    // What is said with the request stands alone.
    const alone = await ask("officeOwn", "POST", "/check", file({ period: PERIOD, columns: "{}" }));
    expect(alone.json.submittable).toBe(false);
    expect((await ask("officeOther", "GET", `/columns?form=${FORM}`)).json.answers).toEqual({});
    const forgotten = await ask("districtOwn", "DELETE", `/columns?form=${FORM}&office=${OFFICE.code}`);
    expect(forgotten.json.answers).toEqual({});
    const unread = await ask("provinceOwn", "POST", "/intake/check", {
      body: upload(csvOf(drifted()), "report.csv", { office: OFFICE.code, period: PERIOD }),
    });
    expect((unread.json.needs as unknown[]).slice(0, 1)).toEqual([{ code: "columns", params: { count: 1 } }]);
    expect(unread.json.questions).toEqual([
      {
        ...{ column: "H", label: "ช่องเสริม", key: "ช่องเสริม" },
        candidates: [{ field: "remark", label: "หมายเหตุ" }],
      },
    ]);
    const lines = await (await stage.collector.at("99")).auditLines(0, 10_000);
    expect(
      lines
        .filter(({ action }) => action.startsWith("columns."))
        .map(({ action, role, subject, detail }) => [action, role, subject, detail]),
    ).toEqual([
      ["columns.answer", "office", OFFICE.code, { form: FORM, columns: 1 }],
      ["columns.forget", "district", OFFICE.code, { form: FORM, columns: 1 }],
    ]);
  });
});
