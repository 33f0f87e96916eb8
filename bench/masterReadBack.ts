import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Unzip, UnzipInflate } from "fflate";
import { SaxesParser } from "saxes";

export interface ReadBack {
  /** Rows that begin with a running number, by sheet, and a digest of all their cells. */
  official: { rows: number; digest: string };
  source: { rows: number; digest: string };
}

type Part = (text: string) => void;

/** Feeds the named parts of a zip to their readers, piece by piece. */
function feed(bytes: Uint8Array, parts: Record<string, Part>): void {
  const unzip = new Unzip((file) => {
    const part = parts[file.name];
    if (part === undefined) return;
    const decoder = new TextDecoder();
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      part(decoder.decode(chunk, { stream: !final }));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += 1 << 16)
    unzip.push(bytes.subarray(at, at + (1 << 16)), at + (1 << 16) >= bytes.length);
}

function sharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const parser = new SaxesParser();
  let text = "";
  parser.on("opentag", ({ name }) => {
    if (name === "si") text = "";
  });
  parser.on("text", (more) => {
    text += more;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "si") strings.push(text);
  });
  feed(bytes, { "xl/sharedStrings.xml": (more) => parser.write(more) });
  return strings;
}

/** Digests the rows of a sheet that begin with a number. A number is compared to the fifth decimal: a second of a day. */
function sheetReader(columns: number, strings: readonly string[]) {
  const hash = createHash("sha256");
  const parser = new SaxesParser();
  let rows = 0;
  let cells: string[] = [];
  let numbered = false;
  let column = 0;
  let type = "n";
  let value = "";
  let inValue = false;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") {
      cells = new Array<string>(columns).fill("");
      numbered = false;
    } else if (name === "c") {
      column = (attributes.r as string).charCodeAt(0) - 65;
      type = (attributes.t as string | undefined) ?? "n";
      value = "";
    } else if (name === "v" || name === "t") inValue = true;
  });
  parser.on("text", (more) => {
    if (inValue) value += more;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") inValue = false;
    else if (name === "c" && column < columns) {
      if (column === 0 && type === "n" && value !== "") numbered = true;
      cells[column] =
        type === "s" ? strings[Number(value)]! : type === "n" && value.includes(".") ? Number(value).toFixed(5) : value;
    } else if (name === "row" && numbered) {
      rows++;
      hash.update(`${cells.join("\t")}\n`);
    }
  });
  return {
    read: (more: string) => void parser.write(more),
    result: () => ({ rows, digest: hash.digest("hex") }),
  };
}

/** Reads the two sheets with rows of any of the writers: part names as they stand in the file. */
export function readBack(file: string, sheets: { official: string; source: string }): ReadBack {
  const bytes = readFileSync(file);
  const strings = sharedStrings(bytes);
  const official = sheetReader(8, strings);
  const source = sheetReader(13, strings);
  feed(bytes, { [sheets.official]: official.read, [sheets.source]: source.read });
  return { official: official.result(), source: source.result() };
}
