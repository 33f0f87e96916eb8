import { HostError, notModelled } from "./errors.ts";
import type { Gate } from "./gate.ts";
import { MODELS } from "./members/index.ts";
import type { AnyModel, Host, Live } from "./members/model.ts";
import type { ActionInfo, Json } from "./wireTypes.ts";

type Values = { [name: string]: Json };

/** Answers a load(): the asked names of an object, nested ones too, or of every item of a collection. */
export class Query {
  readonly #host: Host;
  readonly #gate: Gate;

  constructor(host: Host, gate: Gate) {
    this.#host = host;
    this.#gate = gate;
  }

  /** Throws HostError. */
  run(object: Live, info: ActionInfo["QueryInfo"]): Json {
    const names = [...(info?.Select ?? []), ...(info?.Expand ?? [])];
    const paths = (names.length === 0 ? ["*"] : names).map((name) => name.split(/[/.]/));
    const model = modelOf(object);
    if (model.items === undefined) return this.#object(object, paths);
    const own = paths.filter(([first]) => this.#gate.info(object.type).scalars[wireOf(first!)] !== undefined);
    const rest = paths.filter((path) => !own.includes(path));
    const answer = this.#object(object, own.length > 0 ? own : []);
    const items = model.items(object.target, this.#host);
    const from = info?.Skip ?? 0;
    const page = items.slice(from, info?.Top === undefined ? undefined : from + info.Top);
    if (rest.length > 0) answer._Items = page.map((item) => this.#object(item, rest));
    return answer;
  }

  #object(object: Live, paths: string[][]): Values {
    const model = modelOf(object);
    const answer: Values = identityOf(object, this.#host);
    const nested = new Map<string, string[][]>();
    for (const [name, ...rest] of paths) {
      if (name === "*") this.#everything(object, model, answer);
      else if (rest.length > 0) nested.set(name!, [...(nested.get(name!) ?? []), rest]);
      else this.#one(object, model, name!, answer, nested);
    }
    for (const [name, rest] of nested) {
      const member = this.#gate.loadable(object.type, name);
      if (member?.kind !== "navigation") throw new HostError("InvalidArgument", "", `${object.type}.${name}`);
      this.#gate.navigation(object.type, member.wire, model.navigation);
      const child = model.navigation![member.wire]!(object.target, this.#host);
      answer[member.wire] = child === null ? null : this.run(child, { Select: rest.map((path) => path.join("/")) });
    }
    return answer;
  }

  #one(object: Live, model: AnyModel, name: string, answer: Values, nested: Map<string, string[][]>): void {
    const member = this.#gate.loadable(object.type, name);
    if (member === null) throw new HostError("InvalidArgument", "", `${object.type}.${name}`);
    if (member.kind === "navigation") {
      nested.set(name, [...(nested.get(name) ?? []), ["*"]]);
      return;
    }
    const where = this.#gate.scalar(object.type, member.wire, model.scalars);
    try {
      answer[member.wire] = model.scalars![member.wire]!(object.target, this.#host);
    } catch (error) {
      if (error instanceof HostError) error.where ??= where;
      throw error;
    }
  }

  /** load() without names: every value the simulator has and this Excel's age knows. The others stay not loaded. */
  #everything(object: Live, model: AnyModel, answer: Values): void {
    const { scalars } = this.#gate.info(object.type);
    for (const [wire, read] of Object.entries(model.scalars ?? {})) {
      if (scalars[wire] !== undefined && this.#host.support.allows(scalars[wire].since)) {
        answer[wire] = read(object.target, this.#host);
      }
    }
  }
}

/** What instantiating an object answers, and what every query of it brings along. */
export function identityOf(object: Live, host: Host): Values {
  const identity = modelOf(object).identity?.(object.target, host) ?? {};
  return object.reference === undefined ? { ...identity } : { _ReferenceId: object.reference, ...identity };
}

export function modelOf(object: Live): AnyModel {
  const model = MODELS[object.type];
  if (model === undefined) throw notModelled(object.type);
  return model;
}

function wireOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
