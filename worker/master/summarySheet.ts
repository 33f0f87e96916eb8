import type { MasterWords } from "../../shared/words/master.ts";
import { MARGINS, pageFooter, ROW_POINTS } from "../../shared/workbook/authorStyle.ts";
import { blankCell, formulaCell, numberCell, textCell } from "./cells.ts";
import type { ChartAnchor, StackedChart } from "./chart.ts";
import type { MasterModel, MasterOffice, Standing } from "./model.ts";
import { TICK } from "./officialSheet.ts";
import { type SheetPrint, sheetHead, sheetTail } from "./parts.ts";
import { asOfLine, scopeLine } from "./scope.ts";
import { STYLE, type StyleName } from "./styles.ts";
import { sum, type Tally } from "./tally.ts";
import { bangkokSerial } from "./time.ts";
import { letters, quoteSheet } from "./xml.ts";

const DISTRICT_HEADING = 5;
const CHART_ROWS = 16;
/** Columns that both tables share, so that the district table adds up the office table column by column. */
const FIRST_COUNT = 3;

/** Where the tables of สรุป stand; pure arithmetic on the model. */
export interface SummaryPlan {
  columns: [heading: { district: string; office: string }, width: number][];
  districts: { first: number; last: number; total: number };
  chart: { from: number; to: number } | null;
  offices: { heading: number; first: number; last: number; total: number };
}

export function planSummary({ districts, offices }: MasterModel, tally: Tally, words: MasterWords): SummaryPlan {
  const same = (text: string, width: number): SummaryPlan["columns"][number] => [
    { district: text, office: text },
    width,
  ];
  const first = DISTRICT_HEADING + 1;
  const total = first + districts.length;
  const chart = districts.length === 0 ? null : { from: total + 1, to: total + 1 + CHART_ROWS };
  const heading = (chart?.to ?? total) + 2;
  return {
    columns: [
      same(words.seq, 9),
      same(words.district, 20),
      [{ district: words.offices, office: words.office }, 26],
      same(words.sent, 10),
      same(words.notSent, 10),
      same(words.late, 10),
      same(words.returned, 13),
      same(words.nil, 14),
      ...tally.ticks.map((tick) => same(tick.label, 13)),
      same(words.rows, 12),
      [{ district: words.share, office: words.sentAt }, 23],
    ],
    districts: { first, last: total - 1, total },
    chart,
    offices: { heading, first: heading + 1, last: heading + offices.length, total: heading + offices.length + 1 },
  };
}

/** The figures of one line, in the order of the columns from `sent` to `rows`. */
function countsOf({ sent, missing, late, returned, nil }: Standing, ticks: number[], rows: number): number[] {
  return [sent, missing, late, returned, nil, ...ticks, rows];
}

function rowsOf(tally: Tally, office: number): number {
  return tally.first[office] === 0 ? 0 : tally.last[office]! - tally.first[office]! + 1;
}

function officeStanding({ submission }: MasterOffice): Standing {
  return {
    offices: 1,
    sent: submission === null ? 0 : 1,
    missing: submission === null ? 1 : 0,
    late: submission?.late ? 1 : 0,
    returned: submission?.status === "returned" ? 1 : 0,
    nil: submission?.nil ? 1 : 0,
  };
}

const districtName = (name: string, words: MasterWords) => (name === "" ? words.outsideRoster : name);

function headingXml(row: number, headings: string[]): string {
  const cells = headings.map((text, i) => textCell(letters(i) + row, text, STYLE.heading));
  return `<row r="${row}" ht="${ROW_POINTS.heading}" customHeight="1">${cells.join("")}</row>`;
}

/** The line under a table: each column's SUM, with its value. */
function totalXml(row: number, first: number, last: number, values: (number | null)[], words: MasterWords): string {
  const cells = values.map((value, i) => {
    const column = letters(i);
    const at = column + row;
    if (i === 0) return textCell(at, words.total, STYLE.totalLabel);
    if (value === null) return blankCell(at, STYLE.totalLabel);
    return last < first
      ? numberCell(at, value, STYLE.totalCount)
      : formulaCell(at, `SUM(${column}${first}:${column}${last})`, value, STYLE.totalCount);
  });
  return cells.join("");
}

/**
 * สรุป, in pieces: by district, a chart, by office. The office table counts the office's own rows on the official sheet, the
 * district table adds up the office table; every formula carries its value of now. Needs the tally of the official sheet.
 */
