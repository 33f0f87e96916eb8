/** An attribute in the text of a start tag, its places relative to that text. */
interface AttributeSpan {
  name: string;
  /** At the white space before the name. */
  start: number;
  /** Between the quotes. */
  valueStart: number;
  valueEnd: number;
  /** Behind the closing quote. */
  end: number;
}

function attributesOf(tag: string): AttributeSpan[] {
  const pattern = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y;
  pattern.lastIndex = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0;
  const found: AttributeSpan[] = [];
  for (let start = pattern.lastIndex, match = pattern.exec(tag); match !== null; match = pattern.exec(tag)) {
    const end = pattern.lastIndex;
    found.push({ name: match[1]!, start, valueStart: end - match[2]!.length + 1, valueEnd: end - 1, end });
    start = end;
  }
  return found;
}

/** The start tag without those attributes; everything else of it as it was. */
export function withoutAttributes(tag: string, names: readonly string[]): string {
  let out = "";
  let at = 0;
  for (const { name, start, end } of attributesOf(tag)) {
    if (!names.includes(name)) continue;
    out += tag.slice(at, start);
    at = end;
  }
  return out + tag.slice(at);
}

/** The start tag with that attribute's value (already escaped) in the attribute's place, or added at the end. */
export function withAttribute(tag: string, name: string, value: string): string {
  const found = attributesOf(tag).find((attribute) => attribute.name === name);
  if (found !== undefined) return tag.slice(0, found.valueStart) + value + tag.slice(found.valueEnd);
  const end = tag.endsWith("/>") ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${value}"${tag.slice(end)}`;
}

/** The start tag as one that has content. */
export function asOpenTag(tag: string): string {
  return tag.endsWith("/>") ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

/** "x:" of "x:row", "" of "row". */
export function prefixOf(rawName: string): string {
  return rawName.slice(0, rawName.indexOf(":") + 1);
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (char) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[char]!);
}
