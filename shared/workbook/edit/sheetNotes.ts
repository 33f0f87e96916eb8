import { address } from "../read/a1.ts";
import type { Parcel } from "../read/parcel.ts";
import { readRelationships } from "../read/xlsxParts.ts";
import { prefixed } from "../read/xml.ts";
import { noteShapes, VML_HEAD, VML_TAIL } from "./noteShapes.ts";
import { type PartText, readPartText } from "./partText.ts";
import { type Splice, splice } from "./splice.ts";
import { escapeXml, prefixOf } from "./tagText.ts";
import { walkXml } from "./xmlSpans.ts";

/** A note for a cell, 0-based. */
export interface Note {
  row: number;
  column: number;
  text: string;
}

/** What notes change: splices of the sheet's own part, other parts rewritten, parts that were not there. */
export interface NoteChanges {
  splices: Splice[];
  changed: Map<string, Uint8Array>;
  added: Map<string, Uint8Array>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands behind `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99), by local name. */
const BEHIND = new Set(
  "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(" "),
);

/**
 * Notes beside cells of one sheet. The user's own notes stay; a cell that has one already gets no second. Null where notes
 * cannot be added safely (a strict workbook, drawings of a form we do not know).
 */
export function addNotes(
  parcel: Parcel,
  sheetPart: string,
  sheet: PartText,
  notes: readonly Note[],
  author: string,
): NoteChanges | null {
  const frame = readFrame(sheet);
  if (frame === null || notes.length === 0) return null;
  const relsPart = sheetPart.replace(/([^/]*)$/, "_rels/$1.rels");
  const relations = parcel.has(relsPart) ? readRelationships(parcel, sheetPart) : new Map();
  const commentsPart = [...relations.values()].find(({ kind }) => kind === "comments")?.part as string | undefined;
  const drawingPart = frame.drawing === null ? undefined : relations.get(frame.drawing)?.part;
  if (frame.drawing !== null && (drawingPart === undefined || !parcel.has(drawingPart))) return null;

  const out: NoteChanges = { splices: [], changed: new Map(), added: new Map() };
  const links: [id: string, kind: string, part: string][] = [];
  const known = commentsPart === undefined ? null : readComments(readPartText(parcel, commentsPart));
  const fresh = notes.filter(({ row, column }) => known?.cells.has(address(row, column)) !== true);
  if (fresh.length === 0) return null;

  if (known !== null) out.changed.set(commentsPart!, known.with(fresh, author));
  else {
    const part = freePart(parcel, "xl/comments", "xml");
    out.added.set(part, new TextEncoder().encode(newComments(fresh, author)));
    links.push(["rIdRuamNotes", "comments", part]);
  }
  if (drawingPart !== undefined) {
    const drawing = readPartText(parcel, drawingPart);
    const end = drawing.text.lastIndexOf("</xml>");
    if (end < 0) return null;
    const shapes = noteShapes(fresh, drawing.text);
    out.changed.set(drawingPart, drawing.encode(drawing.text.slice(0, end) + shapes + drawing.text.slice(end)));
  } else {
    const part = freePart(parcel, "xl/drawings/vmlDrawing", "vml");
    out.added.set(part, new TextEncoder().encode(VML_HEAD + noteShapes(fresh, "") + VML_TAIL));
    links.push(["rIdRuamShapes", "vmlDrawing", part]);
    const tag = `<${frame.prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="rIdRuamShapes"/>`;
    out.splices.push({ start: frame.drawingAt, end: frame.drawingAt, text: tag });
  }
  if (links.length > 0) {
    link(parcel, relsPart, sheetPart, links, out);
    declareTypes(parcel, out);
  }
  return out;
}

interface Frame {
  prefix: string;
  /** Relationship id of the drawing that holds notes, or null. */
  drawing: string | null;
  /** Where such an element belongs. */
  drawingAt: number;
}

/** Null for a workbook in the strict form, which has no place for notes' shapes. */
function readFrame({ text, part }: PartText): Frame | null {
  const frame: Frame = { prefix: "", drawing: null, drawingAt: -1 };
  let depth = 0;
  let transitional = false;
  walkXml(text, part, {
    open(tag) {
      if (depth === 0) {
        frame.prefix = prefixOf(tag.rawName);
        transitional = Object.values(tag.attributes).includes(MAIN);
      } else if (depth === 1 && tag.name === "legacyDrawing") frame.drawing = prefixed(tag.attributes, "id") ?? "";
      else if (depth === 1 && BEHIND.has(tag.name) && frame.drawingAt < 0) frame.drawingAt = tag.start;
      depth++;
    },
    close(_, start) {
      if (--depth === 0 && frame.drawingAt < 0) frame.drawingAt = start;
    },
  });
  return transitional ? frame : null;
}

/** The comments part: which cells have one, and the part with more of them. */
function readComments(source: PartText) {
  const cells = new Set<string>();
  let authors = 0;
  let authorsEnd = -1;
  let listEnd = -1;
  let p = "";
  walkXml(source.text, source.part, {
    open(tag) {
      if (tag.name === "comments") p = prefixOf(tag.rawName);
      else if (tag.name === "author") authors++;
      else if (tag.name === "comment") cells.add((tag.attributes.ref ?? "").replaceAll("$", ""));
    },
    close(name, start) {
      if (name === "authors") authorsEnd = start;
      else if (name === "commentList") listEnd = start;
    },
  });
  return {
    cells,
    with(notes: readonly Note[], author: string): Uint8Array {
      const list = notes.map((note) => commentXml(note, authors, p)).join("");
      const splices: Splice[] = [
        { start: authorsEnd, end: authorsEnd, text: `<${p}author>${escapeXml(author)}</${p}author>` },
        { start: listEnd, end: listEnd, text: list },
      ];
      return source.encode(splice(source.text, splices));
    },
  };
}

function newComments(notes: readonly Note[], author: string): string {
  const list = notes.map((note) => commentXml(note, 0, "")).join("");
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author>${escapeXml(author)}</author></authors><commentList>${list}</commentList></comments>`;
}

function commentXml({ row, column, text }: Note, author: number, p: string): string {
  // What XML cannot hold has no place in a note of ours.
  const plain = escapeXml(
    text.replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      " ",
    ),
  );
  return `<${p}comment ref="${address(row, column)}" authorId="${author}"><${p}text><${p}r><${p}t xml:space="preserve">${plain}</${p}t></${p}r></${p}text></${p}comment>`;
}

