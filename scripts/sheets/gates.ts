import { createContext, runInContext } from "node:vm";
import type { AnyNode } from "acorn";
import { nodesOf, parseScript } from "./syntax.ts";

/*
 * What Apps Script cannot take, found before it is pushed. Each gate answers with sentences; none means that it is passed.
 */

/** Scope -> what asks for it. Google's table of authorization for each service, as far as a script of ours may go. */
const SCOPES: Record<string, RegExp> = {
  "https://www.googleapis.com/auth/spreadsheets.currentonly": /^SpreadsheetApp\b/,
  "https://www.googleapis.com/auth/script.container.ui": /^(HtmlService\b|SpreadsheetApp\.getUi$)/,
  openid: /^ScriptApp\.getIdentityToken$/,
  "https://www.googleapis.com/auth/userinfo.email": /^(ScriptApp\.getIdentityToken$|Session\b)/,
  "https://www.googleapis.com/auth/script.external_request": /^UrlFetchApp\b/,
  "https://www.googleapis.com/auth/script.scriptapp": /^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)$/,
  "https://www.googleapis.com/auth/drive": /^DriveApp\b/,
  "https://www.googleapis.com/auth/script.send_mail": /^MailApp\b/,
  "https://www.googleapis.com/auth/spreadsheets": /^SpreadsheetApp\.(openById|openByUrl|open|create)$/,
};

/** The only scopes an office is ever asked for. */
const WIDEST = Object.keys(SCOPES).slice(0, 4);

/** Services that need no consent of their own. */
const FREE_SERVICES = new Set(["LockService", "PropertiesService", "CacheService", "Utilities", "Logger", "console"]);
const SERVICES = new Set([
  ...FREE_SERVICES,
  "SpreadsheetApp",
  "HtmlService",
  "ScriptApp",
  "Session",
  "UrlFetchApp",
  "DriveApp",
  "MailApp",
]);

export function syntaxProblems(code: string): string[] {
  let tree: AnyNode;
  try {
    tree = parseScript(code, "latest");
  } catch (error) {
    return [`no script at all: ${(error as Error).message}`];
  }
  const problems: string[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type === "PrivateIdentifier") problems.push(`a private field, #${node.name}`);
    if (node.type === "PropertyDefinition") problems.push("a class field");
  }
  if (problems.length > 0) return [...new Set(problems)];
  try {
    parseScript(code, 2020);
  } catch (error) {
    problems.push(`newer than ES2020: ${(error as Error).message}`);
  }
  return problems;
}

/** Names the script uses that neither it, nor the language, nor Apps Script has. */
export function globalProblems(code: string): string[] {
  const tree = parseScript(code, "latest");
  const own = new Set<string>();
  const guarded = new Set<string>();
  const used = new Set<string>();
  for (const node of nodesOf(tree)) {
    for (const name of declaredBy(node)) own.add(name);
    for (const name of usedBy(node)) used.add(name);
    if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier")
      guarded.add(node.argument.name);
  }
  const language = new Set(
    runInContext("Object.getOwnPropertyNames(globalThis)", createContext(Object.create(null))) as string[],
  );
  return [...used]
    .filter((name) => !own.has(name) && !language.has(name) && !SERVICES.has(name) && !guarded.has(name))
    .filter((name) => name !== "undefined" && name !== "arguments")
    .map((name) => `no such global in Apps Script: ${name}`);
}

function declaredBy(node: AnyNode): string[] {
  switch (node.type) {
    case "VariableDeclarator":
      return patternNames(node.id);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression": {
      const name = "id" in node && node.id ? [node.id.name] : [];
      return [...name, ...node.params.flatMap(patternNames)];
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id ? [node.id.name] : [];
    case "CatchClause":
      return node.param ? patternNames(node.param) : [];
    default:
      return [];
  }
}

function patternNames(pattern: AnyNode): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((one) => patternNames(one.type === "RestElement" ? one.argument : one.value));
    case "ArrayPattern":
      return pattern.elements.flatMap((one) => (one === null ? [] : patternNames(one)));
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "RestElement":
      return patternNames(pattern.argument);
    default:
      return [];
  }
}

/** Names read or written in the node itself, not those of properties, labels and methods. */
function usedBy(node: AnyNode): string[] {
  const names: string[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === "label") continue;
    const isName = (key === "property" || key === "key") && (node as { computed?: boolean }).computed !== true;
    if (isName) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if ((child as AnyNode | null)?.type === "Identifier") names.push((child as { name: string }).name);
  }
  return names;
}

/** Each export must be a function declaration at the top: Apps Script finds functions by reading. */
export function stubProblems(code: string, exported: readonly string[]): string[] {
  const tree = parseScript(code, "latest");
  const declared = new Set(tree.body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : [])));
  return [
    ...exported.filter((name) => !declared.has(name)).map((name) => `an export without its function: ${name}`),
    ...[...declared].filter((name) => !exported.includes(name)).map((name) => `a function nobody exports: ${name}`),
    ...exported.filter((name) => name.endsWith("_")).map((name) => `a name that Apps Script keeps private: ${name}`),
  ];
}

/** Scopes asked for and used must be the same, and none wider than an office should grant. */
export function scopeProblems(code: string, scopes: readonly string[]): string[] {
  const used = new Set<string>();
  for (const node of nodesOf(parseScript(code, "latest"))) {
    if (node.type !== "MemberExpression" || node.object.type !== "Identifier" || node.computed) continue;
    if (SERVICES.has(node.object.name) && node.property.type === "Identifier")
      used.add(`${node.object.name}.${node.property.name}`);
  }
  const needed = Object.entries(SCOPES).filter(([, what]) => [...used].some((name) => what.test(name)));
  return [
    ...needed
      .filter(([scope]) => !scopes.includes(scope))
      .map(
        ([scope, what]) => `a scope that is not declared: ${scope}, for ${[...used].find((name) => what.test(name))}`,
      ),
    ...scopes
      .filter((scope) => !needed.some(([one]) => one === scope))
      .map((scope) => `a scope nobody needs: ${scope}`),
    ...scopes.filter((scope) => !WIDEST.includes(scope)).map((scope) => `a scope too wide: ${scope}`),
  ];
}

/** Loading the script must touch no service and leave every function callable. */
export function loadProblems(code: string, exported: readonly string[]): string[] {
  const context = createContext(Object.create(null));
  try {
    runInContext(code, context);
  } catch (error) {
    return [`it does something while it is loaded: ${String(error)}`];
  }
  return exported
    .filter((name) => runInContext(`typeof ${name}`, context) !== "function")
    .map((name) => `not a function: ${name}`);
}

const HAZARDS: [RegExp, string][] = [
  [/[^\x00-\x7f]/, "a letter that is not ASCII"],
  [/\/\//, "// (taken for a comment)"],
  [/\/\*/, "/* (taken for a comment)"],
  [/<!--/, "<!-- (taken for a comment)"],
  [/-->/, "--> (taken for the end of a comment)"],
  [/<\/(?:script|style)/i, "</script or </style (ends the block)"],
  [/<\?/, "<? (taken for a template)"],
];

/** What HtmlService would cut out of a script or style that stands in a page. `where` names the block. */
export function inlineProblems(text: string, where: string): string[] {
  return HAZARDS.flatMap(([pattern, name]) => {
    const at = pattern.exec(text)?.index;
    return at === undefined
      ? []
      : [`${where}: ${name}, near ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`];
  });
}
