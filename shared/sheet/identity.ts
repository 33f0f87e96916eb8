/**
 * The identity of a blank we wrote: it travels in a hidden defined name, so that it survives Save As and e-mail,
 * and as a short code printed on the sheet. `RUAM_ID` holds the text `form|version|province|period|office`,
 * empty parts allowed, e.g. "childcare-clips|1|54|2023-10|5540103". The visible code is `รหัสแบบ ` + `visibleCode(...)`.
 */
export interface Identity {
  form: string;
  version: number;
  /** Two digits. */
  province: string | null;
  /** YYYY-MM. */
  period: string | null;
  /** Seven digits. */
  office: string | null;
}

export const IDENTITY_NAME = "RUAM_ID";

export function formatIdentity(id: Identity): string {
  return [id.form, id.version, id.province ?? "", id.period ?? "", id.office ?? ""].join("|");
}

/** Reads the text of the defined name (with or without quotes and "="). Anything malformed is no identity: null. */
export function parseIdentity(text: string): Identity | null {
  const parts = text
    .replace(/^=/, "")
    .replace(/^"([\s\S]*)"$/, "$1")
    .split("|");
  if (parts.length !== 5) return null;
  const [form, version, province, period, office] = parts as [string, string, string, string, string];
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(form) || !/^[1-9][0-9]{0,3}$/.test(version)) return null;
  if (province !== "" && !/^[0-9]{2}$/.test(province)) return null;
  if (period !== "" && !/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(period)) return null;
  if (office !== "" && !/^[0-9]{7}$/.test(office)) return null;
  return {
    form,
    version: Number(version),
    province: province || null,
    period: period || null,
    office: office || null,
  };
}

/** Printed under the table: "childcare-clips/1-54-2023-10-5540103", parts left out where unknown. */
export function visibleCode(id: Identity): string {
  return [`${id.form}/${id.version}`, id.province, id.period, id.office].filter((part) => part !== null).join("-");
}

/** The printed code read back as the text of the defined name; null for any other text. What follows the code is let be. */
export function visibleIdentity(text: string): string | null {
  const match =
    /^รหัสแบบ ([a-z][a-z0-9-]*)\/([0-9]+)(?:-([0-9]{2}))?(?:-([0-9]{4}-[0-9]{2}))?(?:-([0-9]{7}))?(?:\s|$)/.exec(text);
  if (match === null) return null;
  const parts = match
    .slice(1)
    .map((part) => part ?? "")
    .join("|");
  return parseIdentity(parts) === null ? null : parts;
}
