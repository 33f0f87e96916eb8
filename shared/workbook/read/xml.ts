import { SaxesParser } from "saxes";
import { UnreadableFile } from "../unreadable.ts";
import type { Parcel } from "./parcel.ts";

/** Attributes by name as written, prefix and all; made without a prototype. */
export type Attributes = Record<string, string>;

/** Names come without their prefix: `x:row` and `row` are the same to a reader of Office files. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const MAX_DEPTH = 128;
/** No tag in so much text: no cell's text is that long, whatever is being built up is not for us. */
const MAX_CHARS_WITHOUT_TAG = 1024 * 1024;

/**
 * Streams one XML part through the handlers: UTF-8, or UTF-16 with a byte order mark. Nothing is held but the current
 * tag. A document type is refused at once, so that no entity is ever declared, let alone expanded.
 * Throws UnreadableFile: dtd, damaged, text-too-long, and what `Parcel.unpack` throws.
 */
export function readXml(parcel: Parcel, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let tagSeen = false;
  let charsWithoutTag = 0;

  parser.on("doctype", () => {
    throw new UnreadableFile("dtd", { part });
  });
  parser.on("opentag", (tag) => {
    tagSeen = true;
    if (++depth > MAX_DEPTH) throw new UnreadableFile("damaged", { part, what: "nesting" });
    handlers.open(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on("closetag", (tag) => {
    tagSeen = true;
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text !== undefined) {
    const take = handlers.text.bind(handlers);
    parser.on("text", take);
    parser.on("cdata", take);
  }

  let decoder: TextDecoder | undefined;
  const write = (text: string) => {
    tagSeen = false;
    parser.write(text);
    charsWithoutTag = tagSeen ? 0 : charsWithoutTag + text.length;
    if (charsWithoutTag > MAX_CHARS_WITHOUT_TAG) throw new UnreadableFile("text-too-long", { part });
  };
  try {
    parcel.unpack(part, (piece) => {
      if (piece.length === 0) return;
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      for (let at = 0; at < piece.length; at += WRITE_BYTES) {
        write(decoder.decode(piece.subarray(at, at + WRITE_BYTES), { stream: true }));
      }
    });
    if (decoder !== undefined) write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("damaged", { part, what: "XML" });
  }
}

/** A bomb's step can be 16 MB; in slices of this the text without a tag is noticed early. */
const WRITE_BYTES = 256 * 1024;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute whatever its prefix, e.g. `r:id`; the prefixed one wins over a plain one. */
export function prefixed(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name];
  return attributes[local];
}

/** An XSD boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
