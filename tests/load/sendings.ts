import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { openData } from "../../worker/host/data.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import type { Receipt } from "../../worker/province/submit.ts";
import { HERE, sheet, submission } from "../http/stage.ts";

/** One report on its way: sent until a receipt is seen. */
export interface Sending {
  key: string;
  office: string;
  period: string;
  body: string;
  receipt: Receipt | null;
}

/** Makes province 99 in a data folder and answers a code that may send for all of it. */
export function prepare(dataDir: string): string {
  const data = openData(dataDir);
  const partition = data.partition("99", true);
  partition.importRoster(OPERATOR, packProvince(buildRegistry(HERE), "99"), "sample");
  const { code } = partition.addPerson(OPERATOR, "province", "99", "นางสาวสมมติ ตัวอย่าง");
  data.close();
  return code;
}

/** The n-th report: office and month go round, the content is never the same twice. */
export function sendingOf(n: number): Sending {
  const office = HERE[n % HERE.length]!;
  const month = Math.floor(n / HERE.length) % 1080;
  const period = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const centres = Array.from({ length: 10 }, (_, i) => `ศพด.ตัวอย่างที่ ${n} แห่งที่ ${i}`);
  const body = JSON.stringify(submission(period, sheet(period, centres, office), office.code));
  return { key: `sending-${n}`, office: office.code, period, body, receipt: null };
}

export async function signIn(port: number, code: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

export async function send(port: number, token: string, sending: Sending): Promise<Receipt> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/submissions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": sending.key },
    body: sending.body,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${text}`);
  return JSON.parse(text) as Receipt;
}
