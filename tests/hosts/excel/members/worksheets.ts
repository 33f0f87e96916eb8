import type { Book } from "../book/book.ts";
import type { Sheet } from "../book/sheet.ts";
import { HostError } from "../errors.ts";
import { EVENT_TYPE, WORKBOOK } from "../events.ts";
import { optionalFlag, textAt } from "./arguments.ts";
import { type Argument, type Host, type Live, live, type Model } from "./model.ts";

export const worksheetCollection: Model<Book> = {
  objects: {
    GetActiveWorksheet: (book) => live("Worksheet", book.active),
    GetItemOrNullObject: (book, args) => {
      const sheet = book.find(textAt(args, 0));
      return sheet === null ? null : live("Worksheet", sheet);
    },
  },
  methods: {
    GetCount: (book, args) => {
      const visibleOnly = optionalFlag(args, 0);
      return book.sheets.filter((sheet) => !visibleOnly || sheet.state.visibility === "Visible").length;
    },
    ...eventMethods<Book>(() => WORKBOOK, Object.keys(EVENT_TYPE)),
  },
  item: (book, args) => sheetNamed(book, textAt(args, 0)),
  items: (book) => book.sheets.map((sheet) => live("Worksheet", sheet)),
};

function sheetNamed(book: Book, nameOrId: string): Live<Sheet> {
  const sheet = book.find(nameOrId);
  if (sheet === null) throw new HostError("ItemNotFound");
  return live("Worksheet", sheet);
}

type EventMethod<T> = (target: T, args: Argument[], host: Host) => null;

/** Register and unregister for the events named. */
export function eventMethods<T>(targetId: (target: T) => string, names: string[]): Record<string, EventMethod<T>> {
  const methods: Record<string, EventMethod<T>> = {};
  for (const register of names) {
    const type = EVENT_TYPE[register]!;
    methods[register] = (target, _, host) => {
      host.events.listen(type, targetId(target));
      return null;
    };
    methods[register.replace("_Register", "_Unregister")] = (target, _, host) => {
      host.events.unlisten(type, targetId(target));
      return null;
    };
  }
  return methods;
}
