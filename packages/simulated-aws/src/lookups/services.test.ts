import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import type { Properties } from "../property/value";
import { ProviderExample } from "../testing/provider-example";

const code = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", hash: "1", assets: {} };
let example: ProviderExample;
let ids: { readonly [name: string]: string };

beforeAll(async () => {
  example = new ProviderExample();
  const make = async (type: string, inputs: Properties) => (await example.make(`aws:${type}`, inputs)).id;
  const { vpc, subnets, group } = await example.network();
  const subnetIds = [...subnets];
  const managedPolicyArns = ["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"];
  const role = await make("iam/role:Role", { assumeRolePolicy: "{}", name: "functions", managedPolicyArns });
  const files = await make("efs/fileSystem:FileSystem", { tags: { team: "shop" } });
  ids = {
    vpc,
    group,
    subnets: subnetIds.toSorted().join(),
    files,
    mount: await make("efs/mountTarget:MountTarget", { fileSystemId: files, subnetId: subnets[0] }),
    access: await make("efs/accessPoint:AccessPoint", { fileSystemId: files, posixUser: { uid: 1, gid: 2 } }),
    database: await make("rds/subnetGroup:SubnetGroup", { subnetIds, name: "databases", description: "of the shop" }),
    cache: await make("elasticache/subnetGroup:SubnetGroup", { subnetIds, name: "Caches" }),
    memory: await make("memorydb/subnetGroup:SubnetGroup", { subnetIds, name: "memory" }),
    warehouse: await make("redshift/subnetGroup:SubnetGroup", { subnetIds, name: "warehouse", tags: { team: "shop" } }),
    function: await make("lambda/function:Function", {
      name: "orders",
      role: "arn:aws:iam::123456789012:role/functions",
      runtime: "nodejs22.x",
      handler: "index.handler",
      code,
      vpcConfig: { subnetIds, securityGroupIds: [group] },
    }),
    role,
  };
});
afterAll(() => {
  example.end();
});

const look = (token: string, inputs: Properties): Properties => example.provider.invoke(`aws:${token}`, inputs);

/** The outputs that @pulumi/aws states of a function: those that may be absent are left out. */
function statedOutputs(token: string): readonly string[] {
  const [module = "", name = ""] = token.split(":");
  const source = readFileSync(require.resolve(`@pulumi/aws/${module}`).replace(/\.js$/, ".d.ts"), "utf8");
  const result = new RegExp(`export interface ${name[0]?.toUpperCase()}${name.slice(1)}Result \\{([^]*?)\\n\\}`).exec(source)?.[1] ?? "";
  return [...result.matchAll(/^ {4}readonly (\w+):/gm)].map(([, output = ""]) => output).sort();
}

test.each([
  { token: "efs/getFileSystem:getFileSystem", inputs: () => ({ fileSystemId: ids["files"] ?? "" }) },
  { token: "efs/getFileSystem:getFileSystem", inputs: () => ({ tags: { team: "shop" } }) },
  { token: "efs/getAccessPoint:getAccessPoint", inputs: () => ({ accessPointId: ids["access"] ?? "" }) },
  { token: "efs/getAccessPoints:getAccessPoints", inputs: () => ({ fileSystemId: ids["files"] ?? "" }) },
  { token: "efs/getMountTarget:getMountTarget", inputs: () => ({ mountTargetId: ids["mount"] ?? "" }) },
  { token: "efs/getMountTarget:getMountTarget", inputs: () => ({ fileSystemId: ids["files"] ?? "" }) },
  { token: "efs/getMountTarget:getMountTarget", inputs: () => ({ accessPointId: ids["access"] ?? "" }) },
  { token: "rds/getSubnetGroup:getSubnetGroup", inputs: () => ({ name: "databases" }) },
  { token: "elasticache/getSubnetGroup:getSubnetGroup", inputs: () => ({ name: "caches" }) },
  { token: "memorydb/getSubnetGroup:getSubnetGroup", inputs: () => ({ name: "memory" }) },
  { token: "redshift/getSubnetGroup:getSubnetGroup", inputs: () => ({ name: "warehouse" }) },
  { token: "ec2/getVpcs:getVpcs", inputs: () => ({}) },
  { token: "iam/getRole:getRole", inputs: () => ({ name: "functions" }) },
  { token: "lambda/getFunction:getFunction", inputs: () => ({ functionName: "orders" }) },
])("$token has the outputs that @pulumi/aws states", ({ token, inputs }) => {
  const stated = statedOutputs(token);
  expect(stated.length).toBeGreaterThan(3);
  const found = look(token, inputs());
  expect(stated.filter((name) => (found[name] ?? null) === null)).toEqual([]);
});

