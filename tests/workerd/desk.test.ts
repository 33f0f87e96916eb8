import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { doSql } from "../../worker/host/doSql.ts";
import { DESK_PROMISES } from "../province/deskContract.ts";
import { type Act, DeskModel, type Who } from "../province/deskModel.ts";
import { LevelsModel } from "../province/levelsModel.ts";

interface Namespace {
  getByName(name: string): unknown;
}

const HISTORY: [Act, Who][] = [
  ["submit", "office"],
  ["return", "district"],
  ["undo", "province"],
  ["undo", "district"],
  ["return", "province"],
  ["tick", "office"],
  ["submitOther", "office"],
  ["acceptClean", "province"],
  ["accept", "province"],
  ["view", "auditor"],
  ["close", "province"],
  ["undo", "province"],
  ["reopen", "provinceTwo"],
  ["undo", "province"],
  ["extend", "province"],
  ["remind", "district"],
];

describe("the desk on a Durable Object's SQLite, in workerd", () => {
  const within = (name: string, run: (sql: ReturnType<typeof doSql>) => void) =>
    runInDurableObject((env as { PROVINCE: Namespace }).PROVINCE.getByName(name), (_instance, state) =>
      run(doSql(state.storage)),
    );

  it.each(DESK_PROMISES.map((one, i) => [one.name, one, i] as const))("%s", (_, { run }, i) =>
    within(`desk ${i}`, run),
  );

  it("a history of acts goes as written down", () =>
    within("desk history", (sql) => {
      const model = new DeskModel(sql);
      for (const [act, who] of HISTORY) model.step(act, who);
      model.end();
    }));

  it("a report goes from office to department as written down", () =>
    within("levels history", (sql) => {
      const model = new LevelsModel(sql);
      model.step("submit", "office");
      model.step("accept", "province");
      model.step("forwardClean", "district");
      model.step("accept", "province");
      model.step("sendUp", "province");
      model.step("submitOther", "office");
      model.step("withdraw", "office");
      model.step("view", "department");
      model.step("take", "province");
      model.step("direct", "province");
      model.step("accept", "provinceTwo");
      model.step("sendUp", "provinceTwo");
      model.step("undoSendUp", "provinceTwo");
      model.step("usual", "province");
      model.step("undo", "provinceTwo");
      model.end();
    }));
});
