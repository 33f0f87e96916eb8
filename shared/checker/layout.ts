import type { FormDefinition } from "../forms/definition.ts";
import type { Registry } from "../offices/registry.ts";
import { holdsKind } from "../rules/byKind.ts";
import { looksLikeCentre } from "../rules/centre.ts";
import { bareDistrict } from "../rules/district.ts";
import { looksLikeOffice } from "../rules/officeText.ts";
import { provinceNamed } from "../rules/province.ts";
import { looksLikeTick } from "../rules/tick.ts";
import type { ColumnAnswers } from "../sheet/columnKeys.ts";
import { type ColumnMap, type ContentTest, mapColumns } from "../sheet/columns.ts";
import { findHeading, type Heading } from "../sheet/headings.ts";
import { readTitle, type Title } from "../sheet/title.ts";
import type { GridView } from "../sheet/view.ts";
import { matchKey } from "../text/key.ts";

/** Where the form stands in a grid. */
export interface Layout {
  heading: Heading;
  map: ColumnMap;
  title: Title;
  firstDataRow: number;
}

/** Tells by content whether a column can be a given field; used for columns whose heading nobody foresaw. */
function contentTest(view: GridView, registry: Registry): ContentTest {
  return (field, row, col) => {
    const cell = view.cell(row, col);
    const text = view.text(row, col);
    switch (field.kind) {
      case "seq":
        return /^[0-9๐-๙]{1,5}[.)]?$/.test(text);
      case "province":
        return provinceNamed(text, registry) !== null;
      case "district": {
        const key = matchKey(bareDistrict(text).name);
        return key === "เมือง" || registry.provincesWithDistrict(key).length > 0;
      }
      case "office":
        return looksLikeOffice(text);
      case "centre":
        return looksLikeCentre(text);
      case "tick":
        return looksLikeTick(cell);
      case "date":
      case "count":
      case "money":
      case "measure":
      case "duration":
      case "category":
      case "phone":
        return holdsKind(field, cell);
      case "moo":
        return /^(?:หมู่(?:ที่)?|ม\.?)?\s*[0-9๐-๙]{1,2}$/.test(text);
      case "text":
      case "link":
      case "subdistrict":
        // Anything may be words: only what a row can not do without is looked for by its place.
        return null;
      default:
        return !looksLikeTick(cell) && !looksLikeCentre(text) && !looksLikeOffice(text) && !/^[0-9๐-๙.]+$/.test(text);
    }
  };
}

/** Finds the form in a grid; null when no heading of it is there. `answers`: what a person said of its columns. */
export function findLayout(
  view: GridView,
  form: FormDefinition,
  registry: Registry,
  answers?: ColumnAnswers,
): Layout | null {
  const heading = findHeading(view, form);
  if (heading === null) return null;
  return {
    heading,
    map: mapColumns(view, form, heading, contentTest(view, registry), answers),
    title: readTitle(view, form, heading.top, heading.bottom),
    firstDataRow: heading.bottom + 1,
  };
}