test("the subnets of a group are those that it was created with, and its VPC is theirs", () => {
  for (const [token, name] of [
    ["rds", "databases"],
    ["elasticache", "caches"],
    ["memorydb", "memory"],
  ] as const) {
    const found = look(`${token}/getSubnetGroup:getSubnetGroup`, { name });
    expect({ name, subnets: String(found["subnetIds"]), vpcId: found["vpcId"] }).toEqual({
      name,
      subnets: ids["subnets"],
      vpcId: ids["vpc"],
    });
  }
  expect(look("redshift/getSubnetGroup:getSubnetGroup", { name: "warehouse" })).toMatchObject({ tags: { team: "shop" } });
});

test("a function is found with its network, by name and by ARN", () => {
  for (const functionName of ["orders", "arn:aws:lambda:us-east-1:123456789012:function:orders"])
    expect(look("lambda/getFunction:getFunction", { functionName })).toMatchObject({
      functionName,
      vpcConfig: { vpcId: ids["vpc"], securityGroupIds: [ids["group"]] },
    });
});

test.each([
  { token: "rds/getSubnetGroup:getSubnetGroup", inputs: { name: "nothing" }, error: /DBSubnetGroupNotFoundFault/ },
  { token: "rds/getSubnetGroup:getSubnetGroup", inputs: { name: "databases", region: "eu-west-1" }, error: /DBSubnetGroupNotFoundFault/ },
  { token: "elasticache/getSubnetGroup:getSubnetGroup", inputs: { name: "memory" }, error: /CacheSubnetGroupNotFoundFault/ },
  { token: "efs/getAccessPoint:getAccessPoint", inputs: { accessPointId: "fsap-0" }, error: /no matching EC2 Access Point/ },
  { token: "efs/getMountTarget:getMountTarget", inputs: {}, error: /Specify an access point, a file system or a mount target/ },
  { token: "iam/getRole:getRole", inputs: { name: "nobody" }, error: /NoSuchEntity/ },
  { token: "lambda/getFunction:getFunction", inputs: { functionName: "nothing" }, error: /ResourceNotFoundException/ },
])("$token reports what it does not find: $inputs", ({ token, inputs, error }) => {
  expect(() => look(token, inputs)).toThrow(error);
});

test("subnet groups are in one VPC, and their names are unique within a service", async () => {
  const other = await example.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.9.0.0/16" });
  const elsewhere = await example.make("aws:ec2/subnet:Subnet", { vpcId: other.id, cidrBlock: "10.9.0.0/24" });
  const subnetIds = [elsewhere.id, ids["subnets"]?.split(",")[0] ?? ""];
  const type = "aws:elasticache/subnetGroup:SubnetGroup";
  await expect(example.make(type, { subnetIds, name: "two-vpcs" })).rejects.toThrow(/InvalidSubnet/);
  await expect(example.make(type, { subnetIds: [elsewhere.id], name: "caches" })).rejects.toThrow(/already exists/);
  expect((await example.make(type, { subnetIds: [elsewhere.id], name: "memory" })).outputs["vpcId"]).toBe(other.id);
});
