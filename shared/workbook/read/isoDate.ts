const DAY_MS = 86_400_000;
/** 1970-01-01 counted from 1899-12-30. */
const EPOCH_SERIAL = 25_569;
const ISO = /^(?:(-?\d{4,6})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** "2567-06-01", "2024-06-01T08:30:00" or "T08:30" as a serial of the 1900 system; undefined when it is no such day. */
export function serialOfIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hours, minutes, seconds] = match;
  if (year === undefined && hours === undefined) return undefined;
  const time = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) / 86_400;
  if (year === undefined) return time;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return undefined;
  return date.getTime() / DAY_MS + EPOCH_SERIAL + time;
}
