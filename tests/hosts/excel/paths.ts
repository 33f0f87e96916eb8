import { HostError, notModelled } from "./errors.ts";
import type { Gate } from "./gate.ts";
import { MODELS } from "./members/index.ts";
import { type Argument, type Host, isLive, type Live } from "./members/model.ts";
import type { ActionInfo, Json, PathInfo } from "./wireTypes.ts";

/** The objects one request speaks of. Each path is followed once, so that `add` adds once however often it is named. */
export class Paths {
  readonly #infos: Record<string, PathInfo>;
  readonly #host: Host;
  readonly #gate: Gate;
  /** Members that write, as they are carried out. */
  readonly writes: string[];
  readonly #found = new Map<number, Live | null>();

  constructor(infos: Record<string, PathInfo>, host: Host, gate: Gate, writes: string[]) {
    this.#infos = infos;
    this.#host = host;
    this.#gate = gate;
    this.writes = writes;
  }

  info(id: number): PathInfo {
    const info = this.#infos[id];
    if (info === undefined) throw new HostError("InvalidArgument", `no object path ${id}`);
    return info;
  }

  /** Null is Excel's null object: whatever is asked of it is null again. Throws HostError. */
  resolve(id: number): Live | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const found = this.#follow(this.info(id));
    this.#found.set(id, found);
    return found;
  }

  /** Arguments of a call with every object path replaced by its object. */
  arguments(given: ActionInfo["ArgumentInfo"]): Argument[] {
    const values = given?.Arguments ?? [];
    const ids = given?.ReferencedObjectPathIds ?? [];
    return values.map((value, at) => {
      const id = ids[at];
      if (typeof id !== "number" || id === 0) return value;
      const object = this.resolve(id);
      if (object === null) throw new HostError("InvalidArgument");
      return object;
    });
  }

  #follow(info: PathInfo): Live | null {
    if (info.ObjectPathType === 1) return { type: "Workbook", target: this.#host.book };
    if (info.ObjectPathType === 2) return service(info.Name);
    if (info.ObjectPathType === 6) return this.#reference(info);
    if (info.ObjectPathType === 7) return null;
    const parent = this.resolve(info.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const model = MODELS[parent.type];
    if (model === undefined) throw notModelled(parent.type);
    if (info.ObjectPathType === 4) {
      const name = this.#gate.navigation(parent.type, info.Name, model.navigation);
      return this.#named(name, () => model.navigation![info.Name]!(parent.target, this.#host));
    }
    const args = this.arguments(info.ArgumentInfo);
    if (info.ObjectPathType === 3) {
      const name = this.#gate.method(parent.type, info.Name, model.objects);
      if (this.#gate.writes(parent.type, info.Name)) this.writes.push(name);
      return this.#named(name, () => model.objects![info.Name]!(parent.target, args, this.#host));
    }
    if (info.ObjectPathType === 5) {
      if (model.item === undefined) throw notModelled(`${parent.type}.getItem`);
      return this.#named(`${parent.type}.getItem`, () => model.item!(parent.target, args, this.#host));
    }
    throw notModelled(`object path type ${info.ObjectPathType}`);
  }

  /** Where an error happened, as the library shows it: "Worksheet.getRange" (seen in office-js#1561). */
  #named<T>(name: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof HostError) error.where ??= name;
      throw error;
    }
  }

  #reference(info: PathInfo): Live {
    const object = this.#host.references.get(info.Name);
    if (object === undefined) throw new HostError("InvalidReference", "", `${info.T ?? "Range"}._reference`);
    return object;
  }
}

const SERVICES: Record<string, string> = {
  "Microsoft.AppRuntime.AppRuntimeService": "AppRuntimeService",
  "Microsoft.InternalService.AddinInternalService": "AddinInternalService",
};

/** Objects made by name, not found in the workbook: what stands behind Office.addin and Office.actions. */
function service(name: string): Live {
  const type = SERVICES[name];
  if (type === undefined) throw notModelled(name);
  return { type, target: null };
}

/** Plain JSON of an argument that may hold no object. */
export function plain(argument: Argument): Json {
  if (isLive(argument)) throw new HostError("InvalidArgument");
  return argument;
}
