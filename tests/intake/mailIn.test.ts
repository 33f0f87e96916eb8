import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Data, openData } from "../../worker/host/data.ts";
import { handleMail, provinceOfAddress } from "../../worker/host/mail.ts";
import { INTAKE_LIMITS, ISOLATE_INTAKE_LIMITS } from "../../worker/intake/limits.ts";
import { type Actor, OPERATOR } from "../../worker/province/actor.ts";
import { receiveMail } from "../../worker/routes/mailIn.ts";
import { FORM, HERE, NEIGHBOUR, OFFICE } from "../http/stage.ts";
import { book } from "./books.ts";
import { makeMail } from "./heap.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-mail-"));
const PROVINCE: Actor = { person: "99-PTEST", role: "province", place: "99" };
let data: Data;
beforeAll(() => {
  data = openData(dir);
  data.partition("99", true).importRoster(OPERATOR, packProvince(buildRegistry(HERE), "99"), "sample");
});
afterAll(() => {
  data.close();
  rmSync(dir, { recursive: true, force: true });
});

const store = () => data.partition("99");
const waiting = (actor: Actor = PROVINCE) => store().waitingArrivals(actor, undefined, 500);
const receive = (files: { name: string; bytes: Uint8Array }[]) =>
  receiveMail(files, { collector: data.collector, province: "99", actor: OPERATOR, limits: INTAKE_LIMITS });
const sentFor = (period: string) =>
  store()
    .list(PROVINCE, { form: FORM, period, limit: 10 })
    .map((one) => [one.office, one.version]);

describe("what comes by mail waits for the province's eye", () => {
  it("each attachment by itself, the same content once, nothing is sent", async () => {
    const mail = makeMail([
      { name: "ดี.xlsx", bytes: book("2023-01", { identity: OFFICE.code }) },
      { name: "พัง.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) },
      { name: "ภาพ.pdf", bytes: new Uint8Array([37, 80, 68, 70]) },
    ]);
    const first = await receive([{ name: "m.eml", bytes: mail }]);
    expect(
      first.map(({ name, outcome, office, submittable, needs }) => [
        name,
        outcome,
        office,
        submittable,
        needs.map(({ code }) => code),
      ]),
    ).toEqual([
      ["ดี.xlsx", "kept", OFFICE.code, true, []],
      ["พัง.xlsx", "kept", null, false, ["unreadable"]],
      ["ภาพ.pdf", "kept", null, false, ["other-file"]],
    ]);
    const again = await receive([
      { name: "อีกครั้ง.eml", bytes: mail },
      { name: "m.eml", bytes: mail },
    ]);
    expect(again.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      ...["ดี.xlsx again", "พัง.xlsx again", "ภาพ.pdf kept"],
      ...["ดี.xlsx again", "พัง.xlsx again", "ภาพ.pdf again"],
    ]);
    expect(sentFor("2023-01")).toEqual([]);
    const list = waiting();
    expect(
      list
        .slice(0, 3)
        .map(({ name, within, mail: note, office, bytes }) => [
          name,
          within,
          (note as { subject: string }).subject,
          office,
          bytes > 0,
        ]),
    ).toEqual([
      ["ดี.xlsx", ["m.eml"], "ส่งรายงาน", OFFICE.code, true],
      ["พัง.xlsx", ["m.eml"], "ส่งรายงาน", null, true],
      ["ภาพ.pdf", ["m.eml"], "ส่งรายงาน", null, false],
    ]);
    expect(store().arrivalFile(PROVINCE, list[0]!.id).content).toEqual(book("2023-01", { identity: OFFICE.code }));
  });

  it("a file of several megabytes comes back byte by byte", async () => {
    const bytes = Uint8Array.from({ length: 3_200_001 }, (_, i) => (i * 31 + (i >> 9)) & 255);
    const [line] = await receive([{ name: "ใหญ่.xlsx", bytes }]);
    expect(Buffer.compare(store().arrivalFile(PROVINCE, line!.id!).content, bytes)).toBe(0);
  });

  it("dealt with, it leaves the list with its bytes, and the audit tells of both", () => {
    const [first] = waiting();
    store().closeArrival(PROVINCE, first!.id, "99-6601-ABCDEF");
    expect(waiting().map(({ id }) => id)).not.toContain(first!.id);
    expect(() => store().arrivalFile(PROVINCE, first!.id)).toThrow("not-found");
    expect(() => store().closeArrival(PROVINCE, first!.id, null)).toThrow("not-found");
    const lines = store()
      .auditLines(0, 1000)
      .filter(({ subject }) => subject === first!.id);
    expect(lines.map(({ action, person }) => [action, person])).toEqual([
      ["intake.keep", "operator"],
      ["intake.close", "99-PTEST"],
    ]);
    expect(store().verifyAudit().broken).toBeNull();
  });
});

