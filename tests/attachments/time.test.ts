import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PIECE_BYTES } from "../../shared/files/limits.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { purgeProvince } from "../../worker/host/purge.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { monthsBefore } from "../../worker/province/attachments/retention.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { run } from "../cli/ruam.ts";
import { OFFICE } from "../http/stage.ts";
import { clip } from "../media/samples.ts";
import { codeOf, handsOf } from "./hands.ts";
import { type Here, openHere } from "./stage.ts";

const DAY = 86_400_000;
let here: Here;
/** The power goes at this call of the blobs, once. */
let broken: "put" | "drop" | null = null;

beforeAll(async () => {
  here = await openHere((blobs) => ({
    ...blobs,
    async put(key, bytes) {
      await blobs.put(key, bytes);
      breakAt("put");
    },
    async drop(key) {
      breakAt("drop");
      await blobs.drop(key);
    },
  }));
});
afterAll(() => here.close());

function breakAt(call: "put" | "drop"): void {
  if (broken !== call) return;
  broken = null;
  throw new Error("the power went");
}

async function reported(period: string, centres = ["ศพด.ตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสอง"]) {
  const { submission, receipt } = await here.stage.sent(period, { centres });
  return { ...handsOf(here.stage, "officeOwn", submission), receipt };
}
const store = () => here.data.collector.at("99");
const bytesLeft = (id: string) => existsSync(join(here.dir, "files", "99", id));

describe("a link", () => {
  it("holds five minutes, and not a moment longer; a code that was revoked ends its links", async () => {
    const hands = await reported("2024-01");
    const { id } = await hands.send(clip());
    const partition = await store();
    const { code, id: person } = await partition.addPerson(OPERATOR, "province", "99", "");
    const session = await here.stage.as(null, "POST", "/api/v1/session", { body: { code } });
    const { token } = (await session.json()) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const link = async () => {
      const answer = await here.stage.fetch(`/api/v1/files/${id}/link`, { headers });
      return ((await answer.json()) as { url: string }).url;
    };
    const url = await link();
    here.clock.now += 5 * 60_000 - 1;
    expect((await here.stage.fetch(url)).status).toBe(200);
    here.clock.now += 1;
    expect(await codeOf(await here.stage.fetch(url))).toBe("link-over");
    const fresh = await link();
    await partition.revokePerson(OPERATOR, person);
    expect(await codeOf(await here.stage.fetch(fresh))).toBe("link-over");
  });

  it("that is over goes on as the same look for two hours from its beginning, then it is another", async () => {
    const hands = await reported("2024-08");
    const { id } = await hands.send(clip());
    const open = async (after: string | null) => {
      const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
      const answer = await here.stage.as("provinceOwn", "GET", `/api/v1/files/${id}/link${query}`);
      const { url } = (await answer.json()) as { url: string };
      expect((await here.stage.fetch(url)).status).toBe(200);
      return url.split("?link=")[1]!;
    };
    const looks = async () => {
      const lines = await (await store()).auditLines(0, 100_000);
      return lines.filter(({ action, subject }) => action === "file.view" && subject === hands.receipt).length;
    };
    const first = await open(null);
    here.clock.now += 2 * 3_600_000 - 1;
    const next = await open(first);
    expect(await looks()).toBe(1);
    here.clock.now += 1;
    await open(next);
    expect(await looks()).toBe(2);
  });
});

