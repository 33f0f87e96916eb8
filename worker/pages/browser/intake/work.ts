import type { IntakeAnswer } from "../../../../shared/wire/intake.ts";
import type { ReceiptWire } from "../../../../shared/wire/report.ts";
import { getFile, post, postFile, postForFile, Trouble } from "../api.ts";
import type { Item } from "./model.ts";

/** The calls a file needs, each with the same few words about where it came from. */

const WAIT_AT_LEAST_MS = 1_000;

/** Where a file lay may propose whose it is; nothing of it is taken as said. */
function hints({ mail, within }: Item): Record<string, string> {
  const cut = (text: string) => text.slice(0, 300);
  return {
    ...(mail === null ? {} : { subject: cut(mail.subject), sender: cut(mail.fromName) }),
    ...(within.length === 0 ? {} : { folder: cut(within.at(-1)!) }),
  };
}

function said({ office, period, sheet, columns: named }: Item): Record<string, string> {
  const columns = Object.keys(named).length === 0 ? undefined : JSON.stringify(named);
  return Object.fromEntries(
    Object.entries({ office, period, sheet, columns }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  );
}

export function check(item: Item, signal: AbortSignal): Promise<IntakeAnswer> {
  return patiently(
    () => postFile<IntakeAnswer>("/intake/check", item.file!, { ...hints(item), ...said(item) }, undefined, signal),
    signal,
  );
}

export function send(item: Item, signal: AbortSignal): Promise<ReceiptWire> {
  const { answer, replace, waiting } = item;
  const fields: Record<string, string> = { ...said(item), office: answer!.office!.code, period: answer!.period! };
  if (replace && answer!.current !== null) fields.replaces = String(answer!.current.version);
  if (waiting !== null) fields.item = waiting;
  return patiently(() => postFile<ReceiptWire>("/intake/send", item.file!, fields, undefined, signal), signal);
}

/** Keeps what was said of a column for the office's next sheets; while the office is open it goes along with the file alone. */
export async function rememberColumn({ answer }: Item, key: string, field: string | null): Promise<void> {
  if (answer?.form == null || answer.office === null) return;
  const asked = { form: answer.form.id, office: answer.office.code, answers: { [key]: field } };
  await patiently(() => post("/columns", asked), new AbortController().signal);
}

/** Hands a file to the province's list. */
export function passOn(item: Item, signal: AbortSignal): Promise<{ id: string }> {
  const { mail, within, name, file } = item;
  const about: Record<string, string> =
    mail === null ? {} : { subject: mail.subject, sender: mail.from, senderName: mail.fromName };
  const fields: Record<string, string> = {
    ...about,
    ...(within.length === 0 ? {} : { within: within.join("\n").slice(0, 3000) }),
  };
  const named = new File([file!], name);
  return patiently(() => postFile<{ id: string }>("/intake", named, fields, undefined, signal), signal);
}

export function marked(item: Item): Promise<Blob> {
  return patiently(() => postForFile("/intake/marked", item.file!, said(item)), new AbortController().signal);
}

export async function waitingFile(id: string, name: string, signal: AbortSignal): Promise<File> {
  return new File([await patiently(() => getFile(`/intake/${id}/file`, signal), signal)], name);
}

/** A collector that asks to wait is waited for: forty files are checked in one go. */
async function patiently<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Trouble) || error.status !== 429 || signal.aborted) throw error;
      const { seconds } = (error.problem.params ?? {}) as { seconds?: number };
      await new Promise((resolve) => setTimeout(resolve, Math.max(WAIT_AT_LEAST_MS, (seconds ?? 1) * 1_000)));
    }
  }
}
