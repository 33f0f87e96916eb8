import { buildRegistry, type Office, type OfficeType, type Registry } from "../shared/offices/index.ts";

export const PROVINCE = { code: "99", name: "ตัวอย่าง" };

const DISTRICTS = ["เมืองตัวอย่าง", "สมมติ", "หนองสมมติ", "ดอนสมมติ", "ป่าสมมติ", "นาสมมติ", "วังสมมติ", "เขาสมมติ"];
const HEADS = ["บ้าน", "ป่า", "หนอง", "ห้วย", "ดอน", "วัง", "นา", "แม่", "ร่อง", "ทุ่ง", "สวน"];
const TAILS = ["แดง", "ขาว", "ใหญ่", "เหนือ", "งาม", "สัก", "มะม่วง", "กลาง"];

/** A province of our own writing: 84 offices in eight districts, with names as like one another as real ones are. */
export function sampleOffices(): Office[] {
  const offices: Office[] = [];
  const running = new Map<number, number>();
  const add = (type: OfficeType, name: string, d: number) => {
    const n = (running.get(d) ?? 0) + 1;
    running.set(d, n);
    const kind = { "อบจ.": 2, "ทน.": 3, "ทม.": 4, "ทต.": 5, "อบต.": 6, เมืองพัทยา: 7 }[type];
    const code = `${kind}${PROVINCE.code}${String(d + 1).padStart(2, "0")}${String(n).padStart(2, "0")}`;
    const place = { district: DISTRICTS[d]!, provinceCode: PROVINCE.code, province: PROVINCE.name };
    offices.push({ code, type, name, ...place });
  };
  add("อบจ.", PROVINCE.name, 0);
  add("ทม.", PROVINCE.name, 0);
  for (let i = 0; i < 82; i++) {
    const name = HEADS[i % HEADS.length]! + TAILS[(i + Math.floor(i / HEADS.length)) % TAILS.length]!;
    add(i % 4 === 0 ? "ทต." : "อบต.", name, i % DISTRICTS.length);
  }
  return offices;
}

export function sampleRegistry(): Registry {
  return buildRegistry(sampleOffices());
}
