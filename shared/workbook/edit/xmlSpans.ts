import { SaxesParser } from "saxes";
import { type Attributes, localName } from "../read/xml.ts";
import { UnreadableFile } from "../unreadable.ts";

/** A start tag and where it stands: `start` at "<", `end` behind ">". */
export interface Tag {
  name: string;
  /** As written, with its prefix. */
  rawName: string;
  attributes: Attributes;
  start: number;
  end: number;
  selfClosing: boolean;
}

export interface SpanHandlers {
  open(tag: Tag): void;
  /** `start` at the "<" of the end tag, `end` behind its ">"; for a self-closing tag both are the end of that tag. */
  close?(name: string, start: number, end: number): void;
  text?(text: string): void;
}

const MAX_DEPTH = 128;

/** Walks XML that is wholly in memory, telling where each tag stands. Throws UnreadableFile: dtd, damaged. */
export function walkXml(text: string, part: string, handlers: SpanHandlers): void {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new UnreadableFile("dtd", { part });
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_DEPTH) throw new UnreadableFile("damaged", { part, what: "nesting" });
    const end = parser.position;
    handlers.open({
      name: localName(tag.name),
      rawName: tag.name,
      attributes: tag.attributes as Attributes,
      // No raw "<" may stand in an attribute, so the last one is the tag's own.
      start: text.lastIndexOf("<", end - 1),
      end,
      selfClosing: tag.isSelfClosing,
    });
  });
  parser.on("closetag", (tag) => {
    depth--;
    const end = parser.position;
    handlers.close?.(localName(tag.name), tag.isSelfClosing ? end : text.lastIndexOf("<", end - 1), end);
  });
  if (handlers.text !== undefined) {
    const take = handlers.text.bind(handlers);
    parser.on("text", take);
    parser.on("cdata", take);
  }
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("damaged", { part, what: "XML" });
  }
}
