import { readFile } from "node:fs/promises";
import { fill } from "../../shared/words/fill.ts";
import { GOOGLE_CLI_WORDS } from "../../shared/words/google.ts";
import type { GoogleSettings } from "../master/google/door.ts";
import { readServiceAccount } from "../master/google/key.ts";
import { Failure } from "./command.ts";

/**
 * The collector's Google account from the environment: GOOGLE_SERVICE_ACCOUNT_FILE (a path) or GOOGLE_SERVICE_ACCOUNT (the key
 * itself). Fails with a sentence when what is named there is no key; nothing of the key is ever in it.
 */
export async function googleSettings(env: Readonly<Record<string, string | undefined>>): Promise<GoogleSettings> {
  const file = env.GOOGLE_SERVICE_ACCOUNT_FILE;
  const where = file ? file : "GOOGLE_SERVICE_ACCOUNT";
  const account = file
    ? await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new Failure(fill(GOOGLE_CLI_WORDS.noKey, { where, detail: error.code ?? error.name }));
      })
    : env.GOOGLE_SERVICE_ACCOUNT || undefined;
  try {
    if (account !== undefined) readServiceAccount(account);
  } catch (error) {
    throw new Failure(fill(GOOGLE_CLI_WORDS.noKey, { where, detail: (error as Error).message }));
  }
  return { account, sheetsUrl: env.GOOGLE_SHEETS_URL, tokenUrl: env.GOOGLE_TOKEN_URL };
}