describe("cut off anywhere, a file goes on", () => {
  it("a piece whose bytes are there and whose note is not is sent again", async () => {
    const hands = await reported("2024-02");
    const sent = clip({ dataBytes: 2 * PIECE_BYTES });
    const { id } = await hands.send(sent, { upTo: "announced" });
    broken = "put";
    expect((await hands.piece(id, sent, 0)).status).toBe(500);
    expect((await hands.view()).files.map(({ state, pieces }) => [state, pieces])).toEqual([["announced", []]]);
    expect((await hands.send(sent)).state).toBe("checked");
    here.faults.splice(0);
  });

  it("checked but not yet told to the store, it is checked again; nothing is shown before", async () => {
    const hands = await reported("2024-03");
    const sent = clip({ place: "+18.1446+100.1410/" });
    const { id } = await hands.send(sent, { upTo: "whole" });
    broken = "put";
    expect((await hands.finish(id)).status).toBe(500);
    expect((await hands.ask("GET", `/files/${id}/link`)).status).toBe(404);
    expect(await (await hands.finish(id)).json()).toMatchObject({ state: "checked", notes: ["place-removed"] });
    here.faults.splice(0);
  });

  it("what was sent with its place is gone from the disk, at the latest with the next purge", async () => {
    const hands = await reported("2024-04");
    const sent = clip({ place: "+18.1446+100.1410/", salt: 1 });
    const { id } = await hands.send(sent, { upTo: "whole" });
    const original = join(here.dir, "files", "99", id, `0-${sha256(sent).slice(0, 32)}`);
    broken = "drop";
    expect(await (await hands.finish(id)).json()).toMatchObject({ state: "checked" });
    expect([existsSync(original), here.faults.splice(0).length]).toEqual([true, 1]);
    await purgeProvince(await store(), here.blobs);
    expect(existsSync(original)).toBe(false);
    expect((await hands.open(id)).status).toBe(200);
  });

  it("pieces in any order, any of them twice, make the same file", async () => {
    const hands = await reported("2024-05");
    const { target } = (await hands.view()).needs[0]!;
    let salt = 100;
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.nat(2), { maxLength: 4 }), async (first, more) => {
        const sent = clip({ dataBytes: 2 * PIECE_BYTES, salt: salt++ });
        const all = [...more, ...first, ...more];
        const { id, state } = await hands.send(sent, { target, order: all });
        const got = new Uint8Array(await (await hands.open(id)).arrayBuffer());
        expect([state, sha256(got)]).toEqual(["checked", sha256(sent)]);
        await hands.remove(id);
        expect(bytesLeft(id)).toBe(false);
      }),
      { numRuns: 8, seed: 41 },
    );
  });
});

