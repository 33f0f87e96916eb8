/** The door of the fake as the tests outside see it: see fake/main.ts. Everything that crosses is a text, a number or nothing. */
export interface FakeDoor {
  open(json: string): void;
  run(name: string, json: string): string;
  legal(value: unknown, where: string): unknown;
  type(sheet: string, row: number, col: number, value: string | number | boolean | null): void;
  rename(sheet: string, name: string): void;
  remove(sheet: string): void;
  change(sheet: string, json: string): void;
  document(json: string): void;
  setData(sheet: string, row: number, col: number, json: string): void;
  addRule(sheet: string, json: string): void;
  mode(name: "NONE" | "LIMITED" | "CUSTOM_FUNCTION" | "FULL"): void;
  log(): string;
  dump(sheet: string): string;
  cell(sheet: string, row: number, col: number): string;
  state(): string;
  edit(sheet: string, a1: string): void;
  customFunction(sheet: string, a1: string, origin?: string): string;
}
