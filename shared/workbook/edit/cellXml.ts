import type { Scalar } from "../../sheet/grid.ts";
import { asOpenTag, escapeXml, prefixOf, withAttribute, withoutAttributes } from "./tagText.ts";

/**
 * A `<c>` element with a new value: its start tag keeps its attributes but for those that spoke of the old value (type, cell
 * and value metadata); `others` is what it held besides formula and value.
 */
export function cellXml(tag: string, rawName: string, value: Scalar, style: number | undefined, others = ""): string {
  let open = withoutAttributes(tag, ["t", "cm", "vm"]);
  if (style !== undefined) open = withAttribute(open, "s", String(style));
  const type = typeof value === "string" ? "inlineStr" : typeof value === "boolean" ? "b" : undefined;
  if (type !== undefined) open = withAttribute(open, "t", type);
  const content = valueXml(prefixOf(rawName), value) + others;
  if (content === "") return open.endsWith("/>") ? open : `${open.slice(0, -1)}/>`;
  return `${asOpenTag(open)}${content}</${rawName}>`;
}

function valueXml(prefix: string, value: Scalar): string {
  if (value === null) return "";
  if (typeof value === "string") {
    const space = /^\s|\s$|[\t\n]| {2}/.test(value) ? ' xml:space="preserve"' : "";
    return `<${prefix}is><${prefix}t${space}>${escapeXml(escapeText(value))}</${prefix}t></${prefix}is>`;
  }
  return `<${prefix}v>${Number(value)}</${prefix}v>`;
}

/** What XML cannot hold, or would change, as `_x000D_` (ECMA-376 part 1, 22.9.2.19); text that looks like that is kept apart. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}
