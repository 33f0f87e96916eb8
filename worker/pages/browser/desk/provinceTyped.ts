import { PROVINCES } from "../../../../shared/offices/provinces.ts";
import { toArabicDigits } from "../../../../shared/text/digits.ts";

/** The code of a province as typed: by its name, or the code itself. Null: no such name. */
export function provinceTyped(text: string): string | null {
  const typed = toArabicDigits(text).replace(/\s/g, "");
  if (/^[1-9][0-9]$/.test(typed)) return typed;
  const name = typed.replace(/^(?:จังหวัด|จ\.)/, "");
  return PROVINCES.find(([, known]) => known === name)?.[0] ?? null;
}
