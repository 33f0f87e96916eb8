import { html } from "hono/html";
import type { InstallWords } from "../../shared/words/install.ts";

type Drawn = ReturnType<typeof html>;
type Words = InstallWords["draw"];

/**
 * Drawings of the install page: plain shapes on a sheet of 300 × 190, so that their words can be read on a narrow phone. They
 * are drawn, not photographed, and look like no particular version of Excel.
 */
const sheet = (label: string, inside: Drawn | Drawn[]) =>
  html`<svg class="drawing" viewBox="0 0 300 190" role="img" aria-label="${label}">${inside}</svg>`;

const box = (x: number, y: number, width: number, height: number, kind = "plain") =>
  html`<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;

const text = (x: number, y: number, words: string, kind = "") =>
  html`<text class="${kind}" x="${x}" y="${y}">${words}</text>`;

const button = (x: number, y: number, width: number, words: string, kind = "key") => [
  box(x, y, width, 28, kind),
  html`<text class="${kind === "key" ? "on-key middle" : "middle"}" x="${x + width / 2}" y="${y + 19}">${words}</text>`,
];

/** From one thing to the next, downwards or to the right. */
const down = (x: number, from: number, to: number) =>
  html`<path class="arrow" d="M${x} ${from}V${to - 2}M${x - 6} ${to - 8}l6 6 6-6"/>`;
const right = (y: number, from: number, to: number) =>
  html`<path class="arrow" d="M${from} ${y}H${to - 2}M${to - 8} ${y - 6}l6 6-6 6"/>`;

/** A file with the corner turned down. */
const file = (x: number, y: number, name = "manifest.xml") => [
  html`<path class="plain" d="M${x} ${y}h18l8 8v24h-26zM${x + 18} ${y}v8h8"/>`,
  text(x + 33, y + 22, name, "code"),
];

const mark = (x: number, y: number) => [
  html`<rect class="key" x="${x}" y="${y}" width="26" height="26" rx="5"/>`,
  html`<path class="pale-line" d="M${x + 5} ${y + 7}h16M${x + 5} ${y + 13}h16M${x + 5} ${y + 19}h16"/>`,
  html`<path class="white-line" d="M${x + 5} ${y + 7}l8 6-8 6"/>`,
];

/** A window with its bar. */
const frame = (x: number, y: number, width: number, height: number) => [
  box(x, y, width, height),
  html`<path class="line" d="M${x} ${y + 22}h${width}"/>`,
  html`<circle class="dot" cx="${x + 12}" cy="${y + 11}" r="3"/><circle class="dot" cx="${x + 22}" cy="${y + 11}" r="3"/>`,
];

export const DRAWINGS: Record<keyof InstallWords["ways"] | "result", (words: Words, label: string) => Drawn> = {
  web: (words, label) =>
    sheet(label, [
      ...frame(6, 6, 288, 178),
      text(18, 46, words.home),
      html`<path class="under" d="M18 52h52"/>`,
      ...button(206, 32, 78, words.addins, "pale"),
      down(245, 64, 88),
      box(40, 92, 244, 82),
      ...button(52, 100, 220, words.uploadMine),
      ...file(46, 136),
      ...button(200, 138, 78, words.upload, "pale"),
    ]),
  windows: (words, label) =>
    sheet(label, [
      html`<path class="folder" d="M8 26h34l8 8h112v50H8z"/>`,
      text(8, 18, words.share),
      ...file(14, 44),
      text(174, 52, "\\\\SERVER\\ruam", "code"),
      down(230, 62, 86),
      box(20, 88, 274, 94),
      text(30, 108, words.catalog),
      box(28, 114, 130, 28),
      text(34, 133, "\\\\SERVER\\ruam", "code"),
      ...button(164, 114, 124, words.add),
      box(30, 152, 18, 18),
      html`<path class="tick" d="M33 161l5 5 8-10"/>`,
      text(56, 167, words.showInMenu),
    ]),
  mac: (words, label) =>
    sheet(label, [
      text(8, 18, words.goTo),
      box(8, 26, 284, 30),
      text(16, 46, "~/Library/…Excel/…/Documents", "code"),
      down(150, 60, 90),
      html`<path class="folder" d="M50 92h44l8 8h150v82H50z"/>`,
      text(62, 124, "wef", "code"),
      ...file(92, 134),
    ]),
  admin: (words, label) =>
    sheet(label, [
      ...frame(6, 6, 178, 178),
      text(16, 50, words.admin),
      box(16, 62, 158, 30, "pale"),
      text(24, 82, words.integrated),
      ...button(16, 100, 158, words.uploadCustom),
      ...file(20, 140),
      right(100, 190, 222),
      ...[0, 1, 2].flatMap((n) => [
        html`<circle class="dot" cx="254" cy="${22 + n * 48}" r="9"/>`,
        html`<path class="dot" d="M236 ${54 + n * 48}a18 16 0 0 1 36 0z"/>`,
      ]),
      html`<text class="middle" x="252" y="176">${words.people}</text>`,
    ]),
  result: (words, label) =>
    sheet(label, [
      ...frame(6, 6, 288, 178),
      text(18, 44, words.home),
      html`<text class="strong" x="92" y="44">${words.tab}</text>`,
      html`<path class="under" d="M92 50h56"/>`,
      html`<path class="line" d="M6 56h288M6 112h288"/>`,
      ...mark(94, 62),
      html`<text class="middle" x="107" y="106">${words.open}</text>`,
      html`<path class="line" d="M6 130h176M6 148h176M6 166h176M50 112v72M94 112v72M138 112v72M182 112v72"/>`,
      text(192, 132, words.tab, "strong"),
      ...button(188, 142, 100, words.page),
    ]),
};
