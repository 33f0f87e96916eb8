const UNITS: Record<string, number> = {
  ศูนย์: 0,
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const PLACES: Record<string, number> = { สิบ: 10, ร้อย: 100, พัน: 1_000, หมื่น: 10_000, แสน: 100_000 };
const WORD = /ศูนย์|หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน|[0-9]+(?:\.[0-9]+)?/y;

/**
 * A number written in Thai words, perhaps with figures before a place ("2 หมื่น", "ยี่สิบห้า", "1.5 ล้าน"); null for
 * anything else, and for figures alone. Places must fall from left to right.
 */
export function readNumberWords(text: string): number | null {
  const tight = text.replace(/\s+/g, "");
  if (tight === "" || /^[0-9.]+$/.test(tight)) return null;
  let at = 0;
  let millions = 0;
  let total = 0;
  let digit: number | null = null;
  let lastPlace = Number.POSITIVE_INFINITY;
  while (at < tight.length) {
    WORD.lastIndex = at;
    const match = WORD.exec(tight);
    if (match === null) return null;
    const word = match[0];
    at = WORD.lastIndex;
    if (word === "ล้าน") {
      if (millions > 0 || (total === 0 && digit === null)) return null;
      millions = (total + (digit ?? 0)) * 1_000_000;
      total = 0;
      digit = null;
      lastPlace = Number.POSITIVE_INFINITY;
    } else if (PLACES[word] !== undefined) {
      const place = PLACES[word]!;
      if (place >= lastPlace) return null;
      total += (digit ?? 1) * place;
      digit = null;
      lastPlace = place;
    } else {
      if (digit !== null) return null;
      digit = UNITS[word] ?? Number(word);
    }
  }
  return millions + total + (digit ?? 0);
}
