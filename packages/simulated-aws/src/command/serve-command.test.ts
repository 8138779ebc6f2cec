import { EC2Client, paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AccountExample } from "../testing/account-example";
import { clientSettings } from "../testing/served-account";
import { defaultSettings } from "../account/store/simulation-settings";
import { createVpc } from "../account/vpc/vpc";
import { AccountFile } from "../storage/account-file";
import { exitCodes } from "./command-error";
import { serveCommand } from "./serve-command";

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

test("it refuses a port that is in use", async () => {
  const { served } = await serve();
  const port = new URL(served.url).port;
  await expect(serve("--port", port)).rejects.toMatchObject({ exitCode: exitCodes.unavailable, message: expect.stringContaining(port) });
  await served.close();
});

test.each([
  ["a port that is no number", ["--port", "x"], '--port is "x". Specify a whole number from 0 to 65535'],
  ["a latency below zero", ["--latency=-1"], '--latency is "-1"'],
  ["every call with the number zero", ["--throttle", "0"], '--throttle is "0"'],
  [
    "an action that is not simulated",
    ["--deny", "ec2:DescribeVpc"],
    "--deny ec2:DescribeVpc matches no action. The actions are cloudtrail:",
  ],
  ["an unknown option", ["--deney", "x"], "Unknown option '--deney'"],
  ["a further argument", ["now"], "Unexpected argument 'now'"],
])("it refuses %s", async (_, options, message) => {
  await expect(serve(...options)).rejects.toMatchObject({ exitCode: exitCodes.usage, message: expect.stringContaining(message) });
});
