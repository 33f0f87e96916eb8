import { afterAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { HOSTILE_FILES } from "./workbookFiles.ts";

const PROTOTYPES = [Object.prototype, Array.prototype, Map.prototype, String.prototype, Number.prototype];
const before = PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype));

describe("a hostile file is refused by name, and before it costs anything", () => {
  it.each(HOSTILE_FILES)("$name: $code", async ({ bytes, code, inflatedAtMost }) => {
    const refusal = await readWorkbook(bytes()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFile);
    expect((refusal as UnreadableFile).code).toBe(code);
    expect((refusal as UnreadableFile).inflatedBytes).toBeLessThanOrEqual(inflatedAtMost);
  });

  afterAll(() => {
    expect(PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype))).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
