import { orderProblems } from "./order.ts";
import { childOf, type Element, named, readXml, within } from "./read.ts";
import { residProblems } from "./resids.ts";

export interface PixelSize {
  width: number;
  height: number;
}

/** What is behind a picture's address: its size in pixels, or null when it is not there or not a PNG. */
export type PictureAt = (path: string) => PixelSize | null;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(\.\d{1,5}){1,3}$/;
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;
const SET_VERSION = /^\d+\.\d+$/;
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Longest texts the schema takes, in characters. */
const LIMITS = { DisplayName: 125, Description: 250, ProviderName: 125 } as const;
const NEEDED_SIZES = [16, 32, 80];
const KNOWN_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const LIST_ICONS = { IconUrl: 32, HighResolutionIconUrl: 64 } as const;

/** Everything that is wrong with a manifest, one sentence each; empty when nothing is. No network is used. */
export function checkManifest(xml: string, pictureAt: PictureAt): string[] {
  let root: Element;
  try {
    root = readXml(xml);
  } catch (error) {
    return [`not well-formed: ${(error as Error).message}`];
  }
  const order = orderProblems(root);
  if (root.name !== "OfficeApp") return order;
  return [
    ...order,
    ...headProblems(root),
    ...addressProblems(root),
    ...residProblems(root),
    ...idProblems(root),
    ...actionProblems(root),
    ...iconProblems(root, pictureAt),
  ];
}

const textOf = (root: Element, name: string) => childOf(root, name)?.text.trim() ?? "";

function* headProblems(root: Element): Generator<string> {
  if (root.attributes.type !== "TaskPaneApp") yield `the add-in is "${root.attributes.type}", not "TaskPaneApp"`;
  const overrides = childOf(root, "VersionOverrides");
  if (overrides !== undefined && overrides.attributes.type !== "VersionOverridesV1_0")
    yield `VersionOverrides is "${overrides.attributes.type}", not "VersionOverridesV1_0"`;
  const id = textOf(root, "Id");
  if (!GUID.test(id)) yield `Id is no GUID: "${id}"`;
  const version = textOf(root, "Version");
  if (!VERSION.test(version)) yield `Version is not like 1.0.0.0: "${version}"`;
  const locales = [textOf(root, "DefaultLocale"), ...named(root, "Override").map((one) => one.attributes.Locale ?? "")];
  for (const locale of locales) if (!LOCALE.test(locale)) yield `no locale like th-TH: "${locale}"`;
  if (textOf(root, "Permissions") !== "ReadWriteDocument")
    yield `Permissions is "${textOf(root, "Permissions")}", not "ReadWriteDocument"`;
  for (const [name, limit] of Object.entries(LIMITS)) {
    const element = childOf(root, name);
    if (element === undefined) continue;
    const own = name === "ProviderName" ? element.text : element.attributes.DefaultValue;
    for (const text of [own ?? "", ...named(element, "Override").map((one) => one.attributes.Value ?? "")])
      if (text.trim() === "" || text.length > limit) yield `${name} has ${text.length} characters, of 1 to ${limit}`;
  }
  const hosts = named(root, "Host").map((host) => host.attributes.Name ?? host.attributes.type);
  if (hosts.some((host) => host !== "Workbook")) yield `a host is not "Workbook": ${hosts.join(", ")}`;
  const activation = childOf(childOf(root, "Requirements"), "Sets");
  const api = activation?.children.find((set) => set.attributes.Name === "ExcelApi");
  if (api === undefined) yield "Requirements do not name ExcelApi: the add-in would start where it cannot work";
  for (const set of named(root, "Set"))
    if (!SET_VERSION.test(set.attributes.MinVersion ?? ""))
      yield `Set ${set.attributes.Name} has no MinVersion like 1.9`;
}

/** Elements that hold an address, and where in them. */
const ADDRESSED = new Set(["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"]);

function* addressesOf(root: Element): Generator<[name: string, address: string]> {
  for (const element of within(root)) {
    if (element.name === "AppDomain") yield ["AppDomain", element.text.trim()];
    if (!ADDRESSED.has(element.name) || element.attributes.resid !== undefined) continue;
    yield [element.name, element.attributes.DefaultValue ?? ""];
    for (const child of element.children) yield [`${element.name}/Override`, child.attributes.Value ?? ""];
  }
}

