const SCOPE = "https://www.googleapis.com/auth/spreadsheets";
const AUDIENCE = "https://oauth2.googleapis.com/token";
const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const LIFE_S = 3600;

/** A service account made for a test: the key file as Google would give it, and what Google keeps. */
export interface Account {
  email: string;
  file: string;
  publicKey: CryptoKey;
}

export async function makeAccount(email = "ruam@sample-project.iam.gserviceaccount.com"): Promise<Account> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const pair = (await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ["sign", "verify"],
  )) as CryptoKeyPair;
  const der = Buffer.from((await crypto.subtle.exportKey("pkcs8", pair.privateKey)) as ArrayBuffer).toString("base64");
  const lines = der.match(/.{1,64}/g)!.join("\n");
  const file = JSON.stringify({
    type: "service_account",
    private_key_id: "1",
    private_key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    client_email: email,
    token_uri: AUDIENCE,
  });
  return { email, file, publicKey: pair.publicKey };
}

/** The token endpoint: a signed statement of an account it knows becomes a token that is good for an hour. */
export function tokenEndpoint(accounts: readonly Account[], now: () => number) {
  const tokens = new Map<string, { email: string; until: number }>();
  const refuse = (error: string, description: string) =>
    Response.json({ error, error_description: description }, { status: 400 });
  return {
    /** Whose token it is; null when it is none, or too old. */
    whose(bearer: string): string | null {
      const found = tokens.get(bearer);
      return found !== undefined && found.until > now() ? found.email : null;
    },
    async exchange(request: Request): Promise<Response> {
      const form = new URLSearchParams(await request.text());
      if (form.get("grant_type") !== GRANT) return refuse("unsupported_grant_type", "Invalid grant_type");
      const parts = (form.get("assertion") ?? "").split(".");
      if (parts.length !== 3) return refuse("invalid_grant", "not a signed statement");
      const [head, claims] = parts.slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
      if (head.alg !== "RS256") return refuse("invalid_grant", "Invalid algorithm");
      const account = accounts.find(({ email }) => email === claims.iss);
      if (account === undefined) return refuse("invalid_grant", "Invalid grant: account not found");
      const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
      const signature = new Uint8Array(Buffer.from(parts[2]!, "base64url"));
      if (!(await crypto.subtle.verify("RSASSA-PKCS1-v1_5", account.publicKey, signature, signed)))
        return refuse("invalid_grant", "Invalid JWT Signature.");
      const seconds = now() / 1000;
      if (claims.aud !== AUDIENCE) return refuse("invalid_grant", "Invalid audience");
      if (claims.exp - claims.iat > LIFE_S || claims.iat > seconds + 60 || claims.exp < seconds)
        return refuse("invalid_grant", "Token must be a short-lived token (60 minutes) and in a reasonable timeframe.");
      if (claims.scope !== SCOPE) return refuse("invalid_scope", `${claims.scope}`);
      const token = `ya29.${crypto.randomUUID()}`;
      tokens.set(token, { email: account.email, until: now() + LIFE_S * 1000 });
      return Response.json({ access_token: token, expires_in: LIFE_S - 1, token_type: "Bearer" });
    },
  };
}
