import { expect, test } from "@jest/globals";
import { checkAsyncLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { CollectedRegion } from "../dataset/collected-region";
import { withDataset } from "../duckdb/open-dataset";
import { Session } from "../duckdb/session";
import { writeRegion } from "../duckdb/write-region";
import { arbitraryRegion } from "../testing/arbitrary-region";
import { modelledViews } from "../testing/modelled-views";
import { withTemporaryDataset } from "../testing/temporary-dataset";
import type { ViewName } from "./view-list";

/** The columns of each view that the model computes. */
const compared = {
  avoidable: "account, vpc, combinations, avoidable",
  merges: "account, vpc, keep, security_group_sets, members, saved",
  combinations: "account, subnet, security_group_set, functions, versions",
  addresses: "account, subnet, combinations, lambda_addresses",
  quota_headroom: "account, vpc, combinations, lambda_interfaces, headroom, share",
  sharing: "account, vpc, security_group_sets, combinations_of_one_function, most_functions",
  pinned_versions: "account, function_arn, version, pinned, freed",
  accounts: "account, functions, combinations, avoidable",
} as const satisfies Partial<Record<ViewName, string>>;

/** Rows in an order that does not depend on the engine. */
function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** The rows of each view over a dataset of these Regions. */
async function answered(regions: readonly CollectedRegion[]) {
  return withTemporaryDataset(async (dataset) => {
    await Session.with({}, async (session) => {
      for (const region of regions) await writeRegion(session, dataset, region);
    });
    return withDataset(dataset, {}, async (session) => {
      const rows: Record<string, readonly string[]> = {};
      for (const [view, columns] of Object.entries(compared))
        rows[view] = sorted((await session.query(`SELECT ${columns} FROM ${view}`)).rows);
      return rows;
    });
  });
}

function modelled(regions: readonly CollectedRegion[]) {
  return Object.fromEntries(Object.entries(modelledViews(regions)).map(([view, rows]) => [view, sorted(rows)]));
}

const accounts = ["111122223333", "222233334444", "333344445555", "444455556666"];

test("each view answers what the model computes", async () => {
  const regions = fc.tuple(...accounts.map((account) => arbitraryRegion({ functions: 12, versions: 3 }, account)));
  await checkAsyncLaw(
    { "a merge saves a combination": 30, "a version pins a combination": 30 },
    [regions],
    async (all, met) => {
      const expected = modelled(all);
      met(
        "a merge saves a combination",
        modelledViews(all).merges.some((row) => Number(row[5]) > 0),
      );
      met("a version pins a combination", modelledViews(all).pinned_versions.length > 0);
      expect(await answered(all)).toEqual(expected);
    },
    { numRuns: 4 },
  );
});

test("each view answers what the model computes for 1,000 functions with versions, in whatever order they were read", async () => {
  const [one] = fc.sample(arbitraryRegion({ functions: 1000, versions: 2, least: 1000 }), { numRuns: 1, seed: 20 });
  if (one === undefined) throw new Error("There is no sample.");
  const reversed = { ...one, functions: [...one.functions].reverse(), securityGroups: [...one.securityGroups].reverse() };
  const answers = await answered([one]);
  expect(answers).toEqual(modelled([one]));
  expect(await answered([reversed])).toEqual(answers);
});
