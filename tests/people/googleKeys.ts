import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export const AUDIENCE = "123-sample.apps.googleusercontent.com";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a Google ID token says, of a person made up here. `now` in seconds. */
export const claimsAt = (now: number) => ({
  iss: "https://accounts.google.com",
  aud: AUDIENCE as unknown,
  azp: AUDIENCE,
  sub: "110000000000000000001",
  email: "sample@example.com",
  email_verified: true as unknown,
  iat: now,
  exp: now + 3_600,
});

export interface GoogleKeys {
  /** Address of the keys, on this machine. */
  url: string;
  /** How often the keys were asked for. */
  asked(): number;
  /** Answers the keys with this from now on; null as Google does. */
  answerWith(answer: { status: number; body: string } | null): void;
  sign(claims: object, header?: { alg?: string; kid?: string }, key?: KeyPair): Promise<string>;
  stranger: KeyPair;
  /** The public key, as somebody would use it for a secret. */
  publicText(): Promise<string>;
  close(): Promise<void>;
}

/** Google's keys, played on loopback: a real RS256 pair and the JWKS of its public half. */
export async function openKeys(): Promise<GoogleKeys> {
  const [own, stranger] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = await exportJWK(own.publicKey);
  const jwks = JSON.stringify({ keys: [{ ...jwk, kid: "k1", alg: "RS256", use: "sig" }] });
  let asked = 0;
  let other: { status: number; body: string } | null = null;
  const server = createServer((_, response) => {
    asked += 1;
    const { status, body } = other ?? { status: 200, body: jwks };
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    asked: () => asked,
    answerWith: (answer) => {
      other = answer;
    },
    sign: (claims, header = {}, key = own) =>
      new SignJWT(claims as never).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key.privateKey),
    stranger,
    publicText: async () => JSON.stringify(jwk),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
