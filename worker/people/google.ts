import { createHash } from "node:crypto";
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";

/** A Google account as one script sees it: the same person in another script is another account. */
export interface GoogleAccount {
  /** A hash of the person's number at Google and the script's: equal for the same two, and nothing can be read from it. */
  key: string;
  /** For people to read; it says nothing about who somebody is. */
  email: string;
}

/**
 * Whose a token is; "token" when it is not to be believed, "off" when it is Google's own but of a script that is not taken here,
 * "unreachable" when Google's keys could not be had.
 */
export type GoogleCheck = (token: string) => Promise<GoogleAccount | "token" | "off" | "unreachable">;

export interface GoogleSettings {
  /**
   * Client ids of the scripts whose tokens are taken. "*": of any script, since every copy of a template is a script of its
   * own; who has not been bound by a one-time code through that very script does not come in either way. Empty: none.
   */
  audiences: readonly string[];
  /** Where Google's public keys are. */
  keys?: string;
}

const GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";
const ISSUERS = ["https://accounts.google.com", "accounts.google.com"];
/** Google's keys are about 2 KB. */
const KEYS_LIMIT_BYTES = 64 * 1024;
const KEYS_TIMEOUT_MS = 5_000;
/** A token with a key nobody knows makes us ask at most so often. */
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_AGE_MS = 3_600_000;

/** Undefined when no audience is set: then access codes are the only way in. `now` in milliseconds. */
export function googleCheck({ audiences, keys }: GoogleSettings, now: () => number): GoogleCheck | undefined {
  if (audiences.length === 0) return undefined;
  const any = audiences.includes("*");
  const keySet = createRemoteJWKSet(new URL(keys ?? GOOGLE_KEYS), {
    ...{ timeoutDuration: KEYS_TIMEOUT_MS, cooldownDuration: KEYS_COOLDOWN_MS, cacheMaxAge: KEYS_AGE_MS },
    [customFetch]: fetchKeys,
  });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        ...{ issuer: ISSUERS, algorithms: ["RS256"], clockTolerance: 30, maxTokenAge: "65m" },
        requiredClaims: ["sub", "aud", "email", "exp", "iat"],
        ...(any ? {} : { audience: [...audiences] }),
        currentDate: new Date(now()),
      });
      return accountOf(payload);
    } catch (error) {
      if (isOfAnotherScript(error)) return "off";
      return isTokensFault(error) ? "token" : "unreachable";
    }
  };
}

function accountOf({ sub, aud, email, email_verified }: JWTPayload): GoogleAccount | "token" {
  if (typeof sub !== "string" || typeof aud !== "string" || typeof email !== "string") return "token";
  if (sub === "" || aud === "" || email_verified !== true) return "token";
  return {
    key: createHash("sha256")
      .update(JSON.stringify(["ruam google account", aud, sub]))
      .digest("hex"),
    email,
  };
}

const TOKEN_FAULTS = [
  ...[errors.JWTClaimValidationFailed, errors.JWTExpired, errors.JWTInvalid, errors.JWSInvalid],
  ...[errors.JWSSignatureVerificationFailed, errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys],
  ...[errors.JOSEAlgNotAllowed, errors.JOSENotSupported],
];

/** Asked after the signature: whoever brings such a token is no guesser. */
function isOfAnotherScript(error: unknown): boolean {
  return error instanceof errors.JWTClaimValidationFailed && error.claim === "aud" && error.reason === "check_failed";
}

function isTokensFault(error: unknown): boolean {
  return TOKEN_FAULTS.some((fault) => error instanceof fault);
}

/** Reads no more than the keys can weigh, and from nowhere but where it was sent. */
async function fetchKeys(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: "error" });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > KEYS_LIMIT_BYTES) throw new Error("Google's keys are too large");
    parts.push(part);
  }
  return new Response(new Blob(parts), { status: response.status, headers: response.headers });
}
