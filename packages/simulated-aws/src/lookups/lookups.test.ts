import { describe, expect, test } from "@jest/globals";
import type { Account } from "../account/store/account";
import { AccountExample } from "../testing/account-example";
import { createVpc } from "../account/vpc/vpc";
import { createSubnet } from "../account/vpc/subnet";
import type { Properties } from "../property/value";
import { lookups } from "./index";

const region = "us-east-1";

function look(account: Account, name: string, inputs: Properties = {}): Properties {
  const [, lookup] = [...lookups].find(([token]) => token.endsWith(`:${name}`)) ?? [];
  if (lookup === undefined) throw new Error(`no lookup ${name}`);
  return lookup(account, { region, ...inputs });
}

/** Two VPCs with two subnets each; the first of each pair is private and has a tag for it. */
function twoNetworks() {
  const { account } = new AccountExample();
  const vpcs = [0, 1].map(
    (second) =>
      createVpc(account, {
        region,
        cidrBlock: `10.${second}.0.0/16`,
        tags: {},
        enableDnsHostnames: true,
        enableDnsSupport: true,
        instanceTenancy: "default",
      }).id,
  );
  const subnets = vpcs.flatMap((vpcId, second) =>
    ["private", "public"].map(
      (tier, third) =>
        createSubnet(account, {
          region,
          vpcId,
          cidrBlock: `10.${second}.${third}.0/24`,
          mapPublicIpOnLaunch: tier === "public",
          tags: { tier },
        }).id,
    ),
  );
  return { account, vpcs, subnets };
}

describe("subnets", () => {
  const { account, vpcs, subnets } = twoNetworks();
  const [vpc = "", other = ""] = vpcs;
  const [inPrivate = "", inPublic = "", elsewhere = ""] = subnets;

  test.each([
    { says: "of a VPC", inputs: { filters: [{ name: "vpc-id", values: [vpc] }] }, ids: [inPrivate, inPublic] },
    { says: "of either of two VPCs", inputs: { filters: [{ name: "vpc-id", values: vpcs }] }, ids: subnets },
    { says: "with a tag", inputs: { filters: [{ name: "vpc-id", values: [vpc] }], tags: { tier: "private" } }, ids: [inPrivate] },
    { says: "whose tag passes a filter", inputs: { filters: [{ name: "tag:tier", values: ["pri*"] }] }, ids: [inPrivate, elsewhere] },
    {
      says: "by truth value",
      inputs: {
        filters: [
          { name: "map-public-ip-on-launch", values: ["true"] },
          { name: "vpc-id", values: [vpc] },
        ],
      },
      ids: [inPublic],
    },
    { says: "that nobody has", inputs: { filters: [{ name: "vpc-id", values: ["vpc-0"] }] }, ids: [] },
    { says: "of another Region", inputs: { region: "eu-west-1", filters: [{ name: "vpc-id", values: [vpc] }] }, ids: [] },
  ])("$says are found, in order", ({ inputs, ids }) => {
    expect(look(account, "getSubnets", inputs)["ids"]).toEqual([...ids].sort());
  });

  test("by id, with what the account knows of them", () => {
    expect(look(account, "getSubnet", { id: inPrivate })).toMatchObject({
      id: inPrivate,
      vpcId: vpc,
      cidrBlock: "10.0.0.0/24",
      availableIpAddressCount: 251,
      tags: { tier: "private" },
    });
  });

  test("that are several are refused where one is asked for", () => {
    expect(() => look(account, "getSubnet", { vpcId: other })).toThrow(/multiple EC2 Subnets matched/);
  });

  test("that are none are refused where one is asked for", () => {
    expect(() => look(account, "getSubnet", { id: "subnet-0" })).toThrow(/no matching EC2 Subnet found/);
  });

  test("are not looked for by a filter that is unknown here", () => {
    expect(() => look(account, "getSubnets", { filters: [{ name: "owner-id", values: ["1"] }] })).toThrow(
      /The filter 'owner-id' is invalid\. Simulated AWS supports/,
    );
  });
});

