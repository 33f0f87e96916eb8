/** What Excel shows of the add-in: in its lists, on the ribbon, in the tips over the buttons. */
export interface RibbonWords {
  name: string;
  /** At most 250 characters; names at most 125. */
  description: string;
  provider: string;
  tab: string;
  group: string;
  startedTitle: string;
  startedText: string;
  commands: Record<"open" | "check" | "next" | "send", { label: string; tip: string }>;
}

export const RIBBON_WORDS: Record<"th" | "en", RibbonWords> = {
  th: {
    name: "รวมแบบ",
    description: "ตรวจและส่งแบบรายงานที่กรอกใน Excel เข้าแฟ้มรวมของจังหวัด",
    provider: "Ruam",
    tab: "รวมแบบ",
    group: "แบบรายงาน",
    startedTitle: "รวมแบบพร้อมใช้",
    startedText: "เปิดแท็บ รวมแบบ บนริบบอนเพื่อตรวจและส่งแบบรายงาน",
    commands: {
      open: { label: "เปิดรวมแบบ", tip: "เปิดแถบด้านข้างที่บอกจุดที่ต้องแก้ในแบบรายงานนี้ และส่งเข้าจังหวัด" },
      check: { label: "ตรวจ", tip: "ตรวจทุกแถวของแบบรายงานในแผ่นนี้ และบอกจุดที่ต้องแก้" },
      next: { label: "จุดถัดไป", tip: "ไปยังเซลล์ถัดไปที่ต้องแก้" },
      send: { label: "ส่ง", tip: "ตรวจอีกครั้ง แสดงสิ่งที่จะส่ง แล้วส่งเมื่อยืนยัน" },
    },
  },
  en: {
    name: "Ruam",
    description: "Check a report filled in Excel and send it into the province's master workbook",
    provider: "Ruam",
    tab: "Ruam",
    group: "Report",
    startedTitle: "Ruam is ready",
    startedText: "Open the tab Ruam on the ribbon to check and send a report.",
    commands: {
      open: {
        label: "Open Ruam",
        tip: "Opens the sidebar, which lists what is to be mended in this report and sends it to the province.",
      },
      check: { label: "Check", tip: "Checks every row of the report on this sheet and lists what is to be mended." },
      next: { label: "Next point", tip: "Goes to the next cell that is to be mended." },
      send: { label: "Send", tip: "Checks again, shows what will be sent, and sends once you confirm." },
    },
  },
};
