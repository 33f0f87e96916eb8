import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openData } from "../../worker/host/data.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { OPERATOR, PACK } from "../province/sample.ts";
import { run } from "./ruam.ts";

async function ruamHere(...args: string[]) {
  const { exit, out } = await run(...args);
  return { code: exit, out: out.join("\n") };
}

const dir = mkdtempSync(join(tmpdir(), "ruam-audit-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("ruam audit verify", () => {
  it("says that there is nothing to read, and creates nothing", async () => {
    const answer = await ruamHere("audit", "verify", "--data", join(dir, "none"), "--json");
    expect([answer.code, answer.out]).toEqual([2, ""]);
  });

  it("follows every province's chain, and names the first line that was changed", async () => {
    const data = openData(dir);
    data.partition("54", true).importRoster(OPERATOR, PACK, "sample");
    data.partition("54").addPerson(OPERATOR, "province", "54", "");
    data.partition("TH").addPerson(OPERATOR, "department", "TH", "");
    const { head } = data.partition("54").verifyChain();
    data.close();

    const whole = await ruamHere("audit", "verify", "--data", dir, "--json");
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.out)).toMatchObject({
      ok: true,
      chains: [
        { partition: "54", lines: 2, head, broken: null },
        { partition: "TH", lines: 1, broken: null },
      ],
    });
    expect((await ruamHere("audit", "verify", "--data", dir, "--head", head)).code).toBe(0);
    const lost = await ruamHere("audit", "verify", "--data", dir, "--head", "0".repeat(64));
    expect([lost.code, lost.out.includes("ไม่พบค่าแฮช")]).toEqual([1, true]);

    const sql = nodeSql(join(dir, "54.db"));
    sql.all("DROP TRIGGER audit_stays");
    sql.all("UPDATE audit SET detail = '{}' WHERE seq = 2");
    sql.close();
    const broken = await ruamHere("audit", "verify", "--data", dir, "--json");
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject({
      ok: false,
      chains: [{ partition: "54", broken: { seq: 2, why: "changed" } }, { partition: "TH" }],
    });
    expect((await ruamHere("audit", "verify", "--data", dir)).out).toContain("54: บันทึกผิดที่บรรทัด 2 — เนื้อหาถูกแก้");
  });
});