function freePart(parcel: Parcel, stem: string, extension: string): string {
  for (let n = 1; ; n++) if (!parcel.has(`${stem}${n}.${extension}`)) return `${stem}${n}.${extension}`;
}

/** As Excel writes it: readers exist that do not know a path from the root. */
function relativePath(from: string, to: string): string {
  const folder = from.split("/").slice(0, -1);
  const path = to.split("/");
  let same = 0;
  while (same < folder.length && folder[same] === path[same]) same++;
  return [...folder.slice(same).map(() => ".."), ...path.slice(same)].join("/");
}

function link(
  parcel: Parcel,
  relsPart: string,
  sheetPart: string,
  links: [string, string, string][],
  out: NoteChanges,
): void {
  const xml = (p: string) =>
    links
      .map(
        ([id, kind, part]) =>
          `<${p}Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${relativePath(sheetPart, part)}"/>`,
      )
      .join("");
  if (!parcel.has(relsPart)) {
    const text = `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${xml("")}</Relationships>`;
    out.added.set(relsPart, new TextEncoder().encode(text));
    return;
  }
  out.changed.set(relsPart, insideRoot(readPartText(parcel, relsPart), xml));
}

function declareTypes(parcel: Parcel, out: NoteChanges): void {
  const types = readPartText(parcel, "[Content_Types].xml");
  let hasVml = false;
  walkXml(types.text, types.part, {
    open({ name, attributes }) {
      if (name === "Default" && attributes.Extension?.toLowerCase() === "vml") hasVml = true;
    },
  });
  const comments = [...out.added.keys()].filter((part) => /comments[0-9]+\.xml$/.test(part));
  const content = insideRoot(types, (p) =>
    [
      ...(hasVml ? [] : [`<${p}Default Extension="vml" ContentType="${VML_TYPE}"/>`]),
      ...comments.map((part) => `<${p}Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>`),
    ].join(""),
  );
  out.changed.set("[Content_Types].xml", content);
}

/** The part with more elements at the end of its root. */
function insideRoot(source: PartText, xml: (prefix: string) => string): Uint8Array {
  let prefix = "";
  let end = -1;
  let open: { start: number; end: number } | null = null;
  let depth = 0;
  let name = "";
  walkXml(source.text, source.part, {
    open(tag) {
      if (depth++ > 0) return;
      prefix = prefixOf(tag.rawName);
      name = tag.rawName;
      if (tag.selfClosing) open = tag;
    },
    close(_, start) {
      if (--depth === 0) end = start;
    },
  });
  const alone = open as { start: number; end: number } | null;
  const at: Splice =
    alone === null
      ? { start: end, end, text: xml(prefix) }
      : {
          ...{ start: alone.start, end: alone.end },
          text: `${source.text.slice(alone.start, alone.end - 2)}>${xml(prefix)}</${name}>`,
        };
  return source.encode(splice(source.text, [at]));
}
