import type { FormExport } from "./definition.ts";

const NOT_SEEN = "หนังสือไม่ได้พิมพ์ช่องของระบบไว้ ลำดับและชื่อช่องเป็นค่าเริ่มต้นของโปรแกรม ยังไม่ได้เทียบกับหน้าจอจริง";

/**
 * One activity is typed into two systems. Neither letter prints the fields of its system; only ประเภทกิจกรรม of the E-Report and
 * โครงการจิตอาสา of INFO are words of theirs. Who reports and their telephone number are asked for by none, so they are not handed on.
 */
export const volunteerExports: FormExport[] = [
  {
    system: "e-report",
    name: "E-Report",
    keyedBy: "district",
    columns: [
      { label: "ประเภทกิจกรรม", fields: ["category"] },
      { label: "ชื่อกิจกรรม", fields: ["name"] },
      { label: "วันที่จัดกิจกรรม", fields: ["date"] },
      { label: "เนื่องในโอกาส", fields: ["occasion"] },
      { label: "หน่วยงานผู้จัด", fields: ["office"] },
      { label: "ร่วมกับหน่วยงาน", fields: ["partners"] },
      { label: "สถานที่", fields: ["place"] },
      { label: "หมู่ที่", fields: ["moo"] },
      { label: "ตำบล", fields: ["subdistrict"] },
      { label: "อำเภอ", fields: ["district"] },
      { label: "จังหวัด", fields: ["province"] },
      { label: "จำนวนจิตอาสา (คน)", fields: ["volunteers"] },
      { label: "จำนวนผู้เข้าร่วมทั้งหมด (คน)", fields: ["participants"] },
      { label: "ระยะ (เฉพาะภัยพิบัติ)", fields: ["phase"] },
      { label: "ประเภทภัย", fields: ["hazard"] },
      { label: "หมู่บ้าน/ชุมชน", fields: ["community"] },
      { label: "ครัวเรือนที่ช่วยเหลือ", fields: ["households"] },
      { label: "รายละเอียดโดยย่อ", fields: ["detail"] },
      { label: "จำนวนภาพถ่าย", fields: ["photos"] },
      { label: "ความยาวคลิป (วินาที)", fields: ["clipSeconds"] },
      { label: "ชื่อไฟล์/ลิงก์", fields: ["link"] },
    ],
    source: "ตก ๐๐๒๓.๓/ว ๕๗๖๕",
    doubt: NOT_SEEN,
  },
  {
    system: "info",
    name: "INFO",
    keyedBy: "office",
    columns: [
      { label: "ชื่อโครงการ/กิจกรรม", fields: ["name"] },
      { label: "ประเภทจิตอาสา", fields: ["category"] },
      { label: "เนื่องในโอกาสวันสำคัญ", fields: ["occasion"] },
      { label: "วันที่ดำเนินการ", fields: ["date"] },
      { label: "สถานที่", fields: ["place"] },
      { label: "หมู่ที่", fields: ["moo"] },
      { label: "ตำบล", fields: ["subdistrict"] },
      { label: "อำเภอ", fields: ["district"] },
      { label: "จังหวัด", fields: ["province"] },
      { label: "ร่วมกับหน่วยงาน", fields: ["partners"] },
      { label: "จำนวนจิตอาสา (คน)", fields: ["volunteers"] },
      { label: "จำนวนผู้เข้าร่วมทั้งหมด (คน)", fields: ["participants"] },
      { label: "รายละเอียด", fields: ["detail"] },
      { label: "จำนวนภาพถ่าย", fields: ["photos"] },
      { label: "ชื่อไฟล์/ลิงก์", fields: ["link"] },
    ],
    source: "กบ ๐๐๒๓.๑/ว ๖๕๖๕",
    doubt: NOT_SEEN,
  },
];
