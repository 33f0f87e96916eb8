/** One due date in a calendar: hours of the day in Thailand. */
export interface CalendarEvent {
  /** The same for the same report for ever: the calendar then moves the event instead of adding one. */
  uid: string;
  /** YYYY-MM-DD. */
  date: string;
  /** "HH:MM", 24 hours. */
  from: string;
  to: string;
  summary: string;
  description: string;
  url: string;
}

/** A line of a calendar holds at most 75 octets before it has to be folded (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** Thailand has had one offset and no summer time since 1920. */
const BANGKOK = [
  "BEGIN:VTIMEZONE",
  "TZID:Asia/Bangkok",
  "BEGIN:STANDARD",
  "DTSTART:19200401T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** An iCalendar stream (RFC 5545) of due dates, each with a reminder a day ahead. `stampMs` is when it was made. */
export function calendarOf(name: string, events: readonly CalendarEvent[], stampMs: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ruam//Due dates//TH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    "X-WR-TIMEZONE:Asia/Bangkok",
    ...BANGKOK,
    ...events.flatMap((event) => eventLines(event, stampMs)),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function eventLines({ uid, date, from, to, summary, description, url }: CalendarEvent, stampMs: number): string[] {
  const at = (time: string) => `TZID=Asia/Bangkok:${date.replace(/-/g, "")}T${time.replace(":", "")}00`;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${new Date(stampMs).toISOString().replace(/[-:]|\.\d{3}/g, "")}`,
    `DTSTART;${at(from)}`,
    `DTEND;${at(to)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url.replace(/[\r\n]/g, "")}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P1D",
    `DESCRIPTION:${escapeText(summary)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon, comma and newline have to be marked; other control letters are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/;/g, "\\;")
    .replace(/,/g, "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "");
}

/** Cuts a line into pieces of at most 75 octets of UTF-8, never inside a letter; each further piece begins with a space. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
