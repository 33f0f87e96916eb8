import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { XmlError, XmlScanner } from "../../../shared/workbook/read/xmlScanner.ts";

type Event = [kind: "open", name: string, attributes: [string, string][]] | [kind: "close" | "text", text: string];

/** Neighbouring pieces of text are one text. */
function add(events: Event[], text: string): void {
  const last = events.at(-1);
  if (text === "") return;
  if (last?.[0] === "text") last[1] += text;
  else events.push(["text", text]);
}

function scan(pieces: string[]): Event[] {
  const events: Event[] = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => events.push(["open", name, Object.entries(attributes)]),
    close: (name) => events.push(["close", name]),
    text: (text) => add(events, text),
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

/** What saxes makes of the same text, or null when it takes it for damaged. */
function saxes(xml: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on("opentag", (tag) => {
    depth++;
    events.push(["open", tag.name, Object.entries(tag.attributes as Record<string, string>)]);
  });
  parser.on("closetag", (tag) => {
    depth--;
    events.push(["close", tag.name]);
  });
  parser.on("text", (text) => depth > 0 && add(events, text));
  parser.on("cdata", (text) => add(events, text));
  parser.on("doctype", () => {
    throw new Error("doctype");
  });
  try {
    parser.write(xml).close();
    return events;
  } catch {
    return null;
  }
}

const name = fc.constantFrom("c", "x:row", "t", "sheetData", "ก", "__proto__", "constructor");
const text = fc
  .array(
    fc.constantFrom(
      "ก",
      "ำ",
      " ",
      "\n",
      "\r\n",
      "\r",
      "\t",
      "P",
      "&amp;",
      "&lt;",
      "&gt;",
      "&quot;",
      "&#233;",
      "&#x0E01;",
      "]]",
      ">",
      "😀",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));
const attribute = fc
  .tuple(name, text, fc.constantFrom('"', "'"))
  .map(([key, value, quote]) => [key, `${key} = ${quote}${value}${quote}`] as const);
const space = fc.constantFrom("", " ", "\n ", "\t");
const misc = fc.constantFrom("<!-- <c> & -->", "<?pi ?>", "<![CDATA[<&]] \r\n]]>", "");

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc
    .array(fc.oneof({ maxDepth: 4 }, text, misc, tie("element")), { maxLength: 4 })
    .map((parts) => parts.join("")),
  element: fc
    .tuple(name, fc.array(attribute, { maxLength: 3 }), space, fc.boolean(), tie("content"))
    .map(([tag, attributes, gap, empty, content]) => {
      const unique = new Map(attributes);
      const open = `<${tag}${[...unique.values()].map((one) => ` ${one}`).join("")}${gap}`;
      return empty ? `${open}/>` : `${open}>${content}</${tag}${gap}>`;
    }),
}));
const xmlDocument = fc
  .tuple(
    fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'),
    element,
    fc.constantFrom("", "\n", "<!-- end -->"),
  )
  .map((parts) => parts.join(""))
  // Two brackets of a text may meet the next text's ">", which XML forbids and no file has.
  .filter((xml) => !xml.replaceAll("]]>", "").includes("]]>") && saxes(xml) !== null);

function cutAt(xml: string, cuts: number[]): string[] {
  const at = [0, ...cuts.map((cut) => cut % (xml.length + 1)), xml.length].sort((a, b) => a - b);
  return at.slice(1).map((end, i) => xml.slice(at[i], end));
}

describe("the scanner tells what saxes tells", () => {
  it("of every document, however it is cut into pieces", () => {
    fc.assert(
      fc.property(xmlDocument, fc.array(fc.nat(), { maxLength: 6 }), (xml, cuts) => {
        expect(scan(cutAt(xml, cuts))).toEqual(saxes(xml));
      }),
      { numRuns: 1_000 },
    );
  });

  it("of every document with a letter changed that saxes still takes for sound", () => {
    const letter = fc.constantFrom(
      "<",
      ">",
      "/",
      "&",
      ";",
      '"',
      "'",
      "=",
      " ",
      "!",
      "?",
      "-",
      "[",
      "]",
      "a",
      "\r",
      "#",
    );
    fc.assert(
      fc.property(xmlDocument, fc.nat(), letter, (xml, where, put) => {
        const at = where % xml.length;
        const changed = xml.slice(0, at) + put + xml.slice(at + 1);
        // Half a letter cannot come out of a decoder.
        const expected = /\p{Surrogate}/u.test(changed) ? null : saxes(changed);
        if (expected !== null) expect(scan(cutAt(changed, [where]))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what is not well-formed is refused, whole or cut into letters", () => {
  it.each([
    ["nothing", ""],
    ["no root", "<!-- x -->"],
    ["text before the root", "x<a/>"],
    ["text after the root", "<a/>x"],
    ["a second root", "<a/><b/>"],
    ["a tag never closed", "<a><b></b>"],
    ["tags crossed", "<a><b></a></b>"],
    ["a closing tag too many", "<a></a></a>"],
    ["a tag cut short", "<a><b"],
    ["a tag without a name", "<a>< b/></a>"],
    ["an attribute without a value", "<a b/>"],
    ["an attribute without quotes", "<a b=1/>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["attributes without a space", '<a b="1"c="2"/>'],
    ["a bracket in an attribute", '<a b="<"/>'],
    ["a slash inside a tag", "<a / b='1'></a>"],
    ["an entity unknown", "<a>&nbsp;</a>"],
    ["an entity that ends nowhere", "<a>&amp</a>"],
    ["an ampersand alone", "<a>ก & ข</a>"],
    ["a letter that is none", "<a>&#0;</a>"],
    ["half a letter", "<a>&#xD800;</a>"],
    ["a letter beyond Unicode", "<a>&#x110000;</a>"],
    ["a control letter", "<a>\u0001</a>"],
    ["a comment never closed", "<a><!-- x</a>"],
    ["CDATA never closed", "<a><![CDATA[x</a>"],
    ["CDATA outside", "<![CDATA[x]]><a/>"],
    ["a declaration inside", "<a><!ELEMENT a></a>"],
    ["nesting without end", "<a>".repeat(200) + "</a>".repeat(200)],
  ])("%s", (_, xml) => {
    expect(() => scan([xml])).toThrow(XmlError);
    expect(() => scan([...xml])).toThrow(XmlError);
  });

  it("a document type is told apart", () => {
    for (const pieces of [["<!DOCTYPE a><a/>"], [..."<!DOCTYPE a><a/>"]]) {
      expect(() => scan(pieces)).toThrow(expect.objectContaining({ doctype: true }));
    }
  });
});
