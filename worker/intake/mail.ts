import PostalMime, { type Address, type Email } from "postal-mime";
import { repairName } from "../../shared/workbook/archiveNames.ts";

/** Who sent a file and under what heading. Never proof of anything: whoever writes a mail writes these too. */
export interface MailNote {
  from: string;
  fromName: string;
  subject: string;
  /** As written in the mail, ISO 8601 where it could be read; "" when it says none. */
  date: string;
}

export interface MailParts {
  note: MailNote;
  attachments: { name: string; bytes: Uint8Array }[];
}

const MAX_TEXT = 300;
const MAX_NESTING = 30;
const MAX_HEADER_BYTES = 256 * 1024;
const HEADER =
  /^(return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-type|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|reply-to|sender):/i;

/** True for a file that begins as an e-mail does. */
export function isMail(bytes: Uint8Array, name: string): boolean {
  const head = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 2048))
    .replace(/^\ufeff|^ï»¿/, "")
    .trimStart();
  if (/\.eml$/i.test(name)) return HEADER.test(head) || /^From .*\r?\n/.test(head);
  const lines = head.split(/\r?\n/).filter((line) => !/^\s/.test(line));
  return lines.slice(0, 3).length === 3 && lines.slice(0, 3).every((line) => HEADER.test(line));
}

/** Reads an e-mail: its heading and what is attached. Pictures that belong to the text are left out. Throws what is no mail. */
export async function readMail(bytes: Uint8Array): Promise<MailParts> {
  const mail = await PostalMime.parse(bytes, {
    attachmentEncoding: "arraybuffer",
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADER_BYTES,
    forceRfc822Attachments: true,
  });
  const attachments = mail.attachments
    .filter((one) => !(one.mimeType.startsWith("image/") && (one.related === true || one.disposition === "inline")))
    .map((one, i) => ({ name: nameOf(one.filename, one.mimeType, i), bytes: bytesOf(one.content) }));
  return { note: noteOf(mail), attachments };
}

function noteOf(mail: Email): MailNote {
  const from = oneAddress(mail.from);
  return {
    from: short(from.address),
    fromName: short(repairName(from.name)),
    subject: short(repairName(mail.subject ?? "")),
    date: short(mail.date ?? ""),
  };
}

function oneAddress(address: Address | undefined): { name: string; address: string } {
  const one = address?.group === undefined ? address : address.group[0];
  return { name: one?.name ?? "", address: one?.address ?? "" };
}

function nameOf(name: string | null, mimeType: string, at: number): string {
  if (name !== null && name !== "") return short(repairName(name).replace(/^.*[/\\]/, ""));
  return mimeType === "message/rfc822" ? `message-${at + 1}.eml` : `attachment-${at + 1}`;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** One line, no control letters: it is shown and kept, and comes from anybody. */
function short(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ")
    .trim()
    .slice(0, MAX_TEXT);
}
