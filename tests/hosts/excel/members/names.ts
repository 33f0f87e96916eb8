import { areaText, parseArea, sheetText, splitSheet } from "../book/area.ts";
import type { Book, NamedValue } from "../book/book.ts";
import { HostError, notModelled } from "../errors.ts";
import { textAt } from "./arguments.ts";
import { type Host, type Live, live, type Model } from "./model.ts";
import { rangeAt } from "./spans.ts";

export const namedItemCollection: Model<Book> = {
  objects: {
    GetItemOrNullObject: (book, args) => {
      const item = book.named(textAt(args, 0));
      return item === null ? null : live("NamedItem", item);
    },
  },
  methods: {
    GetCount: (book) => book.names.length,
  },
  item: (book, args) => {
    const item = book.named(textAt(args, 0));
    if (item === null) throw new HostError("ItemNotFound");
    return live("NamedItem", item);
  },
  items: (book) => book.names.map((item) => live("NamedItem", item)),
};

export const namedItem: Model<NamedValue> = {
  identity: (item) => ({ _Id: item.name }),
  scalars: {
    Formula: (item) => `=${item.value}`,
    Name: (item) => item.name,
    Scope: () => "Workbook",
    Type: (item, host) => meaning(item, host).type,
    Value: (item, host) => meaning(item, host).value,
    Visible: (item) => item.visible,
  },
  objects: {
    GetRange: (item, _, host) => {
      const range = rangeOf(item, host);
      if (range === null) throw new HostError("ItemNotFound");
      return range;
    },
    GetRangeOrNullObject: (item, _, host) => rangeOf(item, host),
  },
};

/** Constants and plain references; a name that has to be computed is refused. */
function meaning(item: NamedValue, host: Host): { type: string; value: string | number | boolean } {
  const { value } = item;
  const text = /^"((?:[^"]|"")*)"$/s.exec(value);
  if (text !== null) return { type: "String", value: text[1]!.replaceAll('""', '"') };
  if (/^-?\d+$/.test(value)) return { type: "Integer", value: Number(value) };
  if (/^-?\d*\.\d+$/.test(value)) return { type: "Double", value: Number(value) };
  if (/^(true|false)$/i.test(value)) return { type: "Boolean", value: /^true$/i.test(value) };
  if (value.startsWith("#")) return { type: "Error", value };
  const place = placeOf(item, host);
  if (place !== null) return { type: "Range", value: `${sheetText(place.sheet.name)}!${areaText(place.area)}` };
  throw notModelled("NamedItem.value of a formula");
}

function placeOf(item: NamedValue, host: Host) {
  const { sheet: name, rest } = splitSheet(item.value);
  const sheet = name === null ? null : host.book.find(name);
  const area = parseArea(rest);
  return sheet === null || area === null ? null : { sheet, area };
}

function rangeOf(item: NamedValue, host: Host): Live | null {
  const place = placeOf(item, host);
  return place === null ? null : rangeAt(place.sheet, place.area);
}
