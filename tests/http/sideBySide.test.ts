import { afterEach, describe, expect, it, vi } from "vitest";
import { askAll } from "../../worker/routes/levels/sideBySide.ts";

afterEach(() => vi.useRealTimers());

describe("asking many places side by side", () => {
  it("never more than so many at once, and answers in the order asked", async () => {
    let now = 0;
    let most = 0;
    const places = Array.from({ length: 76 }, (_, i) => String(i));
    const answers = await askAll(
      places,
      async (place) => {
        most = Math.max(most, ++now);
        for (let i = 0; i < 3 + (Number(place) % 5); i++) await Promise.resolve();
        now--;
        return place;
      },
      { limit: 12, timeoutMs: 1000 },
    );
    expect(most).toBe(12);
    expect(answers).toEqual(places.map((value) => ({ value })));
  });

  it("one that fails or never answers holds up none of the others", async () => {
    vi.useFakeTimers();
    const asked = askAll(
      ["a", "never", "b", "fails", "c"],
      (place) =>
        place === "never"
          ? new Promise<string>(() => {})
          : place === "fails"
            ? Promise.reject(new Error("away"))
            : Promise.resolve(place),
      { limit: 1, timeoutMs: 8000 },
    );
    await vi.advanceTimersByTimeAsync(8000);
    expect(await asked).toEqual([
      { value: "a" },
      { late: true },
      { value: "b" },
      { error: new Error("away") },
      { value: "c" },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
