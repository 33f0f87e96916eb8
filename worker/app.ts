import { type Context, Hono } from "hono";
import { Refusal } from "./province/refusal.ts";
import { conform } from "./routes/body.ts";
import { booksOf } from "./routes/books.ts";
import { admit } from "./routes/door.ts";
import { crossOrigin, securityHeaders } from "./routes/headers.ts";
import { ROUTES } from "./routes/index.ts";
import { HttpProblem, type ProblemCode, problemDocument } from "./routes/problems.ts";
import { rostersOf } from "./routes/rosters.ts";
import type { Deps, Language, Route } from "./routes/route.ts";

export type { Deps } from "./routes/route.ts";

export interface AppOptions extends Deps {
  /** The caller's address, for rate limits only. */
  addressOf(c: Context): string;
  isHttps(c: Context): boolean;
  /** Mounts what stands beside the API: pages, the add-in's files. */
  mount?(app: Hono): void;
}

const API = "/api/v1";

/** The collector as one web application: HTTP in, province out. Runs wherever its host provides `Deps`. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const rosters = rostersOf(options.collector);
  const books = booksOf(options.collector);
  app.use("*", securityHeaders(options.isHttps));
  app.use(`${API}/*`, crossOrigin(options.corsOrigins));
  app.get("/healthz", (c) => c.text("ok"));

  for (const route of ROUTES) {
    app.on(route.method.toUpperCase(), API + route.path, async (c) => {
      const address = options.addressOf(c);
      const actor = await admit(options, route, c.req.raw, address);
      const params = route.params === undefined ? {} : fitPath(route, c);
      const query = route.query === undefined ? {} : conform(route.query, c.req.query());
      const answer = await route.handle({
        ...{ deps: options, rosters, books, request: c.req.raw, address, language: languageOf(c) },
        ...({ actor, params, query } as never as { actor: never; params: never; query: never }),
      });
      return answer instanceof Response ? answer : c.json(answer.json as object, answer.status as 200);
    });
  }
  for (const path of new Set(ROUTES.map((route) => route.path))) {
    app.all(API + path, () => {
      throw new HttpProblem("method");
    });
  }
  options.mount?.(app);
  app.notFound((c) => problemResponse(new HttpProblem("no-such-address"), c));
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return problemResponse(error, c);
    if (error instanceof Refusal) return problemResponse(new HttpProblem(error.code, error.detail), c);
    options.onFault(error, { method: c.req.method, path: c.req.routePath });
    return problemResponse(new HttpProblem("internal"), c);
  });
  return app;
}

/** A path that cannot be one of ours is simply not there. */
function fitPath(route: Route, c: Context): Record<string, unknown> {
  const result = route.params!.safeParse(c.req.param());
  if (!result.success) throw new HttpProblem("not-found");
  return result.data;
}

function languageOf(c: Context): Language {
  const asked = c.req.query("lang") ?? c.req.header("accept-language") ?? "th";
  return /^en\b/i.test(asked) ? "en" : "th";
}

function problemResponse(problem: HttpProblem, c: Context): Response {
  const document = problemDocument(problem);
  const headers: Record<string, string> = { "content-type": "application/problem+json; charset=utf-8" };
  // A player learns from it how long the file is.
  if (problem.code === ("file-range" satisfies ProblemCode))
    headers["content-range"] = `bytes */${problem.params.size}`;
  if (problem.code === ("rate-limited" satisfies ProblemCode)) headers["retry-after"] = String(problem.params.seconds);
  if (document.status === 401) headers["www-authenticate"] = "Bearer";
  return c.body(JSON.stringify(document), document.status as 400, headers);
}
