import type { NamedRange } from "hucre";
import type { DataValidation, WriteSheet } from "hucre/xlsx";
import { type Office, officeLabel } from "../offices/office.ts";

/** Hidden names of the lists; a drop-down refers to a name, so that it survives a renamed list sheet. */
const DISTRICTS = "RUAM_DISTRICTS";
const OFFICE_DISTRICTS = "RUAM_OFFICE_DISTRICTS";
const OFFICES = "RUAM_OFFICES";

export interface BlankLists {
  sheet: WriteSheet;
  names: NamedRange[];
}

/**
 * The hidden sheet of choices: districts in column A; in columns B and C each office behind its district, districts together, so
 * that the offices of one district are one block. Order as given.
 */
export function listSheet(name: string, offices: readonly Office[]): BlankLists {
  const byDistrict = new Map<string, Office[]>();
  for (const office of offices) {
    const members = byDistrict.get(office.district);
    if (members === undefined) byDistrict.set(office.district, [office]);
    else members.push(office);
  }
  const districts = [...byDistrict.keys()];
  const grouped = [...byDistrict.values()].flat();
  const rows = grouped.map((office, i) => [districts[i] ?? null, office.district, officeLabel(office)]);
  const column = (letter: string, length: number) => `'${name.replace(/'/g, "''")}'!$${letter}$1:$${letter}$${length}`;
  return {
    sheet: { name, rows, hidden: true, columns: [{ width: 20 }, { width: 20 }, { width: 30 }] },
    names: [
      { name: DISTRICTS, range: column("A", districts.length) },
      { name: OFFICE_DISTRICTS, range: column("B", grouped.length) },
      { name: OFFICES, range: column("C", grouped.length) },
    ],
  };
}

/** The choices of a district cell. */
export function districtChoices(): Pick<DataValidation, "type" | "formula1"> {
  return { type: "list", formula1: DISTRICTS };
}

/**
 * The choices of an office cell: the block of the district in `districtCell` ("$C5"), or every office while that cell is empty
 * or holds something else. OFFSET instead of INDIRECT: names of districts need not be valid names of ranges.
 * Tried in LibreOffice 7.4: calculated right and kept on saving. Not tried: Excel, Google Sheets. Where a
 * program knows no list that is a formula, names are typed, and checked as everywhere.
 */
export function officeChoices(districtCell: string | null): Pick<DataValidation, "type" | "formula1"> {
  if (districtCell === null) return { type: "list", formula1: OFFICES };
  const found = `COUNTIF(${OFFICE_DISTRICTS},${districtCell})`;
  const start = `IF(${found}=0,0,MATCH(${districtCell},${OFFICE_DISTRICTS},0)-1)`;
  const height = `IF(${found}=0,ROWS(${OFFICES}),${found})`;
  return { type: "list", formula1: `OFFSET(${OFFICES},${start},0,${height},1)` };
}
