import { describe, expect, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { openPartition } from "../../worker/people/partition.ts";
import { REGISTRY_PROMISES } from "./registryContract.ts";
import { OPERATOR, office, PACK, province, report } from "./sample.ts";

describe("the registry on node:sqlite", () => {
  it.each(REGISTRY_PROMISES.map((one) => [one.name, one] as const))("%s", (_, { run }) => {
    const sql = nodeSql(":memory:");
    run(sql);
    sql.close();
  });

  it("a database from before it takes its offices as they stand, and the centres of what was accepted", () => {
    const sql = nodeSql(":memory:");
    const now = () => Date.parse("2023-11-03T03:00:00Z");
    const old = openPartition(sql, now);
    old.importRoster(OPERATOR, PACK, "sample");
    old.accept(province(), old.submit(office(), report()).receipt.submission);
    const before = old.completeness(province(), "childcare-clips", "2023-11");
    for (const table of ["people_uses", "centre_sightings", "registry_acts", "exemptions", "office_states"])
      sql.all(`DROP TABLE ${table}`);
    sql.all("DELETE FROM meta WHERE key IN ('schema.registry', 'registry.revision', 'roster.turn')");
    const store = openPartition(sql, now);
    expect(store.completeness(province(), "childcare-clips", "2023-11")).toEqual(before);
    expect(store.centres(province(), { offset: 0, limit: 9 }).centres.map((one) => one.name)).toEqual([
      ...["ศพด.ตัวอย่างสอง", "ศพด.ตัวอย่างหนึ่ง"],
    ]);
    sql.close();
  });
});
