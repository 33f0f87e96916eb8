/*
 * What Microsoft's own classes say about themselves: which names exist, what they are called on the wire, what may be set, what
 * writes, and from which requirement set on. Read out of the loaded library at test time; nothing of it is kept in the project.
 */

/** [set, version], as ["ExcelApi", "1.8"]. */
export type SetGuard = [string, string];

export interface ScalarInfo {
  /** As in load(): "rowIndex". */
  name: string;
  updateable: boolean;
  since?: SetGuard;
}

export interface NavigationInfo {
  name: string;
  type: string;
  since?: SetGuard;
}

export interface MethodInfo {
  name: string;
  /** The class it hands out, if it hands out an object. */
  type?: string;
  /** Sent with the write flag. */
  writes: boolean;
  since?: SetGuard;
}

export interface ClassInfo {
  isCollection: boolean;
  /** By their names on the wire: "RowIndex". */
  scalars: Record<string, ScalarInfo>;
  navigation: Record<string, NavigationInfo>;
  methods: Record<string, MethodInfo>;
  /** The class of what `getItem` hands out by index. */
  item?: string;
  events: Record<string, { name: string; type: number; since?: SetGuard }>;
}

export type Metadata = Record<string, ClassInfo>;

type Prototype = Record<string, unknown> & { _className?: string };

/** Reads every client class of the genuine `Excel` namespace, and the one of `OfficeCore` that shows and hides the task pane. */
export function extractMetadata(Excel: Record<string, unknown>, OfficeCore: Record<string, unknown>): Metadata {
  const metadata: Metadata = {};
  for (const value of [...Object.values(Excel), OfficeCore.AppRuntimeService]) {
    if (typeof value !== "function") continue;
    const prototype = (value as { prototype?: Prototype }).prototype;
    if (prototype === undefined || !Object.hasOwn(prototype, "_className")) continue;
    metadata[prototype._className!] = describe(prototype);
  }
  metadata.AddinInternalService = ADDIN_INTERNAL_SERVICE;
  return metadata;
}

/** Made by the library from a table instead of a class (OfficeCore._libraryMetadataInternalServiceApi). */
const ADDIN_INTERNAL_SERVICE: ClassInfo = {
  ...{ isCollection: false, scalars: {}, navigation: {}, events: {} },
  methods: { NotifyActionHandlerReady: { name: "notifyActionHandlerReady", writes: false } },
};

function describe(prototype: Prototype): ClassInfo {
  const info: ClassInfo = {
    isCollection: prototype._isCollection === true,
    scalars: {},
    navigation: {},
    methods: {},
    events: {},
  };
  addScalars(info, prototype);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const source = String(descriptor.get ?? descriptor.value);
    const since = guardIn(source);
    if (descriptor.get !== undefined) addGetter(info, name, source, since);
    else if (typeof descriptor.value === "function") addMethod(info, name, source, since);
  }
  return info;
}

function addScalars(info: ClassInfo, prototype: Prototype): void {
  const names = (prototype._scalarPropertyNames ?? []) as string[];
  const wire = (prototype._scalarPropertyOriginalNames ?? []) as string[];
  const updateable = (prototype._scalarPropertyUpdateable ?? []) as boolean[];
  names.forEach((name, at) => {
    info.scalars[wire[at]!] = { name, updateable: updateable[at] === true };
  });
}

const GUARD = /_throwIfApiNotSupported\("[^"]*", (_defaultApiSetName|"[^"]*"), "([\d.]+)"/;

function guardIn(source: string): SetGuard | undefined {
  const match = GUARD.exec(source);
  if (match === null) return undefined;
  return [match[1]!.startsWith('"') ? match[1]!.slice(1, -1) : "ExcelApi", match[2]!];
}

function addGetter(info: ClassInfo, name: string, source: string, since: SetGuard | undefined): void {
  const scalar = Object.values(info.scalars).find((item) => item.name === name);
  if (scalar !== undefined && since !== undefined) scalar.since = since;
  const navigation = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/.exec(source);
  if (navigation !== null) info.navigation[navigation[2]!] = { name, type: navigation[1]!, since };
  const event = /eventType: (\d+),[\s\S]*?\bthis\.(_Register\w+)\(/.exec(source.replaceAll("_this.", "this."));
  if (event !== null) info.events[event[2]!] = { name, type: Number(event[1]), since };
}

function addMethod(info: ClassInfo, name: string, source: string, since: SetGuard | undefined): void {
  const object = /_createMethodObject\(Excel\.(\w+), this, "(\w+)", (\d)/.exec(source);
  const call = /_invokeMethod\(this, "(\w+)", (\d)/.exec(source);
  const index = /_createIndexerObject\(Excel\.(\w+), this/.exec(source);
  if (object !== null) info.methods[object[2]!] = { name, type: object[1]!, writes: object[3] === "0", since };
  if (call !== null) info.methods[call[1]!] ??= { name, writes: call[2] === "0", since };
  if (index !== null) info.item = index[1]!;
}

/** Whether version `have` of a set holds what came with `want`: 1.10 is later than 1.9. */
export function atLeast(have: string, want: string): boolean {
  const [a, b] = [have, want].map((text) => text.split(".").map(Number)) as [number[], number[]];
  return a[0]! !== b[0]! ? a[0]! > b[0]! : (a[1] ?? 0) >= (b[1] ?? 0);
}
