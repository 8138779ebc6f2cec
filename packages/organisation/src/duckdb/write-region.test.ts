import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CollectedRegion } from "../dataset/collected-region";
import { type Column, type TableName, tableNames, tables } from "../dataset/tables";
import { arbitraryRegion } from "../testing/arbitrary-region";
import { datasetFiles } from "./dataset-files";
import { loadDuckDb } from "./load-duckdb";
import { withDataset } from "./open-dataset";
import { Session } from "./session";
import { writeRegion } from "./write-region";

let folder: string;
let dataset: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dataset-"));
  dataset = join(folder, "it's a [dataset] *");
});
afterEach(() => rmSync(folder, { recursive: true }));

const [sample, other] = fc.sample(arbitraryRegion({ functions: 20, versions: 2, least: 20 }), { numRuns: 2, seed: 1 });

function region(changes: Partial<CollectedRegion> = {}, from = sample): CollectedRegion {
  if (from === undefined) throw new Error("There is no sample.");
  return { ...from, ...changes };
}

async function write(...regions: readonly CollectedRegion[]) {
  return Session.with({}, async (session) => {
    const written = [];
    for (const one of regions) written.push(await writeRegion(session, dataset, one));
    return written;
  });
}

async function query(statement: string) {
  return withDataset(dataset, {}, async (session) => (await session.query(statement)).rows);
}

const types = { text: "VARCHAR", integer: "BIGINT", boolean: "BOOLEAN", texts: "VARCHAR[]" } as const;

test("the files of each table have the columns of the schema, also without a row", async () => {
  await write(region({ functions: [], interfaces: [], securityGroups: [], subnets: [], vpcs: [] }));
  const columnsOf = (table: TableName) => query(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
  for (const table of tableNames) {
    const columns: Readonly<Record<string, Column>> = tables[table].columns;
    const expected = Object.entries(columns).map(([name, { type }]) => [name, types[type]]);
    const partitions = ["account", "day", "region"].map((name) => [name, "VARCHAR"]);
    expect([...(await columnsOf(table))].sort()).toEqual([...expected, ...partitions].sort());
  }
});

test("a second collection of an account, Region and day replaces the first, and one of another day does not", async () => {
  const [first, second, third] = await write(region(), region({}, other), region({ readAt: "2026-12-02T06:00:00Z" }));
  expect([first?.replaced, second?.replaced, third?.replaced]).toEqual([false, true, false]);
  expect(await query("SELECT day, count(*) FROM collections GROUP BY day ORDER BY day")).toEqual([
    ["2026-12-01", 1],
    ["2026-12-02", 1],
  ]);
  const versions = region({}, other).functions.reduce((sum, { published }) => sum + 1 + published.length, 0);
  expect(await query("SELECT count(*) FROM function_versions WHERE day = '2026-12-01'")).toEqual([[versions]]);
  expect(await query("SELECT day FROM current_collections")).toEqual([["2026-12-02"]]);
  expect(readdirSync(dataset).filter((name) => name.startsWith("."))).toEqual([]);
});

test("what a write that was interrupted has left does not count", async () => {
  await write(region(), region({ account: "222233334444" }));
  rmSync(join(dataset, "collections", "account=222233334444"), { recursive: true });
  expect(await query("SELECT account FROM accounts")).toEqual([["111122223333"]]);
  expect(await query("SELECT DISTINCT account FROM combinations")).toEqual([["111122223333"]]);
});

test("the trend compares two days, and is unknown before the first collection of an account", async () => {
  const fewer = region({ functions: region().functions.slice(0, 5), readAt: "2026-11-01T06:00:00Z" });
  await write(fewer, region(), region({ account: "222233334444" }));
  const rows = await query(
    "SELECT account, sum(combinations_from), sum(combinations_to), min(from_day), max(to_day) FROM trend GROUP BY account ORDER BY account",
  );
  const held = (one: CollectedRegion) =>
    new Set(
      one.functions.flatMap(({ latest, published }) =>
        [latest, ...published].flatMap(({ vpc }) =>
          (vpc?.subnets ?? []).map((subnet) => `${subnet} ${[...(vpc?.securityGroups ?? [])].sort().join()}`),
        ),
      ),
    ).size;
  expect(rows).toEqual([
    ["111122223333", held(fewer), held(region()), "2026-11-01", "2026-12-01"],
    ["222233334444", null, held(region()), null, "2026-12-01"],
  ]);
});

describe("refused with the reason:", () => {
  test("a folder that is missing, and one that is no dataset", () => {
    expect(() => datasetFiles(dataset)).toThrow(
      expect.objectContaining({ code: "missing", message: expect.stringContaining("was not found") }),
    );
    mkdirSync(dataset);
    expect(() => datasetFiles(dataset)).toThrow(expect.objectContaining({ message: expect.stringContaining("contains no collection") }));
  });

  test("files that were cut, each counted and named", async () => {
    await write(region(), region({ account: "222233334444" }));
    const cut = globSync("interfaces/**/*.parquet", { cwd: dataset }).map((file) => join(dataset, file));
    for (const file of cut) truncateSync(file, 100);
    expect(() => datasetFiles(dataset)).toThrow(
      expect.objectContaining({
        code: "broken",
        message: expect.stringMatching(
          /^2 files of .* are no whole Parquet: interfaces\/account=111122223333.*, interfaces\/account=222233334444/,
        ),
      }),
    );
  });

  test("a dataset that cannot be written", async () => {
    writeFileSync(dataset, "");
    await expect(write(region())).rejects.toMatchObject({ code: "unwritable" });
  });

  test("an installation without DuckDB, with the command that installs it", async () => {
    const failing = loadDuckDb(() => Promise.reject(new Error("Cannot find package '@duckdb/node-api'")));
    await expect(failing).rejects.toMatchObject({
      name: "DuckDbMissing",
      message: expect.stringMatching(/^DuckDB is not installed\. Run: npm install @duckdb\/node-api@\d/),
      reason: "Cannot find package '@duckdb/node-api'",
    });
  });
});
