import type { Book } from "../book/book.ts";
import { HostError } from "../errors.ts";
import { plain } from "../paths.ts";
import type { Json } from "../wireTypes.ts";
import { textAt } from "./arguments.ts";
import { type Live, live, type Model } from "./model.ts";

interface Setting {
  book: Book;
  key: string;
}

export const settingCollection: Model<Book> = {
  objects: {
    // Sets or adds (docs: settingCollection.add).
    Add: (book, args) => {
      const key = textAt(args, 0);
      book.settings.set(key, plain(args[1] ?? null));
      return settingAt(book, key);
    },
    GetItemOrNullObject: (book, args) => {
      const key = textAt(args, 0);
      return book.settings.has(key) ? settingAt(book, key) : null;
    },
  },
  methods: {
    GetCount: (book) => book.settings.size,
  },
  item: (book, args) => {
    const key = textAt(args, 0);
    if (!book.settings.has(key)) throw new HostError("ItemNotFound");
    return settingAt(book, key);
  },
  items: (book) => [...book.settings.keys()].map((key) => settingAt(book, key)),
};

export const setting: Model<Setting> = {
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: ({ key }) => key,
    Value: ({ book, key }) => (book.settings.get(key) ?? null) as Json,
  },
  setters: {
    Value: ({ book, key }, value) => {
      book.settings.set(key, value);
    },
  },
  methods: {
    Delete: ({ book, key }) => {
      book.settings.delete(key);
      return null;
    },
  },
};

function settingAt(book: Book, key: string): Live<Setting> {
  return live("Setting", { book, key });
}
