import { describe, expect, it } from "vitest";
import type { SpokenNeed } from "../../shared/words/intake.ts";
import { type ReplyFacts, replyText } from "../../shared/words/reply.ts";
import { NEED_CODES, type NeedCode } from "../../worker/intake/needs.ts";

/** Who settles what a file needs: the sender, or the province's person on the page. */
const SETTLED_BY: Record<NeedCode, "sender" | "province"> = {
  // the province's own doing: how it put the files in
  "too-many-files": "province",
  "too-deep": "province",
  "mail-empty": "province",
  "mail-damaged": "province",
  "outlook-message": "province",
  // another file has to come
  "too-large": "sender",
  "other-file": "sender",
  encrypted: "sender",
  unreadable: "sender",
  "no-form": "sender",
  "foreign-province": "sender",
  "several-offices": "sender",
  points: "sender",
  // chosen on the page
  "several-sheets": "province",
  "no-office": "province",
  "office-differs": "province",
  "office-outside": "province",
  "no-period": "province",
  "period-differs": "province",
  "not-asked": "province",
  columns: "province",
  // beside what is there already
  duplicate: "province",
  "same-report": "province",
  replaces: "province",
};

const PARAMS = {
  ...{ limit: 20, megabytes: 30, sheets: "ก, ข", province: "อื่น", count: 2, names: "อบต.ก, อบต.ข", named: "อบต.ก" },
  ...{ rows: "อบต.ข", office: "อบต.ก", period: "ก", other: "ข", name: "ก.xlsx", version: 1, receipt: "99-1" },
};
const need = (code: NeedCode): SpokenNeed => ({ code, params: PARAMS });
const POINT = { cell: "F7", row: 7, column: "ดำเนินการ", message: "กรุณาเลือกหนึ่งช่อง" };

function letter(codes: NeedCode[], more: Partial<ReplyFacts> = {}): string | null {
  const points = codes.includes("points") ? { points: [POINT], pointCount: 1 } : { points: [], pointCount: 0 };
  const about = { fileName: "ก.xlsx", form: "", office: "อบต.ก", period: "" };
  return replyText({ ...about, needs: codes.map(need), ...points, ...more });
}

describe("the text to whoever e-mailed a file", () => {
  it.each(NEED_CODES)("%s: in the letter only when the sender can settle it", (code) => {
    const text = letter([code]);
    expect([code, text === null ? "province" : "sender"]).toEqual([code, SETTLED_BY[code]]);
    if (text === null) return;
    expect(text.match(/^• /gm)).toHaveLength(1);
    expect(text).not.toMatch(/ผู้ส่งแก้|จากผู้ส่ง|ให้ผู้ส่ง|จังหวัดของท่าน|\{/);
  });

  it("what the province chooses is not asked of a sender who has something else to mend", () => {
    const ours = NEED_CODES.filter((code) => SETTLED_BY[code] === "province" && code !== "columns");
    expect(letter(["points", ...ours])).toBe(letter(["points"]));
  });

  it("while columns are not named, what the checker says of the rows is not yet said to anybody", () => {
    expect(letter(["columns"], { points: [POINT], pointCount: 1 })).toBeNull();
  });

  it("nothing to settle is a thank-you; a receipt is a receipt, whatever was open", () => {
    expect(letter([])).toContain("ไม่พบจุดที่ต้องแก้ ขอบคุณ");
    const receipt = { receipt: "99-6912-AAAAAA", time: "5 ธ.ค. 2569 09:00 น.", late: false };
    for (const code of NEED_CODES)
      expect(letter([code], { receipt })).toMatch(
        /^เรียน อบต\.ก\n\nได้รับรายงาน อบต\.ก เรียบร้อยแล้ว[\s\S]*เลขที่รับ 99-6912-AAAAAA/,
      );
  });
});
