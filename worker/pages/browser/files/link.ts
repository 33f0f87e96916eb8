import type { FileLink } from "../../../../shared/wire/files.ts";
import { get } from "../api.ts";

/** A link of the viewer's own to one file. With the one before, the looking goes on and is no other in the audit. */
export function linkTo(file: string, before?: FileLink): Promise<FileLink> {
  const after = before === undefined ? undefined : (new URL(before.url, location.href).searchParams.get("link") ?? "");
  return get<FileLink>(`/files/${file}/link`, { after });
}

export type Standing = "well" | "over" | "away";

/** What a link does now: it serves, its time is over, or nothing answers. Asks for one byte. */
export async function standingOf({ url }: FileLink): Promise<Standing> {
  try {
    const answer = await fetch(url, { headers: { range: "bytes=0-0" } });
    await answer.body?.cancel();
    return answer.ok ? "well" : answer.status === 403 ? "over" : "away";
  } catch {
    return "away";
  }
}

/** Hands the file to the browser's own download. */
export function save({ url, name }: FileLink): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
