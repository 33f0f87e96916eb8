import type { FieldKind } from "../forms/definition.ts";
import { SINGLE_KINDS } from "./valid.ts";

/** A name for a field that none has yet: the kind's own, numbered from the second on ("count", "count2"). */
export function freshFieldId(kind: FieldKind, taken: readonly string[]): string {
  const base = kind === "list" ? "lines" : kind;
  if (SINGLE_KINDS.includes(kind)) return base;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** A short name made of a text, stable and plain: "form-" and eight digits of a sum over its letters (FNV-1a). */
export function formIdOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    sum ^= text.charCodeAt(i);
    sum = Math.imul(sum, 0x01000193) >>> 0;
  }
  return `form-${sum.toString(36).padStart(7, "0")}`;
}
