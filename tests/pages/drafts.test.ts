import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropOldDrafts, forgetDrafts, keepDraft, leaveDrafts, readDraft } from "../../worker/pages/browser/drafts.ts";

/** Simulated: the browser's store, of which only these three calls and its keys are used. */
function storage(full = false): Record<string, unknown> {
  const store = Object.create({
    getItem: (key: string) => store[key] ?? null,
    setItem(key: string, value: string) {
      if (full) throw new DOMException("full", "QuotaExceededError");
      store[key] = value;
    },
    removeItem: (key: string) => delete store[key],
  });
  return store;
}

/** As after a reload: what the page held by itself is gone. */
const reload = leaveDrafts;
const [ONE, TWO] = ["99-P1", "99-P2"];

describe("what somebody typed and has not sent", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2026-11-10T03:00:00Z"), toFake: ["Date"] });
    vi.stubGlobal("localStorage", storage());
  });
  afterEach(() => {
    leaveDrafts();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("outlives a reload, for the person who wrote it and for nobody else", () => {
    keepDraft(ONE, "answer.1", "แก้แล้ว\nสองบรรทัด");
    reload();
    expect([readDraft(ONE, "answer.1"), readDraft(TWO, "answer.1"), readDraft(undefined, "answer.1")]).toEqual([
      "แก้แล้ว\nสองบรรทัด",
      null,
      null,
    ]);
  });

  it("is gone when it was sent, and all of it when the person signs out; another's stays", () => {
    keepDraft(ONE, "answer.1", "ก");
    keepDraft(ONE, "answer.1", null);
    keepDraft(ONE, "review.2", { note: "ข" });
    keepDraft(TWO, "review.2", { note: "ค" });
    forgetDrafts(ONE);
    expect([readDraft(ONE, "answer.1"), readDraft(ONE, "review.2"), readDraft(TWO, "review.2")]).toEqual([
      null,
      null,
      { note: "ค" },
    ]);
  });

  it("leaves the device after a month; what is not a draft is not touched", () => {
    keepDraft(ONE, "review.2", "เก่า");
    localStorage.setItem("ruam.other", "kept");
    reload();
    vi.setSystemTime(Date.parse("2026-12-11T03:00:00Z"));
    expect(readDraft(ONE, "review.2")).toBeNull();
    dropOldDrafts();
    expect(Object.keys(localStorage)).toEqual(["ruam.other"]);
  });

  it("is held by the page alone where the device is full, forbids keeping, or holds something unreadable", () => {
    vi.stubGlobal("localStorage", storage(true));
    keepDraft(ONE, "review.2", "ก");
    expect(readDraft(ONE, "review.2")).toBe("ก");
    reload();
    expect(readDraft(ONE, "review.2")).toBeNull();
    vi.stubGlobal("localStorage", storage());
    localStorage.setItem("ruam.draft.99-P1.review.2", "{");
    expect(readDraft(ONE, "review.2")).toBeNull();
    dropOldDrafts();
  });
});
