/** Where a command writes: the answer to one, everything else to the other. */
export interface Console {
  answer(text: string): void;
  tell(text: string): void;
}

export type ExitCode = 0 | 1 | 2;

/** 0: done, submittable. 1: done, but not submittable. 2: unreadable, unreachable or wrongly used. */
export type Run = (args: string[], console: Console) => Promise<ExitCode>;

/** Wrong usage: the sentence for the person, and the command whose help to show. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Something outside went wrong (a file, the network, the store); said as it is, exit 2. */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Failure";
  }
}
