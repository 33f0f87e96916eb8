import * as z from "zod";
import { named } from "./named.ts";

/* What travels about tokens for other systems. */

const Instant = z.iso.datetime();
const ScopeSchema = z.enum(["master", "completeness"]);

export const TokenId = z.string().regex(/^([1-9][0-9]|TH)-T[0-9A-Z]{8}$/);

export const TokenRequest = named(
  "TokenRequest",
  z.object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(ScopeSchema).min(1).max(2),
    days: z.int().min(1).max(366),
  }),
);

const shape = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(ScopeSchema),
  madeAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
};
export const TokensSchema = named("Tokens", z.object({ tokens: z.array(z.object(shape)) }));
/** `token` is shown this once. */
export const MadeTokenSchema = named("MadeToken", z.object({ ...shape, token: z.string() }));
