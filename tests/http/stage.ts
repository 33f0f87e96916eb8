import type { Office } from "../../shared/offices/office.ts";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import type { Collector } from "../../worker/people/partition.ts";
import { OPERATOR, type Role } from "../../worker/province/actor.ts";

/** A host under test: the collector over HTTP, and a door behind it to set the stage. */
export interface Host {
  /** Path from "/". */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  collector: Collector;
}

export const FORM = "childcare-clips";

/** Province 99 as the sample has it, and 98, its like. */
export const HERE = SAMPLE_OFFICES;
export const THERE: Office[] = SAMPLE_OFFICES.map((office) => ({
  ...office,
  code: `${office.code[0]}98${office.code.slice(3)}`,
  provinceCode: "98",
  province: "ตัวอย่างสอง",
}));

/** The office most is about; one of its district; one of another district of the province. */
export const OFFICE = HERE[1]!;
export const NEIGHBOUR = HERE[2]!;

export const CALLERS = {
  officeOwn: ["office", OFFICE.code],
  officeOther: ["office", NEIGHBOUR.code],
  districtOwn: ["district", "9901"],
  districtOther: ["district", "9902"],
  provinceOwn: ["province", "99"],
  provinceOther: ["province", "98"],
  department: ["department", "TH"],
  auditor: ["auditor", "TH"],
  auditorOwn: ["auditor", "99"],
  auditorOther: ["auditor", "98"],
} as const satisfies Record<string, readonly [Role, string]>;
export type Caller = keyof typeof CALLERS;

export interface Stage extends Host {
  codes: Record<Caller, string>;
  tokens: Record<Caller, string>;
  /** A call as somebody; a body that is no text or form goes as JSON. */
  as(caller: Caller | null, method: string, path: string, options?: CallOptions): Promise<Response>;
  /** Sends a report of the office for a period, as the office; answers the receipt. */
  sent(period: string, options?: { centres?: string[]; key?: string; by?: Caller }): Promise<Sent>;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Sent {
  receipt: string;
  submission: string;
  version: number;
}

let address = 0;

/** Two provinces with people in every role, signed in. */
export async function setStage(host: Host): Promise<Stage> {
  for (const offices of [HERE, THERE]) {
    const province = offices[0]!.provinceCode;
    const pack = packProvince(buildRegistry(offices), province);
    await (await host.collector.at(province)).importRoster(OPERATOR, pack, "sample");
  }
  const codes = {} as Stage["codes"];
  const tokens = {} as Stage["tokens"];
  const as: Stage["as"] = (caller, method, path, { body, headers = {} } = {}) => {
    const init: RequestInit & { headers: Record<string, string> } = { method, headers: {} };
    if (caller !== null) init.headers.authorization = `Bearer ${tokens[caller]}`;
    // On Cloudflare the caller's address; each call comes from another, so that limits by address stay out of the way.
    init.headers["cf-connecting-ip"] = `192.0.2.${address++ % 250}`;
    if (typeof body === "string" || body instanceof FormData || body instanceof Uint8Array)
      init.body = body as BodyInit;
    else if (body !== undefined) {
      init.headers["content-type"] = "application/json";
      init.body = JSON.stringify(body);
    }
    Object.assign(init.headers, headers);
    return host.fetch(path, init);
  };
  for (const caller of Object.keys(CALLERS) as Caller[]) {
    const [role, place] = CALLERS[caller];
    const partition = place === "TH" ? "TH" : role === "office" ? place.slice(1, 3) : place.slice(0, 2);
    const { code } = await (await host.collector.at(partition)).addPerson(OPERATOR, role, place, "นางสาวสมมติ ตัวอย่าง");
    codes[caller] = code;
    const session = (await (await as(null, "POST", "/api/v1/session", { body: { code } })).json()) as { token: string };
    tokens[caller] = session.token;
  }
  const sent: Stage["sent"] = async (period, { centres, key = crypto.randomUUID(), by = "officeOwn" } = {}) => {
    const body = submission(period, sheet(period, centres));
    const answer = await as(by, "POST", "/api/v1/submissions", { body, headers: { "idempotency-key": key } });
    // The same once more is answered with its receipt: a rule may work in a year of one before it.
    if (answer.status !== 201 && answer.status !== 200)
      throw new Error(`not sent: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Sent;
  };
  return { ...host, codes, tokens, as, sent };
}

const MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ");

/** A sheet as an office fills it: the official heading, one row a centre, signed. */
export function sheet(period: string, centres: string[] = ["ศพด.ตัวอย่างพัฒนา"], office: Office = OFFICE): Grid {
  const [year, month] = period.split("-").map(Number) as [number, number];
  const rows: Cell[][] = [
    ["แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น"],
    [`จังหวัด${office.province}`],
    [`ประจำเดือน${MONTHS[month - 1]} ${year + 543}`],
    ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
    [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ", null],
    ...centres.map((centre, i) => [
      i + 1,
      office.province,
      office.district,
      office.type + office.name,
      centre,
      "/",
      null,
      null,
    ]),
    [],
    [null, null, null, null, null, "ลงชื่อ ..................... ผู้รับรอง"],
    [null, null, null, null, null, "(นางสาวสมมติ ตัวอย่าง)"],
    [null, null, null, null, null, "ตำแหน่ง ผู้อำนวยการกองการศึกษา"],
  ];
  return { sheet: "รายงาน", rows, merges: ["F4:G4"] };
}

export function submission(period: string, grid: Grid = sheet(period), office = OFFICE.code) {
  return {
    form: FORM,
    version: 1,
    period,
    office,
    grid,
    certifier: { name: "นางสาวสมมติ ตัวอย่าง", position: "ผู้อำนวยการกองการศึกษา" },
    client: { name: "test", version: "1" },
  };
}

/** The sheet as a file somebody might hand in. */
export function csvOf(grid: Grid): Uint8Array<ArrayBuffer> {
  const quote = (cell: Cell | undefined) => (cell == null ? "" : `"${String(cell).replaceAll('"', '""')}"`);
  const width = Math.max(...grid.rows.map((row) => row.length));
  const lines = grid.rows.map((row) => Array.from({ length: width }, (_, i) => quote(row[i])).join(","));
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

export function upload(bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set("file", new Blob([bytes]), name);
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  return form;
}
