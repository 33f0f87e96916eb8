/** Thai months: full name, official abbreviation, then what people write. Abbreviations differ by one letter, so no near matching. */
const MONTHS: readonly (readonly string[])[] = [
  ["มกราคม", "ม.ค.", "มกรา"],
  ["กุมภาพันธ์", "ก.พ.", "กุมภาพันธุ์", "กุมภาพัน", "กุมภา"],
  ["มีนาคม", "มี.ค.", "มีนา"],
  ["เมษายน", "เม.ย.", "เมษา"],
  ["พฤษภาคม", "พ.ค.", "พฤกษภาคม", "พฤษภา"],
  ["มิถุนายน", "มิ.ย.", "มิถุนา"],
  ["กรกฎาคม", "ก.ค.", "กรกฏาคม", "กรกฎา", "กรกฏา"],
  ["สิงหาคม", "ส.ค.", "สิงหา"],
  ["กันยายน", "ก.ย.", "กันยา"],
  ["ตุลาคม", "ต.ค.", "ตุลา"],
  ["พฤศจิกายน", "พ.ย.", "พฤษจิกายน", "พฤศจิกา", "พฤษจิกา"],
  ["ธันวาคม", "ธ.ค.", "ธันวา"],
];

export function monthName(month: number): string {
  return MONTHS[month - 1]![0]!;
}

export function monthAbbreviation(month: number): string {
  return MONTHS[month - 1]![1]!;
}

const dotted = (abbreviation: string) =>
  abbreviation
    .split(".")
    .filter((part) => part !== "")
    .map((part) => part)
    .join("\\s*\\.?\\s*");

const ALTERNATIVES = MONTHS.flatMap((spellings, i) =>
  spellings.map((spelling) => ({
    month: i + 1,
    source: spelling.includes(".") ? `${dotted(spelling)}\\s*\\.?` : spelling,
    length: spelling.includes(".") ? 0 : spelling.length,
  })),
).sort((a, b) => b.length - a.length);

/** One group per spelling, longest first; use `monthOfMatch` to learn which. */
export const MONTH_PATTERN: string = ALTERNATIVES.map((alternative) => alternative.source).join("|");

const EXACT = ALTERNATIVES.map((alternative) => ({
  month: alternative.month,
  test: new RegExp(`^(?:${alternative.source})$`),
}));

/** The month (1–12) a piece of text matched by MONTH_PATTERN means. */
export function monthOf(text: string): number | null {
  const trimmed = text.trim();
  return EXACT.find((candidate) => candidate.test.test(trimmed))?.month ?? null;
}
