import type { FieldDefinition, FormDefinition } from "./definition.ts";

const people = (id: string, label: string): FieldDefinition => ({
  id,
  kind: "count",
  label,
  aliases: [],
  whenMissing: "error",
  width: 12,
  required: "warn",
  units: ["คน"],
  unusual: 1000,
});

/** How the line of the centres is told. */
const CENTRES = [
  ...["ที่ดำเนินการจัดกิจกรรม", "ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน จำนวน", "ที่จัดกิจกรรม", "ที่ดำเนินกิจกรรม"],
  ...["ศผช. จำนวน", "ศผช. ที่ดำเนินการ"],
];

/**
 * The districts' report on the activities of volunteer leaders' centres, province of Sa Kaeo, once. A form without a table:
 * labelled blanks, head-counts, activities, photos and results. Source: circular สก ๐๐๑๙/ว ๒๕๒ (2567) with its form.
 */
export const communityLeaders: FormDefinition = {
  id: "community-leaders",
  version: 1,
  official: true,
  title: [
    "แบบรายงานการดำเนินงานกิจกรรม",
    "เฉลิมพระเกียรติและถวายเป็นพระราชกุศล พระบาทสมเด็จพระปรเมนทรรามาธิบดีศรีสินทรมหาวชิราลงกรณ พระวชิรเกล้าเจ้าอยู่หัว เนื่องในโอกาสวันเฉลิมพระชนมพรรษา วันที่ ๒๘ กรกฎาคม ๒๕๖๗",
    "“จิตอาสาพัฒนาชุมชน เอามื้อสามัคคี ทำความดีถวายในหลวง”",
  ],
  misprints: [
    ["เอามือสามัคคี", "เอามื้อสามัคคี"],
    ["พัฒนารฐาน", "พัฒนาฐาน"],
    ["กิจกรรมกิจกรรม", "กิจกรรม"],
  ],
  titleWords: ["จิตอาสาพัฒนาชุมชน", "เอามื้อสามัคคี", "เอามือสามัคคี"],
  fields: [
    { id: "province", kind: "province", label: "จังหวัด", aliases: ["จ."], whenMissing: "warn", width: 12 },
    { id: "district", kind: "district", label: "อำเภอ", aliases: ["อ."], whenMissing: "error", width: 16 },
    {
      id: "s1",
      kind: "count",
      label: "ศูนย์ที่จัดกิจกรรม (แห่ง)",
      aliases: [],
      whenMissing: "error",
      width: 12,
      required: "error",
      units: ["แห่ง"],
    },
    people("s2.1", "คณะกรรมการบริหารศูนย์ (คน)"),
    people("s2.2", "ผู้นำจิตอาสาพัฒนาชุมชน (คน)"),
    people("s2.3", "ผู้นำชุมชน ประชาชน นักเรียน นักศึกษา (คน)"),
    people("s2.4", "ภาคีการพัฒนา ๗ ภาคส่วน (คน)"),
    people("s2.5", "เจ้าหน้าที่พัฒนาชุมชน (คน)"),
    { ...people("s2.total", "รวมผู้เข้าร่วม (คน)"), whenMissing: "none" },
    { id: "s3", kind: "list", label: "กิจกรรม (แห่ง)", aliases: [], whenMissing: "error", width: 34 },
    { id: "s4", kind: "list", label: "ภาพกิจกรรม (ภาพ)", aliases: [], whenMissing: "error", width: 34 },
    { id: "s5", kind: "list", label: "ผลที่ได้รับ", aliases: [], whenMissing: "error", width: 40 },
  ],
  sections: [
    {
      heading: "๑. ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ที่ดำเนินการจัดกิจกรรมฯ",
      words: CENTRES,
      blanks: [{ field: "s1", text: "", words: CENTRES }],
    },
    {
      heading: "๒. ผู้เข้าร่วมกิจกรรมฯ ประกอบด้วย",
      words: ["ผู้เข้าร่วมกิจกรรม"],
      blanks: [
        {
          field: "s2.1",
          text: "๑. คณะกรรมการบริหารศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
          words: ["คณะกรรมการ", "กรรมการบริหาร", "กรรมการศูนย์", "กรรมการ ศผช."],
        },
        { field: "s2.2", text: "๒. ผู้นำจิตอาสาพัฒนาชุมชน", words: ["ผู้นำจิตอาสา", "นำ จอส.", "ผู้นำ อช."] },
        { field: "s2.3", text: "๓. ผู้นำชุมชน ประชาชน นักเรียน นักศึกษา และผู้สนใจ", words: ["ผู้นำชุมชน", "ประชาชน", "นักเรียน"] },
        { field: "s2.4", text: "๔. ภาคีการพัฒนา ๗ ภาคส่วน", words: ["ภาคีการพัฒนา", "ภาคีพัฒนา", "ภาคีเครือข่าย", "ภาคส่วน"] },
        {
          field: "s2.5",
          text: "๕. เจ้าหน้าที่พัฒนาชุมชนที่เกี่ยวข้อง ระดับจังหวัด/อำเภอ",
          words: ["เจ้าหน้าที่พัฒนาชุมชน", "เจ้าหน้าที่", "จนท."],
        },
        { field: "s2.total", text: "", words: ["รวม"] },
      ],
    },
    {
      heading: "๓. ลักษณะกิจกรรมที่ดำเนินการ ได้แก่",
      words: ["ลักษณะกิจกรรม"],
      repeat: { field: "s3", text: "กิจกรรม", parts: ["name", "count"], lines: 2 },
    },
    {
      heading: "๔. ภาพ การดำเนินงานกิจกรรม (ภาพกิจกรรมควรต้องสอดคล้องกับ ข้อ ๓.)",
      words: ["ภาพการดำเนินงาน", "ภาพกิจกรรม", "ภาพถ่าย"],
      repeat: { field: "s4", text: "กิจกรรม", parts: ["name", "photos"], lines: 2, photos: 4 },
    },
    {
      heading: "๕. ผลที่ได้รับจากการดำเนินงานกิจกรรม",
      words: ["ผลที่ได้รับ", "ผลการดำเนินงาน"],
      repeat: { field: "s5", text: "", parts: ["text"], lines: 3 },
    },
  ],
  rowRules: [
    { rule: "sumOf", verdict: "error", fields: ["s2.total", "s2.1", "s2.2", "s2.3", "s2.4", "s2.5"] },
    { rule: "minCentres", verdict: "error", fields: ["s1"], limit: 1 },
    { rule: "minParticipants", verdict: "error", fields: ["s2.total"], limit: 20 },
    { rule: "participantsPerCentre", verdict: "warn", fields: ["s2.total", "s1"], limit: 20 },
    { rule: "activityGiven", verdict: "error", fields: ["s3"], limit: 1 },
    { rule: "activitiesWithinCentres", verdict: "error", fields: ["s3", "s1"] },
    { rule: "activitiesCoverCentres", verdict: "warn", fields: ["s3", "s1"] },
    { rule: "photosPerActivity", verdict: "error", fields: ["s4", "s3"], limit: 4 },
    { rule: "photosMatchActivities", verdict: "error", fields: ["s4", "s3"] },
    { rule: "resultGiven", verdict: "error", fields: ["s5"] },
  ],
  nilText: null,
  notes: ["หมายเหตุ รายงานสำนักงานพัฒนาชุมชนจังหวัดสระแก้ว ภายในวันศุกร์ที่ ๙ สิงหาคม ๒๕๖๗"],
  signature: null,
  blankRows: 0,
  calendarRule: "sakaeo-province",
  furtherRules: ["sakaeo-department"],
  attachments: { photos: { value: 4, source: "สก ๐๐๑๙/ว ๒๕๒ (แบบรายงาน)" }, clipSeconds: null, clipFormat: null },
  roster: "districts",
  chain: ["ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน", "สพอ.", "สพจ.", "กรม พช."],
  source: {
    reference: "สก ๐๐๑๙/ว ๒๕๒",
    issuer: "สำนักงานพัฒนาชุมชนจังหวัดสระแก้ว",
    asCited: "สก ๐๐๑๙/ว ๔๕๑๔ ลงวันที่ ๒๓ พฤศจิกายน ๒๕๖๖",
    doubt:
      "หนังสือพิมพ์ เอามือสามัคคี แบบพิมพ์ เอามื้อสามัคคี; ช่องภาพที่สองพิมพ์เลขข้อ ๑ ซ้ำ; แบบไม่มีวันที่จัดกิจกรรม จึงตรวจช่วง ๑–๓๑ กรกฎาคม ๒๕๖๗ จากแบบไม่ได้",
  },
};
