import type { Parcel } from "../../../../../shared/workbook/read/parcel.ts";
import { readRelationships } from "../../../../../shared/workbook/read/xlsxParts.ts";
import { readXml } from "../../../../../shared/workbook/read/xml.ts";
import { areaOf } from "../area.ts";
import type { Sheet } from "../sheet.ts";

interface Found {
  ref: string;
  author: string;
  text: string;
  id?: string;
  parent?: string;
}

/** Comments with their replies, and the notes that were comments before Excel 365. */
export function readRemarks(parcel: Parcel, part: string, sheet: Sheet, newId: () => string): void {
  // A sheet without relationships has no part for them.
  if (!parcel.has(part.replace(/([^/]+)$/, "_rels/$1.rels"))) return;
  for (const { kind, part: target } of readRelationships(parcel, part).values()) {
    if (!parcel.has(target)) continue;
    if (kind === "comments") addNotes(sheet, readNotes(parcel, target));
    else if (kind === "threadedComment") addComments(sheet, readComments(parcel, target), newId);
  }
}

function addNotes(sheet: Sheet, found: Found[]): void {
  // A comment leaves a stand-in among the notes, for programs that know no comments; its author begins with "tc=".
  for (const { ref, author, text } of found) {
    if (!author.startsWith("tc=")) sheet.state.notes.push({ cell: areaOf(ref), author, text });
  }
}

function addComments(sheet: Sheet, found: Found[], newId: () => string): void {
  for (const { ref, author, text, id, parent } of found) {
    if (parent !== undefined) continue;
    const replies = found
      .filter((other) => other.parent === id)
      .map((reply) => ({ id: newId(), author: reply.author, content: reply.text }));
    sheet.state.comments.push({ id: newId(), author, content: text, cell: areaOf(ref), replies, resolved: false });
  }
}

function readNotes(parcel: Parcel, part: string): Found[] {
  const authors: string[] = [];
  const found: Found[] = [];
  let into: "author" | "text" | null = null;
  readXml(parcel, part, {
    open(tag, { ref, authorId }) {
      if (tag === "author") authors.push("");
      if (tag === "comment") found.push({ ref: ref ?? "A1", author: authors[Number(authorId)] ?? "", text: "" });
      if (tag === "author") into = "author";
      else if (tag === "t") into = "text";
    },
    close() {
      into = null;
    },
    text(text) {
      if (into === "author") authors[authors.length - 1] += text;
      else if (into === "text") found[found.length - 1]!.text += text;
    },
  });
  return found;
}

function readComments(parcel: Parcel, part: string): Found[] {
  const found: Found[] = [];
  let inText = false;
  readXml(parcel, part, {
    open(tag, { ref, id, parentId, personId }) {
      if (tag === "threadedComment") {
        found.push({ ref: ref ?? "A1", author: personId ?? "", text: "", id, parent: parentId });
      }
      inText = tag === "text";
    },
    close() {
      inText = false;
    },
    text(text) {
      if (inText) found[found.length - 1]!.text += text;
    },
  });
  return found;
}
