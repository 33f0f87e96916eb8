import type { Parcel } from "../read/parcel.ts";
import { readRelationships, workbookPart } from "../read/xlsxParts.ts";
import { prefixed, readXml } from "../read/xml.ts";
import { readPartText } from "./partText.ts";
import { type Splice, splice } from "./splice.ts";
import { withAttribute } from "./tagText.ts";
import { walkXml } from "./xmlSpans.ts";

/**
 * The calculation chain without the formulas that are gone (addresses by sheet part), as parts to change: an entry that points
 * at no formula makes Excel offer to repair the file. A chain left empty is taken out with what mentions it.
 * Throws UnreadableFile.
 */
export function dropFromCalcChain(
  parcel: Parcel,
  dropped: ReadonlyMap<string, readonly string[]>,
): Map<string, Uint8Array | null> {
  const changes = new Map<string, Uint8Array | null>();
  const book = workbookPart(parcel);
  const relations = readRelationships(parcel, book);
  const chain = [...relations.values()].find(({ kind }) => kind === "calcChain")?.part;
  if (chain === undefined || !parcel.has(chain)) return changes;

  const gone = new Set<string>();
  readXml(parcel, book, {
    open(tag, attributes) {
      if (tag !== "sheet") return;
      const part = relations.get(prefixed(attributes, "id") ?? "")?.part ?? "";
      for (const cell of dropped.get(part) ?? []) gone.add(`${Number(attributes.sheetId)}!${cell}`);
    },
  });
  const source = readPartText(parcel, chain);
  const { splices, left } = withoutEntries(source.text, chain, gone);
  if (splices.length === 0) return changes;
  if (left > 0) changes.set(chain, source.encode(splice(source.text, splices)));
  else {
    changes.set(chain, null);
    const mentions: [part: string, tag: string, attribute: string][] = [
      ["[Content_Types].xml", "Override", "PartName"],
      [book.replace(/([^/]*)$/, "_rels/$1.rels"), "Relationship", "Type"],
    ];
    for (const [part, tag, attribute] of mentions)
      changes.set(part, withoutMention(parcel, part, tag, attribute, chain));
  }
  return changes;
}

/** An entry names its sheet only where it is another than the entry's before: the name goes on to the next one left. */
function withoutEntries(text: string, part: string, gone: ReadonlySet<string>) {
  const splices: Splice[] = [];
  let left = 0;
  let sheet = "";
  let sheetWritten = "";
  let dropping = false;
  let start = 0;
  walkXml(text, part, {
    open(tag) {
      if (tag.name !== "c") return;
      const { i, r } = tag.attributes;
      sheet = i ?? sheet;
      start = tag.start;
      dropping = gone.has(`${Number(sheet)}!${r}`);
      if (dropping) return;
      left++;
      if (i === undefined && sheet !== sheetWritten) {
        const open = text.slice(tag.start, tag.end);
        splices.push({ start: tag.start, end: tag.end, text: withAttribute(open, "i", sheet) });
      }
      sheetWritten = sheet;
    },
    close(name, _, end) {
      if (name === "c" && dropping) splices.push({ start, end, text: "" });
    },
  });
  return { splices, left };
}

function withoutMention(parcel: Parcel, part: string, name: string, attribute: string, chain: string): Uint8Array {
  const source = readPartText(parcel, part);
  const splices: Splice[] = [];
  let start = -1;
  walkXml(source.text, part, {
    open(tag) {
      const value = tag.attributes[attribute] ?? "";
      const meant =
        attribute === "PartName" ? value.toLowerCase() === `/${chain.toLowerCase()}` : value.endsWith("/calcChain");
      start = tag.name === name && meant ? tag.start : -1;
    },
    close(_, __, end) {
      if (start >= 0) splices.push({ start, end, text: "" });
      start = -1;
    },
  });
  return source.encode(splice(source.text, splices));
}
