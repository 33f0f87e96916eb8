/** An error as the Sheets API answers it: status, its word, its message, sometimes a reason. */
export class ApiError extends Error {
  readonly status: number;
  readonly word: string;
  readonly reason: string | undefined;

  constructor(status: number, word: string, message: string, reason?: string) {
    super(message);
    this.status = status;
    this.word = word;
    this.reason = reason;
  }
}

export const invalid = (message: string) => new ApiError(400, "INVALID_ARGUMENT", message);

/** What the real API may well do and this one does not model is refused loudly: no test may lean on a yes by default. */
export const unmodelled = (what: string) =>
  new ApiError(501, "UNIMPLEMENTED", `this simulation does not model ${what}`);

export function errorBody({ status, word, message, reason }: ApiError): string {
  const errors = reason === undefined ? {} : { errors: [{ message, domain: "usageLimits", reason }] };
  return JSON.stringify({ error: { code: status, message, status: word, ...errors } });
}
