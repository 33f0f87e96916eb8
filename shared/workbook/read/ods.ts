import type { DefinedName, Grid, Workbook } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { type Budget, newBudget } from "./gridBuilder.ts";
import { OdsStyles } from "./odsStyles.ts";
import { OdsTable } from "./odsTable.ts";
import type { Parcel } from "./parcel.ts";
import { type Attributes, readXml } from "./xml.ts";

/** Drawings, notes and forms hold paragraphs, even tables, that are no cells. */
const NOT_CELLS = new Set(
  "annotation shapes forms frame object control custom-shape g line rect circle ellipse polyline polygon path regular-polygon caption connector measure tracked-changes dde-links".split(
    " ",
  ),
);

/**
 * Reads an OpenDocument spreadsheet (ODF 1.3). Our own reader: the library drops rows marked as print titles, hidden rows and
 * sheets, fonts and names. Throws UnreadableFile: encrypted, no-sheet, and what `readXml` and `GridBuilder` throw.
 */
export function readOds(parcel: Parcel, limits: Limits): Workbook {
  refuseEncrypted(parcel);
  const styles = new OdsStyles();
  if (parcel.has("styles.xml")) {
    readXml(parcel, "styles.xml", {
      open: (tag, attributes) => openStyle(styles, tag, attributes),
      close: (tag) => styles.close(tag),
      text: (text) => styles.text(text),
    });
  }
  const content = new Content(styles, limits);
  readXml(parcel, "content.xml", content);
  if (content.sheets.length === 0) throw new UnreadableFile("no-sheet");
  return { sheets: content.sheets, names: [...content.names, ...content.sheetNames] };
}

function refuseEncrypted(parcel: Parcel): void {
  if (!parcel.has("META-INF/manifest.xml")) return;
  readXml(parcel, "META-INF/manifest.xml", {
    open(tag) {
      if (tag === "encryption-data") throw new UnreadableFile("encrypted");
    },
  });
}

function openStyle(styles: OdsStyles, tag: string, attributes: Attributes): void {
  styles.open(tag, attributes);
  if (styles.tooMany) throw new UnreadableFile("damaged", { part: "styles.xml", what: "styles" });
}

class Content {
  readonly sheets: Grid[] = [];
  readonly names: DefinedName[] = [];
  readonly sheetNames: DefinedName[] = [];
  readonly #styles: OdsStyles;
  readonly #limits: Limits;
  readonly #budget: Budget;
  #inBody = false;
  #table: OdsTable | null = null;
  #skipping = 0;
  /** What the frame that is being skipped holds; null outside frames. A chart brings a picture of itself along. */
  #frame: Set<string> | null = null;

  constructor(styles: OdsStyles, limits: Limits) {
    this.#styles = styles;
    this.#limits = limits;
    this.#budget = newBudget(limits);
  }

  open(tag: string, a: Attributes): void {
    if (this.#skipping > 0 || (this.#inBody && NOT_CELLS.has(tag))) {
      if (tag === "frame") this.#frame = new Set();
      else this.#frame?.add(tag);
      this.#skipping++;
    } else if (!this.#inBody) {
      if (tag === "body") this.#inBody = true;
      else openStyle(this.#styles, tag, a);
    } else if (tag === "named-range" || tag === "named-expression") this.#name(a);
    else if (this.#table !== null) this.#table.open(tag, a);
    else if (tag === "table") this.#openTable(a);
  }

  close(tag: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      if (tag === "frame") this.#endFrame();
    } else if (!this.#inBody) this.#styles.close(tag);
    else if (this.#table !== null) {
      if (tag === "table") {
        this.sheets.push(this.#table.build());
        this.#table = null;
      } else this.#table.close(tag);
    }
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    if (this.#inBody) this.#table?.text(text);
    else this.#styles.text(text);
  }

  #endFrame(): void {
    const pictured = this.#frame?.has("image") === true && !this.#frame.has("object");
    this.#frame = null;
    if (pictured) this.#table?.picture();
  }

  #openTable(a: Attributes): void {
    const { sheets } = this.#limits;
    if (this.sheets.length >= sheets) throw new UnreadableFile("too-many-sheets", { limit: sheets });
    const name = a["table:name"] ?? `Sheet${this.sheets.length + 1}`;
    this.#table = new OdsTable(name, this.#styles.isHiddenTable(a["table:style-name"]), this.#styles, this.#budget);
  }

  #name(a: Attributes): void {
    const value = a["table:expression"] ?? a["table:cell-range-address"] ?? "";
    const list = this.#table === null ? this.names : this.sheetNames;
    list.push({ name: a["table:name"] ?? "", value: value.replace(/^(of|oooc|msoxl):/, "").replace(/^=/, "") });
    if (this.names.length + this.sheetNames.length > this.#limits.names) {
      throw new UnreadableFile("too-many-names", { limit: this.#limits.names });
    }
  }
}
