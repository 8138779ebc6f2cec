import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { collectSnapshots } from "./config-snapshots";
import { folderStore } from "./folder-store";
import { collectStates } from "./pulumi-states";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(path, file.endsWith(".gz") ? gzipSync(text) : text);
}

describe("snapshots of AWS Config", () => {
  const snapshot = (id: string, functions: readonly string[], account = "111122223333") => ({
    ...{ fileVersion: "1.0", configSnapshotId: id },
    configurationItems: functions.map((resourceId) => ({
      ...{
        awsAccountId: account,
        awsRegion: "us-east-1",
        resourceType: "AWS::Lambda::Function",
        resourceId,
        configurationItemStatus: "OK",
      },
      ARN: `arn:aws:lambda:us-east-1:${account}:function:${resourceId}`,
      tags: { team: "shop" },
      configuration: { functionName: resourceId, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
    })),
  });
  const name = (time: string, part = "a", kind = "ConfigSnapshot") =>
    `AWSLogs/111122223333/Config/us-east-1/111122223333_Config_us-east-1_${kind}_${time}_${part}.json.gz`;
  const collected = async () =>
    (await collectSnapshots(folderStore(folder))).regions.map(({ account, readAt, functions }) => [
      account,
      readAt,
      functions.map((one) => one.name),
    ]);

  test("of one day count once: the newest, with all of its files", async () => {
    write(name("20261201T060000Z"), snapshot("1", ["a", "b"]));
    write(name("20261201T180000Z"), snapshot("2", ["a"]));
    write(name("20261201T180000Z", "b"), snapshot("2", ["c"]));
    write(name("20261130T180000Z"), snapshot("0", ["a"]));
    expect(await collected()).toEqual([
      ["111122223333", "2026-11-30T18:00:00Z", ["a"]],
      ["111122223333", "2026-12-01T18:00:00Z", ["a", "c"]],
    ]);
  });

  test("that are broken are named, and the others are read", async () => {
    write(name("20261201T060000Z"), snapshot("1", ["a"]));
    write("cut.json", '{"configurationItems": [');
    write("other.json", { items: [] });
    writeFileSync(join(folder, "no.json.gz"), "no gzip");
    write("notes.txt", "is left out");
    write(name("20261201T070000Z", "h", "ConfigHistory"), snapshot("h", ["old"]));
    const { broken, files } = await collectSnapshots(folderStore(folder));
    expect(broken.map(({ file }) => file)).toEqual(["cut.json", "no.json.gz", "other.json"]);
    expect(files).toBe(1);
    expect(await collected()).toEqual([["111122223333", "2026-12-01T06:00:00Z", ["a"]]]);
  });

  test("have functions with their lists and tags", async () => {
    write(name("20261201T060000Z"), snapshot("1", ["a"]));
    expect((await collectSnapshots(folderStore(folder))).regions[0]?.functions).toMatchObject([
      {
        arn: "arn:aws:lambda:us-east-1:111122223333:function:a",
        latest: { vpc: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } },
        tags: { team: "shop" },
      },
    ]);
  });
});

describe("Pulumi states", () => {
  const urn = (type: string, name: string, project = "shop") => `urn:pulumi:dev::${project}::${type}::${name}`;
  const arn = (service: string, kind: string, account = "111122223333") => `arn:aws:${service}:us-east-1:${account}:${kind}`;
  const resource = (type: string, name: string, id: string, outputs: object, project?: string) => ({
    ...{ urn: urn(type, name, project), type, custom: true, id, inputs: outputs },
    outputs: { ...outputs, id },
  });
  const network = [
    resource("aws:ec2/vpc:Vpc", "main", "vpc-1", { cidrBlock: "10.0.0.0/16", arn: arn("ec2", "vpc/vpc-1") }),
    resource("aws:ec2/subnet:Subnet", "a", "subnet-1", {
      ...{ vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a", arn: arn("ec2", "subnet/subnet-1") },
    }),
    resource("aws:ec2/securityGroup:SecurityGroup", "web", "sg-1", {
      ...{ vpcId: "vpc-1", arn: arn("ec2", "security-group/sg-1"), ingress: [] },
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    }),
  ];
  const lambda = (name: string, more: object = {}, project?: string) =>
    resource(
      "aws:lambda/function:Function",
      name,
      name,
      { name, arn: arn("lambda", `function:${name}`), vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] }, ...more },
      project,
    );
  const checkpoint = (...resources: readonly unknown[]) => ({
    version: 3,
    checkpoint: { stack: "dev", latest: { manifest: {}, resources } },
  });
  const now = "2026-12-01T06:00:00Z";

  test("of several stacks are one Region, and a resource of two stacks counts once", async () => {
    write(".pulumi/stacks/network/dev.json.gz", checkpoint(...network));
    write(".pulumi/stacks/shop/dev.json", checkpoint(lambda("orders"), lambda("users", { version: "3", publish: true })));
    write(".pulumi/stacks/other/dev.json", checkpoint(lambda("orders", {}, "other")));
    write(".pulumi/stacks/empty/dev.json", { version: 3, checkpoint: { stack: "dev", latest: {} } });
    write(".pulumi/history/shop/dev/dev-1.checkpoint.json", checkpoint(lambda("former")));
    write(".pulumi/stacks/shop/dev.json.bak", "is left out");
    const { regions, broken, files } = await collectStates(folderStore(folder), now);
    expect([broken, files, regions.length]).toEqual([[], 4, 1]);
    expect(regions[0]).toMatchObject({
      ...{ account: "111122223333", region: "us-east-1", source: "states", readAt: now },
      subnets: [{ id: "subnet-1", vpc: "vpc-1", zone: "us-east-1a", cidrBlock: "10.0.0.0/24" }],
      securityGroups: [
        {
          id: "sg-1",
          vpc: "vpc-1",
          rules: [{ direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "10.0.0.0/8" } }],
        },
      ],
      groupsOfOthers: [],
    });
    const read = new Map(regions[0]?.functions.map((one) => [one.name, one]));
    expect([...read.keys()].sort()).toEqual(["orders", "users"]);
    expect(read.get("users")?.published).toMatchObject([{ version: "3", vpc: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } }]);
  });

  test("of several accounts are several Regions", async () => {
    const elsewhere = lambda("orders", { arn: arn("lambda", "function:orders", "222233334444") }, "other");
    write("a.json", { version: 3, deployment: { resources: [...network, lambda("orders")] } });
    write("b.json", checkpoint(elsewhere));
    expect((await collectStates(folderStore(folder), now)).regions.map(({ account, functions }) => [account, functions.length])).toEqual([
      ["111122223333", 1],
      ["222233334444", 1],
    ]);
  });

  test("with encrypted lists leave a gap instead of a function without combinations", async () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
    write("a.json", checkpoint(...network, lambda("orders", { vpcConfig: { subnetIds: secret, securityGroupIds: ["sg-1"] } })));
    const [region] = (await collectStates(folderStore(folder), now)).regions;
    expect(region?.functions).toEqual([]);
    expect(region?.gaps).toContainEqual(expect.objectContaining({ part: "functions", subject: arn("lambda", "function:orders") }));
  });

  test("that are broken, or of another version, are named", async () => {
    write("cut.json", '{"version": 3, "checkpoint"');
    write("future.json", { version: 99, checkpoint: { latest: { resources: [] } } });
    write("other.json", { hello: 1 });
    const { broken, files } = await collectStates(folderStore(folder), now);
    expect(broken.map(({ file }) => file)).toEqual(["cut.json", "future.json"]);
    expect(files).toBe(0);
  });
});
