import { makeOds, table, textRow } from "../../workbook/makeOds.ts";
import { DOCTYPE, file, type HostileFile, SMALL } from "./tools.ts";

/** OpenDocument. */
export const ODS: HostileFile[] = [
  file(
    "a value repeated over the whole sheet",
    "too-many-cells",
    () => makeOds({ body: table("ก", filledRow(1_048_576, 16_384, "")) }),
    SMALL,
  ),
  file(
    "a value repeated 2^50 rows down",
    "too-many-rows",
    () => makeOds({ body: table("ก", filledRow(2 ** 50, 1, "")) }),
    SMALL,
  ),
  file(
    "a value past the last row",
    "too-many-rows",
    () => makeOds({ body: table("ก", `<table:table-row table:number-rows-repeated="1048575"/>${textRow("ข")}`) }),
    SMALL,
  ),
  file(
    "a text of a billion blanks",
    "text-too-long",
    () => makeOds({ body: table("ก", textRow('<text:s text:c="1000000000"/>')) }),
    SMALL,
  ),
  file(
    "a password",
    "encrypted",
    () => makeOds({ parts: { "META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>" } }),
    SMALL,
  ),
  file("macros", "macros", () => makeOds({ parts: { "Basic/Standard/Module1.xml": "<x/>" } }), SMALL),
  file("a DTD", "dtd", () => makeOds({ parts: { "content.xml": `${DOCTYPE}<c/>` } }), SMALL),
  file("no content", "damaged", () => makeOds({ parts: { "content.xml": null } }), SMALL),
  file("no table", "no-sheet", () => makeOds(), SMALL),
  file(
    "a date that is none",
    "damaged",
    () =>
      makeOds({
        body: table(
          "ก",
          '<table:table-row><table:table-cell office:value-type="date" office:date-value="2024-02-31"/></table:table-row>',
        ),
      }),
    SMALL,
  ),
];

function filledRow(rows: number, columns: number, attributes: string): string {
  return `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell ${attributes} table:number-columns-repeated="${columns > 256 ? 200 : columns}" office:value-type="float" office:value="1"/></table:table-row>`;
}
