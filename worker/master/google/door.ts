import { googleTroublesEn, googleTroublesTh } from "../../../shared/words/google.ts";
import { type GoogleOptions, openSheets, type Sheets } from "./client.ts";
import { readServiceAccount } from "./key.ts";
import { type Probed, probe } from "./probe.ts";

export type TroubleCode = keyof typeof googleTroublesTh;

/** The collector's Google account, as a request may use it. */
export interface GoogleDoor {
  /** The address to share a spreadsheet with. */
  email: string;
  probe(spreadsheet: string, province: string): Promise<Probed>;
}

/** How a host is told of its Google account: the same names on every host. */
export interface GoogleSettings {
  /** The key file of a service account, as JSON. */
  account: string | undefined;
  /** Other addresses than Google's own, for tests and proxies. */
  sheetsUrl?: string | undefined;
  tokenUrl?: string | undefined;
}

/** Google's Sheets as this deployment's account sees them; null where none is set up. Throws TypeError for a key that is none. */
export function sheetsOf(
  settings: GoogleSettings,
  more: Pick<GoogleOptions, "now" | "fetch" | "timeoutMs">,
): Sheets | null {
  if (settings.account === undefined || settings.account.trim() === "") return null;
  return openSheets({
    ...{ account: readServiceAccount(settings.account), ...more },
    ...(settings.sheetsUrl ? { rootUrl: settings.sheetsUrl } : {}),
    ...(settings.tokenUrl ? { tokenUrl: settings.tokenUrl } : {}),
  });
}

/** `take` as in `Writer`: finding out whether a spreadsheet can be written costs two requests. */
export function doorOf(sheets: Sheets, take: (requests: number) => Promise<number>): GoogleDoor {
  return {
    email: sheets.email,
    async probe(spreadsheet, province) {
      if ((await take(2)) > 0) return { trouble: "busy" };
      return probe(sheets, spreadsheet, province);
    },
  };
}

/** The sentences of a trouble in both languages. */
export function troubleWords(code: TroubleCode, email: string | null): { th: string; en: string } {
  const fill = (text: string) => text.replaceAll("{email}", () => email ?? "");
  return { th: fill(googleTroublesTh[code]), en: fill(googleTroublesEn[code]) };
}
