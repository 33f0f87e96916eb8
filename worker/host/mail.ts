import { ISOLATE_LIMITS } from "../../shared/workbook/limits.ts";
import { ISOLATE_INTAKE_LIMITS } from "../intake/limits.ts";
import type { Collector } from "../people/partition.ts";
import type { Actor } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
import { receiveMail } from "../routes/mailIn.ts";

/** A message as Cloudflare's Email Workers hand it over, as far as we use it. */
export interface MailMessage {
  readonly from: string;
  readonly to: string;
  readonly raw: ReadableStream<Uint8Array>;
  readonly rawSize: number;
  /** Gives the message back to its sender with this reason. */
  setReject(reason: string): void;
}

/** Mail comes from anybody; what it does stands in the audit under this name. */
const MAIL: Actor = { person: "mail", role: "operator", place: "TH" };

/** The two digits of the address, before the @: "54@", "ruam+54@", "reports-54@". */
export function provinceOfAddress(to: string): string | null {
  return /(?:^|[^0-9])([1-9][0-9])@[^@]*$/.exec(to)?.[1] ?? null;
}

/**
 * Keeps what a message carries for the province its address names. It is given back to the sender, with a reason in both languages, when it is
 * too large, names no province that is here, or the inbox is full: nothing is taken and then lost.
 */
export async function handleMail(
  message: MailMessage,
  { collector, province }: { collector: Collector; province?: string | undefined },
): Promise<void> {
  const code = provinceOfAddress(message.to) ?? province ?? null;
  if (code === null) return message.setReject("ที่อยู่นี้ไม่ได้บอกจังหวัด / this address names no province");
  const limit = ISOLATE_INTAKE_LIMITS.mailBytes;
  if (message.rawSize > limit)
    return message.setReject(`ใหญ่เกิน ${limit / 1024 / 1024} MB / larger than ${limit / 1024 / 1024} MB`);
  const bytes = new Uint8Array(await new Response(message.raw as never).arrayBuffer());
  const to = { collector, province: code, actor: MAIL, limits: ISOLATE_INTAKE_LIMITS, workbook: ISOLATE_LIMITS };
  try {
    const arrived = await receiveMail([{ name: "message.eml", bytes }], to);
    if (arrived.some(({ outcome }) => outcome === "full"))
      message.setReject("กล่องของจังหวัดเต็ม โปรดโทรแจ้ง / the province's inbox is full");
  } catch (error) {
    // A province without its list of offices here answers as an address nobody has.
    const refused = error instanceof Refusal || (error as { code?: string }).code === "province-unknown";
    if (!refused) throw error;
    message.setReject("ระบบนี้ไม่มีจังหวัดนี้ / this collector holds no such province");
  }
}
