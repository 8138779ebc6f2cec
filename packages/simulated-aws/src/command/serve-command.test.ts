import { EC2Client, paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { AccountExample } from "../testing/account-example";
import { clientSettings } from "../testing/served-account";
import { defaultSettings } from "../account/store/simulation-settings";
import { openRegion } from "../account/vpc/default-vpc";
import { createVpc } from "../account/vpc/vpc";
import { AccountFile } from "../storage/account-file";
import { exitCodes } from "./command-error";
import { configSnapshotCommand, serveCommand } from "./serve-command";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "serve-"));
  path = join(folder, "account.jsonl");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function serve(...options: readonly string[]) {
  const printed: string[] = [];
  const environment = { SIMULATED_AWS_ACCOUNT: path };
  const served = await serveCommand(options, {
    environment,
    print: (text) => printed.push(text),
    printError: (text) => printed.push(text),
  });
  return { served, printed };
}

async function subnets(url: string): Promise<number> {
  const client = new EC2Client(clientSettings(url));
  let found = 0;
  for await (const { Subnets = [] } of paginateDescribeSubnets({ client }, {})) found += Subnets.length;
  return found;
}

test("it prints one URL, and answers from the file that other processes change", async () => {
  const { served, printed } = await serve();
  try {
    expect(printed).toEqual([served.url]);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const provider = new AccountFile(path, defaultSettings, () => undefined);
    // The default subnets of the Region.
    expect(await subnets(served.url)).toBe(3);
    provider.run((account) => {
      const settings = { enableDnsHostnames: false, enableDnsSupport: true, instanceTenancy: "default" };
      createVpc(account, { id: "vpc-0a", cidrBlock: "10.0.0.0/16", region: "us-east-1", tags: {}, ...settings });
      account.tables.subnets.put({
        ...new AccountExample().subnetOf({ cidrBlock: "10.0.0.0/24", vpcId: new AccountExample().vpcId }),
        vpcId: "vpc-0a",
      });
    });
    expect(await subnets(served.url)).toBe(4);
    provider.reset();
    expect(await subnets(served.url)).toBe(3);
  } finally {
    await served.close();
  }
});

test("its switches reach the answers", async () => {
  const { served } = await serve("--deny", "ec2:describe*");
  await expect(subnets(served.url)).rejects.toMatchObject({ name: "UnauthorizedOperation" });
  await served.close();
});

async function accountOf(url: string, settings: Partial<ReturnType<typeof clientSettings>> = {}) {
  const { Account } = await new STSClient({ ...clientSettings(url), ...settings }).send(new GetCallerIdentityCommand({}));
  return Account;
}

const memberKey = { credentials: { accessKeyId: "AKIA222233334444", secretAccessKey: "any" } };

test("it serves the accounts of a seed file from memory", async () => {
  const file = join(folder, "seed.json");
  const vpcs = [{ id: "vpc-0a", cidrBlock: "10.0.0.0/16", region: "eu-central-2" }];
  const accounts = [
    { id: "111122223333", name: "root" },
    { id: "222233334444", vpcs, roles: [{ name: "audit" }] },
  ];
  writeFileSync(file, JSON.stringify({ accounts }));
  const { served } = await serve("--seed", file, "--deny-role", "arn:aws:iam::111122223333:role/*");
  try {
    expect([await accountOf(served.url), await accountOf(served.url, memberKey)]).toEqual(["111122223333", "222233334444"]);
    const RoleArn = "arn:aws:iam::222233334444:role/audit";
    await new STSClient(clientSettings(served.url)).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "audit" }));
    // The account has enabled the Region that its seed uses, and the other one has not.
    expect(await accountOf(served.url, { ...memberKey, region: "eu-central-2" })).toBe("222233334444");
    await expect(accountOf(served.url, { region: "eu-central-2" })).rejects.toMatchObject({ name: "InvalidClientTokenId" });
    expect(existsSync(path)).toBe(false);
  } finally {
    await served.close();
  }
});

test("it serves the accounts in the files of a folder", async () => {
  for (const id of ["222233334444", "111122223333"])
    new AccountFile(join(folder, `${id}.jsonl`), defaultSettings, () => undefined).run((account) => openRegion(account, "us-east-1"));
  const { served } = await serve("--folder", folder);
  try {
    expect([await accountOf(served.url), await accountOf(served.url, memberKey)]).toEqual(["111122223333", "222233334444"]);
  } finally {
    await served.close();
  }
});

