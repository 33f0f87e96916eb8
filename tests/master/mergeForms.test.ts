import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { mergeForms } from "../../worker/master/mergeForms.ts";
import { waterForm } from "../forms/sixth.ts";

const label = (heading: string, version: number) => `${heading} v${version}`;

function formOf(version: number, ids: readonly string[]): FormDefinition {
  const plain = { kind: "text", aliases: [], whenMissing: "warn", width: 10 } as const;
  return waterForm({ version, fields: ids.map((id) => ({ ...plain, aliases: [], id, label: id.toUpperCase() })) });
}
const idsOf = ({ fields }: FormDefinition) => fields.map(({ id }) => id);

describe("the form of a master whose reports were sent under several versions", () => {
  it.each<[string, string, string[], string]>([
    ["nothing but the base", "abc", [], "abc"],
    ["the same columns in another order", "abc", ["cab"], "abc"],
    ["a column that was taken out stands behind its neighbour", "ac", ["abc"], "abc"],
    ["one that stood first stands first", "bc", ["abc"], "abc"],
    ["several together keep their order", "ad", ["abcd"], "abcd"],
    ["of two versions", "ad", ["abd", "acd"], "acbd"],
  ])("%s", (_, base, others, expected) => {
    const all = others.map((ids, i) => formOf(i + 1, [...ids]));
    expect(idsOf(mergeForms(formOf(9, [...base]), all, label)).join("")).toBe(expected);
  });

  it("headings of the base stay; those of others name their version", () => {
    const merged = mergeForms(formOf(2, ["a", "c"]), [formOf(1, ["a", "b", "c"])], label);
    expect(merged.fields.map((field) => field.label)).toEqual(["A", "B v1", "C"]);
    expect(merged.version).toBe(2);
  });

  it("no column is lost or doubled, and the base's own keep their order", () => {
    const Ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 });
    fc.assert(
      fc.property(Ids, fc.array(Ids, { maxLength: 4 }), (base, others) => {
        const merged = idsOf(
          mergeForms(
            formOf(9, base),
            others.map((ids, i) => formOf(i + 1, ids)),
            label,
          ),
        );
        expect([...merged].sort()).toEqual([...new Set([...base, ...others.flat()])].sort());
        expect(merged.filter((id) => base.includes(id))).toEqual(base);
      }),
    );
  });
});
