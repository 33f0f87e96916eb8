/** What is counted, and the words people use for it. A word of another family means that something else was counted. */
const FAMILIES: readonly (readonly string[])[] = [
  ["คน", "ราย", "ท่าน", "นาย", "ชีวิต", "รูป/คน"],
  ["ครัวเรือน", "ครอบครัว", "หลังคาเรือน", "หลัง"],
  ["ภาพ", "รูป", "รูปภาพ", "ใบ", "แผ่น"],
  ["แห่ง", "ศูนย์", "ที่"],
  ["บาท", "บ.", "บาทถ้วน", "฿", "บ"],
  ["วินาที", "วิ", "วิ.", "sec", "s"],
  ["ครั้ง", "กิจกรรม", "โครงการ"],
];

/** True when the word says what the field counts, or says nothing of it. `own` are the field's own units. */
export function fitsUnit(word: string, own: readonly string[]): boolean {
  if (word === "" || word === "จำนวน") return true;
  const tight = word.replace(/[\s.]+$/, "");
  const family = FAMILIES.find((words) => own.some((unit) => words.includes(unit))) ?? own;
  return family.includes(word) || family.includes(tight) || own.includes(tight);
}
