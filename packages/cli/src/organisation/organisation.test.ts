import { describe, expect, jest, test } from "@jest/globals";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { exitCodes } from "../command/exit-codes";
import { ACCOUNT, organisationFolder } from "../testing/organisation-folder";

// A session of DuckDB opens the files of all tables, which a busy machine reads slowly.
jest.setTimeout(60_000);

const { at, run, writeState } = organisationFolder();
const account = ACCOUNT;

const collect = ["collect", "--from", "states", "states", "--dataset", "dataset"];

test("a folder of states becomes a dataset, whose report has the combinations, and those that merging saves", async () => {
  writeState("shop.json", 4);
  expect(await run(...collect)).toMatchObject({
    exitCode: 0,
    stdout: "Collected 4 functions in 1 collection of 1 account into dataset.\n",
  });
  const { stdout } = await run("report", "--dataset", "dataset", "--view", "avoidable", "--format", "csv");
  expect(stdout).toBe(`account,region,vpc,combinations,avoidable,combinations_after\r\n${account},us-east-1,vpc-1,8,6,2\r\n`);
  const text = await run("report", "--dataset", "dataset", "--view", "accounts", "--view", "combinations", "--limit", "3");
  expect(text.stdout).toContain("1 account, 1 Region with a collection, 4 functions, of 2026-12-01.");
  expect(text.stdout).toContain("their combinations are minimums");
  expect(text.stdout).toMatch(/111122223333 .* 1\.6 % /);
  expect(text.stdout).toContain("5 more: add --limit 8");
});

test("another collection of a day replaces the first, and is reported", async () => {
  writeState("shop.json", 4);
  await run(...collect);
  writeState("shop.json", 3);
  const { exitCode, stdout } = await run(...collect);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("1 collection of the same account, Region and day replaced: 111122223333 us-east-1 2026-12-01.");
  const json = JSON.parse((await run("report", "--dataset", "dataset", "--format", "json", "--view", "accounts")).stdout) as {
    views: unknown;
  };
  expect(json.views).toMatchObject([{ view: "accounts", rows: [{ account, functions: 3, combinations: 6, functions_complete: false }] }]);
});