describe("who sees what waits: the province its own, a district its own offices' and what it passed on, nobody else", () => {
  const actor = (role: Actor["role"], place: string): Actor => ({ person: "x", role, place });
  it.each<[Actor, (string | null)[]]>([
    [actor("province", "99"), [OFFICE.code, "5990201", null]],
    [actor("district", "9901"), [OFFICE.code]],
    [actor("district", "9902"), ["5990201"]],
    [actor("district", "9903"), [null]],
    [actor("office", OFFICE.code), []],
    [actor("province", "98"), []],
    [actor("department", "TH"), []],
    [actor("auditor", "TH"), []],
    [actor("auditor", "99"), []],
  ])("%j", async (who, offices) => {
    const other = openData(mkdtempSync(join(dir, "scope-")));
    const here = other.partition("99", true);
    here.importRoster(OPERATOR, packProvince(buildRegistry(HERE), "99"), "sample");
    const arrival = { province: "99", within: [], mail: "null", need: "null", content: new Uint8Array([1]) };
    const ids = [
      here.keepArrival(OPERATOR, { ...arrival, name: "a", hash: "a", office: OFFICE.code }).id,
      here.keepArrival(actor("province", "99"), { ...arrival, name: "b", hash: "b", office: "5990201" }).id,
      here.keepArrival(actor("district", "9903"), { ...arrival, name: "c", hash: "c", office: null }).id,
    ];
    const seen = here.waitingArrivals(who, undefined, 10);
    expect(seen.map(({ office }) => office)).toEqual(offices);
    for (const id of ids) {
      const mine = seen.some((one) => one.id === id);
      const may = (work: () => unknown) => {
        try {
          work();
          return true;
        } catch {
          return false;
        }
      };
      expect([may(() => here.arrivalFile(who, id)), may(() => here.closeArrival(who, id, null))]).toEqual([mine, mine]);
    }
    other.close();
  });

  it("offices, auditors and the department keep nothing, a district nothing of an office elsewhere", () => {
    const arrival = {
      province: "99",
      name: "x",
      within: [],
      mail: "null",
      need: "null",
      hash: "zz",
      office: OFFICE.code,
      content: null,
    };
    for (const who of [actor("office", OFFICE.code), actor("auditor", "99"), actor("department", "TH")])
      expect(() => store().keepArrival(who, arrival)).toThrow("forbidden");
    expect(() => store().keepArrival(actor("district", "9902"), arrival)).toThrow("office-unknown");
    for (const who of [actor("office", OFFICE.code), actor("district", "9901"), actor("auditor", "99")])
      expect(() => store().letMailGo(who, true)).toThrow("forbidden");
  });
});

