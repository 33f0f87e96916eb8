import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Failure } from "../../worker/cli/command.ts";
import { googleSettings } from "../../worker/cli/google.ts";
import { readServiceAccount } from "../../worker/master/google/key.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-key-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const SECRET = "-----BEGIN PRIVATE KEY-----\nนี่คือความลับ\n-----END PRIVATE KEY-----\n";
const KEY = JSON.stringify({
  type: "service_account",
  client_email: "ruam@sample.iam.gserviceaccount.com",
  private_key: SECRET,
});
const file = join(dir, "key.json");
writeFileSync(file, KEY);

describe("the collector's Google account", () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ["nothing said", {}, undefined],
    ["an empty name", { GOOGLE_SERVICE_ACCOUNT: "", GOOGLE_SERVICE_ACCOUNT_FILE: "" }, undefined],
    ["a file", { GOOGLE_SERVICE_ACCOUNT_FILE: file }, KEY],
    ["the key itself", { GOOGLE_SERVICE_ACCOUNT: KEY }, KEY],
    ["both: the file", { GOOGLE_SERVICE_ACCOUNT_FILE: file, GOOGLE_SERVICE_ACCOUNT: "{}" }, KEY],
  ])("%s", async (_, env, account) => {
    expect(await googleSettings(env)).toEqual({ account, sheetsUrl: undefined, tokenUrl: undefined });
  });

  it.each<[string, string]>([
    ["no JSON", `{"private_key": "${"นี่คือความลับ"}`],
    ["nothing", "null"],
    ["another kind of key", JSON.stringify({ type: "authorized_user", client_email: "a@b", private_key: SECRET })],
    ["no e-mail address", JSON.stringify({ type: "service_account", client_email: "ruam", private_key: SECRET })],
    ["no key", JSON.stringify({ type: "service_account", client_email: "a@b" })],
  ])("%s stops the start with a sentence that holds nothing of it", async (_, text) => {
    const told = await googleSettings({ GOOGLE_SERVICE_ACCOUNT: text }).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(Failure);
    expect((told as Failure).message).toMatch(/GOOGLE_SERVICE_ACCOUNT .*docs\/deploy.md/);
    expect((told as Failure).message).not.toContain("ความลับ");
  });

  it("a file that is not there is named", async () => {
    const missing = join(dir, "none.json");
    await expect(googleSettings({ GOOGLE_SERVICE_ACCOUNT_FILE: missing })).rejects.toThrow(missing);
  });

  it("does not believe where the key says that its signature should go", () => {
    const key = JSON.stringify({ ...JSON.parse(KEY), token_uri: "https://elsewhere.example/token" });
    expect(readServiceAccount(key)).toEqual({ email: "ruam@sample.iam.gserviceaccount.com", privateKey: SECRET });
  });
});
