import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addMonths, bangkokDate } from "../shared/calendar/plainDate.ts";
import type { Office } from "../shared/offices/office.ts";
import { builtPages } from "../tests/pages/built.ts";
import { report } from "../tests/province/sample.ts";
import { importOffices } from "../worker/cli/store.ts";
import { type Running, startNode } from "../worker/host/node.ts";
import { nodeSql } from "../worker/host/nodeSql.ts";
import { pages } from "../worker/pages/index.ts";
import { type Actor, OPERATOR } from "../worker/province/actor.ts";
import { rowsOf } from "./rollupStage.ts";

// One province as large as the country, with a year of reports: nine offices in ten sent, each month.

export const PROVINCE = "54";
/** The page offers the months around today, and the browser's own clock measures: so the stage plays today. */
const NOW = Date.now();
export const WHICH = { form: "childcare-clips", period: bangkokDate(NOW).slice(0, 7) };
const MONTHS = 12;
const ROWS = 3;

export function offices(count: number): Office[] {
  return Array.from({ length: count }, (_, i) => {
    const district = String(1 + Math.floor(i / 90)).padStart(2, "0");
    return {
      ...{ code: `6${PROVINCE}${district}${String((i % 90) + 1).padStart(2, "0")}`, type: "อบต." as const },
      ...{ name: `ตัวอย่างที่ ${i + 1}`, district: `สมมติ ${district}`, provinceCode: PROVINCE, province: "แพร่" },
    };
  });
}

export interface DeskStage {
  running: Running;
  /** Signs in for the whole province. */
  code: string;
  close(): Promise<void>;
}

export async function openDesk(count: number): Promise<DeskStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-bench-"));
  const files = await builtPages("desk", "start", "registry");
  const clock = { now: NOW };
  const free = { burst: 1e9, perSecond: 1e9 };
  const running = await startNode({
    ...{ port: 0, dataDir: join(folder, "data"), now: () => clock.now },
    rates: { person: free, address: free, signIn: free },
    mount: (app) => app.route("/", pages(files)),
  });
  const list = offices(count);
  importOffices(running.data, list, "sample");
  const store = running.data.partition(PROVINCE);
  for (const [i, place] of list.entries()) {
    if (i % 10 === 3) continue;
    clock.now = NOW - (i % 9) * 86_400_000;
    const actor: Actor = { person: `${PROVINCE}-P${place.code}`, role: "office", place: place.code };
    const warn = i % 7 === 0 ? 1 : 0;
    const counts = { rows: ROWS, ok: ROWS - warn, fixed: 0, warn, suggest: 0, error: 0, skip: 0 };
    store.submit(actor, report({ ...WHICH, office: place.code, key: "now", rows: rowsOf(place, ROWS), counts }));
  }
  clock.now = NOW;
  earlierMonths(join(folder, "data", `${PROVINCE}.db`));
  return {
    running,
    code: store.addPerson(OPERATOR, "province", PROVINCE, "ตัวอย่าง").code,
    async close() {
      await running.close(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same reports for the eleven months before, accepted: put into the tables at once, since sending 78,000 takes a quarter of an hour. */
function earlierMonths(file: string): void {
  const sql = nodeSql(file);
  sql.tx(() => {
    for (let back = 1; back < MONTHS; back++) {
      const mark = String.fromCharCode(64 + back);
      const other = (column: string) => `substr(${column}, 1, 4) || '${mark}' || substr(${column}, 5)`;
      sql.all(
        `INSERT INTO submissions (id, form, period, office, current)
         SELECT ${other("id")}, form, ?, office, current FROM submissions WHERE period = ?`,
        ...[addMonths(WHICH.period, -back), WHICH.period],
      );
      const columns = sql
        .all<{ name: string }>("SELECT name FROM pragma_table_info('versions')")
        .map(({ name }) => name)
        .filter((name) => !["submission", "receipt", "status"].includes(name));
      sql.all(
        `INSERT INTO versions (submission, receipt, status, ${columns})
         SELECT ${other("v.submission")}, v.receipt || '${mark}', 'accepted', ${columns.map((name) => `v.${name}`)}
         FROM versions v JOIN submissions s ON s.id = v.submission WHERE s.period = ?`,
        WHICH.period,
      );
      sql.all(
        `INSERT INTO rows (submission, version, row, verdict, status, answer)
         SELECT ${other("r.submission")}, r.version, r.row, r.verdict, r.status, r.answer
         FROM rows r JOIN submissions s ON s.id = r.submission WHERE s.period = ?`,
        WHICH.period,
      );
    }
  });
  sql.close();
}
