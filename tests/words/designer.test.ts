import { describe, expect, it } from "vitest";
import { DESIGN_CODES, REASONS } from "../../shared/designer/index.ts";
import { FIELD_KINDS } from "../../shared/forms/definition.ts";
import { designProblemText, KIND_NAMES, reasonText } from "../../shared/words/designer.ts";

/** Every slot answers with its own name: what is left in brackets is a slot nobody fills. */
const named = new Proxy({} as Record<string, string>, { get: (_, slot) => `<${String(slot)}>` });
const slots = (text: string) => [...text.matchAll(/<([a-z]+)>/g)].map((match) => match[1]!).sort();

describe("the words of a designed form", () => {
  it.each(REASONS)("say why: %s", (reason) => {
    const [th, en] = (["th", "en"] as const).map((language) => reasonText({ reason, params: named }, language)) as [
      string,
      string,
    ];
    expect(th).toMatch(/[ก-๙]/);
    expect(en).not.toMatch(/[ก-๙]/);
    expect(slots(th)).toEqual(slots(en));
    expect(th + en).not.toMatch(/\{/);
  });

  it.each(DESIGN_CODES)("say what is wrong, and what to do: %s", (code) => {
    const [th, en] = (["th", "en"] as const).map((language) =>
      designProblemText({ code, params: named }, language),
    ) as [string, string];
    expect(th).toMatch(/[ก-๙]/);
    expect(slots(th)).toEqual(slots(en));
    expect(th + en).not.toMatch(/\{/);
  });

  it("name every kind of column", () => {
    expect(Object.keys(KIND_NAMES).sort()).toEqual([...FIELD_KINDS].sort());
  });

  it("put a dash where nothing is known, and words for the parts of a form", () => {
    expect(designProblemText({ code: "NAME_EMPTY", params: { what: "label" } })).toBe("ยังไม่ได้ใส่หัวคอลัมน์ กรุณาใส่");
    expect(designProblemText({ code: "KIND_TWICE", params: { kind: "office", label: null } })).toContain(
      "“อปท.” ได้ช่องเดียว ช่อง “–”",
    );
    expect(
      designProblemText({ code: "NUMBER_RANGE", params: { what: "least", value: -1, least: 0, most: null } }),
    ).toContain("ถึง ไม่จำกัด");
  });
});
