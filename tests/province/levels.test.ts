import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goesThroughDistrict } from "../../shared/forms/chain.ts";
import { FORMS } from "../../shared/forms/index.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { ACTS, type Act, LevelsModel, WHO, type Who } from "./levelsModel.ts";

/** The states between office and department, each by a shortest way there. */
const STATES: Record<string, `${Act} ${Who}`[]> = {
  "nothing sent": [],
  "with the district": ["submit office"],
  "sent by the province for the office": ["submit province"],
  "returned by the district": ["submit office", "return district"],
  "sent again after the district returned it": ["submit office", "return district", "submitOther office"],
  forwarded: ["submit office", "forward district"],
  "taken up by the province": ["submit office", "take province"],
  "forwarding undone": ["submit office", "forward district", "undo district"],
  "a new version after forwarding": ["submit office", "forward district", "submitOther office"],
  "made a direct reporter while with the district": ["submit office", "direct province"],
  accepted: ["submit office", "forward district", "accept province"],
  "accepted, then made to go through the district": [
    "direct province",
    "submit office",
    "accept province",
    "usual province",
  ],
  "accepted, a new version with the district": [
    ...(["submit office", "forward district", "accept province", "submitOther office"] as const),
  ],
  "accepted, a new version with the district, the acceptance undone": [
    ...(["submit office", "forward district", "accept province", "submitOther office", "undoBefore province"] as const),
  ],
  "accepted, a new version returned": [
    ...(["submit office", "forward district", "accept province", "submitOther office", "return district"] as const),
  ],
  "accepted twice": [
    ...(["direct province", "submit office", "accept province", "submitOther office", "accept provinceTwo"] as const),
  ],
  "returned by the province after forwarding": ["submit office", "forward district", "return province"],
  withdrawn: ["submit office", "withdraw office"],
  "sent up": ["submit province", "accept province", "sendUp province"],
  "sent up, then returned": ["submit province", "accept province", "sendUp province", "return province"],
  "sent up twice": [
    ...(["submit province", "accept province", "sendUp province", "submitOther province"] as const),
    ...(["accept province", "sendUp provinceTwo"] as const),
  ],
  "sent up and taken back": ["submit province", "accept province", "sendUp province", "undoSendUp province"],
  "closed after sending up": ["submit province", "accept province", "sendUp province", "close province"],
};

const stepsOf = (path: readonly string[]) => path.map((one) => one.split(" ") as [Act, Who]);

describe("from office to district, province and department", () => {
  it.each(Object.entries(STATES))("%s: every act by every role", (_, path) => {
    const sql = nodeSql(":memory:");
    const model = new LevelsModel(sql);
    for (const [act, who] of stepsOf(path)) model.step(act, who);
    for (const act of ACTS) for (const who of WHO) model.peek(act, who);
    model.end();
    sql.close();
  });

  it("random histories: the master is the one the history says, and what is refused leaves no trace", () => {
    const step = fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(...WHO));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const sql = nodeSql(":memory:");
        try {
          const model = new LevelsModel(sql);
          for (const [act, who] of steps) model.step(act, who);
          model.end();
        } finally {
          sql.close();
        }
      }),
      { seed: 23, numRuns: 80 },
    );
  });

  it("a form goes through the district exactly where its chain names one above the sender", () => {
    expect(Object.fromEntries(FORMS.map((form) => [form.id, goesThroughDistrict(form)]))).toEqual({
      "childcare-clips": false,
      "community-leaders": false,
      "e-report-training": true,
      "temple-community": false,
      "volunteer-activities": true,
    });
  });
});
