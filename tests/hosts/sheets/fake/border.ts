/**
 * The border of google.script.run, as Google describes it: numbers, texts, true, false, null, and plain objects and arrays of
 * these. A Date, a function, NaN or an object of a class anywhere inside fails the call. Undefined in an array becomes null;
 * in an object it is refused here, since nobody says what becomes of it.
 */
export function legal(value: unknown, where = "the value"): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`google.script.run: ${where} is ${value}`);
    return value;
  }
  if (Array.isArray(value)) return value.map((one, i) => (one === undefined ? null : legal(one, `${where}[${i}]`)));
  if (typeof value !== "object") throw new Error(`google.script.run: ${where} is ${typeof value}`);
  // A plain object of any realm: its prototype's prototype is nothing.
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new Error(`google.script.run: ${where} is an object of a class`);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, legal(one, `${where}.${key}`)]));
}

/** Calls a function of the script by name, as the sidebar would. */
export function run(name: string, json: string): string {
  const script = globalThis as unknown as Record<string, unknown>;
  const found = script[name];
  if (name.endsWith("_") || typeof found !== "function") throw new Error(`Script function not found: ${name}`);
  const args = JSON.parse(json) as unknown[];
  const answer = (found as (...all: unknown[]) => unknown)(...args);
  return answer === undefined ? "null" : JSON.stringify(legal(answer, `the answer of ${name}`));
}
