import { expect } from "vitest";
import { PIECE_BYTES } from "../../shared/files/limits.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { described } from "../http/described.ts";
import { CALLERS, type Caller, FORM, type Stage } from "../http/stage.ts";
import { bytesOf, clip, photo } from "../media/samples.ts";
import { codeOf, type Hands, handsOf } from "./hands.ts";

/** A promise about photos and clips, held on every host. Each works in months of its own. */
export interface FilePromise {
  name: string;
  hold(stage: Stage, period: string): Promise<void>;
}

const CENTRES = ["ศพด.ตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสอง"];

async function reported(
  stage: Stage,
  period: string,
  centres = CENTRES,
): Promise<Hands & { id: string; receipt: string }> {
  const sent = await stage.sent(period, { centres });
  return { ...handsOf(stage, "officeOwn", sent.submission), id: sent.submission, receipt: sent.receipt };
}

const bodyOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

export const FILE_PROMISES: FilePromise[] = [
  {
    name: "a report waits for a clip of each centre; each one checked counts, and is sealed with the receipt",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const before = await hands.view();
      expect(before.needs.map(({ label, kind, count, have, consent }) => [label, kind, count, have, consent])).toEqual([
        ["ศพด.ตัวอย่างหนึ่ง", "clip", 1, 0, false],
        ["ศพด.ตัวอย่างสอง", "clip", 1, 0, false],
      ]);
      expect([before.waiting, before.seal, before.receipt]).toEqual([2, null, hands.receipt]);
      const one = await hands.send(clip());
      expect(one).toMatchObject({ state: "checked", seconds: 12, reason: null, notes: [], placed: true });
      const middle = await hands.view();
      expect([middle.waiting, middle.seal?.number, middle.seal?.files]).toEqual([1, `${hands.receipt}-F1`, 1]);
      await hands.send(clip({ salt: 1 }), { target: before.needs[1]!.target });
      const after = await hands.view();
      expect([after.waiting, after.seal?.number, after.seal?.files]).toEqual([0, `${hands.receipt}-F2`, 2]);
      const manifest = await (await stage.collector.at("99")).manifest(
        { person: "x", role: "province", place: "99" },
        hands.id,
      );
      expect(after.seal!.hash).toBe(sha256(manifest!));
      expect(
        JSON.parse(manifest!)
          .files.map(({ sha256: hash }: { sha256: string }) => hash)
          .sort(),
      ).toEqual([sha256(clip()), sha256(clip({ salt: 1 }))].sort());
    },
  },

  {
    name: "what is served is what was sent, byte for byte, in whole and in parts, as a file to be saved",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const sent = clip({ dataBytes: 2 * PIECE_BYTES + 77 });
      const { id } = await hands.send(sent);
      const whole = await hands.open(id);
      expect(sha256(await bodyOf(whole))).toBe(sha256(sent));
      const kept = [
        "content-type",
        "content-security-policy",
        "x-content-type-options",
        "cache-control",
        "accept-ranges",
      ];
      expect(kept.map((name) => whole.headers.get(name))).toEqual([
        "video/mp4",
        "default-src 'none'; sandbox; frame-ancestors 'none'",
        "nosniff",
        "private, no-store",
        "bytes",
      ]);
      expect(whole.headers.get("content-disposition")).toBe(
        `attachment; filename="_.mp4"; filename*=UTF-8''${encodeURIComponent("คลิป.mp4")}`,
      );
      const part = await hands.open(id, { range: `bytes=${PIECE_BYTES - 3}-${PIECE_BYTES + 2}` });
      expect([part.status, part.headers.get("content-range")]).toEqual([
        206,
        `bytes ${PIECE_BYTES - 3}-${PIECE_BYTES + 2}/${sent.length}`,
      ]);
      expect(await bodyOf(part)).toEqual(sent.slice(PIECE_BYTES - 3, PIECE_BYTES + 3));
      const tail = await hands.open(id, { range: "bytes=-5" });
      expect(await bodyOf(tail)).toEqual(sent.slice(-5));
      const outside = await hands.open(id, { range: `bytes=${sent.length}-` });
      expect([outside.status, await codeOf(outside)]).toEqual([416, "file-range"]);
      // A player learns how long the file is; a part goes on only with the file it was of; several parts are the whole.
      expect(outside.headers.get("content-range")).toBe(`bytes */${sent.length}`);
      const etag = whole.headers.get("etag")!;
      expect([etag, part.headers.get("etag"), part.headers.get("content-length")]).toEqual([
        `"${sha256(sent)}"`,
        etag,
        "6",
      ]);
      const condition = async (value: string) => {
        const answer = await hands.open(id, { range: "bytes=0-3", "if-range": value });
        return [answer.status, (await bodyOf(answer)).length];
      };
      expect([await condition(etag), await condition('"another"')]).toEqual([
        [206, 4],
        [200, sent.length],
      ]);
      const several = await hands.open(id, { range: "bytes=0-3,8-9" });
      expect([several.status, several.headers.get("content-range"), sha256(await bodyOf(several))]).toEqual([
        200,
        null,
        sha256(sent),
      ]);
    },
  },

  {
    name: "announced twice it is one file; cut off it goes on where it stopped; nobody sees half of it",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const sent = clip({ dataBytes: 2 * PIECE_BYTES });
      const [first, again] = [await hands.announce(sent), await hands.announce(sent)];
      expect([first.status, again.status]).toEqual([201, 200]);
      const { id } = (await first.json()) as { id: string };
      expect(((await again.json()) as { id: string }).id).toBe(id);
      await hands.piece(id, sent, 1);
      const early = await hands.finish(id);
      expect([early.status, await codeOf(early)]).toEqual([409, "file-incomplete"]);
      expect((await hands.ask("GET", `/files/${id}/link`)).status).toBe(404);
      const back = await hands.send(sent, { upTo: "announced" });
      expect([back.id, back.state, back.pieces]).toEqual([id, "receiving", [1]]);
      const done = await hands.send(sent, { order: [0, 1, 2, 0, 2] });
      expect([done.id, done.state]).toEqual([id, "checked"]);
      // Late repeats of a piece and of the end change nothing.
      expect(await (await hands.piece(id, sent, 1)).json()).toEqual({ kept: true });
      expect(await (await hands.finish(id)).json()).toEqual(done);
      expect(sha256(await bodyOf(await hands.open(id)))).toBe(sha256(sent));
    },
  },

  {
    name: "a damaged piece is refused at once; a whole that is not what was announced is refused and forgotten",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const sent = clip({ dataBytes: PIECE_BYTES });
      const { id } = await hands.send(sent, { upTo: "announced" });
      const wrong = await hands.ask("PUT", `/files/${id}/pieces/0`, sent.slice(0, PIECE_BYTES), {
        "piece-hash": "0".repeat(64),
      });
      expect([wrong.status, await codeOf(wrong)]).toEqual([422, "file-piece"]);
      const short = sent.slice(0, 100);
      const small = await hands.ask("PUT", `/files/${id}/pieces/0`, short, { "piece-hash": sha256(short) });
      expect(await codeOf(small)).toBe("file-piece");
      const beyond = await hands.ask("PUT", `/files/${id}/pieces/2`, short, { "piece-hash": sha256(short) });
      expect(await codeOf(beyond)).toBe("file-piece");
      const other = clip({ dataBytes: PIECE_BYTES, salt: 5 });
      await hands.piece(id, other, 0);
      await hands.piece(id, other, 1);
      const end = await (await hands.finish(id)).json();
      expect(end).toMatchObject({ state: "refused", reason: "hash" });
      expect(await (await hands.piece(id, sent, 0)).json()).toEqual({ kept: false });
      expect((await hands.ask("GET", `/files/${id}/link`)).status).toBe(404);
      expect((await hands.view()).waiting).toBe(2);
      expect((await hands.send(sent)).state).toBe("checked");
    },
  },

  {
    name: "a clip is what it holds, not what it is called: other kinds, broken, too long and places are told apart",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const table: [string, Uint8Array, string, string | null][] = [
        ["an archive named clip.mp4", bytesOf("PK\u0003\u0004", new Array(60).fill(7)), "refused", "not-a-clip"],
        ["a photo", photo(), "refused", "not-a-clip"],
        ["a QuickTime film", clip({ brand: "qt  " }), "refused", "quicktime"],
        ["cut off", clip().slice(0, -20), "refused", "broken"],
        ["an archive behind a clip", bytesOf(clip(), "PK\u0003\u0004", new Array(60).fill(7)), "refused", "broken"],
        ["sound alone", clip({ handler: "soun" }), "refused", "no-picture"],
        ["a header of ten hours", clip({ headerSeconds: 36_000 }), "refused", "too-long"],
        ["ten minutes said to be five seconds", clip({ seconds: 600, headerSeconds: 5 }), "refused", "too-long"],
        ["a track of places", clip({ handler: "meta" }), "refused", "place-track"],
        ["more frames than can be", clip({ samples: 0xffffffff }), "refused", "broken"],
        ["three minutes and a frame", clip({ seconds: 181 }), "refused", "too-long"],
        ["three minutes", clip({ seconds: 180 }), "checked", null],
      ];
      const got = [];
      for (const [name, bytes] of table) {
        const { state, reason } = await hands.send(bytes, { name: `${name}.mp4` });
        got.push([name, state, reason]);
      }
      expect(got).toEqual(table.map(([name, , state, reason]) => [name, state, reason]));
      // The form's own letter takes three minutes; another letter speaks of thirty seconds, which is told.
      expect((await hands.view()).files.find(({ state }) => state === "checked")!.notes).toEqual(["other-letter"]);
    },
  },

  {
    name: "where a clip was taken is written over before it is kept, and said",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const sent = clip({ place: "+18.1446+100.1410/" });
      const { id, notes } = await hands.send(sent);
      expect(notes).toEqual(["place-removed"]);
      const kept = await bodyOf(await hands.open(id));
      expect(kept.length).toBe(sent.length);
      const text = new TextDecoder("latin1").decode(kept);
      expect([text.includes("+18.1446"), text.includes("udta"), text.includes("free")]).toEqual([false, false, true]);
    },
  },

  {
    name: "who may see a file by role and place gets a link, for them and for it alone, for five minutes",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { id } = await hands.send(clip());
      const { id: other } = await hands.send(clip({ salt: 3 }), { target: (await hands.view()).needs[1]!.target });
      const status: Record<string, number> = {};
      for (const caller of Object.keys(CALLERS) as Caller[]) {
        const answer = await stage.as(caller, "GET", `/api/v1/files/${id}/link`);
        const url = answer.ok ? ((await answer.json()) as { url: string }).url : null;
        status[caller] = url === null ? answer.status : (await stage.fetch(url)).status;
        if (url === null) continue;
        const [path, link] = url.split("?link=") as [string, string];
        const forged = [
          `${path.replace(id, other)}?link=${link}`,
          `${path}?link=${link.slice(0, -2)}${link.endsWith("AA") ? "BB" : "AA"}`,
          `${path}?link=${Buffer.from(JSON.stringify([id, "99-P", "province", "99", 9e15])).toString("base64url")}.${link.split(".")[1]}`,
          `${path}?link=${stage.tokens.provinceOwn}`,
        ];
        for (const address of forged) expect(await codeOf(await stage.fetch(address))).toBe("link-over");
      }
      expect(status).toEqual({
        ...{ officeOwn: 200, officeOther: 404, districtOwn: 200, districtOther: 404, provinceOwn: 200 },
        // the department opens nothing that its province has not sent up
        ...{ provinceOther: 404, department: 404, auditor: 200, auditorOwn: 200, auditorOther: 404 },
      });
      const asProvince = (path: string, body: object) => stage.as("provinceOwn", "POST", `/api/v1${path}`, { body });
      await asProvince(`/submissions/${hands.id}/accept`, {});
      expect((await asProvince("/provinces/99/sendups", { form: FORM, period })).status).toBe(200);
      expect((await stage.as("department", "GET", `/api/v1/files/${id}/link`)).status).toBe(200);
    },
  },

  {
    name: "each look of somebody else is one line, however many parts the player asks for; one's own is none",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { id } = await hands.send(clip());
      await hands.open(id);
      const answer = await stage.as("provinceOwn", "GET", `/api/v1/files/${id}/link`);
      const { url } = (await answer.json()) as { url: string };
      for (const range of ["bytes=1-", "bytes=0-9", "bytes=5-6"]) await stage.fetch(url, { headers: { range } });
      const lines = (await (await stage.collector.at("99")).auditLines(0, 100_000)).filter(
        ({ action, detail }) => action.startsWith("file.") && (detail as { file?: string }).file === id,
      );
      expect(lines.map(({ action, role, subject }) => [action, role, subject])).toEqual([
        ["file.announce", "office", hands.receipt],
        ["file.check", "office", hands.receipt],
        ["file.view", "province", hands.receipt],
      ]);
      expect(lines[1]!.detail).toMatchObject({ hash: sha256(clip()), seal: `${hands.receipt}-F1` });
    },
  },

  {
    name: "a looking that goes on with a new link is the same look; with another person's link, or a made-up one, it is another",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { id } = await hands.send(clip());
      const link = async (caller: Caller, after?: string) => {
        const query = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
        const answer = await stage.as(caller, "GET", `/api/v1/files/${id}/link${query}`);
        const { url } = (await answer.json()) as { url: string };
        expect((await stage.fetch(url, { headers: { range: "bytes=0-1" } })).status).toBe(206);
        return url.split("?link=")[1]!;
      };
      const looks = async () =>
        (await (await stage.collector.at("99")).auditLines(0, 100_000))
          .filter(({ action, subject }) => action === "file.view" && subject === hands.receipt)
          .map(({ role }) => role);
      const first = await link("provinceOwn");
      await link("provinceOwn", await link("provinceOwn", first));
      expect(await looks()).toEqual(["province"]);
      await link("districtOwn", first);
      expect(await looks()).toEqual(["province", "district"]);
      await link("provinceOwn", `${first.slice(0, -2)}${first.endsWith("AA") ? "BB" : "AA"}`);
      await link("provinceOwn", "x.y");
      expect(await looks()).toEqual(["province", "district", "province", "province"]);
    },
  },

  {
    name: "what is still awaited: each sees what is in reach, as described, and a file that comes is counted at once",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const list = async (caller: Caller, code = "99") => {
        const path = `/provinces/${code}/files/awaited?form=${FORM}&period=${period}`;
        const answer = await stage.as(caller, "GET", `/api/v1${path}`);
        const json = (await described(answer, "GET", `/api/v1${path}`)) as { items?: { receipt: string }[] };
        return answer.ok ? json.items!.map(({ receipt }) => receipt) : answer.status;
      };
      const seen: Record<string, unknown> = {};
      for (const caller of Object.keys(CALLERS) as Caller[]) seen[caller] = await list(caller);
      const here = [hands.receipt];
      expect(seen).toEqual({
        ...{ officeOwn: here, officeOther: [], districtOwn: here, districtOther: [], provinceOwn: here },
        ...{ provinceOther: 403, department: [], auditor: here, auditorOwn: here, auditorOther: 403 },
      });
      const counted = async () => {
        const answer = await hands.ask("GET", `/provinces/99/files/awaited?period=${period}`);
        const { reports, files, items } = (await answer.json()) as { reports: number; files: number; items: object[] };
        return [reports, files, items.length];
      };
      expect(await counted()).toEqual([1, 2, 1]);
      await hands.send(clip());
      expect(await counted()).toEqual([1, 1, 1]);
      await hands.send(clip({ salt: 1 }), { target: (await hands.view()).needs[1]!.target });
      expect(await counted()).toEqual([0, 0, 0]);
    },
  },

  {
    name: "files follow the centres of a new version; one whose centre is gone is asked for, and can be moved",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const [one, two] = (await hands.view()).needs.map(({ target }) => target) as [string, string];
      await hands.send(clip(), { target: one });
      const lost = await hands.send(clip({ salt: 2 }), { target: two });
      const next = await stage.sent(period, { centres: ["ศพด. ตัวอย่างหนึ่ง", "ศพด.ตัวอย่างสาม"] });
      const after = await hands.view();
      expect(after.files.map(({ target, placed }) => [target, placed])).toEqual([
        [one, true],
        [two, false],
      ]);
      expect([after.waiting, after.version, after.seal?.number, after.seal?.files]).toEqual([
        1,
        2,
        `${next.receipt}-F3`,
        1,
      ]);
      const three = after.needs[1]!.target;
      const taken = await hands.ask("POST", `/files/${lost.id}/move`, { target: one });
      expect(await codeOf(taken)).toBe("file-enough");
      expect((await hands.ask("POST", `/files/${lost.id}/move`, { target: three })).status).toBe(200);
      const end = await hands.view();
      expect([end.waiting, end.seal?.files]).toEqual([0, 2]);
    },
  },

  {
    name: "no more files than asked, none twice, none for a place that asks for none; taken out, the place is free",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const [one, two] = (await hands.view()).needs.map(({ target }) => target) as [string, string];
      const first = await hands.send(clip(), { target: one });
      const says = async (answer: Promise<Response>) => [(await answer).status, await codeOf(await answer)];
      expect(await says(hands.announce(clip({ salt: 9 }), { target: one }))).toEqual([409, "file-enough"]);
      expect(await says(hands.announce(clip(), { target: two }))).toEqual([409, "file-twice"]);
      expect(await says(hands.announce(clip({ salt: 8 }), { target: "ไม่มีศูนย์นี้" }))).toEqual([422, "file-place"]);
      expect(await says(hands.announce(photo(), { target: one, kind: "photo" }))).toEqual([422, "file-place"]);
      const huge = { target: two, kind: "clip", name: "x.mp4", bytes: 201 * 1024 * 1024, hash: "b".repeat(64) };
      expect(await says(hands.ask("POST", `/submissions/${hands.id}/files`, huge))).toEqual([413, "file-too-large"]);
      expect((await hands.remove(first.id)).state).toBe("removed");
      expect((await hands.remove(first.id)).state).toBe("removed");
      expect((await hands.ask("GET", `/files/${first.id}/link`)).status).toBe(404);
      expect((await hands.view()).seal).toMatchObject({ number: `${hands.receipt}-F2`, files: 0 });
      expect((await hands.send(clip({ salt: 9 }), { target: one })).state).toBe("checked");
    },
  },

  {
    name: "what was accepted keeps its files; a report that was withdrawn takes none",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { id } = await hands.send(clip());
      await stage.as("provinceOwn", "POST", `/api/v1/submissions/${hands.id}/accept`, { body: {} });
      const taken = await hands.ask("DELETE", `/files/${id}`);
      expect([taken.status, await codeOf(taken)]).toEqual([409, "state"]);
      // Files may still come after a report was accepted.
      const two = (await hands.view()).needs[1]!.target;
      expect((await hands.send(clip({ salt: 4 }), { target: two })).state).toBe("checked");
      await stage.as("provinceOwn", "POST", `/api/v1/submissions/${hands.id}/return`, {
        body: { note: "โปรดตรวจสอบ" },
      });
      await hands.ask("POST", `/submissions/${hands.id}/withdraw`, {});
      await hands.remove(id);
      expect(await codeOf(await hands.announce(clip({ salt: 6 })))).toBe("state");
    },
  },

  {
    name: "the office says for each centre that guardians agreed, and the desk sees which did not",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { target } = (await hands.view()).needs[0]!;
      const put = (given: boolean, where = target) =>
        hands.ask("PUT", `/submissions/${hands.id}/consents`, { target: where, given });
      await put(true);
      await put(true);
      const seen = (await (await stage.as("provinceOwn", "GET", `/api/v1/submissions/${hands.id}/files`)).json()) as {
        needs: { consent: boolean }[];
      };
      expect(seen.needs.map(({ consent }) => consent)).toEqual([true, false]);
      expect(await codeOf(await put(true, "ไม่มีศูนย์นี้"))).toBe("file-place");
      await put(false);
      expect((await hands.view()).needs.map(({ consent }) => consent)).toEqual([false, false]);
      const lines = (await (await stage.collector.at("99")).auditLines(0, 100_000)).filter(
        ({ action, subject }) => action === "file.consent" && subject === hands.receipt,
      );
      expect(lines.map(({ detail }) => detail.given)).toEqual(["yes", "no"]);
    },
  },

  {
    name: "a name that seems to be a child's is noted; folders and control characters are not kept",
    async hold(stage, period) {
      const hands = await reported(stage, period);
      const { name, notes } = await hands.send(clip(), { name: "C:\\คลิป\\ด.ช.สมมติ\u202e.mp4", upTo: "announced" });
      expect([name, notes]).toEqual(["ด.ช.สมมติ.mp4", ["personal-name"]]);
    },
  },
];