describe("the default VPC of a Region", () => {
  const { account, vpcs } = twoNetworks();
  const vpc = look(account, "getVpc", { default: true });

  test("is in a new account, with the range that AWS gives it", () => {
    expect(vpc).toMatchObject({ default: true, cidrBlock: "172.31.0.0/16", enableDnsHostnames: true });
    expect(vpcs).not.toContain(vpc["id"]);
  });

  test("is another one in each Region, and the same one at each look", () => {
    expect(look(account, "getVpc", { default: true })).toEqual(vpc);
    expect(look(account, "getVpc", { default: true, region: "eu-west-1" })["id"]).not.toBe(vpc["id"]);
  });

  test("has a public default subnet in each zone, of 4091 usable addresses", () => {
    const { ids } = look(account, "getSubnets", { filters: [{ name: "default-for-az", values: ["true"] }] });
    const subnets = (ids as readonly string[]).map((id) => look(account, "getSubnet", { id }));
    expect(subnets.map(({ availabilityZone, cidrBlock }) => `${String(availabilityZone)} ${String(cidrBlock)}`).sort()).toEqual([
      "us-east-1a 172.31.0.0/20",
      "us-east-1b 172.31.16.0/20",
      "us-east-1c 172.31.32.0/20",
    ]);
    for (const subnet of subnets)
      expect(subnet).toMatchObject({
        vpcId: vpc["id"],
        defaultForAz: true,
        mapPublicIpOnLaunch: true,
        availableIpAddressCount: 4091,
      });
  });

  test("has a main route table that leads to an internet gateway", () => {
    const gateway = look(account, "getInternetGateway", { filters: [{ name: "attachment.vpc-id", values: [String(vpc["id"])] }] });
    const table = look(account, "getRouteTable", { vpcId: vpc["id"] ?? null, filters: [{ name: "association.main", values: ["true"] }] });
    expect(table).toMatchObject({
      id: vpc["mainRouteTableId"],
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway["id"] }],
      associations: [{ main: true, routeTableId: vpc["mainRouteTableId"], subnetId: "" }],
    });
  });

  test("has a default group", () => {
    expect(look(account, "getSecurityGroup", { vpcId: vpc["id"] ?? null, name: "default" })).toMatchObject({ vpcId: vpc["id"] });
  });

  test("is not filtered out by false, as in Terraform", () => {
    expect(look(account, "getVpc", { id: vpc["id"] ?? null, default: false })["id"]).toBe(vpc["id"]);
  });
});

test("a VPC and its groups are found by what they are", () => {
  const { account, vpcs } = twoNetworks();
  const [vpc = ""] = vpcs;
  expect(look(account, "getVpc", { id: vpc })).toMatchObject({
    id: vpc,
    cidrBlock: "10.0.0.0/16",
    enableDnsHostnames: true,
    default: false,
    state: "available",
  });
  const group = look(account, "getSecurityGroup", { vpcId: vpc, name: "default" });
  expect(group).toMatchObject({ name: "default", vpcId: vpc });
  expect(look(account, "getSecurityGroups", { filters: [{ name: "vpc-id", values: [vpc] }] })).toMatchObject({
    ids: [group["id"]],
    arns: [group["arn"]],
    vpcIds: [vpc],
  });
});

test("places are the same for everybody", () => {
  const { account } = new AccountExample();
  expect(look(account, "getCallerIdentity")).toMatchObject({ accountId: "123456789012" });
  expect(look(account, "getPartition")).toMatchObject({ partition: "aws" });
  expect(look(account, "getRegion")).toMatchObject({ name: region, region });
  expect(look(account, "getAvailabilityZones", { state: "available", excludeNames: ["us-east-1b"] })).toMatchObject({
    names: ["us-east-1a", "us-east-1c"],
    zoneIds: ["use1-az1", "use1-az3"],
  });
});

describe("policy documents", () => {
  const document = (inputs: Properties) =>
    JSON.parse(String(look(new AccountExample().account, "getPolicyDocument", inputs)["json"])) as unknown;

  test("are written as Terraform writes them: one value plain, several in falling order", () => {
    const statements = [
      {
        sid: "Network",
        actions: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
        resources: ["*"],
        principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
        conditions: [{ test: "ArnEquals", variable: "lambda:SourceFunctionArn", values: ["arn:aws:lambda:…"] }],
      },
    ];
    expect(document({ statements })).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Network",
          Effect: "Allow",
          Action: ["ec2:DeleteNetworkInterface", "ec2:CreateNetworkInterface"],
          Resource: "*",
          Principal: { Service: "lambda.amazonaws.com" },
          Condition: { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:…" } },
        },
      ],
    });
  });

  test("take in others, whose statements give way to later ones of their Sid", () => {
    const source = JSON.stringify({
      Statement: [
        { Sid: "A", Effect: "Allow" },
        { Effect: "Allow", Action: "s3:*" },
      ],
    });
    const override = JSON.stringify({ Statement: { Sid: "A", Effect: "Deny" } });
    expect(document({ sourcePolicyDocuments: [source], overridePolicyDocuments: [override] })).toMatchObject({
      Statement: [
        { Effect: "Allow", Action: "s3:*" },
        { Sid: "A", Effect: "Deny" },
      ],
    });
  });

  test("for everybody name everybody", () => {
    expect(document({ statements: [{ principals: [{ type: "*", identifiers: ["*"] }] }] })).toMatchObject({
      Statement: [{ Principal: "*" }],
    });
  });
});
