import fc from "fast-check";
import { describe, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { DESK_PROMISES } from "./deskContract.ts";
import { ACTS, type Act, DeskModel, WHO, type Who } from "./deskModel.ts";

/** The states a report can be in, each by a shortest way there. */
const STATES: [string, [Act, Who][]][] = [
  ["nothing sent", []],
  ["received", [["submit", "office"]]],
  ["sent by the province for the office", [["submit", "province"]]],
  [
    "returned by the district",
    [
      ["submit", "office"],
      ["return", "district"],
    ],
  ],
  [
    "returned twice, the comment ticked",
    [
      ["submit", "office"],
      ["return", "province"],
      ["return", "district"],
      ["tick", "office"],
    ],
  ],
  [
    "accepted",
    [
      ["submit", "office"],
      ["accept", "province"],
    ],
  ],
  [
    "withdrawn",
    [
      ["submit", "office"],
      ["withdraw", "office"],
    ],
  ],
  [
    "sent again after a return",
    [
      ["submit", "office"],
      ["return", "province"],
      ["submitOther", "office"],
    ],
  ],
  [
    "accepted, and sent again with other content",
    [
      ["submit", "office"],
      ["accept", "province"],
      ["submitOther", "office"],
    ],
  ],
  [
    "accepted, sent again, the acceptance undone",
    [
      ["submit", "office"],
      ["accept", "province"],
      ["submitOther", "office"],
      ["undoBefore", "province"],
    ],
  ],
  [
    "a return undone",
    [
      ["submit", "office"],
      ["return", "province"],
      ["undo", "province"],
    ],
  ],
  [
    "closed with a report accepted",
    [
      ["submit", "office"],
      ["accept", "province"],
      ["close", "province"],
    ],
  ],
  [
    "closed with a report returned and extended",
    [
      ["extend", "province"],
      ["submit", "office"],
      ["return", "province"],
      ["close", "province"],
    ],
  ],
];

describe("the desk on node:sqlite", () => {
  it.each(DESK_PROMISES.map((one) => [one.name, one] as const))("%s", (_, { run }) => {
    const sql = nodeSql(":memory:");
    try {
      run(sql);
    } finally {
      sql.close();
    }
  });

  it("random histories: every act by every role goes as written down, and what is refused leaves no trace", () => {
    const step = fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(...WHO));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const sql = nodeSql(":memory:");
        try {
          const model = new DeskModel(sql);
          for (const [act, who] of steps) model.step(act, who);
          model.end();
        } finally {
          sql.close();
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it.each(STATES)("from %s, every act by every role", (_, path) => {
    const sql = nodeSql(":memory:");
    const model = new DeskModel(sql);
    for (const [act, who] of path) model.step(act, who);
    for (const act of ACTS) for (const who of WHO) model.peek(act, who);
    model.end();
    sql.close();
  });
});
