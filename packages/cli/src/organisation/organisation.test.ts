import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { serveSeeded, type SeededOptions } from "@lambda-vpc/simulated-aws";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { runCommandLine } from "../command-line";
import { exitCodes } from "../command/exit-codes";
import type { Written } from "../command/outcome";

// A session of DuckDB opens the files of all tables, which a busy machine reads slowly.
jest.setTimeout(60_000);

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "organisation-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs an action to its end. */
async function run(...commandLine: readonly string[]): Promise<Written> {
  const context = { directory, today: "2026-12-01", now: () => "2026-12-01T06:00:00Z", input: () => "", pulumi: () => 0 };
  let written = runCommandLine(["organisation", ...commandLine], context);
  while (written.remaining !== undefined) written = await written.remaining();
  return written;
}

const account = "111122223333";
const arn = (kind: string): string => `arn:aws:lambda:us-east-1:${account}:${kind}`;

function resource(type: string, id: string, outputs: object) {
  return { urn: `urn:pulumi:dev::shop::${type}::${id}`, type, custom: true, id, inputs: outputs, outputs: { ...outputs, id } };
}

/** A state of functions with a security group each, all of which grant the same. */
function writeState(file: string, functions: number): void {
  const names = Array.from({ length: functions }, (_, index) => `f${index}`);
  const resources = [
    resource("aws:ec2/vpc:Vpc", "vpc-1", { cidrBlock: "10.0.0.0/16", arn: arn("vpc") }),
    ...["subnet-1", "subnet-2"].map((id, index) =>
      resource("aws:ec2/subnet:Subnet", id, {
        ...{ vpcId: "vpc-1", cidrBlock: `10.0.${index}.0/24`, availabilityZone: "us-east-1a", arn: arn("subnet") },
      }),
    ),
    ...names.map((name) =>
      resource("aws:ec2/securityGroup:SecurityGroup", `sg-${name}`, { vpcId: "vpc-1", ingress: [], egress: [], arn: arn("group") }),
    ),
    ...names.map((name) =>
      resource("aws:lambda/function:Function", name, {
        ...{ name, arn: arn(`function:${name}`), vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: [`sg-${name}`] } },
      }),
    ),
  ];
  mkdirSync(join(directory, "states"), { recursive: true });
  writeFileSync(join(directory, "states", file), JSON.stringify({ version: 3, deployment: { resources } }));
}

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
  const page = readFileSync(join(directory, "page.html"), "utf8");
  expect(page).toContain("<h1>Lambda networking of 1 account</h1>");
  expect(page).toContain('<dd id="tile-combinations">8</dd>');
  expect(page).toContain('<dd id="tile-avoidable">6</dd>');
});

