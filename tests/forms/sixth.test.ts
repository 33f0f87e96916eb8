import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { checkWorkbook } from "../../shared/check.ts";
import { applyEdits, propose } from "../../shared/designer/index.ts";
import { type FormBook, withProgram } from "../../shared/forms/book.ts";
import { packProvince, unpackProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Scalar, scalarOf } from "../../shared/sheet/grid.ts";
import { editWorkbook } from "../../shared/workbook/edit.ts";
import { writePlainXlsx } from "../../shared/workbook/plainXlsx.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { openData } from "../../worker/host/data.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { run } from "../cli/ruam.ts";
import { FLOOD, FLOOD_FILLED } from "../designer/official.ts";
import { HERE, upload } from "../http/stage.ts";
import { openHouse } from "./house.ts";

const folder = mkdtempSync(join(tmpdir(), "ruam-sixth-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OFFICE = HERE.find(({ name, type }) => type === "ทต." && name === "สมมติเหนือ")!;
const PERIOD = "2026-11";

/** What an officer types, by the kind of the column; the third row is for a person to settle. */
const MESSY: Record<string, Scalar>[] = [
  {
    ...{ seq: "๑", district: "อ.สมมติ", office: "เทศบาลตำบลสมมติเหนือ", text: "บ้านตัวอย่าง" },
    ...{ date: "๑ พ.ย. ๖๙", count: "๓ หลัง", category: "มาก " },
  },
  {
    ...{ seq: 2, district: "สมมติ", office: "ทต.สมมติเหนือ", text: "บ้านทดลอง" },
    ...{ date: "2/11/2569", count: 4, category: "น้อย" },
  },
  {
    ...{ seq: 3, district: "สมมติ", office: "ทต.สมมติเหนือ", text: "บ้านแบบฝึกหัด" },
    ...{ date: "๓ พ.ย. ๖๙", count: "ประมาณ 30", category: "มากก" },
  },
];

it("a form nobody prepared for goes from its official file to a checked, collected master", async () => {
  const house = await openHouse("2026-11-11T03:00:00Z");
  // The official form and one filled copy, as files.
  const official = await readWorkbook(await writePlainXlsx([FLOOD]), { fileName: "แบบ.xlsx" });
  const example = await readWorkbook(await writePlainXlsx([FLOOD_FILLED]), { fileName: "ตัวอย่าง.xlsx" });
  const proposal = propose(official.sheets, [example.sheets]);
  if (!proposal.found) throw new Error(proposal.problem.code);
  const id = proposal.form.id;
  const named = applyEdits(proposal.form, [
    { do: "identity", id: "flood-damage" },
    { do: "source", source: { reference: "หนังสือตัวอย่าง ที่ ๑", issuer: "จังหวัดตัวอย่าง" } },
  ]);
  expect([id !== "", named.problems]).toEqual([true, []]);

  // Draft and publication.
  const FORM = "/provinces/99/forms/flood-damage";
  const draft = await house.ask("provinceOwn", "PUT", `${FORM}/draft`, { definition: named.form });
  expect(draft).toMatchObject({ status: 200, json: { version: 1, revision: 1 } });
  const asked = { version: 1, revision: 1, start: "now" };
  expect((await house.ask("provinceOwn", "POST", `${FORM}/publish`, asked)).json.from).toBe(PERIOD);

  // The office fetches its blank and fills it.
  const path = `/api/v1/forms/flood-damage/blank.xlsx?office=${OFFICE.code}&period=${PERIOD}`;
  const blank = new Uint8Array(await (await house.stage.as(null, "GET", path)).arrayBuffer());
  const book = withProgram((await house.ask(null, "GET", "/provinces/99/form-book")).json as FormBook);
  const registry = unpackProvince((await house.ask(null, "GET", "/provinces/99/offices")).json.pack);
  const opened = await readWorkbook(blank);
  const empty = checkWorkbook(opened, { registry, book });
  expect(empty).toMatchObject({ form: "flood-damage", version: 1, period: PERIOD, office: OFFICE.code });
  const idOf = (kind: string) => named.form.fields.find((field) => field.kind === kind)!.id;
  const rows = opened.sheets.find(({ sheet }) => sheet === empty.sheet)!.rows;
  // Two rows of headings; the sheet's rows count from 1.
  const first = rows.findIndex((row) => row.includes("อำเภอ")) + 3;
  const typed = (messy: readonly Record<string, Scalar>[]) =>
    messy.flatMap((row, i) =>
      Object.entries(row).map(([kind, value]) => ({
        ...{ sheet: empty.sheet, value, cell: `${empty.columns[idOf(kind)]}${first + i}` },
      })),
    );
  const filled = await editWorkbook(blank, typed(MESSY));

  // The same verdict in the collector, here, and on the command line over a data folder with the same publication.
  const send = (bytes: Uint8Array) =>
    house.stage.as("officeOwn", "POST", "/api/v1/submissions/file", {
      body: upload(new Uint8Array(bytes), "กรอกแล้ว.xlsx", { office: OFFICE.code }),
      headers: { authorization: `Bearer ${token}`, "idempotency-key": crypto.randomUUID() },
    });
  const code = house.partition("99").addPerson(OPERATOR, "office", OFFICE.code, "ตัวอย่าง").code;
  const token = (await house.ask(null, "POST", "/session", { code })).json.token;
  const check = async (bytes: Uint8Array) => {
    const body = upload(new Uint8Array(bytes), "กรอกแล้ว.xlsx");
    return (await house.ask("officeOwn", "POST", "/check", body)).json;
  };
  const verdict = await check(filled);
  expect(verdict).toMatchObject({ form: "flood-damage", version: 1, office: OFFICE.code, submittable: false });
  expect(verdict.counts).toMatchObject({ rows: 3, suggest: 1, error: 0 });
  const dataDir = join(folder, "data");
  const data = openData(dataDir, () => house.clock.now);
  const store = data.partition("99", true);
  store.importRoster(OPERATOR, packProvince(buildRegistry(HERE), "99"), "sample");
  const province = { person: "p", role: "province", place: "99" } as const;
  store.saveFormDraft(province, named.form, null);
  store.publishForm(province, { form: "flood-damage", version: 1, revision: 1, start: "now" });
  data.close();
  const onCommandLine = async (bytes: Uint8Array) => {
    const file = join(folder, "กรอกแล้ว.xlsx");
    writeFileSync(file, bytes);
    return run("check", file, "--province", "99", "--data", dataDir, "--json");
  };
  const ran = await onCommandLine(filled);
  expect([ran.exit, JSON.parse(ran.out.join("\n"))]).toEqual([1, verdict]);

  // What waits for a person keeps the whole from being sent; settled, it is received and stands in the master.
  expect((await send(filled)).status).toBe(422);
  const settled = await editWorkbook(filled, typed([{}, {}, { count: 30, category: "มาก" }]));
  const settledVerdict = await check(settled);
  const again = await onCommandLine(settled);
  expect([again.exit, JSON.parse(again.out.join("\n"))]).toEqual([0, settledVerdict]);
  const received = await send(settled);
  expect([received.status, ((await received.json()) as { late: boolean }).late]).toEqual([201, false]);
  const master = await house.stage.as(
    "provinceOwn",
    "GET",
    `/api/v1/provinces/99/master.xlsx?form=flood-damage&period=${PERIOD}`,
  );
  const sheets = (await readWorkbook(new Uint8Array(await master.arrayBuffer()))).sheets;
  const top = sheets[0]!.rows.findIndex((row) => row.includes("บ้านตัวอย่าง"));
  const column = (kind: string) => named.form.fields.findIndex(({ id }) => id === idOf(kind));
  const collected = sheets[0]!.rows
    .slice(top, top + MESSY.length)
    .map((row) => ["office", "text", "count", "category"].map((kind) => scalarOf(row[column(kind)] ?? null)));
  expect(collected).toEqual([
    ["ทต.สมมติเหนือ", "บ้านตัวอย่าง", 3, "มาก"],
    ["ทต.สมมติเหนือ", "บ้านทดลอง", 4, "น้อย"],
    ["ทต.สมมติเหนือ", "บ้านแบบฝึกหัด", 30, "มาก"],
  ]);
}, 20_000);
