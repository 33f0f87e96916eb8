/*
 * A form without a programmer: from an official form and a few filled examples to a definition, and an owner's changes to it. Pure: it
 * takes grids, knows no host and no clock, and runs in a browser. Reasons and problems are codes with values; their words stand in
 * `shared/words/designer.ts`.
 */
export { DESIGN_CODES, type DesignCode, REASONS, type ReasonCode } from "./codes.ts";
export { DUE_EXAMPLES, type DueMeaning, parseDue, printDue } from "./dueSentence.ts";
export { applyEdit, applyEdits, type Edit, type Edited, OWN_RULE, sentencesOf } from "./edit.ts";
export { fromSheets } from "./fromSheets.ts";
export { parseSentence, UNDERSTOOD } from "./parseSentence.ts";
export type { DesignProblem } from "./problem.ts";
export type { NoProposal, Part, Point, Proposal, Sureness } from "./proposal.ts";
export { propose, type Sheets } from "./propose.ts";
export { type Meaning, type Named, printSentence } from "./sentence.ts";
export { toSheets } from "./toSheets.ts";
export { type Trial, trialOf } from "./trial.ts";
export { problemsOf } from "./valid.ts";
