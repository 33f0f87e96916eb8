import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { CellAnswer, RowAnswer } from "../../shared/answer.ts";
import { districtCodeOf, type Office, officeLabel, seatOf } from "../../shared/offices/office.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { type Actor, OPERATOR, type Role } from "../../worker/province/actor.ts";
import { launch, leave } from "../pages/browser.ts";
import { builtPages } from "../pages/built.ts";
import { report } from "../province/sample.ts";
import { FORTY } from "../story/deskSheets.ts";

/** Ten in the morning of 10 November 2026 in Thailand. */
export const NOW = Date.parse("2026-11-10T03:00:00Z");
export const WHICH = { form: "volunteer-activities", period: "2026-11" };
const PLENTY = { burst: 1e6, perSecond: 1e5 };

export interface LevelsStage {
  url: string;
  running: Running;
  browser: Browser;
  /** What was sent, by the office's place in the list. */
  sent: Map<number, string>;
  /** A report of the form without a table. */
  document: string;
  codeFor(role: Role, place: string): string;
  close(): Promise<void>;
}

/** A province of forty offices, two like it that have sent up, one whose store cannot be read; the pages as their source stands. */
export async function openLevelsStage(): Promise<LevelsStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-levels-"));
  const files = await builtPages("desk", "plots", "start");
  const running = await startNode({
    ...{ port: 0, dataDir: join(folder, "data"), now: () => NOW, onFault: () => {} },
    rates: { person: PLENTY, address: PLENTY, signIn: PLENTY },
    mount: (app) => app.route("/", pages(files)),
  });
  importOffices(running.data, [...FORTY, ...likeForty("54", "แพร่"), ...likeForty("57", "เชียงราย")], "sample");
  await writeFile(join(folder, "data", "55.db"), "this is no database ".repeat(500));
  const sent = seed(running, "99", 30);
  for (const [code, count] of [
    ["54", 40],
    ["57", 25],
  ] as const) {
    const there = seed(running, code, count);
    const actor: Actor = { person: `${code}-P`, role: "province", place: code };
    const store = running.data.partition(code);
    store.setDirect(actor, WHICH.form, { types: ["อบจ.", "ทน.", "ทม.", "ทต.", "อบต."], offices: [] });
    for (const id of there.values()) store.accept(actor, id);
    store.sendUp(actor, WHICH, "");
  }
  const browser = await launch();
  return {
    ...{ url: running.url, running, browser, sent, document: seedDocument(running) },
    codeFor: (role, place) =>
      running.data
        .partition(place === "TH" ? "TH" : role === "office" ? place.slice(1, 3) : place.slice(0, 2))
        .addPerson(OPERATOR, role, place, "ตัวอย่าง").code,
    async close() {
      await leave(browser);
      await running.close(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function likeForty(province: string, name: string): Office[] {
  return FORTY.map((office) => ({
    ...office,
    ...{ code: office.code[0] + province + office.code.slice(3), provinceCode: province, province: name },
  }));
}

const cell = (value: string | number): CellAnswer => ({
  ...{ cell: null, raw: value, verdict: "ok", value, codes: [], suggestions: [] },
});

function rowOf(row: number, values: Record<string, string | number>): RowAnswer {
  const cells = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, cell(value)]));
  return { row, verdict: "ok", codes: [], status: "done", cells };
}

/** The first so many offices send two activities each; every fifth late or warned of. */
function seed({ data }: Running, province: string, count: number): Map<number, string> {
  const store = data.partition(province);
  const sent = new Map<number, string>();
  for (const [i, of] of FORTY.slice(0, count).entries()) {
    const office = of.code[0] + province + of.code.slice(3);
    const actor: Actor = { person: `${province}-P${office}`, role: "office", place: office };
    const rows = [0, 1].map((n) =>
      rowOf(n + 6, {
        ...{ date: `2026-11-0${n + 2}`, category: "จิตอาสาพัฒนา", name: `ปลูกต้นไม้ครั้งที่ ${n + 1}`, office: officeLabel(of) },
        ...{
          place: "สวนสาธารณะตัวอย่าง",
          district: of.district,
          province: "ตัวอย่าง",
          volunteers: 10,
          participants: 20 + i,
        },
      }),
    );
    const warn = i % 5 === 4 ? 1 : 0;
    const counts = { rows: 2, ok: 2 - warn, fixed: 0, warn, suggest: 0, error: 0, skip: 0 };
    sent.set(i, store.submit(actor, report({ ...WHICH, office, key: `k${i}`, rows, counts })).receipt.submission);
  }
  return sent;
}

function seedDocument({ data }: Running): string {
  const actor: Actor = { person: "99-P", role: "province", place: "99" };
  const row = rowOf(1, {
    ...{ province: "ตัวอย่าง", district: "สมมติหนึ่ง", s1: 2, "s2.1": 8, "s2.2": 9, "s2.total": 43 },
    ...{ s3: "ทาสีรั้วศูนย์ฯ (1); ปลูกต้นไม้ (1)", s5: "ศูนย์ฯ สวยงามและเป็นระเบียบ" },
  });
  const which = { form: "community-leaders", period: "2026-11" };
  const given = report({ ...which, office: seatOf(districtCodeOf(FORTY[0]!.code)), key: "document", rows: [row] });
  return data.partition("99").submit(actor, given).receipt.submission;
}
