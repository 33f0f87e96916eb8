import { childOf, type Element, named, within } from "./read.ts";

/** Which list of resources an element refers to. Depends on its parent for <Description> only in that both are long. */
const LIST: Record<string, string> = {
  Image: "Images",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  LearnMoreUrl: "Urls",
  FunctionFile: "Urls",
  SourceLocation: "Urls",
  Runtime: "Urls",
};
const RESID_LIMIT = 32;
const TEXT_LIMITS: Record<string, number> = { ShortStrings: 125, LongStrings: 250 };

/**
 * References and what they refer to: each defined once, in the right list, and used; ids of at most 32 characters; texts not
 * too long, and every text with an override in another language.
 */
export function* residProblems(root: Element): Generator<string> {
  const overrides = childOf(root, "VersionOverrides");
  if (overrides === undefined) return;
  const listOf = new Map<string, string>();
  for (const list of childOf(overrides, "Resources")?.children ?? []) {
    for (const resource of list.children) {
      const id = resource.attributes.id ?? "";
      if (id === "" || id.length > RESID_LIMIT)
        yield `the resource id "${id}" has ${id.length} characters, of 1 to ${RESID_LIMIT}`;
      if (listOf.has(id)) yield `the resource ${id} is defined twice`;
      listOf.set(id, list.name);
      yield* textProblems(list.name, id, resource);
    }
  }
  const used = new Set<string>();
  for (const element of within(overrides)) {
    if (!Object.hasOwn(LIST, element.name) || element.attributes.id !== undefined) continue;
    const { resid } = element.attributes;
    const where = `line ${element.line}: <${element.name}>`;
    if (resid === undefined) yield `${where} has no resid`;
    else if (!listOf.has(resid)) yield `${where} refers to ${resid}, which is not defined`;
    else if (listOf.get(resid) !== LIST[element.name])
      yield `${where} refers to ${resid} of ${listOf.get(resid)}, not of ${LIST[element.name]}`;
    if (resid !== undefined) used.add(resid);
  }
  for (const id of listOf.keys()) if (!used.has(id)) yield `the resource ${id} is used nowhere`;
}

function* textProblems(list: string, id: string, resource: Element): Generator<string> {
  const limit = TEXT_LIMITS[list];
  if (limit === undefined) return;
  const others = named(resource, "Override");
  if (others.length === 0) yield `the text ${id} is in one language only`;
  for (const text of [resource.attributes.DefaultValue ?? "", ...others.map((one) => one.attributes.Value ?? "")])
    if (text.trim() === "" || text.length > limit)
      yield `the text ${id} has ${text.length} characters, of 1 to ${limit}`;
}
