/*
 * The stand-in for Google's services refuses whatever it does not model: a member it lacks throws and is never undefined.
 * Every call of a member is noted.
 */

export type Mode = "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL";

export const calls: string[] = [];
export const guard: { check: (name: string) => void } = { check: () => {} };

const targets = new WeakMap<object, object>();

/** The object behind a strict one. */
export function bare<T>(value: T): T {
  return (targets.get(value as object) as T | undefined) ?? value;
}

/** The object, with every member noted and every missing one an error. `name` is Google's name of the class. */
export function strict<T extends object>(name: string, target: T): T {
  const proxy = new Proxy(target, {
    get(_, key) {
      if (typeof key === "symbol") return undefined;
      const member = (target as Record<string, unknown>)[key];
      if (member === undefined) throw new Error(`fake ${name}.${key} is not implemented`);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        guard.check(`${name}.${key}`);
        calls.push(`${name}.${key}`);
        return (member as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
    set(_, key) {
      throw new Error(`fake ${name}.${String(key)} cannot be set`);
    },
  });
  targets.set(proxy, target);
  return proxy;
}