function* addressProblems(root: Element): Generator<string> {
  const page = childOf(childOf(root, "DefaultSettings"), "SourceLocation")?.attributes.DefaultValue ?? "";
  const origin = URL.canParse(page) ? new URL(page).origin : null;
  for (const [name, address] of addressesOf(root)) {
    if (!URL.canParse(address)) {
      yield `${name} is no address: "${address}"`;
      continue;
    }
    const url = new URL(address);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && LOCAL.has(url.hostname)))
      yield `${name} is not https: ${address}`;
    if (origin !== null && url.origin !== origin) yield `${name} is not on ${origin}: ${address}`;
    if (url.hash !== "" || url.username !== "") yield `${name} carries more than an address: ${address}`;
  }
}

/** Ids of what stands on the ribbon: there, at most 125 characters, each once. One tab of our own is all Excel gives. */
function* idProblems(root: Element): Generator<string> {
  const ids = new Set<string>();
  for (const element of within(root)) {
    if (!["CustomTab", "Group", "Control"].includes(element.name)) continue;
    const id = element.attributes.id ?? "";
    if (id === "" || id.length > 125) yield `<${element.name}> has an id of ${id.length} characters, of 1 to 125`;
    if (ids.has(id)) yield `two things on the ribbon have the id ${id}`;
    ids.add(id);
  }
  if (named(root, "CustomTab").length > 1) yield "there is more than one CustomTab";
}

function* actionProblems(root: Element): Generator<string> {
  const functionFile = named(root, "FunctionFile")[0]?.attributes.resid;
  for (const action of named(root, "Action")) {
    const type = action.attributes.type;
    const has = (name: string) => childOf(action, name) !== undefined;
    if (type === "ShowTaskpane" && !has("SourceLocation"))
      yield `line ${action.line}: ShowTaskpane has no SourceLocation`;
    if (type === "ExecuteFunction" && !(childOf(action, "FunctionName")?.text.trim() ?? ""))
      yield `line ${action.line}: ExecuteFunction has no FunctionName`;
    if (type === "ExecuteFunction" && functionFile === undefined)
      yield `line ${action.line}: ExecuteFunction, and there is no FunctionFile`;
    if (type !== "ShowTaskpane" && type !== "ExecuteFunction") yield `line ${action.line}: no such action: "${type}"`;
  }
  const runtime = named(root, "Runtime")[0]?.attributes.resid;
  if (runtime !== undefined && functionFile !== undefined && runtime !== functionFile)
    yield `Runtime is ${runtime} and FunctionFile ${functionFile}: a shared runtime has one page`;
}

function* iconProblems(root: Element, pictureAt: PictureAt): Generator<string> {
  const of = (address: string | undefined) =>
    address !== undefined && URL.canParse(address) ? pictureAt(new URL(address).pathname) : null;
  const wrong = (what: string, address: string | undefined, size: number) => {
    const found = of(address);
    if (found === null) return [`${what}: no PNG at ${address}`];
    if (found.width === size && found.height === size) return [];
    return [`${what}: ${address} is ${found.width} × ${found.height} pixels, not ${size} × ${size}`];
  };
  for (const [name, size] of Object.entries(LIST_ICONS)) {
    const element = childOf(root, name);
    if (element !== undefined) yield* wrong(name, element.attributes.DefaultValue, size);
  }
  const pictures = new Map(
    named(root, "Images").flatMap((images) =>
      images.children.map((one): [string, string] => [one.attributes.id ?? "", one.attributes.DefaultValue ?? ""]),
    ),
  );
  for (const icon of named(root, "Icon")) {
    const sizes = icon.children.map((image) => Number(image.attributes.size));
    for (const size of NEEDED_SIZES)
      if (!sizes.includes(size)) yield `line ${icon.line}: the icon has no picture of ${size} pixels`;
    for (const image of icon.children) {
      const size = Number(image.attributes.size);
      if (!KNOWN_SIZES.includes(size))
        yield `line ${image.line}: Excel has no use for a picture of ${image.attributes.size} pixels`;
      else if (pictures.has(image.attributes.resid ?? ""))
        yield* wrong(image.attributes.resid!, pictures.get(image.attributes.resid!), size);
    }
    if (new Set(sizes).size !== sizes.length) yield `line ${icon.line}: the icon has a size twice`;
  }
}
