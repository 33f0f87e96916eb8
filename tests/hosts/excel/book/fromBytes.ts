import { DEFAULT_LIMITS } from "../../../../shared/workbook/limits.ts";
import { Parcel } from "../../../../shared/workbook/read/parcel.ts";
import { readRelationships, readWorkbookParts, workbookPart } from "../../../../shared/workbook/read/xlsxParts.ts";
import { readXml } from "../../../../shared/workbook/read/xml.ts";
import { readWorkbook } from "../../../../shared/workbook/read.ts";
import type { Book } from "./book.ts";
import { readLooks } from "./file/looks.ts";
import { readRemarks } from "./file/remarks.ts";
import { readSheetXml } from "./file/sheetXml.ts";
import { addGrid } from "./fromGrids.ts";
import type { SheetState } from "./sheet.ts";

/**
 * Fills a book from a real .xlsx: values through our own reader, and beside them what Excel's object model shows of a sheet
 * (formulas, looks of empty cells, all merges and hidden rows, validations, conditional formats, protection, comments, notes).
 */
export async function fillFromBytes(book: Book, bytes: Uint8Array): Promise<void> {
  const workbook = await readWorkbook(bytes);
  const parcel = new Parcel(bytes, DEFAULT_LIMITS);
  const parts = readWorkbookParts(parcel, DEFAULT_LIMITS);
  const looks = readLooks(parcel, parts.styles, themePart(parcel));
  book.defaultFont = looks.defaultFont;
  const front = readFront(parcel);
  workbook.sheets.forEach((grid, at) => {
    const sheet = addGrid(book, grid);
    sheet.state.visibility = front.visibility.get(grid.sheet) ?? "Visible";
    readSheetXml(parcel, parts.sheets[at]!.part, sheet, looks, () => book.newId());
    readRemarks(parcel, parts.sheets[at]!.part, sheet, () => book.newId());
  });
  book.names = front.names.map(({ name, value, hidden }) => ({ name, value, visible: !hidden }));
  const active = workbook.sheets[front.activeTab]?.sheet;
  if (active !== undefined && book.sheet(active).state.visibility === "Visible")
    book.activate(book.sheet(active), "user");
}

interface Front {
  visibility: Map<string, SheetState["visibility"]>;
  names: { name: string; value: string; hidden: boolean }[];
  activeTab: number;
}

/** What xl/workbook.xml says that our reader has no use for. Names of a single sheet are left away. */
function readFront(parcel: Parcel): Front {
  const front: Front = { visibility: new Map(), names: [], activeTab: 0 };
  let open: Front["names"][number] | null = null;
  readXml(parcel, workbookPart(parcel), {
    open(tag, attributes) {
      if (tag === "workbookView") front.activeTab = Number(attributes.activeTab ?? 0);
      if (tag === "sheet") {
        const state = { hidden: "Hidden", veryHidden: "VeryHidden" }[attributes.state ?? ""] ?? "Visible";
        front.visibility.set(attributes.name ?? "", state as SheetState["visibility"]);
      }
      if (tag !== "definedName" || attributes.localSheetId !== undefined) return;
      open = {
        name: attributes.name ?? "",
        value: "",
        hidden: attributes.hidden === "1" || attributes.hidden === "true",
      };
      front.names.push(open);
    },
    close(tag) {
      if (tag === "definedName") open = null;
    },
    text(text) {
      if (open !== null) open.value += text;
    },
  });
  return front;
}

function themePart(parcel: Parcel): string | null {
  for (const { kind, part } of readRelationships(parcel, workbookPart(parcel)).values())
    if (kind === "theme") return part;
  return null;
}
