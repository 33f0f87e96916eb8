import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bookOf,
  type FormTerm,
  formIn,
  formsFor,
  formVersion,
  heldVersions,
  latestForm,
  PROGRAM_BOOK,
  readBy,
} from "../../shared/forms/book.ts";
import { FORMS } from "../../shared/forms/index.ts";
import { waterForm } from "./sixth.ts";

const ID = "village-water";
const own = [1, 2, 3, 4].map((version) => waterForm({ version }));
const book = (terms: [version: number | null, from: string][]) =>
  bookOf(
    terms.length,
    own,
    terms.map(([version, from]): FormTerm => ({ form: ID, version, from })),
  );
const months = ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"];
const held = (terms: [number | null, string][]) =>
  months.map((month) => formIn(book(terms), ID, month)?.version ?? null);

describe("the book of forms", () => {
  it.each<[string, [number | null, string][], (number | null)[]]>([
    ["holds from its period on", [[1, "2026-10"]], [null, 1, 1, 1, 1]],
    [
      "the next from a later period",
      [
        [1, "2026-10"],
        [2, "2026-12"],
      ],
      [null, 1, 1, 2, 2],
    ],
    [
      "the later publication counts, also for an earlier period",
      [
        [1, "2026-10"],
        [2, "2026-12"],
        [3, "2026-11"],
      ],
      [null, 1, 3, 3, 3],
    ],
    [
      "a version of before comes back",
      [
        [1, "2026-10"],
        [2, "2026-11"],
        [1, "2026-12"],
      ],
      [null, 1, 2, 1, 1],
    ],
    [
      "ended",
      [
        [1, "2026-10"],
        [null, "2026-12"],
      ],
      [null, 1, 1, null, null],
    ],
    [
      "ended, then published anew",
      [
        [1, "2026-09"],
        [null, "2026-10"],
        [2, "2026-12"],
      ],
      [1, null, null, 2, 2],
    ],
  ])("%s", (_, terms, expected) => expect(held(terms)).toEqual(expected));

  it("the program's own forms are version 1, whose followers are a province's", () => {
    expect(FORMS.filter(({ version }) => version !== 1)).toEqual([]);
  });

  it("the program's own forms hold since ever, in any book", () => {
    for (const form of FORMS) {
      expect(formIn(PROGRAM_BOOK, form.id, "2000-01")).toBe(form);
      expect(formIn(book([[1, "2026-10"]]), form.id, "2026-10")).toBe(form);
    }
  });

  it("what was ended is still read, by the last version", () => {
    const ended = book([
      [1, "2026-10"],
      [2, "2026-11"],
      [null, "2026-12"],
    ]);
    expect(formIn(ended, ID, "2026-12")).toBeUndefined();
    expect(readBy(ended, ID, "2026-12")).toBe(own[1]);
    expect(readBy(ended, ID, "2026-10")).toBe(own[0]);
    expect(latestForm(ended, ID)).toBe(own[1]);
    expect(formVersion(ended, ID, 1)).toBe(own[0]);
    expect(readBy(ended, "no-such-form", null)).toBeUndefined();
  });

  const Month = fc.constantFrom(...months);
  const Terms = fc.array(fc.tuple(fc.constantFrom<number | null>(1, 2, 3, 4, null), Month), { maxLength: 8 });

  it("a term changes no period before its own, and is what holds in its own", () => {
    fc.assert(
      fc.property(Terms, fc.constantFrom<number | null>(1, 2, 3, 4, null), Month, (terms, version, from) => {
        const before = held(terms);
        const after = held([...terms, [version, from]]);
        for (const [i, month] of months.entries()) expect(after[i]).toBe(month < from ? before[i] : version);
      }),
    );
  });

  it("without a period a sheet may be of exactly the versions that hold in one", () => {
    fc.assert(
      fc.property(Terms, (terms) => {
        const all = new Set(held(terms).filter((version) => version !== null));
        // before the first month nothing of its own holds, after the last the last one does
        expect(new Set(heldVersions(book(terms), ID).map(({ version }) => version))).toEqual(all);
        const offered = formsFor(book(terms), null).filter(({ id }) => id === ID);
        expect(offered.length > 0).toBe(terms.some(([version]) => version !== null));
      }),
    );
  });

  it("with a period each form is offered once, by the version it is read by", () => {
    fc.assert(
      fc.property(Terms, Month, (terms, month) => {
        const at = book(terms);
        const offered = formsFor(at, month);
        expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length);
        expect(offered.find(({ id }) => id === ID)).toBe(readBy(at, ID, month));
      }),
    );
  });
});
