/** Code, words and status as Excel answers them (docs: application-specific-api-reference error table, excel-add-ins-error-handling). */
const KNOWN: Record<string, { message: string; status: number }> = {
  AccessDenied: { message: "You cannot perform the requested operation.", status: 403 },
  ActivityLimitReached: { message: "Activity limit has been reached.", status: 429 },
  ApiNotFound: {
    message:
      "The API you are trying to use could not be found. It may be available in a newer version of Excel. Please check the documentation.",
    status: 404,
  },
  GeneralException: { message: "There was an internal error while processing the request.", status: 500 },
  InvalidArgument: { message: "The argument is invalid or missing or has an incorrect format.", status: 400 },
  InvalidOperation: { message: "The operation attempted is invalid on the object.", status: 400 },
  InvalidOperationInCellEditMode: {
    message:
      "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
    status: 400,
  },
  InvalidReference: { message: "This reference is not valid for the current operation.", status: 400 },
  InvalidSelection: { message: "The current selection is invalid for this operation.", status: 400 },
  ItemAlreadyExists: { message: "The resource being created already exists.", status: 409 },
  ItemNotFound: { message: "The requested resource doesn't exist.", status: 404 },
  RequestPayloadSizeLimitExceeded: { message: "The request payload size has exceeded the limit.", status: 400 },
  ResponsePayloadSizeLimitExceeded: { message: "The response payload size has exceeded the limit.", status: 400 },
};

/** An error Excel answers with; `where` is the member, as "Range.values". */
export class HostError extends Error {
  readonly code: string;
  readonly status: number;
  where: string | undefined;

  constructor(code: string, detail = "", where?: string) {
    const known = KNOWN[code];
    super(detail === "" ? (known?.message ?? code) : detail);
    this.code = code;
    this.status = known?.status ?? 500;
    this.where = where;
  }
}

/** Refuses what the simulator has no model of; it never says yes by default. */
export function notModelled(what: string): HostError {
  return new HostError("ApiNotFound", `simulator: ${what}`, what);
}