test.each([
  [
    "an account twice",
    { accounts: [{ id: "111122223333" }, { id: "111122223333" }] },
    "accounts[1].id: 111122223333 is the id of an earlier account",
  ],
  ["an id of few digits", { accounts: [{ id: "1" }] }, 'accounts[0].id: "1" does not have 12 digits'],
  ["a wrong entry of an account", { accounts: [{ id: "111122223333", vpcs: [{ id: "x" }] }] }, "accounts[0].vpcs[0]"],
  ["lists beside accounts", { accounts: [{ id: "111122223333" }], vpcs: [] }, "A file with accounts has no other lists"],
  ["no account", { accounts: [] }, "at least one account"],
])("it refuses a seed file with %s", async (_, content, message) => {
  const file = join(folder, "seed.json");
  writeFileSync(file, JSON.stringify(content));
  await expect(serve("--seed", file)).rejects.toMatchObject({ exitCode: exitCodes.badSeed, message: expect.stringContaining(message) });
});

test("it serves the files of a folder as a bucket", async () => {
  writeFileSync(join(folder, "shop.json"), "{}");
  const { served } = await serve("--bucket", `states=${folder}`);
  const { Contents = [] } = await new S3Client(clientSettings(served.url)).send(new ListObjectsV2Command({ Bucket: "states" }));
  await served.close();
  expect(Contents.map(({ Key }) => Key)).toContain("shop.json");
});

test("it refuses a folder without accounts", async () => {
  await expect(serve("--folder", folder)).rejects.toMatchObject({ exitCode: exitCodes.missingSeed });
});

test("it writes snapshots of AWS Config at the paths at which AWS delivers them", () => {
  const seedPath = join(folder, "seed.json");
  writeFileSync(seedPath, JSON.stringify({ functions: [{ name: "orders", region: "eu-west-1", tags: { team: "shop" } }] }));
  const context = { environment: {}, print: () => undefined, printError: () => undefined };
  const output = join(folder, "bucket");
  const [path = "", ...others] = configSnapshotCommand(["--seed", seedPath, "--output", output], context).split("\n");
  expect(others).toEqual([]);
  expect(path.slice(output.length + 1)).toMatch(
    /^AWSLogs\/123456789012\/Config\/eu-west-1\/\d{4}\/\d+\/\d+\/ConfigSnapshot\/123456789012_Config_eu-west-1_ConfigSnapshot_\d{8}T\d{6}Z_[0-9a-f-]{36}\.json\.gz$/,
  );
  const snapshot = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { readonly configurationItems: readonly object[] };
  expect(snapshot).toMatchObject({ fileVersion: "1.0", configSnapshotId: expect.any(String) });
  const functions = snapshot.configurationItems.filter((item) => "resourceName" in item);
  expect(functions).toMatchObject([{ resourceId: "orders", tags: { team: "shop" }, awsRegion: "eu-west-1", accountId: "123456789012" }]);
  expect(() => configSnapshotCommand([], context)).toThrow("--output DIR");
});

test("it refuses a port that is in use", async () => {
  const { served } = await serve();
  const port = new URL(served.url).port;
  await expect(serve("--port", port)).rejects.toMatchObject({ exitCode: exitCodes.unavailable, message: expect.stringContaining(port) });
  await served.close();
});

test.each([
  ["a bucket without a folder", ["--bucket", "states"], "--bucket states is not a name and a folder"],
  ["a bucket whose folder does not exist", ["--bucket", "states=/none"], "--bucket states: /none is no folder"],
  ["a port that is no number", ["--port", "x"], '--port is "x". Specify a whole number from 0 to 65535'],
  ["a latency below zero", ["--latency=-1"], '--latency is "-1"'],
  ["every call with the number zero", ["--throttle", "0"], '--throttle is "0"'],
  [
    "an action that is not simulated",
    ["--deny", "ec2:DescribeVpc"],
    "--deny ec2:DescribeVpc matches no action. The actions are cloudtrail:",
  ],
  ["a type that is none", ["--unrecorded", "functions"], "--unrecorded functions is not a resource type such as AWS::Lambda::Function"],
  ["a seed file and a folder", ["--seed", "a", "--folder", "b"], "Specify --seed or --folder, not both"],
  ["an unknown option", ["--deney", "x"], "Unknown option '--deney'"],
  ["a further argument", ["now"], "Unexpected argument 'now'"],
])("it refuses %s", async (_, options, message) => {
  await expect(serve(...options)).rejects.toMatchObject({ exitCode: exitCodes.usage, message: expect.stringContaining(message) });
});
