import { describe, expect, it } from "vitest";
import type { IntakeAnswer } from "../../shared/wire/intake.ts";
import type { ReceiptWire } from "../../shared/wire/report.ts";
import { NEED_CODES, type Need } from "../../worker/intake/needs.ts";
import {
  type Item,
  needsOfList,
  newItem,
  otherPeriods,
  passes,
  type Shown,
  shownOf,
  tally,
} from "../../worker/pages/browser/intake/model.ts";

const RECEIPT: ReceiptWire = {
  receipt: "99-6610-AAAAAA",
  submission: "99-AAAAAAAAAA",
  version: 1,
  receivedAt: "2023-10-09T02:00:00Z",
  late: false,
  contentHash: "h",
};
const ANSWER: IntakeAnswer = {
  ...{ hash: "h", form: { id: "childcare-clips", title: "แบบ" }, sheet: "รายงาน", sheets: [], period: "2023-10" },
  office: { code: "5990102", label: "ทต.ตัวอย่างพัฒนา", district: "เมืองตัวอย่าง" },
  counts: { rows: 1, ok: 1, fixed: 0, warn: 0, suggest: 0, error: 0, skip: 0 },
  ...{
    submittable: true,
    questions: [],
    identified: false,
    needs: [],
    offices: [],
    periods: [],
    points: [],
    pointCount: 0,
  },
  ...{ received: null, current: null, reply: "" },
};
const file = {} as File;
function item(more: Partial<Item> = {}, answer: Partial<IntakeAnswer> | null = {}): Item {
  const made = newItem({ name: "ก.xlsx", within: [], mail: null, file, trouble: null, waiting: null });
  return { ...made, step: "checked", answer: answer === null ? null : { ...ANSWER, ...answer }, ...more };
}
const need = (code: Need["code"]): Need => ({ code, params: {} });

describe("what a file's state is, for the eye", () => {
  it.each<[string, Item, Need | undefined, Shown]>([
    ["in order", item(), undefined, "ready"],
    ["not checked yet", item({ step: "queued" }, null), undefined, "queued"],
    ["no month", item({}, { period: null, needs: [need("no-period")] }), undefined, "person"],
    ["no office", item({}, { office: null, needs: [need("no-office")] }), undefined, "person"],
    [
      "a point to mend is past choosing",
      item({}, { submittable: false, needs: [need("no-period"), need("points")] }),
      undefined,
      "stuck",
    ],
    ["not submittable whatever else", item({}, { submittable: false }), undefined, "stuck"],
    ["the same report twice", item(), need("same-report"), "person"],
    ["another version is there", item({}, { needs: [need("replaces")] }), undefined, "person"],
    ["in place of it, as chosen", item({ replace: true }, { needs: [need("replaces")] }), undefined, "ready"],
    [
      "chosen, but something else is open",
      item({ replace: true }, { needs: [need("replaces"), need("no-period")] }),
      undefined,
      "person",
    ],
    ["received before", item({}, { received: { ...RECEIPT, status: "received" } }), undefined, "received"],
    ["no file came out", item({ file: null, trouble: need("mail-empty") }, null), undefined, "stuck"],
    ["sent", item({ step: "sent", receipt: RECEIPT }), undefined, "sent"],
    [
      "a need of tomorrow's collector waits",
      item({}, { needs: [{ code: "unheard-of", params: {} }] }),
      undefined,
      "person",
    ],
  ])("%s", (_, one, beside, shown) => expect(shownOf(one, beside)).toBe(shown));

  it("with any need at all a file is not ready", () => {
    for (const code of NEED_CODES)
      expect([code, shownOf(item({}, { needs: [need(code)] }), undefined)]).not.toEqual([code, "ready"]);
  });
});

it("of equal files the first goes on; what is sent no longer stands in the way", () => {
  const [a, b, c] = [item(), item(), item({}, { hash: "other" })];
  expect([...needsOfList([a, b, c])].map(([id, { code }]) => [id, code])).toEqual([
    [b.id, "duplicate"],
    [a.id, "same-report"],
    [c.id, "same-report"],
  ]);
  a.step = "sent";
  expect([...needsOfList([a, b, c])].map(([id, { code }]) => [id, code])).toEqual([[b.id, "duplicate"]]);
});

it("each state is found under one filter, and the counts agree", () => {
  const states: Shown[] = [
    "queued",
    "checking",
    "ready",
    "person",
    "stuck",
    "sending",
    "sent",
    "received",
    "passed",
    "failed",
  ];
  const found = states.map((shown) =>
    (["ready", "person", "stuck", "done"] as const).filter((filter) => passes(shown, filter)),
  );
  expect(found).toEqual([
    [],
    [],
    ["ready"],
    ["person"],
    ["stuck"],
    ["ready"],
    ["done"],
    ["done"],
    ["done"],
    ["person"],
  ]);
  expect(tally(states)).toEqual({ total: 10, ready: 2, person: 2, stuck: 1, done: 3 });
});

describe("the months to choose from", () => {
  it("a month that was proposed stands in the list once", () => {
    const proposed = [{ period: "2026-12", whence: "fileName" as const }];
    expect(otherPeriods(proposed, ["2026-12", "2026-11"])).toEqual(["2026-11"]);
    expect(otherPeriods([], ["2026-12", "2026-11"])).toEqual(["2026-12", "2026-11"]);
  });
});
