import { isAccepted } from "../answer.ts";
import type { FieldDefinition } from "../forms/definition.ts";
import { missingValue, readByKind } from "../rules/byKind.ts";
import { refuseDateAsCount } from "../rules/count.ts";
import { readDistrict } from "../rules/district.ts";
import type { DocumentState, Line } from "../rules/document/parts.ts";
import { readFreeText } from "../rules/freeText.ts";
import { readProvince } from "../rules/province.ts";
import { accept, type Reading, refuse, suggest } from "../rules/reading.ts";
import type { DocumentText, Item } from "../sheet/document.ts";
import type { Blank } from "../sheet/documentCells.ts";
import type { Scalar } from "../sheet/grid.ts";
import type { SheetOptions } from "./sheetChecker.ts";

const COUNTED = { attachments: { photos: null, clipSeconds: null, clipFormat: null } };

/** Reads every field and line of the form by its kind, before its rules. */
export function readState(text: DocumentText, options: SheetOptions, province: string | null): DocumentState {
  const { form, registry } = options;
  const state: DocumentState = { fields: new Map(), lists: new Map() };
  for (const field of form.fields) {
    const put = (blank: Blank, reading: Reading) => state.fields.set(field.id, { ...blank, reading });
    if (field.kind === "province") put(text.province, readProvinceBlank(text.province, province, options));
    else if (field.kind === "district")
      put(
        text.district,
        text.district.raw === null
          ? refuse(["GEO_UNKNOWN"], [], { typed: "" })
          : readDistrict(String(text.district.raw), province, registry),
      );
    else if (field.kind === "list") {
      const photos = form.sections?.find((section) => section.repeat?.field === field.id)?.repeat?.photos;
      const lines = (text.lists.get(field.id) ?? []).map((item) => readLine(item, photos)).filter(isFilled);
      const waits = lines.flatMap((line) => Object.values(line.parts)).map((part) => part.reading);
      state.lists.set(field.id, { lines, reading: worstOf(waits) });
    } else {
      const blank = text.blanks.get(field.id);
      if (blank !== undefined) put(blank, readBlank(blank, field));
      else if (field.whenMissing !== "none") put({ cell: null, raw: null }, readCounted(null, field));
    }
  }
  return state;
}

function readProvinceBlank({ raw }: Blank, province: string | null, { registry }: SheetOptions): Reading {
  if (raw !== null) return readProvince(String(raw), province, registry);
  const name = province === null ? undefined : registry.provinceName(province);
  return name === undefined ? refuse(["GEO_UNKNOWN"], [], { typed: "" }) : accept(name, ["GEO_FILL"], { typed: "" });
}

function readBlank({ raw, date, asked }: Blank, field: FieldDefinition): Reading {
  if (asked !== undefined) return suggest(["LABEL_UNSURE"], [...new Set(asked.values)], { typed: asked.line });
  return date === undefined ? readCounted(raw, field) : refuseDateAsCount(date);
}

function readCounted(raw: Scalar, field: FieldDefinition): Reading {
  const reading =
    raw === null ? accept(null) : readByKind(raw, field, COUNTED, { period: null, today: null, outside: null });
  const blank = reading.value === null && isAccepted(reading.verdict);
  return blank && field.required !== undefined ? missingValue(field, field.required, reading) : reading;
}

const PLACES: FieldDefinition = {
  id: "count",
  kind: "count",
  label: "",
  aliases: [],
  whenMissing: "none",
  width: 8,
  required: "warn",
  units: ["แห่ง"],
};
const PHOTOS: FieldDefinition = { ...PLACES, units: ["ภาพ"] };

function readLine({ number, row, col, parts, below }: Item, photos: number | undefined): Line {
  const line: Line = { number, row, col, parts: {} };
  for (const [part, blank] of Object.entries(parts)) {
    // Pictures that stand in cells of their own count where no number was written.
    const counted: Blank = part === "photos" && blank.raw === null ? { ...blank, raw: below } : blank;
    const reading =
      part === "count"
        ? readBlank(counted, PLACES)
        : part === "photos" && photos !== undefined
          ? readBlank(counted, PHOTOS)
          : readFreeText(String(counted.raw ?? ""), false);
    line.parts[part] = { ...counted, reading };
  }
  const name = line.parts.name;
  // An activity that is counted has a name; that of a block of photos may be told by its place.
  if (name !== undefined && name.raw === null && photos === undefined && isFilled(line))
    name.reading = missingValue({ kind: "name" }, "error", name.reading);
  return line;
}

/** A line as printed, with nothing written in it, is no activity and no result. */
function isFilled({ parts }: Line): boolean {
  return Object.values(parts).some(({ raw }) => raw !== null && raw !== "" && raw !== 0);
}

const GRAVEST = ["error", "suggest", "warn", "fixed"] as const;

/** A list is as good as the worst of its parts; the codes are those of that part. */
function worstOf(readings: readonly Reading[]): Reading {
  const worst = GRAVEST.map((verdict) => readings.find((reading) => reading.verdict === verdict)).find(Boolean);
  return worst === undefined ? accept(null) : { ...worst, suggestions: [] };
}
