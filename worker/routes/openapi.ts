import * as z from "zod";
import "../../shared/wire/report.ts";
import "../../shared/wire/desk.ts";
import "../../shared/wire/levels.ts";
import "../../shared/wire/tokens.ts";
import "../../shared/wire/intake.ts";
import "../../shared/wire/before.ts";
import "../../shared/wire/formBook.ts";
import "../../shared/wire/forms.ts";
import "../../shared/wire/registry.ts";
import { PROBLEMS, type ProblemCode } from "./problems.ts";
import { type Route, route } from "./route.ts";

const REF = "#/components/schemas/";

/** The description of every route, in OpenAPI 3.1, made from the schemas that requests are held to. */
export function describe(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of routes) {
    const path = `/api/v1${one.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [one.method]: operation(one) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Ruam",
      version: "1",
      description: "Collects checked reports of Thai local authorities into one master a province.",
    },
    servers: [{ url: "/" }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: components(),
    },
    paths,
  };
}

function operation(one: Route) {
  const parameters = [
    ...parametersOf(one.params, "path"),
    ...parametersOf(one.query, "query"),
    ...Object.entries(one.headers ?? {}).map(([name, { schema, required, about }]) => ({
      ...{ name, in: "header", required, description: about, schema: schemaOf(schema, "input") },
    })),
  ];
  return {
    operationId: operationId(one),
    summary: one.summary,
    ...(one.who === "anyone"
      ? { security: [] }
      : {
          security: [{ token: [] }],
          "x-roles": one.who,
          ...(one.token === undefined ? {} : { "x-token-scope": one.token }),
        }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(one.body === undefined ? {} : { requestBody: { required: true, content: bodyOf(one.body) } }),
    responses: { ...answersOf(one), ...problemsOf(one) },
  };
}

function operationId({ method, path }: Route): string {
  return method + path.replace(/[/:.](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function parametersOf(shape: z.ZodObject | undefined, where: "path" | "query") {
  return Object.entries(shape?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === "path" || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, "input"),
  }));
}

function bodyOf({ json, multipart, bytes }: NonNullable<Route["body"]>) {
  const content: Record<string, unknown> = {};
  if (json !== undefined) content["application/json"] = { schema: schemaOf(json, "input") };
  if (bytes !== undefined) content[bytes] = { schema: { type: "string", format: "binary" } };
  if (multipart !== undefined) {
    const { properties } = schemaOf(multipart, "input") as { properties: Record<string, unknown> };
    const file = { type: "string", format: "binary" };
    const schema = { type: "object", required: ["file"], properties: { file, ...properties } };
    content["multipart/form-data"] = { schema };
  }
  return content;
}

function answersOf(one: Route) {
  return Object.fromEntries(
    Object.entries(one.answers).map(([status, what]) => {
      const file = { schema: { type: "string", format: "binary" } };
      const content =
        typeof what === "string" ? { [what]: file } : { "application/json": { schema: schemaOf(what, "output") } };
      return [status, { description: one.summary, content }];
    }),
  );
}

function problemsOf(one: Route) {
  const codes = new Set<ProblemCode>([...one.problems, "rate-limited", "internal"]);
  if (one.params !== undefined || one.query !== undefined) codes.add("invalid-request");
  if (one.who !== "anyone") for (const code of ["unauthenticated", "forbidden"] as const) codes.add(code);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { "application/problem+json": { schema: { $ref: `${REF}Problem` } } };
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, { description: list.join(", "), content }]));
}

type JsonSchema = Record<string, unknown>;

/** A schema as it stands where it is used: a reference when it has a name. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const id = z.globalRegistry.get(schema)?.id;
  if (id !== undefined) return { $ref: REF + id };
  const {
    $schema: _,
    $defs: _defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => pointToComponents(jsonSchema as JsonSchema),
  }) as JsonSchema;
  return pointToComponents(rest);
}

function components(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => REF + id, io: "output", unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _, $id: _id, id: _name, ...rest } = schema as JsonSchema;
      return [id, rest];
    }),
  );
}

/** `#/$defs/X` -> `#/components/schemas/X`, all the way down. */
function pointToComponents(value: JsonSchema): JsonSchema {
  if (typeof value.$ref === "string") value.$ref = value.$ref.replace("#/$defs/", REF);
  for (const inner of Object.values(value))
    if (inner !== null && typeof inner === "object") pointToComponents(inner as JsonSchema);
  return value;
}

/** The route that answers the description. `routes` is read when asked, so that it may hold this very route. */
export function descriptionRoute(routes: () => readonly Route[]): Route {
  let described: unknown;
  return route({
    method: "get",
    path: "/openapi.json",
    summary: "This description",
    who: "anyone",
    answers: { 200: z.looseObject({ openapi: z.string() }) },
    problems: [],
    async handle() {
      described ??= describe(routes());
      return { status: 200, json: described };
    },
  });
}
