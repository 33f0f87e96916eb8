/** Why a province says no. Codes only; the sentence and the HTTP status stand in the catalogue `routes/problems.ts`. */
export type RefusalCode =
  | "not-found"
  | "forbidden"
  | "idempotency-mismatch"
  | "office-unknown"
  | "place-unknown"
  | "province-unknown"
  | "comment-target"
  | "version-changed"
  | "decided-meanwhile"
  | "state"
  | "row-too-large"
  | "code-unknown"
  | "roster-foreign"
  | "roster-changed"
  | "list-unread"
  | "office-later"
  | "office-not-listed"
  | "office-same"
  | "office-code-taken"
  | "office-used"
  | "period-closed"
  | "nothing-to-undo"
  | "not-yours"
  | "extension-past"
  | "extension-early"
  | "intake-full"
  | "form-unknown"
  | "form-version"
  | "form-retired"
  | "draft-changed"
  | "period-past"
  | "file-place"
  | "file-enough"
  | "file-too-large"
  | "file-twice"
  | "files-full"
  | "with-district"
  | "passed-on"
  | "not-through-district"
  | "accepted-stands"
  | "changed-meanwhile"
  | "nothing-to-send-up"
  | "token-unknown"
  | "tokens-full";

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: Record<string, string | number | null>;
  constructor(code: RefusalCode, detail: Record<string, string | number | null> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.detail = detail;
  }
}