describe("photos and clips are kept as long as the province says", () => {
  it("the preview names what would go; the job deletes it, receipts and seals stay; nothing else goes", async () => {
    const hands = await reported("2024-06");
    const old = await hands.send(clip({ salt: 50 }));
    await here.later(40 * DAY);
    const young = await hands.send(clip({ salt: 51 }), { target: (await hands.view()).needs[1]!.target });
    const { seal } = await hands.view();
    const path = "/api/v1/provinces/99/files/retention";
    const preview = async (query = "") => (await here.stage.as("provinceOwn", "GET", path + query)).json();
    expect(await preview()).toMatchObject({ months: null, files: 0, items: [] });
    const would = (await preview("?months=1")) as { files: number; items: { receipt: string; name: string }[] };
    expect(would.items.map(({ receipt }) => receipt)).toContain(hands.receipt);
    const [before] = would.items.filter(({ receipt }) => receipt === hands.receipt);
    expect(before).toMatchObject({ label: "ศพด.ตัวอย่างหนึ่ง", kind: "clip", name: "คลิป.mp4", office: OFFICE.code });
    // Until it is set, nothing is deleted.
    expect(await purgeProvince(await store(), here.blobs)).toMatchObject({ expired: 0 });
    await here.stage.as("provinceOwn", "PUT", path, { body: { months: 1 } });
    expect(await preview()).toMatchObject({ months: 1, files: would.files });
    expect((await purgeProvince(await store(), here.blobs)).expired).toBe(would.files);
    const after = await hands.view();
    expect(after.files.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      [old.id, "expired", "time-over"],
      [young.id, "checked", null],
    ]);
    expect([after.waiting, after.seal, after.receipt]).toEqual([0, seal, hands.receipt]);
    expect([bytesLeft(old.id), bytesLeft(young.id)]).toEqual([false, true]);
    expect((await hands.ask("GET", `/files/${old.id}/link`)).status).toBe(404);
    expect(await preview()).toMatchObject({ files: 0 });
    const lines = (await (await store()).auditLines(0, 100_000)).filter(({ subject }) => subject === hands.receipt);
    expect(lines.at(-1)).toMatchObject({
      action: "file.purge",
      role: "operator",
      detail: { file: old.id, reason: "time-over", months: 1 },
    });
  });

  it("what never came whole is given up after two weeks", async () => {
    const hands = await reported("2024-07");
    const { id } = await hands.send(clip({ salt: 60, dataBytes: PIECE_BYTES }), { upTo: "announced" });
    await hands.piece(id, clip({ salt: 60, dataBytes: PIECE_BYTES }), 0);
    await here.later(14 * DAY - 1);
    expect(await purgeProvince(await store(), here.blobs)).toMatchObject({ abandoned: 0 });
    here.clock.now += 1;
    expect((await (await store()).purgeDue())! <= here.clock.now).toBe(true);
    expect(await purgeProvince(await store(), here.blobs)).toMatchObject({ abandoned: 1 });
    expect([bytesLeft(id), (await hands.view()).files]).toEqual([false, []]);
  });

  it("the command line says what would go, deletes it, and leaves the rest", async () => {
    const hands = await reported("2024-08");
    // The command goes by the machine's own clock.
    await here.later(Date.now() - 200 * DAY - here.clock.now);
    const old = await hands.send(clip({ salt: 71 }));
    await here.later(200 * DAY);
    const { id } = await hands.send(clip({ salt: 70 }), { target: (await hands.view()).needs[1]!.target });
    const purge = async (...more: string[]) => {
      const { exit, out } = await run(
        "attachments",
        "purge",
        "--data",
        here.dir,
        "--province",
        "99",
        "--json",
        ...more,
      );
      return [exit, JSON.parse(out.join("\n"))];
    };
    const [, would] = await purge("--dry-run");
    expect(would).toMatchObject({ dryRun: true, provinces: [{ province: "99" }] });
    expect(would.provinces[0].files).toBeGreaterThan(0);
    expect(bytesLeft(old.id)).toBe(true);
    const done = await purge();
    expect(done).toEqual([
      0,
      {
        dryRun: false,
        provinces: [{ province: "99", files: would.provinces[0].files, abandoned: would.provinces[0].abandoned }],
      },
    ]);
    expect(bytesLeft(old.id)).toBe(false);
    expect((await purge())[1].provinces[0].files).toBe(0);
    expect((await hands.view()).files.map((file) => file.id)).toContain(id);
    expect((await run("attachments", "purge", "--data", join(here.dir, "none"))).exit).toBe(2);
  });

  it("what the alarm is set for is over its time when the alarm comes, on every day of the year", async () => {
    const hands = await reported("2024-11");
    const one = await hands.send(clip({ salt: 90 }));
    const journal = here.data.partition("99");
    journal.setRetention({ person: "99-P", role: "province", place: "99" }, 1);
    const sql = nodeSql(join(here.dir, "99.db"));
    sql.all("UPDATE attachments SET state = 'removed' WHERE id <> ? AND state IN ('checked', 'receiving')", one.id);
    const wrong: string[] = [];
    for (let day = 0; day < 400; day++) {
      const settled = Date.UTC(2027, 0, 1, 17) + day * DAY;
      sql.all("UPDATE attachments SET settled_at = ? WHERE id = ?", settled, one.id);
      const at = journal.purgeDue()!;
      const filesAt = (now: number) => {
        here.clock.now = now;
        return journal.purgePreview(OPERATOR).files;
      };
      const said = [
        filesAt(at - 1),
        journal.purgePreview(OPERATOR).next,
        filesAt(at),
        journal.purgePreview(OPERATOR).next,
      ];
      if (JSON.stringify(said) !== JSON.stringify([0, new Date(at).toISOString(), 1, null]))
        wrong.push(new Date(settled).toISOString());
    }
    sql.close();
    expect(wrong).toEqual([]);
  });

  it.each([
    ["2026-03-31T10:00:00.000Z", 1, "2026-02-28T10:00:00.000Z"],
    ["2024-03-31T10:00:00.000Z", 1, "2024-02-29T10:00:00.000Z"],
    ["2026-01-15T00:00:00.000Z", 13, "2024-12-15T00:00:00.000Z"],
    ["2026-01-31T00:00:00.000Z", -1, "2026-02-28T00:00:00.000Z"],
  ])("%s less %i months is %s", (at, months, wanted) => {
    expect(new Date(monthsBefore(Date.parse(at), months)).toISOString()).toBe(wanted);
  });
});
