import { describe, expect, test } from "@jest/globals";
import type { Account } from "../account/store/account";
import { AccountExample } from "../testing/account-example";
import { putInternetGateway } from "../account/vpc/internet-gateway";
import { associateRouteTable, createRouteTable } from "../account/vpc/route-table";
import { findVpc } from "../account/vpc/vpc";
import type { Properties } from "../property/value";
import { lookups } from "./index";

const region = "us-east-1";
const toNat = { destination: "0.0.0.0/0", target: "natGatewayId", targetId: "nat-1" };

function look(account: Account, name: string, inputs: Properties): Properties {
  const lookup = lookups.get(`aws:ec2/${name}:${name}`);
  if (lookup === undefined) throw new Error(`no lookup ${name}`);
  return lookup(account, { region, ...inputs });
}

/** A subnet with its own route table, and one that uses the VPC's main table. */
function routed() {
  const example = new AccountExample();
  const { account, vpcId } = example;
  const [own, other] = [example.subnet(), example.subnet()];
  const { id } = createRouteTable(account, { vpcId, region, routes: [toNat], tags: { tier: "private" } });
  associateRouteTable(account, { routeTableId: id, subnetId: own });
  return { account, vpcId, own, other, table: id, main: findVpc(account, vpcId).mainRouteTableId };
}

describe("route tables", () => {
  test("are found by the subnet that uses them", () => {
    const { account, vpcId, own, table } = routed();
    expect(look(account, "getRouteTable", { subnetId: own })).toMatchObject({
      id: table,
      routeTableId: table,
      subnetId: own,
      vpcId,
      routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }],
      associations: [{ subnetId: own, routeTableId: table, main: false }],
      tags: { tier: "private" },
    });
  });

  test("are not found by a subnet that uses the main one, as in EC2", () => {
    const { account, other } = routed();
    expect(() => look(account, "getRouteTable", { subnetId: other })).toThrow("no matching EC2 Route Table found");
  });

  test.each([
    { says: "of a VPC", inputs: ({ vpcId }: ReturnType<typeof routed>) => ({ vpcId }), both: true },
    { says: "with a tag", inputs: () => ({ tags: { tier: "private" } }), both: false },
    {
      says: "that are not the main one",
      inputs: () => ({ filters: [{ name: "association.main", values: ["false"] }] }),
      both: false,
    },
    {
      says: "of a subnet",
      inputs: ({ own }: ReturnType<typeof routed>) => ({ filters: [{ name: "association.subnet-id", values: [own] }] }),
      both: false,
    },
  ])("$says are listed, in order", ({ inputs, both }) => {
    const network = routed();
    const ids = both ? [network.table, network.main].sort() : [network.table];
    expect(look(network.account, "getRouteTables", inputs(network))["ids"]).toEqual(ids);
  });
});

test("an internet gateway is found by the VPC that it is attached to", () => {
  const { account, vpcId } = new AccountExample();
  const { id } = putInternetGateway(account, { region, tags: {}, vpcId });
  putInternetGateway(account, { region, tags: {}, vpcId: undefined });
  const found = look(account, "getInternetGateway", { filters: [{ name: "attachment.vpc-id", values: [vpcId] }] });
  expect(found).toMatchObject({ id, internetGatewayId: id, attachments: [{ state: "available", vpcId }] });
});

describe("a prefix list of AWS's", () => {
  const name = "com.amazonaws.us-east-1.s3";

  test("has one id by all names, and ranges", () => {
    const { account } = new AccountExample();
    const { id = null, entries } = look(account, "getManagedPrefixList", { name });
    expect(id).toMatch(/^pl-0[0-9a-f]{16}$/);
    expect(entries).toEqual([{ cidr: "198.51.100.0/24", description: "" }]);
    expect(look(account, "getPrefixList", { prefixListId: id })).toMatchObject({ id, name, cidrBlocks: ["198.51.100.0/24"] });
    const filters = [{ name: "prefix-list-name", values: ["*.s3"] }];
    expect(look(account, "getManagedPrefixList", { filters })["id"]).toBe(id);
  });

  test("of a service without one is not found", () => {
    expect(() => look(new AccountExample().account, "getPrefixList", { name: "com.amazonaws.us-east-1.sqs" })).toThrow(
      "no matching EC2 Prefix List found",
    );
  });
});