describe("a bucket", () => {
  /** Collects from a bucket whose objects are the files of the folder `bucket`. */
  async function collected(place: string, source = "states", options: SeededOptions = {}): Promise<Written> {
    const { url, close } = await serveSeeded({}, { buckets: { backend: join(directory, "bucket") }, ...options });
    const before = { ...process.env };
    const credentials = {
      AWS_ACCESS_KEY_ID: "AKIASIMULATED",
      AWS_SECRET_ACCESS_KEY: "simulated",
      AWS_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "1",
    };
    Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: url, AWS_EC2_METADATA_DISABLED: "true" });
    return run("collect", "--from", source, place, "--dataset", "dataset").finally(async () => {
      process.env = before;
      await close();
    });
  }

  const stacks = "bucket/team/.pulumi/stacks/shop";

  beforeEach(() => {
    writeState("shop.json", 3);
    for (const folder of [stacks, "bucket/team/.pulumi/history/shop", "bucket/other"])
      mkdirSync(join(directory, folder), { recursive: true });
    const { deployment } = JSON.parse(readFileSync(join(directory, "states/shop.json"), "utf8")) as { deployment: object };
    writeFileSync(join(directory, stacks, "dev.json.gz"), gzipSync(JSON.stringify({ version: 3, checkpoint: { latest: deployment } })));
    writeFileSync(join(directory, "bucket/team/.pulumi/history/shop/old.json"), "is not read");
    writeFileSync(join(directory, "bucket/other/broken.json"), "{");
  });

  test("of a backend is collected as its folder is, the history left out", async () => {
    const fromBucket = await collected("s3://backend/team");
    expect(fromBucket).toMatchObject({ exitCode: 0, stdout: "Collected 3 functions in 1 collection of 1 account into dataset.\n" });
    const report = async () => (await run("report", "--dataset", "dataset", "--format", "json")).stdout;
    const first = await report();
    await run("collect", "--from", "states", "bucket/team", "--dataset", "dataset");
    expect(await report()).toBe(first);
  });

  test("with a broken object is collected without it", async () => {
    const { exitCode, stdout, stderr } = await collected("s3://backend");
    expect([exitCode, stdout]).toEqual([exitCodes.partial, "Collected 3 functions in 1 collection of 1 account into dataset.\n"]);
    expect(stderr).toContain("other/broken.json cannot be read and is left out: ");
  });

  test("of snapshots is collected as AWS Config delivered them", async () => {
    const item = {
      ...{ awsAccountId: account, awsRegion: "us-east-1", resourceType: "AWS::Lambda::Function", resourceId: "orders" },
      ...{ configurationItemStatus: "OK", ARN: arn("function:orders"), configuration: { functionName: "orders" } },
    };
    const name = `${account}_Config_us-east-1_ConfigSnapshot_20261201T060000Z_a.json.gz`;
    writeFileSync(join(directory, "bucket/other", name), gzipSync(JSON.stringify({ configSnapshotId: "1", configurationItems: [item] })));
    rmSync(join(directory, "bucket/other/broken.json"));
    expect(await collected("s3://backend/other/", "config-snapshots")).toMatchObject({
      stdout: "Collected 1 function in 1 collection of 1 account into dataset.\n",
    });
  });

  test.each<[string, string, SeededOptions, number, string]>([
    ["that does not exist", "s3://others/team", {}, 66, "Bucket others: The specified bucket does not exist"],
    ["without an object with the prefix", "s3://backend/none", {}, 66, "s3://backend/none contains no file to collect."],
    [
      "that may not be listed",
      "s3://backend",
      { denied: ["s3:ListBucket"] },
      67,
      "Allow the actions s3:ListBucket and s3:GetObject on it.",
    ],
    ["with credentials that have expired", "s3://backend", { expired: true }, 67, "Sign in again, or set AWS_PROFILE."],
    ["that throttles", "s3://backend", { throttleEvery: 1 }, 79, "Run the command again later."],
    [
      "whose objects may not be read",
      "s3://backend/team",
      { denied: ["s3:GetObject"] },
      81,
      "dev.json.gz cannot be read and is left out: User: ",
    ],
  ])("%s is reported with the way out", async (_, place, options, exitCode, says) => {
    const written = await collected(place, "states", options);
    expect([written.exitCode, written.stderr]).toEqual([exitCode, expect.stringContaining(says)]);
  });
});

describe("what could not be read is named, and the exit code is distinct:", () => {
  test("a broken file, while the others are collected", async () => {
    writeState("shop.json", 2);
    writeFileSync(join(directory, "states/cut.json"), '{"version": 3');
    const { exitCode, stdout, stderr } = await run(...collect);
    expect([exitCode, stdout]).toEqual([exitCodes.partial, "Collected 2 functions in 1 collection of 1 account into dataset.\n"]);
    expect(stderr).toMatch(/1 file or account of the source could not be read:\n {2}cut\.json cannot be read and is left out: /);
  });

  test("a file of the dataset that was cut", async () => {
    writeState("shop.json", 2);
    await run(...collect);
    truncateSync(join(directory, `dataset/subnets/account=${account}/region=us-east-1/day=2026-12-01/part.parquet`), 20);
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
    { args: ["report", ...dataset, "--engine", "athena"], exitCode: 64, says: "Print them with --dry-run" },
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
