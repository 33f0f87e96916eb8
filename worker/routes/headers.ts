import type { Context, MiddlewareHandler } from "hono";

/** Data is never a page. A page of our own sets its own policy; this one is for what sets none. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const YEAR_SECONDS = 31_536_000;

/** Security headers on every answer, refusals included. */
export function securityHeaders(isHttps: (c: Context) => boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const set = (name: string, value: string) => {
      if (!headers.has(name)) c.header(name, value);
    };
    set("content-security-policy", c.req.path.startsWith("/api/") ? DATA_POLICY : PAGE_POLICY);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "no-referrer");
    set("cross-origin-resource-policy", "same-origin");
    if (c.req.path.startsWith("/api/")) set("cache-control", "no-store");
    if (isHttps(c)) set("strict-transport-security", `max-age=${YEAR_SECONDS}; includeSubDomains`);
  };
}

const ALLOWED = "authorization, content-type, idempotency-key, accept-language";

/** `https://*-script.googleusercontent.com`: Google gives each sidebar a host name of its own; `*` is a part of one name. */
const PATTERN = /^https:\/\/\*(-[a-z0-9-]+|)(\.[a-z0-9-]+){2,}$/;

/** Whether an origin is on the list. Throws for an entry that would let in anybody. */
export function originTest(origins: readonly string[]): (origin: string) => boolean {
  const wild = origins.filter((one) => one.includes("*"));
  const wrong = wild.find((one) => !PATTERN.test(one));
  if (wrong !== undefined)
    throw new Error(`CORS_ORIGINS: ${wrong} names no host. Like https://*-script.googleusercontent.com`);
  const exact = new Set(origins.filter((one) => !wild.includes(one)));
  const patterns = wild.map((one) => new RegExp(`^${one.replaceAll(".", "\\.").replace("*", "[a-z0-9][a-z0-9-]*")}$`));
  return (origin) => exact.has(origin) || patterns.some((pattern) => pattern.test(origin));
}

/** Lets the add-ins' origins call from a browser, by a list. No cookies exist, so none are allowed. */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  const isKnown = originTest(origins);
  return async (c, next) => {
    const origin = c.req.header("origin");
    const known = origin !== undefined && isKnown(origin);
    if (c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined) {
      c.header("vary", "origin");
      if (known) {
        c.header("access-control-allow-origin", origin);
        c.header("access-control-allow-methods", "GET, POST, PUT, DELETE");
        c.header("access-control-allow-headers", ALLOWED);
        c.header("access-control-max-age", "86400");
      }
      return c.body(null, 204);
    }
    await next();
    if (origins.length > 0) c.header("vary", "origin");
    if (known) {
      c.header("access-control-allow-origin", origin);
      c.header("access-control-expose-headers", "retry-after, content-disposition");
      c.header("cross-origin-resource-policy", "cross-origin");
    }
  };
}
