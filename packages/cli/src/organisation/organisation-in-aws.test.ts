import { beforeEach, describe, expect, jest, test } from "@jest/globals";
import { type SqlResult, withDataset } from "@lambda-vpc/organisation";
import { serveAthena } from "@lambda-vpc/organisation/testing";
import { serveSeeded, type SeededOptions } from "@lambda-vpc/simulated-aws";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { exitCodes } from "../command/exit-codes";
import type { Written } from "../command/outcome";
import { ACCOUNT, arnOf, organisationFolder } from "../testing/organisation-folder";

// A session of DuckDB opens the files of all tables, which a busy machine reads slowly.
jest.setTimeout(60_000);

const { at, run, writeState } = organisationFolder();

const collect = ["collect", "--from", "states", "states", "--dataset", "dataset"];

describe("Athena", () => {
  const credentials = {
    AWS_ACCESS_KEY_ID: "AKIASIMULATED",
    AWS_SECRET_ACCESS_KEY: "simulated",
    AWS_REGION: "us-east-1",
    AWS_MAX_ATTEMPTS: "1",
  };

  /** A report by a served Athena that asks `query`. */
  async function reported(query: (statement: string) => Promise<SqlResult>, ...flags: readonly string[]) {
    const athena = await serveAthena(query);
    const before = { ...process.env };
    Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: athena.url, AWS_EC2_METADATA_DISABLED: "true" });
    const written = await run("report", "--engine", "athena", "--dataset", "s3://lake/dataset", "--format", "json", ...flags).finally(
      async () => {
        process.env = before;
        await athena.close();
      },
    );
    return { ...written, statements: athena.statements };
  }

  test("is sent the statements that --dry-run prints, and its rows are those of DuckDB", async () => {
    writeState("shop.json", 12);
    await run(...collect);
    const here = JSON.parse((await run("report", "--dataset", "dataset", "--format", "json")).stdout) as { readonly views: object };
    await withDataset(at("dataset"), {}, async (session) => {
      const { exitCode, stdout, statements } = await reported((statement) => session.query(statement), "--work-group", "network");
      expect(exitCode).toBe(0);
      expect((JSON.parse(stdout) as typeof here).views).toEqual(here.views);
      const printed = (await run("report", "--engine", "athena", "--dataset", "s3://lake/dataset", "--dry-run")).stdout;
      const sent = statements.filter(({ text }) => !text.startsWith("SELECT"));
      expect(sent.map(({ text }) => `${text};\n`).join("\n")).toBe(printed);
      expect(new Set(statements.map(({ database }) => database))).toEqual(new Set([undefined, "lambda_vpc"]));
    });
  });

  test("that fails is reported with its reason", async () => {
    const { exitCode, stderr } = await reported(() => Promise.reject(new Error("TABLE_NOT_FOUND: collections")));
    expect([exitCode, stderr]).toEqual([
      exitCodes.refused,
      expect.stringMatching(/^Athena: SELECT .* failed: Error: TABLE_NOT_FOUND: collections/),
    ]);
  });

  test("that does not answer is reported with the way out", async () => {
    const before = { ...process.env };
    Object.assign(process.env, credentials, { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_EC2_METADATA_DISABLED: "true" });
    const { exitCode, stderr } = await run("report", "--engine", "athena", "--dataset", "s3://lake/dataset").finally(() => {
      process.env = before;
    });
    expect([exitCode, stderr]).toEqual([exitCodes.unreachable, expect.stringContaining("Check the network, and the Region.")]);
  });
});

describe("a bucket", () => {
  /** Collects from a bucket whose objects are the files of the folder `bucket`. */
  async function collected(place: string, source = "states", options: SeededOptions = {}): Promise<Written> {
    const { url, close } = await serveSeeded({}, { buckets: { backend: at("bucket") }, ...options });
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
    for (const folder of [stacks, "bucket/team/.pulumi/history/shop", "bucket/other"]) mkdirSync(at(folder), { recursive: true });
    const { deployment } = JSON.parse(readFileSync(at("states/shop.json"), "utf8")) as { deployment: object };
    writeFileSync(at(stacks, "dev.json.gz"), gzipSync(JSON.stringify({ version: 3, checkpoint: { latest: deployment } })));
    writeFileSync(at("bucket/team/.pulumi/history/shop/old.json"), "is not read");
    writeFileSync(at("bucket/other/broken.json"), "{");
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
      ...{ awsAccountId: ACCOUNT, awsRegion: "us-east-1", resourceType: "AWS::Lambda::Function", resourceId: "orders" },
      ...{ configurationItemStatus: "OK", ARN: arnOf("function:orders"), configuration: { functionName: "orders" } },
    };
    const name = `${ACCOUNT}_Config_us-east-1_ConfigSnapshot_20261201T060000Z_a.json.gz`;
    writeFileSync(at("bucket/other", name), gzipSync(JSON.stringify({ configSnapshotId: "1", configurationItems: [item] })));
    rmSync(at("bucket/other/broken.json"));
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
