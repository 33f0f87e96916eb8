import { ruam } from "../../worker/cli/main.ts";

export interface Ran {
  exit: number;
  /** Standard output, line by line. */
  out: string[];
  err: string[];
}

/** Runs a command line in this process. */
export async function run(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await ruam(args, { answer: (text) => out.push(text), tell: (text) => err.push(text) });
  return { exit, out, err };
}
