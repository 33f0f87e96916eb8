/// <reference types="office-js" />
import { IDENTITY_NAME } from "../../shared/sheet/identity.ts";
import type { DocumentFacts, SheetRef } from "../host.ts";
import { SIZE, type Size, sizeOf } from "./sheet/readWhole.ts";

/** Names of our settings in the workbook begin with this. */
export const OURS = "ruam.";

/** What was asked for with the document, to be taken once by whoever asks next; null or empty when taken. */
export interface Opening {
  refs: SheetRef[] | null;
  /** Of the sheet in front. */
  sizes: ReadonlyMap<string, Size | null>;
  settings: ReadonlyMap<string, string> | null;
}

/** One round trip: the document, its sheets, how large the one in front is, and our settings. */
export async function lookAtDocument(
  context: Excel.RequestContext,
): Promise<{ facts: DocumentFacts; opening: Opening }> {
  const { workbook } = context;
  workbook.load("name");
  const name = workbook.names.getItemOrNullObject(IDENTITY_NAME);
  name.load("formula");
  workbook.settings.load("items/key,items/value");
  const sheets = askSheets(context);
  const used = workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
  used.load(SIZE);
  await context.sync();
  const refs = sheets.take();
  const front = refs.find((ref) => ref.active === true);
  const own = workbook.settings.items.filter(({ key }) => key.startsWith(OURS));
  // Where the document stands is not always told; its name always is.
  const address = Office.context?.document?.url ?? "";
  return {
    facts: {
      id: `${address}|${workbook.name}`,
      name: workbook.name,
      identity: name.isNullObject ? null : String(name.formula),
    },
    opening: {
      refs,
      sizes: new Map(front === undefined ? [] : [[front.id, used.isNullObject ? null : sizeOf(used)]]),
      settings: new Map(own.map(({ key, value }) => [key, String(value)])),
    },
  };
}

/** The sheets of the workbook in their order. */
export async function listOf(context: Excel.RequestContext): Promise<SheetRef[]> {
  const sheets = askSheets(context);
  await context.sync();
  return sheets.take();
}

function askSheets({ workbook: { worksheets } }: Excel.RequestContext): { take(): SheetRef[] } {
  worksheets.load("items/id,items/name,items/visibility");
  const active = worksheets.getActiveWorksheet();
  active.load("id");
  return {
    take: () =>
      worksheets.items.map(({ id, name, visibility }) => ({
        ...{ id, name, hidden: visibility !== "Visible" },
        ...(id === active.id ? { active: true } : {}),
      })),
  };
}
