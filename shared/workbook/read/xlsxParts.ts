import type { DefinedName } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Parcel } from "./parcel.ts";
import { isTrue, prefixed, readXml } from "./xml.ts";

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** What `xl/workbook.xml` and the relationships around it say: where everything is. */
export interface WorkbookParts {
  sheets: SheetPart[];
  names: DefinedName[];
  date1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

interface Relationship {
  /** Last segment of the type's URL, the same in transitional and strict files. */
  kind: string;
  part: string;
}

const MAX_RELATIONSHIPS = 10_000;

/** Throws UnreadableFile: no-sheet, too-many-sheets, too-many-names, text-too-long, damaged, and what `readXml` throws. */
export function readWorkbookParts(parcel: Parcel, limits: Limits): WorkbookParts {
  const book = workbookPart(parcel);
  const relations = readRelationships(parcel, book);
  const parts: WorkbookParts = { sheets: [], names: [], date1904: false, sharedStrings: null, styles: null };
  for (const { kind, part } of relations.values()) {
    if (kind === "sharedStrings") parts.sharedStrings ??= part;
    else if (kind === "styles") parts.styles ??= part;
  }
  const sheetNames: DefinedName[] = [];
  let name: DefinedName | null = null;
  readXml(parcel, book, {
    open(tag, attributes) {
      if (tag === "workbookPr") parts.date1904 = isTrue(attributes.date1904);
      else if (tag === "sheet") addSheet(parts, relations, attributes, limits);
      else if (tag === "definedName") {
        name = { name: attributes.name ?? "", value: "" };
        (attributes.localSheetId === undefined ? parts.names : sheetNames).push(name);
        if (parts.names.length + sheetNames.length > limits.names) {
          throw new UnreadableFile("too-many-names", { limit: limits.names });
        }
      }
    },
    close(tag) {
      if (tag === "definedName") name = null;
    },
    text(text) {
      if (name === null) return;
      name.value += text;
      if (name.value.length > limits.textLength) throw new UnreadableFile("text-too-long", { part: book });
    },
  });
  if (parts.sheets.length === 0) throw new UnreadableFile("no-sheet");
  // Names of the whole workbook first: a copied sheet brings its own of the same name along.
  parts.names.push(...sheetNames);
  return parts;
}

function addSheet(
  parts: WorkbookParts,
  relations: ReadonlyMap<string, Relationship>,
  attributes: Record<string, string>,
  limits: Limits,
): void {
  const relation = relations.get(prefixed(attributes, "id") ?? "");
  if (relation === undefined) throw new UnreadableFile("damaged", { part: "workbook.xml", what: "sheet without part" });
  // A chart or a macro sheet has no cells of ours.
  if (relation.kind !== "worksheet") return;
  if (parts.sheets.length >= limits.sheets) throw new UnreadableFile("too-many-sheets", { limit: limits.sheets });
  parts.sheets.push({
    name: attributes.name ?? "",
    part: relation.part,
    hidden: attributes.state === "hidden" || attributes.state === "veryHidden",
  });
}

export function workbookPart(parcel: Parcel): string {
  if (parcel.has("_rels/.rels")) {
    for (const { kind, part } of readRelationships(parcel, "").values()) if (kind === "officeDocument") return part;
  }
  if (parcel.has("xl/workbook.xml")) return "xl/workbook.xml";
  throw new UnreadableFile("damaged", { part: "xl/workbook.xml", what: "missing" });
}

/** Relationships of a part by their id; "" is the package itself. */
export function readRelationships(parcel: Parcel, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const relations = new Map<string, Relationship>();
  readXml(parcel, path, {
    open(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== "Relationship" || Id === undefined || Type === undefined || Target === undefined) return;
      if (TargetMode === "External") return;
      if (relations.size >= MAX_RELATIONSHIPS)
        throw new UnreadableFile("damaged", { part: path, what: "relationships" });
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf("/") + 1), part: resolve(folder, Target) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const segments: string[] = [];
  for (const segment of path.replaceAll("\\", "/").split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
