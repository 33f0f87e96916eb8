/** What the worker needs of a service account's key file. */
export interface ServiceAccount {
  email: string;
  privateKey: string;
}

/**
 * Reads a key file as Google gives it. Throws TypeError when it is none; the text is never part of the message.
 * Its `token_uri` is not believed: where the key's signature goes is for the host's configuration to say.
 */
export function readServiceAccount(json: string): ServiceAccount {
  let key: { type?: unknown; client_email?: unknown; private_key?: unknown };
  try {
    key = JSON.parse(json);
  } catch {
    throw new TypeError("the service account is not readable JSON");
  }
  const { client_email: email, private_key: privateKey } = key ?? {};
  if (key?.type !== "service_account" || typeof email !== "string" || typeof privateKey !== "string")
    throw new TypeError("the service account has no client_email or private_key");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new TypeError("the service account has no e-mail address");
  return { email, privateKey };
}
