import { colour, draw } from "./chart.ts";

export interface Shares {
  bars: readonly { label: string; sent: number; all: number }[];
  words: { sent: string; open: string };
}

/** A bar for each place, a hundred in a hundred long: what has come is filled, what has not is an outline. */
export function shares(canvas: HTMLCanvasElement, { bars, words }: Shares): void {
  const share = (part: number, all: number) => (all === 0 ? 0 : (part / all) * 100);
  const key = colour(canvas, "--key");
  const bar = { borderColor: key, borderWidth: 1, barPercentage: 0.8, categoryPercentage: 0.9 };
  draw(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => label),
      datasets: [
        { ...bar, label: words.sent, data: bars.map(({ sent, all }) => share(sent, all)), backgroundColor: key },
        {
          ...bar,
          label: words.open,
          data: bars.map(({ sent, all }) => share(all - sent, all)),
          backgroundColor: colour(canvas, "--card"),
        },
      ],
    },
    options: {
      indexAxis: "y",
      interaction: { mode: "index", axis: "y" },
      scales: {
        x: { stacked: true, min: 0, max: 100, ticks: { maxTicksLimit: 3, callback: (value) => `${value}%` } },
        y: { stacked: true, grid: { display: false }, ticks: { autoSkip: false } },
      },
      plugins: {
        legend: { position: "top", align: "start", onClick() {} },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const { sent, all } = bars[dataIndex]!;
              return datasetIndex === 0 ? `${words.sent} ${sent}` : `${words.open} ${all - sent}`;
            },
          },
        },
      },
    },
  });
}
