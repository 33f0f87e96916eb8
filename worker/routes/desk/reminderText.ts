import { monthName } from "../../../shared/calendar/months.ts";
import { periodText } from "../../../shared/calendar/period.ts";
import { bangkokDate, type PlainDate, weekdayOf } from "../../../shared/calendar/plainDate.ts";
import { fill } from "../../../shared/words/fill.ts";
import { REMIND_WORDS as words } from "../../../shared/words/remind.ts";
import type { Reminder, ToldOffice } from "../../province/desk/remind.ts";

export interface ReminderPlace {
  /** Bare name. */
  province: string;
  wholeProvince: boolean;
  /** The form's title. */
  form: string;
  channel: "line" | "email";
  link: string;
}

const BANGKOK_MS = 7 * 3_600_000;

/** "วันจันทร์ที่ 6 พฤศจิกายน พ.ศ. 2566" */
export function longDate(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const weekday = words.weekdays[weekdayOf(date) - 1]!;
  return fill(words.date, { weekday, day, month: monthName(month), year: year + 543 });
}

/** "14.05", as an hour is written in Thai. */
export function clock(instant: string): string {
  return new Date(Date.parse(instant) + BANGKOK_MS).toISOString().slice(11, 16).replace(":", ".");
}

/** The polite text for LINE or e-mail. With nobody left to tell, both are empty. */
export function reminderText(reminder: Reminder, about: ReminderPlace): { subject: string; text: string } {
  const { offices, at, due, period } = reminder;
  if (offices.length === 0) return { subject: "", text: "" };
  const district = about.wholeProvince ? null : offices[0]!.district;
  const name = district === null ? words.province : `${words.district}`;
  const place = fill(name, { name: district ?? about.province });
  const today = bangkokDate(Date.parse(at));
  const when = due === null ? words.whenNone : today > due.due ? words.whenPast : words.whenDue;
  const now = fill(words.dateTime, { date: longDate(today), time: clock(at) });
  const parts = [
    fill(words.greeting, { place }),
    "",
    fill(words.ask, {
      ...{ form: about.form, period: periodText(period) },
      when: fill(when, { date: due === null ? "" : longDate(due.due) }),
    }),
    "",
    fill(words.list, { now, count: offices.length }),
    ...offices.map((office, i) => fill(words.item, { n: i + 1, name: nameOf(office, district), more: more(office) })),
    "",
    fill(words.link, { link: about.link }),
    "",
    words.already,
    ...(about.channel === "email" ? ["", words.closingEmail] : []),
  ];
  return { subject: fill(words.subject, { period: periodText(period), place }), text: parts.join("\n") };
}

/** Across a province two districts may have offices of one name. */
function nameOf({ name, district }: ToldOffice, within: string | null): string {
  return within === null ? `${name} ${fill(words.district, { name: district })}` : name;
}

function more({ stand, until }: ToldOffice): string {
  const returned = stand === "returned" ? words.returned : "";
  if (until === null) return returned;
  const date = longDate(bangkokDate(Date.parse(until)));
  return returned + fill(words.until, { date, time: clock(until) });
}
