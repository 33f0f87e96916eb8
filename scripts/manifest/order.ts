import type { Element } from "./read.ts";

/**
 * What may stand in what, in which order, as Microsoft documents it for task pane add-ins ("How to find the proper order of
 * manifest elements"; schemas in [MS-OWEMXML]). `!` must be there, `*` may repeat, `!*` both. Only what an Excel add-in needs:
 * an element that is not here is refused, so that nobody ships what was never looked up.
 */
const OFFICE_APP: Record<string, string> = {
  OfficeApp:
    "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! " +
    "SupportUrl! AppDomains Hosts! Requirements! DefaultSettings! Permissions! VersionOverrides!",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain!*",
  Hosts: "Host!*",
  Requirements: "Sets Methods",
  Sets: "Set!*",
  Methods: "Method!*",
  DefaultSettings: "SourceLocation!",
  SourceLocation: "Override*",
};

const VERSION_OVERRIDES: Record<string, string> = {
  VersionOverrides: "Description Requirements Hosts! Resources!",
  Requirements: "Sets!",
  Sets: "Set!*",
  Hosts: "Host!*",
  Host: "Runtimes DesktopFormFactor!",
  Runtimes: "Runtime!*",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint!*",
  GetStarted: "Title! Description! LearnMoreUrl!",
  ExtensionPoint: "CustomTab!",
  CustomTab: "Group!* Label! InsertAfter InsertBefore",
  Group: "OverriddenByRibbonApi Label! Icon! Control!*",
  Icon: "Image!*",
  Control: "OverriddenByRibbonApi Label! Supertip! Icon! Action! Enabled",
  Supertip: "Title! Description!",
  Action: "TaskpaneId SourceLocation Title FunctionName",
  Resources: "Images! Urls! ShortStrings! LongStrings!",
  Images: "Image!*",
  Urls: "Url!*",
  ShortStrings: "String!*",
  LongStrings: "String!*",
  Image: "Override*",
  Url: "Override*",
  String: "Override*",
};

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const COMMANDS = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
/** Inside VersionOverrides these come from the schema of basic types. */
const BASIC_NAMES = new Set(["Sets", "Set", "Image", "Images", "Url", "Urls", "String", "ShortStrings", "LongStrings"]);

/** Elements that are unknown, missing, too many, in the wrong order or in the wrong namespace. */
export function orderProblems(root: Element): string[] {
  if (root.name !== "OfficeApp") return [`the document is <${root.name}>, not <OfficeApp>`];
  return [...problemsOf(root, false)];
}

function* problemsOf(element: Element, commands: boolean): Generator<string> {
  const inside = commands || element.name === "VersionOverrides";
  const space = !inside ? APP : BASIC_NAMES.has(element.name) || element.name === "Override" ? BASIC : COMMANDS;
  if (element.uri !== space)
    yield `line ${element.line}: <${element.name}> is in the namespace "${element.uri}", not "${space}"`;
  const rules = ((inside ? VERSION_OVERRIDES : OFFICE_APP)[element.name] ?? "")
    .split(" ")
    .filter((rule) => rule !== "");
  yield* childProblems(element, rules);
  for (const child of element.children) yield* problemsOf(child, inside);
}

function* childProblems(element: Element, rules: string[]): Generator<string> {
  const names = rules.map((rule) => rule.replace(/[!*]/g, ""));
  let reached = 0;
  const seen = new Map<string, number>();
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    const where = `line ${child.line}: <${child.name}>`;
    if (place < 0) yield `${where} has no place in <${element.name}>`;
    else if (place < reached) yield `${where} must come before <${names[reached]}> in <${element.name}>`;
    else reached = place;
    seen.set(child.name, (seen.get(child.name) ?? 0) + 1);
  }
  for (const [i, rule] of rules.entries()) {
    const count = seen.get(names[i]!) ?? 0;
    if (rule.includes("!") && count === 0) yield `line ${element.line}: <${element.name}> has no <${names[i]}>`;
    if (!rule.includes("*") && count > 1) yield `line ${element.line}: <${element.name}> has ${count} <${names[i]}>`;
  }
}
