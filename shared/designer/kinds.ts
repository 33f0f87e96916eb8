import type { FieldKind } from "../forms/definition.ts";
import { looksLikeCentre } from "../rules/centre.ts";
import { looksLikeDistrict } from "../rules/district.ts";
import { looksLikeOffice } from "../rules/officeText.ts";
import type { Cell } from "../sheet/grid.ts";
import { tidyText } from "../text/normalize.ts";
import type { ReasonCode } from "./codes.ts";
import type { Sureness } from "./proposal.ts";
import { shareOf, wordsOf } from "./samples.ts";
import type { Column } from "./table.ts";
import { SINGLE_KINDS } from "./valid.ts";
import { type HeadingHint, hintOf } from "./vocabulary.ts";

/** What a column is taken for, and why. */
export interface KindGuess {
  kind: FieldKind;
  sure: Sureness;
  reason: ReasonCode;
  params: Record<string, string | number>;
  personal: boolean;
}

/** Content of one kind in so large a part of the filled cells counts as that kind. */
const MOSTLY = 0.6;
const FEWEST_CELLS = 2;
const PLAIN_KINDS = ["tick", "date", "phone", "count", "measure"] as const;

/** By heading and by what the examples hold; where the two disagree the heading stands, and a person is asked to look. */
export function guessKind(column: Column, cells: readonly Cell[]): KindGuess {
  const hint = hintOf(column.label, column.group);
  const content = kindOfContent(cells);
  const { label } = column;
  const guess = (kind: FieldKind, sure: Sureness, reason: ReasonCode, more: KindGuess["params"] = {}): KindGuess => ({
    ...{ kind, sure, reason, params: { label, ...more }, personal: hint?.personal === true },
  });
  if (hint === null)
    return content === null
      ? guess("text", "unsure", "KIND_NOTHING_KNOWN")
      : guess(content, "unsure", "KIND_CONTENT", { count: cells.length });
  const { kind } = hint;
  if (content === null || agrees(kind, content, cells)) {
    return guess(
      kind,
      surenessOf(hint, content, cells),
      cells.length >= FEWEST_CELLS ? "KIND_HEADING" : "KIND_HEADING_ONLY",
      {
        count: cells.length,
      },
    );
  }
  // A whole number is an amount that happens to have no fraction; an amount with one is no whole number.
  if (kind === "count" && content === "measure")
    return guess("measure", "likely", "KIND_CONTENT", { count: cells.length });
  if (hint.weak === true) return guess(content, "unsure", "KIND_CONTENT", { count: cells.length });
  return guess(kind, "unsure", "KIND_CONTENT_DIFFERS", { count: cells.length, kind: content });
}

/** A heading is clear with examples that bear it out, or where it can mean one thing only; a weak one stays in doubt without them. */
function surenessOf({ kind, weak }: HeadingHint, content: FieldKind | null, cells: readonly Cell[]): Sureness {
  const seen = cells.length >= FEWEST_CELLS;
  if (weak === true) return seen && content !== null ? "likely" : "unsure";
  return seen || SINGLE_KINDS.includes(kind) ? "sure" : "likely";
}

/** What most of the filled cells plainly are; null where they say nothing, as words do. */
export function kindOfContent(cells: readonly Cell[]): FieldKind | null {
  if (cells.length < FEWEST_CELLS) return null;
  const found = PLAIN_KINDS.find((kind) => shareOf(kind, cells) >= MOSTLY);
  if (found !== undefined) return found;
  const words = wordsOf(cells).map(tidyText);
  const mostly = (test: (text: string) => boolean) => words.filter(test).length >= cells.length * MOSTLY;
  if (mostly(looksLikeCentre)) return "centre";
  if (mostly(looksLikeOffice)) return "office";
  return mostly(looksLikeDistrict) ? "district" : null;
}

const NUMBERS: readonly FieldKind[] = ["seq", "count", "money", "measure", "duration", "moo"];
const WORDS: readonly FieldKind[] = ["name", "text", "category", "remark", "subdistrict", "province", "link"];

function agrees(kind: FieldKind, content: FieldKind, cells: readonly Cell[]): boolean {
  if (kind === content) return true;
  if (kind === "count" && content === "measure") return false;
  if (NUMBERS.includes(kind) && NUMBERS.includes(content)) return true;
  // Words may be anything; a column of names all of which are days or phones is not one of names.
  if (WORDS.includes(kind)) return !["date", "phone", "tick"].includes(content) && !NUMBERS.includes(content);
  return shareOf(kind, cells) >= MOSTLY;
}