describe("only what the province has let go goes by itself", () => {
  const own = { identity: OFFICE.code };
  it.each<[string, string, () => Uint8Array, "sent" | "kept", ((period: string) => void)?]>([
    ["a blank of ours of that office, in order", "2024-01", () => book("2024-01", own), "sent"],
    ["no identity", "2024-02", () => book("2024-02"), "kept"],
    ["an identity of another office", "2024-03", () => book("2024-03", { identity: NEIGHBOUR.code }), "kept"],
    ["an identity of no office", "2024-04", () => book("2024-04", { identity: "" }), "kept"],
    ["a point to mend", "2024-05", () => book("2024-05", { ...own, centres: [""] }), "kept"],
  ])("%s: %s", async (_, period, make, outcome) => {
    store().letMailGo(PROVINCE, false);
    expect((await receive([{ name: "ก่อน.xlsx", bytes: make() }]))[0]!.outcome).toBe("kept");
    store().letMailGo(PROVINCE, true);
    const [line] = await receive([{ name: "หลัง.xlsx", bytes: make() }]);
    expect(line!.outcome).toBe(outcome === "kept" ? "again" : outcome);
    expect(sentFor(period)).toEqual(outcome === "sent" ? [[OFFICE.code, 1]] : []);
  });

  it("it never takes another version's place, and comes once however often it is mailed", async () => {
    store().letMailGo(PROVINCE, true);
    const [again] = await receive([{ name: "ซ้ำ.xlsx", bytes: book("2024-01", own) }]);
    expect([again!.outcome, sentFor("2024-01")]).toEqual(["sent", [[OFFICE.code, 1]]]);
    const [newer] = await receive([{ name: "ใหม่.xlsx", bytes: book("2024-01", { ...own, centres: ["ศพด.สอง"] }) }]);
    expect([newer!.outcome, newer!.needs.map(({ code }) => code), sentFor("2024-01")]).toEqual([
      "kept",
      ["replaces"],
      [[OFFICE.code, 1]],
    ]);
    const line = store()
      .auditLines(0, 10_000)
      .find(({ action }) => action === "submit");
    expect(line).toMatchObject({ person: "mail", role: "province", place: "99", detail: { onBehalf: "yes" } });
  });
});

describe("a message of Cloudflare's mail routing", () => {
  const message = (to: string, bytes: Uint8Array, rawSize = bytes.length) => {
    const reasons: string[] = [];
    const raw = new Blob([new Uint8Array(bytes)]).stream();
    return { from: "a@b.c", to, raw, rawSize, setReject: (reason: string) => void reasons.push(reason), reasons };
  };
  it.each([
    ["54@ruam.example", "54"],
    ["ruam+54@x.go.th", "54"],
    ["reports-54@x.go.th", "54"],
    ["report254@x.go.th", null],
    ["report@54.go.th", null],
    ["", null],
  ])("“%s” is for province %s", (to, province) => expect(provinceOfAddress(to)).toBe(province));

  it("is kept for the province its address names", async () => {
    const mail = message("ruam+99@x.go.th", makeMail([{ name: "งาน.xlsx", bytes: book("2024-07") }]));
    await handleMail(mail, { collector: data.collector });
    expect([mail.reasons, waiting().at(-1)]).toMatchObject([[], { name: "งาน.xlsx", office: OFFICE.code }]);
  });

  it("what is no mail at all is kept as what it is", async () => {
    const mail = message("99@x.go.th", new Uint8Array([0, 1, 2]));
    await handleMail(mail, { collector: data.collector });
    expect([mail.reasons, waiting().at(-1)!.need]).toMatchObject([[], { code: "unreadable" }]);
  });

  it.each([
    ["an address without a province", "ruam@x.go.th", 10, /ไม่ได้บอกจังหวัด/],
    ["a province that is not here", "55@x.go.th", 10, /ไม่มีจังหวัดนี้/],
    ["more than may be", "99@x.go.th", ISOLATE_INTAKE_LIMITS.mailBytes + 1, /25 MB/],
  ])("%s is given back with its reason, and nothing is kept", async (_, to, size, reason) => {
    const before = waiting().length;
    const mail = message(to, makeMail([{ name: "a.xlsx", bytes: book("2024-08") }]), size);
    await handleMail(mail, { collector: data.collector });
    expect(mail.reasons).toEqual([expect.stringMatching(reason)]);
    expect(waiting().length).toBe(before);
  });
});