export function* summarySheet(
  model: MasterModel,
  tally: Tally,
  plan: SummaryPlan,
  official: string,
  words: MasterWords,
  print: SheetPrint,
): Generator<string> {
  const { districts, offices } = plan;
  const lastColumn = plan.columns.length - 1;
  const last = letters(lastColumn);
  const merges = [1, 2, 3].map((row) => `A${row}:${last}${row}`);
  merges.push(`A${districts.total}:B${districts.total}`, `A${offices.total}:C${offices.total}`);
  yield sheetHead({ widths: plan.columns.map(([, width]) => width), frozenRows: 0 });
  const top: [string, StyleName][] = [
    [words.summaryTitle, "title"],
    [scopeLine(model, words), "subtitle"],
    [asOfLine(model, words), "subtitle"],
  ];
  for (const [i, [text, style]] of top.entries())
    yield `<row r="${i + 1}" ht="${ROW_POINTS.title}" customHeight="1">${textCell(`A${i + 1}`, text, STYLE[style])}</row>`;

  const officeCounts = model.offices.map((office, i) =>
    countsOf(
      officeStanding(office),
      tally.ticks.map((tick) => tick.counts[i]!),
      rowsOf(tally, i),
    ),
  );
  const members = new Map<string, number[]>(model.districts.map(({ name }) => [name, []]));
  for (const [i, { district }] of model.offices.entries()) members.get(district)!.push(i);

  yield headingXml(
    DISTRICT_HEADING,
    plan.columns.map(([heading]) => heading.district),
  );
  const key = `$B$${offices.first}:$B$${offices.last}`;
  for (const [i, { name, standing }] of model.districts.entries()) {
    const row = districts.first + i;
    const of = members.get(name)!;
    const cells = [
      numberCell(`A${row}`, i + 1, STYLE.centred),
      textCell(`B${row}`, districtName(name, words), STYLE.text),
      formulaCell(`C${row}`, `COUNTIF(${key},$B${row})`, standing.offices, STYLE.count),
    ];
    officeCounts[0]?.forEach((_, n) => {
      const column = letters(FIRST_COUNT + n);
      const value = of.reduce((total, office) => total + officeCounts[office]![n]!, 0);
      const formula = `SUMIFS(${column}$${offices.first}:${column}$${offices.last},${key},$B${row})`;
      cells.push(formulaCell(column + row, formula, value, STYLE.count));
    });
    cells.push(formulaCell(last + row, shareFormula(row), share(standing), STYLE.percent));
    yield `<row r="${row}">${cells.join("")}</row>`;
  }
  const all = countsOf(
    model.standing,
    tally.ticks.map((tick) => sum(tick.counts)),
    tally.rows,
  );
  const districtTotals = totalXml(
    districts.total,
    districts.first,
    districts.last,
    [0, null, model.standing.offices, ...all],
    words,
  );
  const allShare = formulaCell(
    last + districts.total,
    shareFormula(districts.total),
    share(model.standing),
    STYLE.totalPercent,
  );
  yield `<row r="${districts.total}">${districtTotals}${allShare}</row>`;

  yield headingXml(
    offices.heading,
    plan.columns.map(([heading]) => heading.office),
  );
  const sheet = quoteSheet(official);
  for (const [i, office] of model.offices.entries()) {
    const row = offices.first + i;
    const counts = officeCounts[i]!;
    const cells = [
      numberCell(`A${row}`, i + 1, STYLE.centred),
      textCell(`B${row}`, districtName(office.district, words), STYLE.text),
      textCell(`C${row}`, office.label, STYLE.text),
    ];
    const ticksFrom = counts.length - 1 - tally.ticks.length;
    counts.forEach((count, n) => {
      const at = letters(FIRST_COUNT + n) + row;
      const tick = tally.ticks[n - ticksFrom];
      const from = tally.first[i]!;
      const to = tally.last[i]!;
      if (n < ticksFrom) cells.push(count === 0 ? blankCell(at, STYLE.count) : numberCell(at, count, STYLE.count));
      else if (from === 0) cells.push(numberCell(at, 0, STYLE.count));
      else if (tick === undefined) cells.push(formulaCell(at, `ROWS(${sheet}!A${from}:A${to})`, count, STYLE.count));
      else {
        const letter = letters(tick.column);
        const formula = `COUNTIF(${sheet}!${letter}${from}:${letter}${to},"${TICK}")`;
        cells.push(formulaCell(at, formula, count, STYLE.count));
      }
    });
    const sentAt = office.submission === null ? "" : office.submission.receivedAt;
    const serial = bangkokSerial(sentAt);
    const at = last + row;
    cells.push(Number.isNaN(serial) ? textCell(at, sentAt, STYLE.centred) : numberCell(at, serial, STYLE.time));
    yield `<row r="${row}">${cells.join("")}</row>`;
  }
  const officeTotals = totalXml(offices.total, offices.first, offices.last, [0, null, null, ...all, null], words);
  yield `<row r="${offices.total}">${officeTotals}</row>`;
  print.printArea = `$A$1:$${last}$${offices.total}`;
  yield sheetTail({
    merges,
    footer: pageFooter(words.page),
    margins: MARGINS,
    landscape: true,
    drawing: plan.chart === null ? undefined : "rId1",
  });
}

const shareFormula = (row: number) => `IF(C${row}=0,0,D${row}/C${row})`;
const share = ({ offices, sent }: Standing) => (offices === 0 ? 0 : sent / offices);

/** The chart of สรุป: offices sent and not sent by district. */
export function summaryChart(
  model: MasterModel,
  { districts, chart, columns }: SummaryPlan,
  words: MasterWords,
): { chart: StackedChart; anchor: ChartAnchor } | null {
  if (chart === null) return null;
  const sheet = quoteSheet(words.summary);
  const range = (column: string) => `${sheet}!$${column}$${districts.first}:$${column}$${districts.last}`;
  const nameAt = (column: string) => `${sheet}!$${column}$${DISTRICT_HEADING}`;
  const values = (pick: (standing: Standing) => number) => model.districts.map(({ standing }) => pick(standing));
  return {
    chart: {
      title: words.chartTitle,
      categoriesRef: range("B"),
      categories: model.districts.map(({ name }) => districtName(name, words)),
      series: [
        {
          name: words.sent,
          nameRef: nameAt("D"),
          valuesRef: range("D"),
          values: values((s) => s.sent),
          colour: "2F6DB5",
        },
        {
          name: words.notSent,
          nameRef: nameAt("E"),
          valuesRef: range("E"),
          values: values((s) => s.missing),
          colour: "E69F00",
        },
      ],
    },
    anchor: {
      from: { column: 0, row: chart.from },
      to: { column: columns.length, row: chart.to },
      altText: words.chartTitle,
    },
  };
}
