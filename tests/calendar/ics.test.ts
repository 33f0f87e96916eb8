import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf, escapeText, foldLine } from "../../shared/calendar/ics.ts";

const EVENT = {
  uid: "childcare-clips-2026-11-5990102@ruam",
  date: "2026-11-05",
  from: "08:30",
  to: "16:30",
  summary: "ครบกำหนดส่ง: แบบรายงาน; คลิป, วิดีโอ",
  description: "บรรทัดหนึ่ง\nบรรทัดสอง \\ จบ",
  url: "https://ruam.example/my",
};

const octets = (text: string) => new TextEncoder().encode(text).length;
/** As a calendar program reads it: unfolded, then unmarked. */
const unfold = (text: string) => text.replace(/\r\n[ \t]/g, "");
const unmarked = (text: string) => text.replace(/\\(.)/g, (_, c: string) => (c === "n" ? "\n" : c));

describe("due dates as a calendar (RFC 5545)", () => {
  it("is a whole calendar of Bangkok time, each event with its alarm", () => {
    expect(unfold(calendarOf("กำหนดส่ง", [EVENT], Date.UTC(2026, 9, 1, 2, 3, 4))).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Ruam//Due dates//TH",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:กำหนดส่ง",
      "X-WR-TIMEZONE:Asia/Bangkok",
      "BEGIN:VTIMEZONE",
      "TZID:Asia/Bangkok",
      "BEGIN:STANDARD",
      "DTSTART:19200401T000000",
      "TZOFFSETFROM:+0700",
      "TZOFFSETTO:+0700",
      "TZNAME:+07",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:childcare-clips-2026-11-5990102@ruam",
      "DTSTAMP:20261001T020304Z",
      "DTSTART;TZID=Asia/Bangkok:20261105T083000",
      "DTEND;TZID=Asia/Bangkok:20261105T163000",
      "SUMMARY:ครบกำหนดส่ง: แบบรายงาน\\; คลิป\\, วิดีโอ",
      "DESCRIPTION:บรรทัดหนึ่ง\\nบรรทัดสอง \\\\ จบ",
      "URL:https://ruam.example/my",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-P1D",
      "DESCRIPTION:ครบกำหนดส่ง: แบบรายงาน\\; คลิป\\, วิดีโอ",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("no line is longer than 75 octets, none is cut inside a letter, and unfolding gives it back", () => {
    const text = fc.string({ unit: fc.constantFrom("ก", "้", "ำ", "a", " ", "👩‍🏫", "é"), maxLength: 300 });
    fc.assert(
      fc.property(text, (line) => {
        const folded = foldLine(line);
        expect(folded.split("\r\n").every((piece) => octets(piece) <= 75)).toBe(true);
        expect(folded).not.toContain("\uFFFD");
        expect(unfold(folded)).toBe(line);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("text comes back as it was, and nothing in it can end a line or begin another property", () => {
    const text = fc.string({
      unit: fc.constantFrom("ก", ";", ",", "\\", "\n", "n", ":", "BEGIN:VEVENT"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (value) => {
        const escaped = escapeText(value);
        expect(escaped).not.toMatch(/[\r\n]/);
        expect(unmarked(escaped)).toBe(value);
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(escapeText("ก\r\nข\rค\u0000\u0007")).toBe("ก\\nข\\nค");
  });
});
