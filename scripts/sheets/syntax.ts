import { type AnyNode, type Program, parse, tokenizer } from "acorn";

/** Every node of a script, parents first. */
export function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node) as unknown[])
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof (child as AnyNode | null)?.type === "string") yield* nodesOf(child as AnyNode);
}

/** A script of the given year. Throws a SyntaxError for what that year did not have. */
export function parseScript(code: string, year: 2020 | "latest"): Program {
  return parse(code, { ecmaVersion: year, sourceType: "script" });
}

/** Pieces of a script that hold text of their own: strings, template parts and regular expressions, with where they stand. */
export function textsOf(code: string): { kind: "string" | "template" | "regexp"; start: number; end: number }[] {
  const found: ReturnType<typeof textsOf> = [];
  for (const token of tokenizer(code, { ecmaVersion: "latest" })) {
    const { label } = token.type;
    if (label === "string" || label === "template" || label === "regexp")
      found.push({ kind: label, start: token.start, end: token.end });
  }
  return found;
}
