import { HostError, notModelled } from "./errors.ts";
import type { Metadata, SetGuard } from "./metadata.ts";
import type { Support } from "./support.ts";

type Table = Record<string, unknown> | undefined;

/**
 * Lets a member through only when Microsoft's class has it, this Excel's age has it, and the simulator models it. An Excel too
 * old answers ApiNotFound itself; the library guards neither setters nor the names in load(), so it happens here for both.
 */
export class Gate {
  readonly #metadata: Metadata;
  readonly #support: Support;

  constructor(metadata: Metadata, support: Support) {
    this.#metadata = metadata;
    this.#support = support;
  }

  info(type: string): Metadata[string] {
    const info = this.#metadata[type];
    if (info === undefined) throw notModelled(type);
    return info;
  }

  /** The member's full name, "Range.values". Throws HostError ApiNotFound. */
  scalar(type: string, wire: string, table: Table): string {
    const scalar = this.info(type).scalars[wire];
    return this.#pass(type, wire, scalar, table);
  }

  setter(type: string, wire: string, table: Table): string {
    const scalar = this.info(type).scalars[wire];
    if (scalar !== undefined && !scalar.updateable) {
      throw new HostError("AccessDenied", "", `${type}.${scalar.name}`);
    }
    return this.#pass(type, wire, scalar, table);
  }

  navigation(type: string, wire: string, table: Table): string {
    return this.#pass(type, wire, this.info(type).navigation[wire], table);
  }

  method(type: string, wire: string, table: Table): string {
    return this.#pass(type, wire, this.info(type).methods[wire], table);
  }

  /** Whether a call is one the library sends with the write flag. */
  writes(type: string, wire: string): boolean {
    return this.#metadata[type]?.methods[wire]?.writes === true;
  }

  /** A name of load(), "rowIndex", as it is called on the wire, with what it is. */
  loadable(type: string, name: string): { kind: "scalar" | "navigation"; wire: string; type?: string } | null {
    const info = this.info(type);
    for (const [wire, scalar] of Object.entries(info.scalars))
      if (scalar.name === name) return { kind: "scalar", wire };
    for (const [wire, to] of Object.entries(info.navigation)) {
      if (to.name === name) return { kind: "navigation", wire, type: to.type };
    }
    return null;
  }

  #pass(type: string, wire: string, member: { name: string; since?: SetGuard } | undefined, table: Table): string {
    const name = `${type}.${member?.name ?? wire}`;
    if (member === undefined) throw notModelled(`${name} is no member Microsoft's library knows`);
    if (!this.#support.allows(member.since)) throw new HostError("ApiNotFound", "", name);
    if (table === undefined || !Object.hasOwn(table, wire)) throw notModelled(name);
    return name;
  }
}
