import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findForm } from "../../shared/forms/index.ts";
import { OFFICE } from "../http/stage.ts";
import { clip, photo, png } from "../media/samples.ts";
import { activities } from "./activities.ts";
import { codeOf, type Hands, handsOf } from "./hands.ts";
import { type Here, openHere } from "./stage.ts";

let here: Here;
beforeAll(async () => {
  here = await openHere();
});
afterAll(() => here.close());

/** Sends a report of two activities, four photos and a clip each. */
async function reported(period: string): Promise<Hands & { targets: string[] }> {
  const answer = await here.stage.as("officeOwn", "POST", "/api/v1/submissions", {
    body: activities(period, OFFICE),
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { submission } = (await answer.json()) as { submission: string };
  const hands = handsOf(here.stage, "officeOwn", submission);
  const { needs } = await hands.view();
  return { ...hands, targets: needs.filter(({ kind }) => kind === "photo").map(({ target }) => target) };
}

const PHOTO = { kind: "photo", name: "ภาพ.jpg" } as const;

describe("photos of activities, over the real app on disk", () => {
  it("as many as the activity claims, each once, and a clip of thirty seconds at most", async () => {
    const hands = await reported("2024-06");
    const { needs, waiting, clipLimit } = await hands.view();
    expect(needs.map(({ kind, count, consent }) => [kind, count, consent])).toEqual([
      ["clip", 1, null],
      ["photo", 4, null],
      ["clip", 1, null],
      ["photo", 4, null],
    ]);
    expect([waiting, clipLimit?.seconds, clipLimit?.stricter]).toEqual([10, 30, null]);
    const [one, two] = hands.targets as [string, string];
    for (const salt of [1, 2, 3, 4]) await hands.send(photo({ salt }), { ...PHOTO, target: one });
    expect(await codeOf(await hands.announce(photo({ salt: 5 }), { ...PHOTO, target: one }))).toBe("file-enough");
    expect(await codeOf(await hands.announce(photo({ salt: 1 }), { ...PHOTO, target: two }))).toBe("file-twice");
    expect((await hands.send(clip({ seconds: 31 }))).reason).toBe("too-long");
    expect((await hands.view()).waiting).toBe(6);
  });

  it("loses its place on the way in, whatever it is called; what is no photo is refused with the reason", async () => {
    const hands = await reported("2024-07");
    const [target] = hands.targets as [string];
    const { id, notes } = await hands.send(photo({ place: true, orientation: 6 }), { ...PHOTO, target });
    expect(notes).toEqual(["place-removed"]);
    const answer = await hands.open(id);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(new TextDecoder("latin1").decode(await answer.arrayBuffer())).not.toContain("18.1446");
    const got = [];
    for (const bytes of [clip(), photo().slice(0, 90), new TextEncoder().encode("<html>")])
      got.push((await hands.send(bytes, { ...PHOTO, target })).reason);
    expect(got).toEqual(["not-a-photo", "broken", "not-a-photo"]);
    expect((await hands.send(png(), { ...PHOTO, target })).state).toBe("checked");
  });

  it("the same picture under other wrappings is the same; one that looks alike, or came last month, is noted", async () => {
    const hands = await reported("2024-08");
    const [one, two] = hands.targets as [string, string];
    await hands.send(photo({ salt: 9 }), { ...PHOTO, target: one, look: "00ff00ff00ff00ff" });
    const wrapped = await hands.send(photo({ salt: 9, place: true, comment: "x" }), { ...PHOTO, target: two });
    expect([wrapped.state, wrapped.reason]).toEqual(["refused", "twice"]);
    const alike = await hands.send(photo({ salt: 10 }), { ...PHOTO, target: two, look: "00ff00ff00ff00fe" });
    expect([alike.state, alike.notes]).toEqual(["checked", ["looks-alike"]]);
    const other = await hands.send(photo({ salt: 11 }), { ...PHOTO, target: two, look: "ff00ff00ff00ff00" });
    expect(other.notes).toEqual([]);
    const next = await reported("2024-09");
    const again = await next.send(photo({ salt: 9 }), { ...PHOTO, target: next.targets[0]! });
    expect([again.state, again.notes]).toEqual(["checked", ["used-before"]]);
  });

  it("the form takes no photo of a clip's place", async () => {
    const hands = await reported("2024-10");
    expect(findForm("volunteer-activities")!.attachments.clipSeconds!.value).toBe(30);
    expect((await hands.announce(photo(), { ...PHOTO, target: "ไม่มีกิจกรรมนี้" })).status).toBe(422);
  });
});
