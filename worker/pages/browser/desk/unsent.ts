import { get } from "../api.ts";
import { byId } from "../dom.ts";
import { keepDraft, readDraft } from "../drafts.ts";
import { carry, type Pick } from "./pickList.ts";
import { cellName, clearPicks, leaveDropped, onPicks, picksNow, setPicks } from "./picks.ts";
import { told } from "./state.ts";
import type { Desk, Detail, Diff } from "./types.ts";
import { fill, unsent } from "./words.ts";

/** What a reviewer wrote about one version and has not sent. */
interface Unsent {
  version: number;
  note: string;
  picks: Pick[];
}

const note = () => byId<HTMLTextAreaElement>("note");
const about = (id: string) => `review.${id}`;

/** Where what is written now is kept; null: nobody is at work. */
let place: { person: string | undefined; id: string; version: number } | null = null;

function nothing({ note, picks }: Omit<Unsent, "version">): boolean {
  return note.trim() === "" && picks.length === 0;
}

/** Sets the note, and lets what watches its length look again. */
function put(text: string): void {
  if (note().value === text) return;
  note().value = text;
  note().dispatchEvent(new Event("input"));
}

function keep(): void {
  if (place === null) return;
  const now = { note: note().value, picks: picksNow() };
  keepDraft(place.person, about(place.id), nothing(now) ? null : { ...now, version: place.version });
}

/**
 * Brings back what was written and not sent, before a version is drawn. What was written about an older version is carried over to
 * the rows it was about; what finds no row goes into the note, and the page says so.
 */
export async function bringUnsent(now: Desk, detail: Detail): Promise<void> {
  const { person } = now.session;
  const id = detail.submission;
  const older = readDraft<Unsent>(person, about(id))?.version ?? detail.version;
  const compared = older === detail.version ? null : await compare(older, detail);
  // Read after the waiting: somebody may have gone on writing.
  const kept = readDraft<Unsent>(person, about(id));
  if (place?.version !== detail.version) leaveDropped();
  place = { person, id, version: detail.version };
  if (kept === null) return;
  const { placed, left } = compared === null ? { placed: kept.picks, left: [] } : compared(kept.picks);
  setPicks(placed);
  const lines = left.map(({ row, field, text }) =>
    fill(unsent.leftLine, { cell: cellName(detail.form, row, field), text: text.trim() || unsent.unsaid.cell }),
  );
  put([kept.note, ...lines].filter((line) => line !== "").join("\n"));
  keep();
  if (compared !== null)
    told(left.length === 0 ? unsent.carried : `${unsent.carried} ${fill(unsent.carriedLeft, { count: left.length })}`);
}

/** How remarks on an older version come to the rows of this one. */
async function compare(version: number, detail: Detail): Promise<(picks: Pick[]) => ReturnType<typeof carry>> {
  const path = `/submissions/${detail.submission}`;
  const [before, diff] = await Promise.all([
    get<Detail>(path, { version: String(version) }),
    get<Diff>(`${path}/diff`, { from: String(version), to: String(detail.version) }),
  ]);
  return (picks) => carry(picks, rowsOf(before), rowsOf(detail), diff);
}

function rowsOf({ answers }: Detail): number[] {
  return answers.filter(({ verdict }) => verdict !== "skip").map(({ row }) => row);
}

/** It was sent: nothing is left to keep. */
export function sentUnsent(): void {
  clearPicks();
  put("");
  keep();
}

/** Whoever leaves takes nothing along and leaves nothing on the page. */
export function leaveUnsent(): void {
  place = null;
  clearPicks();
  note().value = "";
}

/** Keeps what is written as it is written; asks before the page is left with it. */
export function openUnsent(): void {
  onPicks(keep);
  note().addEventListener("input", keep);
  window.addEventListener("beforeunload", (event) => {
    if (!byId("decide").hidden && !nothing({ note: note().value, picks: picksNow() })) event.preventDefault();
  });
}
