import type { RowRule } from "../../forms/definition.ts";
import { editDistance, nearLimit } from "../../text/distance.ts";
import { matchKey } from "../../text/key.ts";
import { type DocumentState, partNumber, partText, worsened } from "./parts.ts";

/** Each activity has its photos: fewer blocks sending, more is only told. */
export function photosPerActivity(state: DocumentState, rule: RowRule): void {
  const [photos, activities] = (rule.fields ?? []).map((field) => state.lists.get(field));
  const limit = rule.limit ?? 1;
  if (photos === undefined) return;
  const note = (name: string, count: number) => {
    const verdict = count > limit ? ({ verdict: "warn" } as const) : rule;
    photos.reading = worsened(photos.reading, verdict, "PHOTO_COUNT", { name, count, limit });
    return verdict;
  };
  for (const line of photos.lines) {
    const count = partNumber(line, "photos");
    if (count === null || count === limit) continue;
    const verdict = note(partText(line, "name"), count);
    const params = { name: partText(line, "name"), count, limit };
    line.parts.photos!.reading = worsened(line.parts.photos!.reading, verdict, "PHOTO_COUNT", params);
  }
  // An activity without a block of its own has no photos at all.
  for (const line of (activities?.lines ?? []).slice(photos.lines.length)) note(partText(line, "name"), 0);
}

/** The photos are of the activities of the section before. A name nearly the same, or left away, is asked; another is refused. */
export function photosMatchActivities(state: DocumentState, rule: RowRule): void {
  const [photos, activities] = (rule.fields ?? []).map((field) => state.lists.get(field));
  if (photos === undefined || activities === undefined) return;
  const names = activities.lines.map((line) => partText(line, "name")).filter((name) => name !== "");
  photos.lines.forEach((line, i) => {
    const name = partText(line, "name");
    const key = matchKey(name);
    const part = line.parts.name;
    if (part === undefined || (key !== "" && names.some((one) => matchKey(one) === key))) return;
    const near = key === "" ? names.slice(i, i + 1) : names.filter((one) => isNear(key, matchKey(one)));
    const verdict = near.length > 0 ? ({ verdict: "suggest" } as const) : rule;
    part.reading = worsened(part.reading, verdict, "PHOTO_MATCH", { name }, near);
    photos.reading = worsened(photos.reading, verdict, "PHOTO_MATCH", { name });
  });
}

function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a))) return true;
  const limit = nearLimit(Math.min(a.length, b.length));
  return editDistance(a, b, limit) <= limit;
}
