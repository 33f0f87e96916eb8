import { colour, draw } from "./chart.ts";

/** Days are counted from any one day: only their distance is drawn. */
export interface Arrivals {
  /** How many had come in by the end of each day, oldest first. */
  points: readonly { day: number; sum: number }[];
  first: number;
  last: number;
  /** The last day in time, where the form has one. */
  due: number | null;
  /** All that are to come. */
  offices: number;
  dayText(day: number): string;
  words: { sent: string; due: string };
}

/** The steps of what has come in, toward an upright line at the deadline. The one is drawn through, the other broken. */
export function arrivals(canvas: HTMLCanvasElement, given: Arrivals): void {
  const { points, first, last, due, offices, dayText, words } = given;
  const line = { borderWidth: 2, pointRadius: 0 };
  const key = colour(canvas, "--key");
  const bad = colour(canvas, "--bad");
  const steps = {
    ...line,
    label: words.sent,
    data: [{ x: first, y: 0 }, ...points.map(({ day, sum }) => ({ x: day + 1, y: sum }))],
    stepped: true,
    borderColor: key,
    borderWidth: 3,
    pointHitRadius: 12,
  };
  const deadline =
    due === null
      ? []
      : [{ x: due + 1, y: 0 }].map((foot) => ({
          ...line,
          label: words.due,
          data: [foot, { x: foot.x, y: offices }],
          borderColor: bad,
          borderDash: [6, 4],
          pointHitRadius: 0,
        }));
  draw(canvas, {
    type: "line",
    data: { datasets: [steps, ...deadline] },
    options: {
      parsing: false,
      scales: {
        x: {
          ...{ type: "linear", min: first, max: last + 1, grid: { display: false } },
          ticks: { maxTicksLimit: 5, precision: 0, maxRotation: 0, callback: (value) => dayText(Number(value)) },
        },
        y: { min: 0, max: Math.max(1, offices), ticks: { precision: 0, maxTicksLimit: 5 } },
      },
      plugins: {
        legend: {
          position: "bottom",
          align: "start",
          labels: { boxWidth: 32, boxHeight: 0 },
          onClick() {},
        },
        tooltip: {
          displayColors: false,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: ([item]) => (item === undefined ? "" : dayText(item.parsed.x! - 1)),
            label: ({ parsed }) => `${words.sent} ${parsed.y}/${offices}`,
          },
        },
      },
    },
  });
}
