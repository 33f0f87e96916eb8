import type { Trouble } from "../../province/googleLink.ts";
import type { Sheets } from "./client.ts";
import { SheetsFault } from "./faults.ts";

/** Key of the metadata on the spreadsheet itself: which province writes to it. */
const PROVINCE_MARK = "ruam.province";

export type Probed = { title: string } | { trouble: Trouble | "read-only" };

/**
 * Finds out whether the worker can write to a spreadsheet, by writing the one thing nobody sees: a mark on the spreadsheet as a
 * whole. The spreadsheet that can be read and not written is told apart: there the sharing is right but for the role.
 */
export async function probe(sheets: Sheets, spreadsheet: string, province: string): Promise<Probed> {
  let readable = false;
  try {
    const { title, marks } = await sheets.look(spreadsheet);
    readable = true;
    const before = marks.find(({ key, value }) => key === PROVINCE_MARK && value === province);
    const mark = { metadataKey: PROVINCE_MARK, metadataValue: province };
    await sheets.shape(spreadsheet, [
      before === undefined
        ? {
            createDeveloperMetadata: {
              developerMetadata: { ...mark, location: { spreadsheet: true }, visibility: "DOCUMENT" },
            },
          }
        : {
            updateDeveloperMetadata: {
              dataFilters: [{ developerMetadataLookup: { metadataId: before.id } }],
              developerMetadata: mark,
              fields: "metadataValue",
            },
          },
    ]);
    return { title };
  } catch (error) {
    if (!(error instanceof SheetsFault)) throw error;
    return { trouble: readable && error.trouble === "no-permission" ? "read-only" : error.trouble };
  }
}
