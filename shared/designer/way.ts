import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import type { Around } from "./around.ts";
import { type DueMeaning, findDue, printDue } from "./dueSentence.ts";
import { OWN_RULE } from "./edit.ts";
import type { Points } from "./points.ts";

const LETTER =
  /(?:ที่\s*)?((?:ด่วน(?:ที่สุด|มาก)?\s*ที่\s*)?[ก-ฮ]{2,4}\s*[0-9๐-๙]{4}(?:\.[0-9๐-๙]+)?\s*\/\s*ว?\s*[0-9๐-๙]{1,6})/;
const NIL = /[“"'‘](ไม่มี[ก-๙\s.]{2,40}?)[”"'’]|(?:ให้|พิมพ์|ระบุ|กรอก|รายงาน)\s*(?:ว่า|คำว่า)\s*(ไม่มี[ก-๙]{2,30})/;
const USUAL_NIL = "ไม่มีการดำเนินการ";
const UNKNOWN = "ไม่ระบุ";

type Way = Pick<
  FormDefinition,
  "nilText" | "signature" | "calendarRule" | "furtherRules" | "dueRules" | "roster" | "chain" | "source"
>;

/** Everything about a form that is not a column: who owes it and when, on whose word, and what is signed. */
export function proposeWay(fields: readonly FieldDefinition[], around: Around, points: Points): Way {
  const roster = rosterOf(fields, points);
  const chain = roster === "offices" ? ["อปท.", "อำเภอ", "จังหวัด"] : ["อำเภอ", "จังหวัด"];
  points.say("chain", "unsure", "CHAIN_COMMON", { chain: chain.join(" → ") });
  return {
    nilText: nilOf(around, points),
    signature: signatureOf(around, points),
    calendarRule: OWN_RULE,
    furtherRules: [],
    dueRules: [{ id: OWN_RULE, from: chain[0]!, to: chain[1]!, ...dueOf(around, points) }],
    roster,
    chain,
    source: sourceOf(around, points),
  };
}

function rosterOf(fields: readonly FieldDefinition[], points: Points): FormDefinition["roster"] {
  const has = (kind: FieldDefinition["kind"]) => fields.find((field) => field.kind === kind);
  const office = has("office") ?? has("centre");
  const district = has("district");
  if (office !== undefined) points.say("roster", "likely", "ROSTER_OFFICES", { label: office.label });
  else if (district !== undefined) points.say("roster", "unsure", "ROSTER_DISTRICTS", { label: district.label });
  else points.say("roster", "unsure", "ROSTER_UNKNOWN");
  return office === undefined && district !== undefined ? "districts" : "offices";
}

function nilOf({ notes }: Around, points: Points): string {
  for (const { text, cell } of notes) {
    const found = NIL.exec(text);
    const nil = (found?.[1] ?? found?.[2])?.trim();
    if (nil === undefined) continue;
    points.say("nil", "likely", "NIL_PRINTED", { text: nil }, cell);
    return nil;
  }
  points.say("nil", "unsure", "NIL_COMMON", { text: USUAL_NIL });
  return USUAL_NIL;
}

function signatureOf({ signature, notes }: Around, points: Points): FormDefinition["signature"] {
  if (notes.length > 0) points.say("notes", "sure", "NOTES_PRINTED", { count: notes.length }, notes[0]!.cell);
  if (signature === null) {
    points.say("signature", "likely", "SIGNATURE_NONE");
    return null;
  }
  const { cell, ...block } = signature;
  points.say(
    "signature",
    "sure",
    "SIGNATURE_PRINTED",
    { sign: block.sign, name: block.name, position: block.position },
    cell,
  );
  return block;
}

function dueOf({ notes, title, beside }: Around, points: Points): DueMeaning {
  for (const { text, cell } of [...notes, ...title, ...beside]) {
    const due = findDue(text);
    if (due === null) continue;
    points.say("due", "likely", "DUE_IN_NOTES", { due: printDue(due) }, cell);
    return due;
  }
  points.say("due", "unsure", "DUE_NOT_SAID");
  return { kind: "none", cycle: "month", startsAt: null, roll: "none" };
}

function sourceOf({ notes, title, beside }: Around, points: Points): FormDefinition["source"] {
  for (const { text, cell } of [...beside, ...title, ...notes]) {
    const found = LETTER.exec(text)?.[1];
    if (found === undefined) continue;
    points.say("source", "likely", "SOURCE_PRINTED", { reference: found }, cell);
    return { reference: found, issuer: UNKNOWN };
  }
  points.say("source", "unsure", "SOURCE_UNKNOWN", { text: UNKNOWN });
  return { reference: UNKNOWN, issuer: UNKNOWN };
}
