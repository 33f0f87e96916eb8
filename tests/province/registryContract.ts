import fc from "fast-check";
import { expect } from "vitest";
import type { Office } from "../../shared/offices/office.ts";
import { unpackProvince } from "../../shared/offices/pack.ts";
import type { Partition } from "../../worker/people/partition.ts";
import { rebuildCentres } from "../../worker/province/registry/centres.ts";
import type { Sql } from "../../worker/province/sql.ts";
import { type Promised, promise, refused } from "./contract.ts";
import { auditor, department, district, OFFICES, OPERATOR, office, PACK, province, report, row } from "./sample.ts";

const FORM = "childcare-clips";
const TABLES = ["offices", "office_states", "exemptions", "registry_acts", "centre_sightings", "meta", "audit"];
const dump = (sql: Sql, tables = TABLES) => tables.map((table) => sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`));

const owing = (store: Partition, period: string) =>
  store
    .matrix(province(), { form: FORM, period, months: 1, offset: 0, limit: 50 })
    .rows.filter((one) => one.cells[0]!.stand === "missing")
    .map((one) => one.office)
    .sort();
const ALL = OFFICES.map((one) => one.code).sort();
const but = (...codes: string[]) => ALL.filter((code) => !codes.includes(code));
const named = (store: Partition, period: string, code: string) =>
  store.completeness(province(), FORM, period).offices.find((one) => one.office === code)?.name;
const page = (store: Partition, find = "", actor = province()) =>
  store.officePage(actor, { find, gone: true, offset: 0, limit: 50 });
const rev = (store: Partition) => page(store).revision;

const DECEMBER = { from: "2023-12" };

export const REGISTRY_PROMISES: Promised[] = [
  promise("a new name holds from its month on; before it the old one stands, and stays known", ({ store, clock }) => {
    const before = store.roster(null)!;
    store.renameOffice(province(), rev(store), { office: "6540103", name: "ชื่อใหม่", ...DECEMBER });
    expect(["2023-11", "2023-12", "2024-01"].map((period) => named(store, period, "6540103"))).toEqual([
      ...["อบต.ตัวอย่างสาม", "อบต.ชื่อใหม่", "อบต.ชื่อใหม่"],
    ]);
    // what is checked against is today's list: it turns with the month, once, and tells the audit
    expect(store.roster(null)).toEqual(before);
    clock.now = Date.parse("2023-11-30T17:00:00Z");
    const after = store.roster(before.version)!;
    expect(unpackProvince(after.pack).byCode("6540103")?.name).toBe("ชื่อใหม่");
    expect(after.pack.former).toEqual([["อบต.ตัวอย่างสาม", "เมืองแพร่", "6540103", "6540103", "2023-12"]]);
    expect(store.roster(after.version)).toBeNull();
    expect(store.auditLines(0, 100).map((one) => one.action)).toEqual([
      ...["roster.import", "registry.rename", "roster.turn"],
    ]);
    expect(store.officeHistory(province(), "6540103").states.map((one) => [one.from, one.name])).toEqual([
      ["", "อบต.ตัวอย่างสาม"],
      ["2023-12", "อบต.ชื่อใหม่"],
    ]);
  }),

  promise("of two that are merged both owe until the month, then the one; the old reports stay readable", (given) => {
    const { store, clock } = given;
    const id = store.submit(office("6540103"), report({ office: "6540103" })).receipt.submission;
    store.mergeOffice(province(), rev(store), { office: "6540103", into: "5540102", ...DECEMBER });
    expect([owing(store, "2023-11"), owing(store, "2023-12")]).toEqual([but("6540103"), but("6540103")]);
    clock.now = Date.parse("2023-12-04T03:00:00Z");
    expect(owing(store, "2023-10")).toEqual(ALL);
    expect(store.detail(office("6540103"), id).answers).toHaveLength(2);
    // the month before is still its own to report, the month after is not
    store.submit(office("6540103"), report({ office: "6540103", period: "2023-10", key: "k2" }));
    const late = report({ office: "6540103", period: "2023-12", key: "k3" });
    expect(refused(() => store.submit(office("6540103"), late))).toBe("office-unknown");
    expect(store.todo(office("6540103"), "6540103").items.map((one) => one.period)).toEqual(["2023-11", "2023-10"]);
    expect(page(store, "ตัวอย่างสาม").offices).toMatchObject([
      { office: "6540103", listed: false, owes: [], successor: { office: "5540102", name: "ทต.ตัวอย่างสอง" } },
    ]);
    expect(store.officeHistory(province(), "5540102").before).toEqual([{ office: "6540103", name: "อบต.ตัวอย่างสาม" }]);
    expect(store.roster(null)!.pack.former).toEqual([["อบต.ตัวอย่างสาม", "เมืองแพร่", "6540103", "5540102", "2023-12"]]);
  }),

  promise("an upgrade may bring a new code; what it made is taken back while nothing stands under it", (given) => {
    const { store, sql } = given;
    const before = dump(sql, ["offices", "office_states"]);
    const asked = { office: "6540301", type: "ทต.", code: "5540303", name: null, from: "2023-11" } as const;
    store.upgradeOffice(province(), rev(store), asked);
    expect(owing(store, "2023-10")).toEqual(ALL);
    expect(owing(store, "2023-11")).toEqual([...but("6540301"), "5540303"].sort());
    expect(unpackProvince(store.roster(null)!.pack).byCode("5540303")).toMatchObject({ type: "ทต.", name: "ตัวอย่างหก" });
    expect(refused(() => store.upgradeOffice(province(), rev(store), { ...asked, office: "6540302" }))).toBe(
      "office-code-taken",
    );
    const { submission } = store.submit(office("5540303"), report({ office: "5540303" })).receipt;
    expect(refused(() => store.undoRegistry(province(), rev(store), "กดผิด"))).toBe("office-used");
    expect(store.versions(province(), submission)).toHaveLength(1);
    // another one, with nothing under it
    store.upgradeOffice(province(), rev(store), { ...asked, office: "6540302", code: "5540304" });
    store.undoRegistry(province(), rev(store), "กดผิด");
    expect(owing(store, "2023-11")).toEqual(but("6540301"));
    expect(dump(sql, ["offices", "office_states"])).not.toEqual(before);
    // with the code kept it is one office with a new type
    store.upgradeOffice(province(), rev(store), { ...asked, office: "6540302", code: null });
    expect([named(store, "2023-10", "6540302"), named(store, "2023-11", "6540302")]).toEqual([
      ...["อบต.ตัวอย่างเจ็ด", "ทต.ตัวอย่างเจ็ด"],
    ]);
  }),

  promise("an office let off a form owes it in none of the months, and may send all the same", ({ store }) => {
    const asked = { office: "5540101", form: FORM, from: "2023-10", to: "2023-11", reason: "ไม่มี ศพด. ในสังกัด" };
    store.exemptOffice(province(), rev(store), asked);
    expect(["2023-10", "2023-11", "2023-12"].map((one) => owing(store, one).includes("5540101"))).toEqual([
      ...[false, false, true],
    ]);
    expect(store.todo(office(), "5540101").items).toEqual([]);
    expect(store.progress(province(), FORM, "2023-11").offices).toBe(6);
    const told = store.remind(province(), { form: FORM, period: "2023-11", district: null, channel: "line" });
    expect(told.offices.map((one) => one.office)).not.toContain("5540101");
    const matrix = store.matrix(province(), { form: FORM, period: "2023-12", months: 3, offset: 0, limit: 1 });
    expect(matrix.rows.map((one) => [one.office, one.cells.map((cell) => cell.stand)])).toEqual([
      ["5540101", [null, null, "missing"]],
    ]);
    store.submit(office(), report());
    expect(store.completeness(province(), FORM, "2023-11").total).toMatchObject({ offices: 7, sent: 1 });
    const [exemption] = store.officeHistory(province(), "5540101").exemptions;
    store.endExemption(province(), rev(store), exemption!.id, "จัดตั้งแล้ว");
    expect(store.officeHistory(province(), "5540101").exemptions).toEqual([]);
    store.undoRegistry(province(), rev(store), "กดผิด");
    expect(store.officeHistory(province(), "5540101").exemptions).toEqual([exemption]);
  }),

  promise("a list tells what it would change before it changes anything, then changes just that", ({ store, sql }) => {
    const list: Office[] = OFFICES.filter((one) => one.code !== "6540302").map((one) =>
      one.code === "5540101"
        ? { ...one, name: "ชื่อใหม่" }
        : one.code === "4540201"
          ? { ...one, district: "เด่นชัย" }
          : one.code === "5540102"
            ? { ...one, type: "ทม." }
            : one,
    );
    list.push({ ...OFFICES[6]!, code: "5540399", type: "ทต." }, { ...OFFICES[6]!, code: "6540398", name: "เพิ่มมา" });
    const before = dump(sql);
    const plan = store.planList(province(), list, "2023-11");
    expect(dump(sql)).toEqual(before);
    const names = (list: { office: string; toName: string | null; toDistrict: string | null }[]) =>
      list.map(({ office, toName, toDistrict }) => [office, toName ?? toDistrict]);
    expect({ ...plan, ...{ revision: 0 } }).toMatchObject({ offices: 8, from: "2023-11" });
    expect([plan.added, plan.gone, plan.renamed, plan.moved, plan.retyped].map(names)).toEqual([
      [
        ["5540399", null],
        ["6540398", null],
      ],
      [["6540302", null]],
      [["5540101", "ทต.ชื่อใหม่"]],
      [["4540201", "เด่นชัย"]],
      [["5540102", "ทม.ตัวอย่างสอง"]],
    ]);
    expect(plan.replaced).toEqual([
      { office: "6540302", into: "5540399", name: "อบต.ตัวอย่างเจ็ด", toName: "ทต.ตัวอย่างเจ็ด" },
    ]);
    const asked = { offices: list, from: "2023-11", source: "รายชื่อ.xlsx", replaced: plan.replaced };
    store.importList(province(), plan.revision, asked);
    const again = store.planList(province(), list, "2023-11");
    expect([again.added, again.gone, again.renamed, again.moved, again.retyped].flat()).toEqual([]);
    expect(owing(store, "2023-11")).toEqual(list.map((one) => one.code).sort());
    expect(owing(store, "2023-10")).toEqual(ALL);
    expect(store.officeHistory(province(), "5540399").before).toEqual([{ office: "6540302", name: "อบต.ตัวอย่างเจ็ด" }]);
    expect(refused(() => store.importList(province(), plan.revision, asked))).toBe("roster-changed");
    // a pair nobody was offered is not taken
    store.undoRegistry(province(), rev(store), "ผิดไฟล์");
    expect(owing(store, "2023-11")).toEqual(ALL);
    const forged = [{ office: "6540302", into: "6540398" }];
    store.importList(province(), rev(store), { ...asked, replaced: forged });
    expect(store.officeHistory(province(), "6540398").before).toEqual([]);
  }),

  promise(
    "a list with rows that could not be read takes nobody off: unseen it is refused, else those stay and the rest is done",
    ({ store, sql }) => {
      const list = [...OFFICES.slice(0, 5), { ...OFFICES[6]!, code: "6540398", name: "เพิ่มมา" }];
      const plan = store.planList(province(), list, "2023-11", 2);
      expect([plan.added, plan.gone, plan.replaced, plan.kept].map((all) => all.map(({ office }) => office))).toEqual([
        ["6540398"],
        [],
        [],
        [OFFICES[5]!.code, OFFICES[6]!.code],
      ]);
      const asked = { offices: list, from: "2023-11", source: "x", replaced: [], unread: 2 };
      const before = dump(sql);
      expect(refused(() => store.importList(province(), plan.revision, asked))).toBe("list-unread");
      expect(dump(sql)).toEqual(before);
      store.importList(province(), plan.revision, { ...asked, keep: true });
      expect(owing(store, "2023-11")).toEqual([...ALL, "6540398"].sort());
      // every row read: who is absent goes
      store.importList(province(), rev(store), { ...asked, unread: 0 });
      expect(owing(store, "2023-11")).toEqual(list.map(({ code }) => code).sort());
    },
  ),

  promise(
    "nobody but the province changes the registry, and never unseen; what is refused leaves no trace",
    (given) => {
      const { store, sql } = given;
      const id = 1;
      const acts = (actor: ReturnType<typeof province>, revision: number) => [
        () => store.renameOffice(actor, revision, { office: "6540103", name: "x", ...DECEMBER }),
        () => store.mergeOffice(actor, revision, { office: "6540103", into: "5540102", ...DECEMBER }),
        () =>
          store.upgradeOffice(actor, revision, { office: "6540103", type: "ทต.", code: null, name: null, ...DECEMBER }),
        () =>
          store.exemptOffice(actor, revision, {
            office: "6540103",
            form: FORM,
            from: "2023-11",
            to: null,
            reason: "x",
          }),
        () => store.endExemption(actor, revision, id, "x"),
        () => store.importList(actor, revision, { offices: [], from: "2023-11", source: "x", replaced: [] }),
        () => store.undoRegistry(actor, revision, "x"),
      ];
      store.exemptOffice(province(), rev(store), {
        office: "5540101",
        form: FORM,
        from: "2023-11",
        to: null,
        reason: "x",
      });
      const before = dump(sql);
      const current = rev(store);
      for (const actor of [office(), district(), province("52"), department, auditor("54"), auditor()])
        for (const act of acts(actor, current)) expect(refused(act)).toBe("forbidden");
      for (const act of acts(province(), current - 1)) expect(refused(act)).toBe("roster-changed");
      const wrong = (office: string, into: string, from = "2023-12") =>
        refused(() => store.mergeOffice(province(), current, { office, into, from }));
      expect([wrong("6540103", "6540103"), wrong("6540103", "6549999"), wrong("9999999", "5540102")]).toEqual([
        ...["office-same", "office-not-listed", "not-found"],
      ]);
      expect(refused(() => store.planList(district(), OFFICES, "2023-11"))).toBe("forbidden");
      const foreign = OFFICES.map((one) => ({ ...one, provinceCode: "52" }));
      expect(refused(() => store.planList(province(), foreign, "2023-11"))).toBe("roster-foreign");
      expect(dump(sql)).toEqual(before);
    },
  ),

  promise("the first list is not taken back: everything stands on it", ({ store, sql }) => {
    const before = dump(sql);
    expect(refused(() => store.undoRegistry(province(), rev(store), "กดผิด"))).toBe("nothing-to-undo");
    expect(dump(sql)).toEqual(before);
  }),

  promise("each reads the offices in reach; an office its own line", ({ store }) => {
    const seen = (actor: ReturnType<typeof province>) => page(store, "", actor).offices.map((one) => one.office);
    expect([seen(office()), seen(district("5403")), seen(province("52")), seen(department).length]).toEqual([
      ...[["5540101"], ["6540301", "6540302"], [], 7],
    ]);
    expect(page(store, "อบต. ตัวอย่างห้า").offices.map((one) => one.office)).toEqual(["6540202"]);
    const second = store.officePage(province(), { offset: 3, limit: 2 });
    expect([second.total, second.offices.map((one) => one.office)]).toEqual([7, ["4540201", "6540202"]]);
    expect(refused(() => store.officeHistory(district("5403"), "5540101"))).toBe("not-found");
  }),

  promise("any run of changes, taken back one by one, leaves the list as it was", ({ store, sql }) => {
    const period = fc.constantFrom("2023-10", "2023-11", "2024-01");
    const code = fc.constantFrom(...OFFICES.map((one) => one.code));
    const change = fc.oneof(
      fc.record({ act: fc.constant("rename" as const), office: code, name: fc.constantFrom("ก", "ข"), from: period }),
      fc.record({ act: fc.constant("merge" as const), office: code, into: code, from: period }),
      fc.record({
        act: fc.constant("upgrade" as const),
        office: code,
        code: fc.constantFrom(null, "5540399"),
        from: period,
      }),
      fc.record({ act: fc.constant("exempt" as const), office: code, from: period }),
      fc.record({ act: fc.constant("import" as const), left: code, from: period }),
    );
    const state = () => JSON.stringify(dump(sql, ["offices", "office_states", "exemptions"]));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const seen = [state()];
        const versions = [store.roster(null)!.version];
        for (const one of changes) {
          const at = rev(store);
          const went = refused(() => {
            if (one.act === "rename") store.renameOffice(province(), at, one);
            if (one.act === "merge") store.mergeOffice(province(), at, one);
            if (one.act === "upgrade") store.upgradeOffice(province(), at, { ...one, type: "ทต.", name: null });
            if (one.act === "exempt") store.exemptOffice(province(), at, { ...one, form: FORM, to: null, reason: "x" });
            if (one.act === "import") {
              const offices = OFFICES.filter((office) => office.code !== one.left);
              store.importList(province(), at, { offices, from: one.from, source: "x", replaced: [] });
            }
          });
          // whatever happens, the list that is checked against holds exactly who stands in it this month
          const listed = sql.all<{ code: string }>("SELECT code FROM offices WHERE active = 1 ORDER BY code");
          const packed = unpackProvince(store.roster(null)!.pack).offices.map((office) => office.code);
          expect(packed.sort()).toEqual(listed.map((office) => office.code));
          if (went === "done" && rev(store) !== at) {
            seen.push(state());
            versions.push(store.roster(null)!.version);
          }
        }
        while (seen.length > 1) {
          expect(state()).toBe(seen.pop());
          expect(store.roster(null)!.version).toBe(versions.pop());
          store.undoRegistry(province(), rev(store), "x");
        }
        expect(state()).toBe(seen[0]);
      }),
      { numRuns: 40 },
    );
  }),

  promise("a list read again by whoever sits at the machine keeps what was before", ({ store }) => {
    const districts = { ...PACK.districts, เด่นชัย: [PACK.districts.เด่นชัย![0]!.replace("ตัวอย่างหก", "หกใหม่")] };
    store.importRoster(OPERATOR, { ...PACK, districts }, "new.csv");
    expect([named(store, "2023-10", "6540301"), named(store, "2023-11", "6540301")]).toEqual([
      ...["อบต.ตัวอย่างหก", "อบต.หกใหม่"],
    ]);
    expect([owing(store, "2023-10"), owing(store, "2023-11")]).toEqual([ALL, but("6540302")]);
  }),

  promise("centres are those of accepted reports: they come with accepting and go with what takes it back", (given) => {
    const { store } = given;
    const known = (actor = province()) =>
      store.centres(actor, { offset: 0, limit: 50 }).centres.map((one) => [one.name, one.first, one.last, one.times]);
    const send = (period: string, ...names: string[]) => {
      const rows = names.map((name, i) => row(6 + i, name));
      return store.submit(office(), report({ period, rows, key: `${period} ${names}` })).receipt.submission;
    };
    const october = send("2023-10", "ศพด.บ้านหนอง", "ศพด.วัดกลาง", "");
    expect(known()).toEqual([]);
    store.accept(province(), october);
    store.accept(province(), send("2023-11", "ศพด.บ้าน หนอง"));
    expect(known()).toEqual([
      ["ศพด.บ้าน หนอง", "2023-10", "2023-11", 2],
      ["ศพด.วัดกลาง", "2023-10", "2023-10", 1],
    ]);
    expect([known(district("5402")), known(office("5540102")), known(office()).length]).toEqual([[], [], 2]);
    store.returnToSender(province(), october, { note: "x", comments: [] });
    expect(known()).toHaveLength(1);
    store.undo(province(), october, "กดผิด");
    expect(known()).toHaveLength(2);
    send("2023-10", "ศพด.อื่น");
    expect(known()).toEqual([["ศพด.บ้าน หนอง", "2023-11", "2023-11", 1]]);
  }),

  promise("centres noted step by step are those noted anew, after any history", ({ store, sql }) => {
    const name = fc.constantFrom("ศพด.ก", "ศพด. ก", "ศพด.ข", "ศพด.ค", "");
    const step = fc.record({
      office: fc.constantFrom("5540101", "5540102"),
      period: fc.constantFrom("2023-10", "2023-11"),
      names: fc.array(name, { maxLength: 3 }),
      act: fc.constantFrom("send", "accept", "accept", "return", "withdraw", "undo"),
    });
    const ids = new Map<string, string>();
    const sightings = () => JSON.stringify(sql.all("SELECT * FROM centre_sightings ORDER BY submission, key"));
    let keys = 0;
    let grown = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        for (const { office: code, period, names, act } of steps) {
          const id = ids.get(code + period);
          refused(() => {
            if (act === "send" || id === undefined) {
              const rows = names.map((one, i) => row(6 + i, one));
              const sent = report({ office: code, period, rows, key: `p${keys++}` });
              ids.set(code + period, store.submit(office(code), sent).receipt.submission);
            } else if (act === "accept") store.accept(province(), id);
            else if (act === "return") store.returnToSender(province(), id, { note: "x", comments: [] });
            else if (act === "withdraw") store.withdraw(office(code), id);
            else store.undo(province(), id, "x");
          });
          const stepwise = sightings();
          grown = Math.max(grown, stepwise.length);
          rebuildCentres((query, ...binds) => sql.all(query, ...binds));
          expect(sightings()).toBe(stepwise);
        }
      }),
      { numRuns: 60 },
    );
    expect(grown).toBeGreaterThan(2);
  }),
];
