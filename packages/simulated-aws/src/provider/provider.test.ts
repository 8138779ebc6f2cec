import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { INTERFACE_CREATION_TIME, defaultSettings, INTERFACE_DELETION_TIME } from "../account/store/simulation-settings";
import type { Properties } from "../property/value";
import { AccountFile } from "../storage/account-file";
import { Provider } from "./provider";

/** AWS's minutes last six seconds here, on a clock that only waiting moves. */
const timeScale = 0.1;

let folder: string;
let now: number;
let waits: number[];
let provider: Provider;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "provider-"));
  now = 1_000;
  waits = [];
  const account = new AccountFile(join(folder, "account.jsonl"), { ...defaultSettings, timeScale, now: () => now }, () => undefined);
  provider = new Provider(account, (milliseconds) => {
    waits.push(milliseconds);
    now += milliseconds;
    return Promise.resolve();
  });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const context = { resourceName: "example", seed: new Uint8Array([1]) };
const make = async (type: string, news: Properties) => {
  const address = { type, name: "example" };
  return provider.create(address, provider.check(address, news, context).inputs);
};
const subnetType = { type: "aws:ec2/subnet:Subnet", name: "s" };
const functionType = { type: "aws:lambda/function:Function", name: "f" };

async function network() {
  const vpc = await make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const subnet = await make(subnetType.type, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  const group = await make("aws:ec2/securityGroup:SecurityGroup", { vpcId: vpc.id, name: "g" });
  const code = { s3Bucket: "code", s3Key: "code", handler: "h", runtime: "nodejs22.x", role: "arn:aws:iam::123456789012:role/elsewhere" };
  const lambda = (name: string) =>
    make(functionType.type, { ...code, name, vpcConfig: { subnetIds: [subnet.id], securityGroupIds: [group.id] } });
  return { subnet, lambda };
}

describe("where AWS's minutes last", () => {
  test("a function waits for interfaces that are made for it, and not for those that it shares", async () => {
    const { lambda } = await network();
    await lambda("one");
    expect(waits).toEqual([INTERFACE_CREATION_TIME * timeScale]);
    await lambda("two");
    expect(waits).toHaveLength(1);
  });

  test("a subnet is removed once Lambda let go of it", async () => {
    const { subnet, lambda } = await network();
    const { id, outputs } = await lambda("one");
    await provider.remove(functionType, id, outputs);
    await provider.remove(subnetType, subnet.id, subnet.outputs);
    expect(waits.slice(1)).toEqual([INTERFACE_DELETION_TIME * timeScale]);
    expect(provider.read(subnetType, subnet.id, {}, subnet.outputs)).toBeUndefined();
  });
});

test("a rule of its own can be imported by what it says", async () => {
  const vpc = await make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
  const groupId = String(vpc.outputs["defaultSecurityGroupId"]);
  const type = { type: "aws:ec2/securityGroupRule:SecurityGroupRule", name: "r" };
  const rule = {
    type: "egress",
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: ["10.0.0.0/8", "11.0.0.0/8"],
    securityGroupId: groupId,
  };
  await make(type.type, rule);
  expect(provider.read(type, `${groupId}_egress_tcp_443_443_10.0.0.0/8_11.0.0.0/8`, {}, {})?.inputs).toMatchObject(rule);
  expect(provider.read(type, `${groupId}_egress_tcp_443_443_12.0.0.0/8`, {}, {})).toBeUndefined();
  expect(provider.read(type, "sgrule-1", {}, {})).toBeUndefined();
});
