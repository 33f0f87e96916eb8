import type { Note } from "./sheetNotes.ts";

/*
 * The boxes in which Excel draws notes: VML (ECMA-376 part 4, 19.4), one shape a note. LibreOffice and Google make their own
 * from the note's text and do not ask for them.
 */

export const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
export const VML_TAIL = "</xml>";

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** The first shape of a drawing; those before it belong to Excel. */
const FIRST_SHAPE = 1025;
const COLUMNS_WIDE = 4;
const LETTERS_A_LINE = 34;

/** Shapes for the notes, numbered behind those of the drawing they go into. */
export function noteShapes(notes: readonly Note[], drawing: string): string {
  let id = FIRST_SHAPE - 1;
  for (const [, number] of drawing.matchAll(/_x0000_s([0-9]{1,9})/g)) id = Math.max(id, Number(number));
  const type = drawing.includes('"_x0000_t202"') ? "" : SHAPE_TYPE;
  return type + notes.map((note) => shape(note, ++id)).join("");
}

function shape({ row, column, text }: Note, id: number): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  const bottom = Math.max(0, row - 1) + Math.min(14, 2 + lines);
  const anchor = `${column + 1}, 15, ${Math.max(0, row - 1)}, 4, ${column + 1 + COLUMNS_WIDE}, 15, ${bottom}, 4`;
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
