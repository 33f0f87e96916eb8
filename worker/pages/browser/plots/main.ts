// The plots are a file of their own, fetched behind the numbers they show: the library weighs more than the rest of the page.
export { arrivals } from "./arrivals.ts";
export { shares } from "./shares.ts";
