import { periodText } from "../../shared/calendar/period.ts";
import { fill } from "../../shared/words/fill.ts";
import type { MasterWords } from "../../shared/words/master.ts";
import type { MasterModel } from "./model.ts";
import { bangkokText } from "./time.ts";

/** Of which month and province: ประจำเดือนตุลาคม 2566 จังหวัดแพร่. */
export function scopeLine({ period, province }: MasterModel, words: MasterWords): string {
  return fill(words.scope, { period: periodText(period), province: province.name });
}

/** How fresh the figures are: the newest arrival, not the time of printing, so that the same reports print the same. */
export function asOfLine({ lastReceivedAt }: MasterModel, words: MasterWords): string {
  return lastReceivedAt === null ? words.nothingYet : fill(words.asOf, { time: bangkokText(lastReceivedAt) });
}
