import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartType,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";

Chart.register(BarController, BarElement, LineController, LineElement, PointElement);
Chart.register(CategoryScale, LinearScale, Legend, Tooltip);

const shown = new Map<HTMLCanvasElement, () => void>();

/** Draws on a canvas that stands on the page, in the page's own letters. What was drawn on a canvas that has left the page is let go. */
export function draw<Kind extends ChartType>(canvas: HTMLCanvasElement, what: ChartConfiguration<Kind>): void {
  for (const [old, letGo] of shown) {
    if (old.isConnected) continue;
    letGo();
    shown.delete(old);
  }
  const style = getComputedStyle(canvas);
  Chart.defaults.font = { ...Chart.defaults.font, family: style.fontFamily, size: 14 };
  Chart.defaults.color = colour(canvas, "--soft");
  Chart.defaults.borderColor = colour(canvas, "--line");
  // Nothing moves that was not touched: what is drawn is the state, not its arrival.
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  const chart = new Chart(canvas, what);
  shown.set(canvas, () => chart.destroy());
}

/** A colour of the page's style by its name, such as "--key". */
export function colour(canvas: HTMLCanvasElement, name: string): string {
  return getComputedStyle(canvas).getPropertyValue(name).trim();
}
