import { textsOf } from "./syntax.ts";

/** In a string or a template an escaped letter is the letter itself. */
const IN_TEXT: [RegExp, string][] = [
  [/\/\//g, "/\\/"],
  [/\/\*/g, "/\\*"],
  [/<(?=[!/?s])/gi, "\\x3c"],
  [/-->/g, "--\\x3e"],
];

/**
 * A minified ASCII script, so written that HtmlService finds nothing in it that looks like a comment, a tag or a template.
 * It means the same before and after.
 */
export function inlineSafe(code: string): string {
  let out = "";
  let from = 0;
  for (const { kind, start, end } of textsOf(code)) {
    out += between(code.slice(from, start));
    const text = code.slice(start, end);
    out += kind === "regexp" ? safePattern(text) : IN_TEXT.reduce((said, [from, to]) => said.replace(from, to), text);
    from = end;
  }
  // Three slashes leave a pair behind the first replacement; nothing is lost by looking again.
  const done = out + between(code.slice(from));
  return done === code ? done : inlineSafe(done);
}

/** Between texts only operators can look like a comment of HTML: `a-->b`, `a<!--b`. */
function between(code: string): string {
  return code.replace(/-->/g, "-- >").replace(/<!--/g, "< !--");
}

/** A regular expression with its inner slashes written as \x2f, and in ASCII: esbuild leaves the letters of one as they are. */
function safePattern(text: string): string {
  const last = text.lastIndexOf("/");
  let out = "/";
  for (let i = 1; i < last; i++) {
    if (text[i] === "\\" && text.charCodeAt(i + 1) < 128) {
      const next = text[i + 1]!;
      out += next === "/" ? "\\x2f" : `\\${next}`;
      i++;
    } else if (text.charCodeAt(i) > 127) out += `\\u${text.charCodeAt(i).toString(16).padStart(4, "0")}`;
    else if (text[i] === "\\") continue;
    else if (text[i] === "/") out += "\\x2f";
    else if (text[i] === ">" && out.endsWith("--")) out += "\\x3e";
    // The < of a group's name or of a look behind is no letter.
    else out += text[i] === "<" && !/(?:\(\?|\\k)$/.test(out) ? "\\x3c" : text[i];
  }
  return out + text.slice(last);
}

/** Text of a page with everything but ASCII as numbers: HtmlService has been seen to lose the page's encoding. */
export function asciiHtml(html: string): string {
  return [...html].map((letter) => (letter.charCodeAt(0) < 128 ? letter : `&#${letter.codePointAt(0)};`)).join("");
}
