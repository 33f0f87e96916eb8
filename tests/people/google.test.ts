import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { googleCheck } from "../../worker/people/google.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { HERE, NEIGHBOUR, OFFICE } from "../http/stage.ts";
import { AUDIENCE, claimsAt, type GoogleKeys, openKeys } from "./googleKeys.ts";

const NOW = Date.parse("2026-11-03T03:00:00Z");
const clock = { now: NOW };
const FREE = { burst: 1e9, perSecond: 1e9 };
let keys: GoogleKeys;

beforeAll(async () => {
  keys = await openKeys();
});
afterAll(() => keys.close());

const claims = (over: object = {}) => ({ ...claimsAt(NOW / 1000), ...over });
const check = (audiences: string[] = [AUDIENCE]) => googleCheck({ audiences, keys: keys.url }, () => clock.now)!;

describe("whose a Google token is", () => {
  it("a good one is an account; the same person in another script is another account", async () => {
    const account = await check()(await keys.sign(claims()));
    expect(account).toMatchObject({ email: "sample@example.com" });
    const again = await check()(await keys.sign(claims({ iat: NOW / 1000 - 60, email: "new@example.com" })));
    const elsewhere = await check(["*"])(await keys.sign(claims({ aud: "another.apps.googleusercontent.com" })));
    const keyOf = (one: typeof account) => (typeof one === "string" ? one : one.key);
    expect(keyOf(again)).toBe(keyOf(account));
    expect(keyOf(elsewhere)).not.toBe(keyOf(account));
    expect(keyOf(account)).not.toContain("1100000");
  });

  it.each([
    ["several scripts at once", { aud: [AUDIENCE, "other"] }],
    ["no script", { aud: undefined }],
    ["another issuer", { iss: "https://evil.example" }],
    ["one that is over", { exp: NOW / 1000 - 60, iat: NOW / 1000 - 3_660 }],
    ["one with no end", { exp: undefined }],
    ["one made long ago with a far end", { iat: NOW / 1000 - 8_000, exp: NOW / 1000 + 8_000 }],
    ["an e-mail nobody has verified", { email_verified: false }],
    ["an e-mail verified in words", { email_verified: "true" }],
    ["no e-mail", { email: undefined }],
    ["nobody", { sub: undefined }],
    ["an empty name", { sub: "" }],
  ])("%s is not believed", async (_, over) => {
    expect(await check()(await keys.sign(claims(over)))).toBe("token");
  });

  it("of a script that is not taken here it says so, once the signature is right, and not before", async () => {
    const elsewhere = claims({ aud: "other.apps.googleusercontent.com" });
    expect(await check()(await keys.sign(elsewhere))).toBe("off");
    expect(await check()(await keys.sign(elsewhere, {}, keys.stranger))).toBe("token");
  });

  it("another key, an unknown key, no signature, another kind of signature, no token at all", async () => {
    const good = await keys.sign(claims());
    const [head, body] = good.split(".") as [string, string];
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
    const secret = new TextEncoder().encode(await keys.publicText());
    const hs256 = await new SignJWT(claims() as never).setProtectedHeader({ alg: "HS256", kid: "k1" }).sign(secret);
    const tokens = [
      await keys.sign(claims(), {}, keys.stranger),
      await keys.sign(claims(), { kid: "k9" }),
      none,
      hs256,
      `${head}.${body}.`,
      `${head}.${body.slice(0, -2)}AA.${good.split(".")[2]}`,
      ...["", "ya29.access-token", "a.b.c", "x".repeat(4_000)],
    ];
    const judged = await Promise.all(tokens.map((token) => check()(token)));
    expect(judged).toEqual(tokens.map(() => "token"));
  });

  it("the keys are fetched once for many tokens, and an unknown key makes it ask once more and no oftener", async () => {
    const one = check();
    const before = keys.asked();
    for (let i = 0; i < 5; i++) await one(await keys.sign(claims()));
    expect(keys.asked() - before).toBe(1);
    for (let i = 0; i < 5; i++) await one(await keys.sign(claims(), { kid: `unknown-${i}` }));
    expect(keys.asked() - before).toBeLessThanOrEqual(2);
  });

  it.each([
    ["an error", { status: 500, body: "{}" }],
    ["a page in its place", { status: 200, body: "<html>Wi-Fi</html>" }],
    ["more than keys can weigh", { status: 200, body: `{"keys":[],"x":"${"y".repeat(100_000)}"}` }],
  ])("%s from where the keys are is no verdict about the token", async (_, answer) => {
    keys.answerWith(answer);
    const judged = await check()(await keys.sign(claims()));
    keys.answerWith(null);
    expect(judged).toBe("unreachable");
  });

  it("without a named script there is no such way in", () => {
    expect(googleCheck({ audiences: [] }, () => NOW)).toBeUndefined();
  });
});

