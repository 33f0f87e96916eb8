import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { packProvince } from "../../shared/offices/pack.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import worker, { collectorOf, type Env } from "../../worker/host/cloudflare.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { THERE } from "../http/stage.ts";
import { book } from "../intake/books.ts";
import { makeMail } from "../intake/heap.ts";

const PROVINCE = { person: "x", role: "province", place: "97" } as const;
const HERE = THERE.map((office) => ({
  ...office,
  code: `${office.code[0]}97${office.code.slice(3)}`,
  provinceCode: "97",
}));

/** The handler as deployed, given a message as Cloudflare describes it; no mail was sent through Cloudflare. */
describe("mail inside workerd", () => {
  beforeAll(async () => {
    const store = await collectorOf(env as Env).at("97");
    await store.importRoster(OPERATOR, packProvince(buildRegistry(HERE), "97"), "sample");
  });

  it("a message's attachment waits for the province, its bytes whole", async () => {
    const bytes = book("2023-10", { office: HERE[1]! });
    const mail = makeMail([{ name: "งาน.xlsx", bytes }], { subject: "ส่งรายงาน" });
    const reasons: string[] = [];
    const raw = new Blob([mail]).stream();
    await worker.email(
      { from: "a@b.c", to: "ruam+97@x.go.th", raw, rawSize: mail.length, setReject: (why) => void reasons.push(why) },
      env as Env,
    );
    const store = await collectorOf(env as Env).at("97");
    const [item] = await store.waitingArrivals(PROVINCE, undefined, 10);
    expect([reasons, item]).toMatchObject([[], { name: "งาน.xlsx", mail: { subject: "ส่งรายงาน" } }]);
    expect((await store.arrivalFile(PROVINCE, item!.id)).content).toEqual(bytes);
  });
});