test("the inventory has what the packs read, with its time", async () => {
  writeState("shop.json", 1);
  await run(...collect);
  const { stdout, stderr } = await run("inventory", "--account", account, "--region", "us-east-1", "--dataset", "dataset");
  expect(JSON.parse(stdout)).toEqual({
    inventory: {
      takenAt: "2026-12-01T06:00:00Z",
      subnets: [
        { id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
        { id: "subnet-2", vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1a" },
      ],
      combinations: [
        { subnetId: "subnet-1", securityGroupIds: ["sg-f0"] },
        { subnetId: "subnet-2", securityGroupIds: ["sg-f0"] },
      ],
    },
  });
  expect(stderr).toContain("combinations may be missing");
});

test("a page has the figures of the report", async () => {
  writeState("shop.json", 4);
  await run(...collect);
  expect(await run("report", "--dataset", "dataset", "--format", "html", "--output", "page.html")).toMatchObject({
    exitCode: 0,
    stdout: "",
  });
  const page = readFileSync(at("page.html"), "utf8");
  expect(page).toContain("<h1>Lambda networking of 1 account</h1>");
  expect(page).toContain('<dd id="tile-combinations">8</dd>');
  expect(page).toContain('<dd id="tile-avoidable">6</dd>');
});

describe("what could not be read is named, and the exit code is distinct:", () => {
  test("a broken file, while the others are collected", async () => {
    writeState("shop.json", 2);
    writeFileSync(at("states/cut.json"), '{"version": 3');
    const { exitCode, stdout, stderr } = await run(...collect);
    expect([exitCode, stdout]).toEqual([exitCodes.partial, "Collected 2 functions in 1 collection of 1 account into dataset.\n"]);
    expect(stderr).toMatch(/1 file or account of the source could not be read:\n {2}cut\.json cannot be read and is left out: /);
  });

  test("a file of the dataset that was cut", async () => {
    writeState("shop.json", 2);
    await run(...collect);
    truncateSync(at(`dataset/subnets/account=${account}/region=us-east-1/day=2026-12-01/part.parquet`), 20);
    const { exitCode, stderr } = await run("report", "--dataset", "dataset");
    expect([exitCode, stderr]).toEqual([
      exitCodes.unreadable,
      expect.stringMatching(/^1 file of .*dataset is no whole Parquet: subnets\/account=/),
    ]);
  });
});

describe("refused with the fix:", () => {
  const dataset = ["--dataset", "dataset"];
  test.each([
    { args: [], exitCode: 64, says: "Specify an action: collect, report, inventory." },
    { args: ["colect", ...dataset], exitCode: 64, says: "Unknown action colect." },
    { args: ["report"], exitCode: 64, says: "Specify the folder of the dataset with --dataset DIR." },
    { args: ["collect", ...dataset], exitCode: 64, says: "Specify a source with --from" },
    { args: ["collect", "--from", "s3", "x", ...dataset], exitCode: 64, says: "Unknown source s3." },
    {
      args: ["collect", "--from", "states", ...dataset],
      exitCode: 64,
      says: "Specify a folder or s3://BUCKET/PREFIX after --from states.",
    },
    { args: ["collect", "--from", "states", "a", "b", ...dataset], exitCode: 64, says: "Unknown argument b." },
    { args: ["collect", "--from", "states", "a", "--role", "r", ...dataset], exitCode: 64, says: "--role is for --from accounts." },
    { args: ["collect", "--from", "accounts", "12", ...dataset], exitCode: 64, says: "12 is not a number of an account." },
    { args: ["collect", "--from", "accounts", account, ...dataset], exitCode: 64, says: "Specify the role to assume" },
    { args: ["collect", "--from", "states", "none", ...dataset], exitCode: 66, says: "none was not found.\nCheck the path." },
    { args: ["collect", "--from", "states", ".", ...dataset], exitCode: 66, says: "contains no file to collect" },
    {
      args: ["collect", "--from", "states", ".", "--format", "csv", ...dataset],
      exitCode: 64,
      says: "--format is a flag of organisation report.",
    },
    { args: ["report", ...dataset], exitCode: 66, says: "Run lambda-vpc organisation collect first." },
    { args: ["report", ...dataset, "--view", "acounts"], exitCode: 64, says: "Unknown view acounts." },
    { args: ["report", ...dataset, "--format", "csv"], exitCode: 64, says: "CSV has one table." },
    { args: ["report", ...dataset, "--format", "xml"], exitCode: 64, says: "Unknown format xml." },
    { args: ["report", ...dataset, "--limit", "0"], exitCode: 64, says: "--limit must be a positive integer." },
    { args: ["report", ...dataset, "--since", "2026-12-01"], exitCode: 64, says: "Specify both --since DAY and --until DAY." },
    { args: ["report", ...dataset, "--since", "x", "--until", "y"], exitCode: 64, says: "--since must be a day such as 2026-12-01." },
    { args: ["report", ...dataset, "--engine", "athena"], exitCode: 64, says: "--dataset must be a place in S3 for Athena" },
    {
      args: ["report", "--dataset", "s3://lake/dataset", "--engine", "athena", "--results", "folder"],
      exitCode: 64,
      says: "--results must be a place in S3 for Athena",
    },
    { args: ["report", ...dataset, "--engine", "trino"], exitCode: 64, says: "Specify the coordinator with --server URL" },
    {
      args: ["report", ...dataset, "--engine", "trino", "--server", "http://host"],
      exitCode: 64,
      says: "--server must be a URL with a catalog and a schema",
    },
    { args: ["report", ...dataset, "--engine", "trino", "--server", "http://127.0.0.1:1/a/b"], exitCode: 68, says: "does not answer" },
    { args: ["inventory", ...dataset, "--account", "1", "--region", "r"], exitCode: 64, says: "twelve digits" },
    { args: ["inventory", ...dataset, "--account", account], exitCode: 64, says: "Specify one Region" },
  ])("$args", async ({ args, exitCode, says }) => {
    const written = await run(...args);
    expect([written.exitCode, written.stderr]).toEqual([exitCode, expect.stringContaining(says)]);
  });
});

test("a dry run prints the statements of each engine, and needs no dataset", async () => {
  const printed = async (engine: string) =>
    (await run("report", "--dataset", "s3://bucket/dataset", "--engine", engine, "--dry-run")).stdout;
  expect(await printed("athena")).toContain("LOCATION 's3://bucket/dataset/function_versions/';");
  expect(await printed("trino")).toContain("external_location = 's3://bucket/dataset/function_versions'");
  expect(await printed("duckdb")).toContain("CREATE OR REPLACE VIEW accounts AS");
});