describe("signing in with a Google account", () => {
  const dir = mkdtempSync(join(tmpdir(), "ruam-google-"));
  let running: Running;
  beforeAll(async () => {
    running = await startNode({
      ...{ port: 0, dataDir: dir, now: () => clock.now, rates: { signIn: FREE, address: FREE, person: FREE } },
      googleSignIn: { audiences: ["*"], keys: keys.url },
    });
    const here = running.data.partition("99", true);
    here.importRoster(OPERATOR, packProvince(buildRegistry(HERE), "99"), "sample");
  });
  afterAll(async () => {
    await running.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const post = async (path: string, body: unknown, token?: string) => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const answer = await fetch(`${running.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, string>;
  };
  const session = (body: unknown) => post("/session", body);
  const issue = (office = OFFICE.code) => running.data.partition("99").issueEnrolment(OPERATOR, "office", office).code;
  const auditOf = (partition = "99") => running.data.partition(partition).auditLines(0, 1_000);
  let people = 0;
  const somebody = () => ({ sub: `11${String(++people).padStart(19, "0")}`, email: `sample${people}@example.com` });

  it("a one-time code binds the account; from then on the account alone opens, for that office", async () => {
    const who = somebody();
    const token = () => keys.sign(claims(who));
    expect(await session({ googleToken: await token() })).toMatchObject({ status: 401, code: "google-unbound" });
    const bound = await session({ googleToken: await token(), code: issue() });
    expect(bound).toMatchObject({ role: "office", place: OFFICE.code });
    expect(await session({ googleToken: await token() })).toMatchObject({ role: "office", place: OFFICE.code });
    const todo = await fetch(`${running.url}/api/v1/todo`, { headers: { authorization: `Bearer ${bound.token}` } });
    expect(todo.status).toBe(200);
  });

  it("the code is good once: not for another account, not without an account; for the same again, as after a lost answer", async () => {
    const code = issue();
    const [first, second] = [somebody(), somebody()];
    expect(await session({ code })).toMatchObject({ code: "code-wrong" });
    await session({ googleToken: await keys.sign(claims(first)), code });
    expect(await session({ googleToken: await keys.sign(claims(second)), code })).toMatchObject({ code: "code-wrong" });
    expect(await session({ googleToken: await keys.sign(claims(second)) })).toMatchObject({ code: "google-unbound" });
    expect(await session({ googleToken: await keys.sign(claims(first)), code })).toMatchObject({ place: OFFICE.code });
  });

  it("the same person through another script is not bound: a token caught elsewhere opens nothing", async () => {
    const who = somebody();
    await session({ googleToken: await keys.sign(claims(who)), code: issue() });
    const caught = await keys.sign(claims({ ...who, aud: "evil.apps.googleusercontent.com" }));
    expect(await session({ googleToken: caught })).toMatchObject({ code: "google-unbound" });
  });

  it("a code that is over, of an office that left the list, or mistyped binds nobody; small letters and Thai digits do", async () => {
    const code = issue();
    clock.now += 31 * 24 * 3_600_000;
    const late = await keys.sign({ ...claimsAt(clock.now / 1000), ...somebody() });
    expect(await session({ googleToken: late, code })).toMatchObject({ code: "code-wrong" });
    clock.now = NOW;
    const token = await keys.sign(claims(somebody()));
    expect(await session({ googleToken: token, code: `${issue().slice(0, -1)}?` })).toMatchObject({
      code: "code-wrong",
    });
    expect(await session({ googleToken: token, code: "98-AAAA-AAAA-AAAA-AAAA" })).toMatchObject({ code: "code-wrong" });
    const written = issue()
      .toLowerCase()
      .replace(/[0-9]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)]!);
    expect(await session({ googleToken: token, code: written })).toMatchObject({ place: OFFICE.code });
  });

  it("an access code is the other way in, and binds nothing", async () => {
    const { code } = running.data.partition("99").addPerson(OPERATOR, "office", OFFICE.code, "ตัวอย่าง");
    const token = await keys.sign(claims(somebody()));
    expect(await session({ googleToken: token, code })).toMatchObject({ place: OFFICE.code });
    expect(await session({ googleToken: "no.such.token", code })).toMatchObject({ place: OFFICE.code });
    expect(await session({ googleToken: token })).toMatchObject({ code: "google-unbound" });
  });

  it("who was revoked does not come in again, nor go on with an older token", async () => {
    const who = somebody();
    const bound = await session({ googleToken: await keys.sign(claims(who)), code: issue() });
    const { subject } = auditOf().findLast((line) => line.action === "person.enrol")!;
    running.data.partition("99").revokePerson(OPERATOR, subject);
    expect(await session({ googleToken: await keys.sign(claims(who)) })).toMatchObject({ code: "google-unbound" });
    expect(await post("/enrolments", { office: OFFICE.code }, bound.token)).toMatchObject({ code: "unauthenticated" });
  });

  it("who changes office brings a new code, and is then of that office", async () => {
    const who = somebody();
    const token = await keys.sign(claims(who));
    await session({ googleToken: token, code: issue() });
    await session({ googleToken: token, code: issue(NEIGHBOUR.code) });
    expect(await session({ googleToken: token })).toMatchObject({ place: NEIGHBOUR.code });
  });

  it("an office issues codes for itself over HTTP, a province for its offices, nobody for others", async () => {
    const { code } = running.data.partition("99").addPerson(OPERATOR, "office", OFFICE.code, "");
    const token = (await session({ code })).token!;
    const made = await post("/enrolments", { office: OFFICE.code }, token);
    expect(made).toMatchObject({ office: OFFICE.code, expiresAt: new Date(NOW + 30 * 24 * 3_600_000).toISOString() });
    expect(await session({ googleToken: await keys.sign(claims(somebody())), code: made.code })).toMatchObject({
      place: OFFICE.code,
    });
    expect(await post("/enrolments", { office: NEIGHBOUR.code }, token)).toMatchObject({ code: "forbidden" });
  });

  it("every binding stands in the audit, and neither code, token, e-mail nor Google's number for the person does", async () => {
    const here = auditOf();
    const there = auditOf("TH");
    const enrolled = here.filter((line) => line.action === "person.enrol").map((line) => line.subject);
    expect(enrolled.length).toBeGreaterThan(5);
    expect(here.filter((line) => line.action === "enrolment.issue").length).toBeGreaterThan(5);
    expect(there.filter((line) => line.action === "google.bind").map((line) => line.subject)).toEqual(enrolled);
    for (const one of ["99", "TH"]) expect(running.data.partition(one).verifyAudit().broken).toBeNull();
    const text = JSON.stringify([here, there]);
    for (const secret of ["@example.com", "110000", "googleusercontent"]) expect(text).not.toContain(secret);
  });
});
