import { expect } from "vitest";
import * as z from "zod";
import { ProblemSchema } from "../../shared/wire/report.ts";
import { ROUTES } from "../../worker/routes/index.ts";
import { PROBLEMS, type ProblemCode } from "../../worker/routes/problems.ts";

/** Codes that any call may answer. */
const EVERYWHERE: ProblemCode[] = ["rate-limited", "unauthenticated", "forbidden", "invalid-request", "not-found"];

/** Reads a JSON answer and holds it to its own description: status, media type, and no property that is not described. */
export async function described(answer: Response, method: string, url: string): Promise<Record<string, unknown>> {
  const path = url.replace(/^\/api\/v1/, "").replace(/\?.*/, "");
  const route = ROUTES.find((one) => one.method === method.toLowerCase() && matches(one.path, path))!;
  const json = (await answer.clone().json()) as Record<string, unknown>;
  if (answer.status >= 400) {
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    const { code } = z.strictObject(ProblemSchema.shape).parse(json);
    expect([...route.problems, ...EVERYWHERE]).toContain(code);
    expect(PROBLEMS[code as ProblemCode].status).toBe(answer.status);
    return json;
  }
  const schema = route.answers[answer.status];
  expect(schema, `${method} ${url} answers ${answer.status}, which is not described`).toBeDefined();
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect((schema as z.ZodType).parse(json)).toEqual(json);
  return json;
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`).test(path);
}
