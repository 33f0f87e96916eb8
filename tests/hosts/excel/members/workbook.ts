import { oneCell } from "../book/area.ts";
import type { Book, Span } from "../book/book.ts";
import { HostError } from "../errors.ts";
import { textAt } from "./arguments.ts";
import { type Host, type Live, live, type Model } from "./model.ts";
import { areasAt, rangeAt } from "./spans.ts";

export const workbook: Model<Book> = {
  scalars: {
    Name: (book) => book.fileName,
  },
  navigation: {
    Application: (book) => live("Application", book),
    Comments: (book) => live("CommentCollection", { book }),
    Names: (book) => live("NamedItemCollection", book),
    Settings: (book) => live("SettingCollection", book),
    Worksheets: (book) => live("WorksheetCollection", book),
    _Runtime: (book) => live("Runtime", book),
  },
  objects: {
    GetActiveCell: (book) => {
      const first = book.selectionOf(book.active)[0]!;
      return rangeAt(book.active, oneCell(first.top, first.left));
    },
    // More than one area selected is an error (docs: workbook.getSelectedRange).
    GetSelectedRange: (book) => {
      const areas = book.selectionOf(book.active);
      if (areas.length !== 1) throw new HostError("InvalidSelection");
      return rangeAt(book.active, areas[0]!);
    },
    GetSelectedRanges: (book) => areasAt(book.active, book.selectionOf(book.active)),
    _GetRangeForEventByReferenceId: (_, args, host) => {
      const found = eventRange(textAt(args, 0), host);
      if (found === null) throw new HostError("InvalidReference");
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, args, host) => eventRange(textAt(args, 0), host),
  },
  methods: {
    _RemoveReference: (_, args, host) => {
      const id = textAt(args, 0);
      const object = host.references.get(id);
      if (object !== undefined) host.book.floating.delete(object.target as Span);
      host.references.delete(id);
      return null;
    },
  },
};

/** Where the change of an event stands now, moved along with what happened since. */
function eventRange(id: string, host: Host): Live | null {
  const span = host.events.ranges.get(id);
  if (span === undefined || span.sheet.removed || span.areas.length === 0) return null;
  return rangeAt(span.sheet, span.areas[0]!);
}
