import type { Digest } from "./digest.ts";
import type { Words } from "./formTab.ts";
import type { Column, Tab, Value } from "./tab.ts";

/** The overviews speak of this many of the newest periods of each form; who did not send two years ago helps nobody. */
const PERIODS = 12;

export interface Digested {
  form: string;
  period: string;
  digest: Digest;
}

/** สรุป and ยังไม่ส่ง over all forms and periods, newest first, from what each tab's own model counted. */
export function overviewTabs(digested: readonly Digested[], words: Words): Tab[] {
  const { master } = words;
  const seen = new Map<string, number>();
  const newest = [...digested]
    .sort((a, b) => order(b.period, a.period) || order(a.form, b.form))
    .filter(({ form }) => {
      const count = (seen.get(form) ?? 0) + 1;
      seen.set(form, count);
      return count <= PERIODS;
    });
  const summary = newest.flatMap(({ digest }) => digest.summary);
  const missing = newest.flatMap(({ digest }) => digest.missing);
  const note = newest.length === 0 ? master.nothingYet : missing.length === 0 ? master.allSent : null;
  return [
    overview("summary", master.summary, master.summaryTitle, summaryColumns(words), summary, words),
    overview("missing", master.missing, master.missingTitle, missingColumns(words), saying(missing, note), words),
  ];
}

/** Byte order, so that it is the same on every machine. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An empty list says why it is empty. */
function saying(rows: Value[][], note: string | null): Value[][] {
  return rows.length > 0 || note === null ? rows : [[note, "", "", "", "", ""]];
}

function overview(form: string, title: string, about: string, columns: Column[], rows: Value[][], words: Words): Tab {
  const banner = words.google.banner
    .replace("{title}", about)
    .replace("{scope} ", "")
    .replace("{rewritten}", words.google.rewritten);
  return { form, period: "", title, banner, columns, rows };
}

function whichColumns({ google, master }: Words): Column[] {
  return [
    { heading: google.formHeading, look: "text", width: 16 },
    { heading: google.periodHeading, look: "text", width: 16 },
    { heading: master.district, look: "text", width: 20 },
  ];
}

function summaryColumns(words: Words): Column[] {
  const { master, google } = words;
  const number = (heading: string): Column => ({ heading, look: "number", width: 12 });
  return [
    ...whichColumns(words),
    ...[master.offices, master.sent, master.notSent].map(number),
    { heading: master.share, look: "percent", width: 12 },
    ...[master.late, master.returned, master.nil, master.rows, google.done, google.notDone, google.nilRows].map(number),
  ];
}

function missingColumns(words: Words): Column[] {
  const { master } = words;
  return [
    ...whichColumns(words),
    { heading: master.office, look: "text", width: 30 },
    { heading: master.code, look: "centred", width: 12 },
    { heading: master.status, look: "centred", width: 16, choices: [master.stateMissing, master.stateReturned] },
  ];
}
