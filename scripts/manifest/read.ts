import { SaxesParser } from "saxes";

/** An element of a manifest. `name` without its prefix, attributes likewise. */
export interface Element {
  name: string;
  /** Namespace. */
  uri: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  line: number;
}

/** The document's root. Throws with the place when it is not well-formed XML. */
export function readXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => parser.fail("a manifest has no DTD"));
  parser.on("opentag", ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(
      (attribute) => attribute.prefix !== "xmlns" && attribute.name !== "xmlns",
    );
    const element: Element = {
      ...{ name: local, uri, children: [], text: "", line: parser.line },
      attributes: Object.fromEntries(own.map((attribute) => [attribute.local, attribute.value])),
    };
    if (open.length === 0) root = element;
    else open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.write(xml).close();
  return root!;
}

/** The element and all below it, in document order. */
export function* within(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}

/** Every element of that name below. */
export const named = (element: Element, name: string): Element[] =>
  [...within(element)].filter((one) => one.name === name);

/** The child of that name, if there is one. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);
