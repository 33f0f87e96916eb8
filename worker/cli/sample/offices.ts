import type { Office, OfficeType } from "../../../shared/offices/office.ts";

/** No real province has this code; the sample's names are plainly samples. */
export const SAMPLE_PROVINCE = "99";

const row = (code: string, type: OfficeType, name: string, district: string): Office => ({
  code,
  type,
  name,
  district,
  provinceCode: SAMPLE_PROVINCE,
  province: "ตัวอย่าง",
});

/** Twelve local authorities in three districts; one name stands for two of them, as it often does in the country. */
export const SAMPLE_OFFICES: readonly Office[] = [
  row("4990101", "ทม.", "ตัวอย่าง", "เมืองตัวอย่าง"),
  row("5990102", "ทต.", "ตัวอย่างพัฒนา", "เมืองตัวอย่าง"),
  row("6990103", "อบต.", "แบบฝึกหัด", "เมืองตัวอย่าง"),
  row("6990104", "อบต.", "น้ำใสตัวอย่าง", "เมืองตัวอย่าง"),
  row("5990201", "ทต.", "สมมติเหนือ", "สมมติ"),
  row("6990202", "อบต.", "สมมติเหนือ", "สมมติ"),
  row("6990203", "อบต.", "สมมติใต้", "สมมติ"),
  row("6990204", "อบต.", "หนองสมมติ", "สมมติ"),
  row("5990301", "ทต.", "ทดลอง", "ทดลอง"),
  row("6990302", "อบต.", "ทดลองใต้", "ทดลอง"),
  row("6990303", "อบต.", "แม่ทดลอง", "ทดลอง"),
  row("6990304", "อบต.", "ห้วยทดลอง", "ทดลอง"),
];
