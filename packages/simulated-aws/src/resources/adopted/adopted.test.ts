import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Properties } from "../../property/value";
import { UNKNOWN } from "../../property/value";
import { addressOf, ProviderExample } from "../../testing/provider-example";

const VPC = "aws:ec2/defaultVpc:DefaultVpc";
const SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const MAIN = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

let example: ProviderExample;
beforeEach(() => {
  example = new ProviderExample();
});
afterEach(() => {
  example.end();
});

const look = (name: string, inputs: Properties): Properties => example.provider.invoke(`aws:ec2/${name}:${name}`, inputs);
const remove = (type: string, { id, outputs }: { readonly id: string; readonly outputs: Properties }) =>
  example.provider.remove(addressOf(type), id, outputs);
const newVpc = () => example.make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });

describe("a default VPC", () => {
  test("is adopted, and stays after its deletion", async () => {
    const adopted = await example.make(VPC, { tags: { team: "shop" } });
    expect(adopted.outputs).toMatchObject({ cidrBlock: "172.31.0.0/16", existingDefaultVpc: true, tagsAll: { team: "shop" } });
    await remove(VPC, adopted);
    expect(look("getVpc", { default: true })["id"]).toBe(adopted.id);
  });

  test("is planned with its values unknown", () => {
    expect(example.preview(VPC, {})).toMatchObject({
      id: UNKNOWN,
      cidrBlock: UNKNOWN,
      defaultSecurityGroupId: UNKNOWN,
      existingDefaultVpc: UNKNOWN,
      enableDnsHostnames: true,
      forceDestroy: false,
    });
  });

  test("cannot be deleted by forceDestroy while it has its subnets, as in EC2", async () => {
    await expect(remove(VPC, await example.make(VPC, { forceDestroy: true }))).rejects.toThrow(/DependencyViolation/);
  });

  test("keeps what AWS says of it at the next preview", async () => {
    const { inputs, outputs } = await example.make(VPC, {});
    expect(example.provider.diff(addressOf(VPC), inputs, outputs)).toEqual([]);
  });
});

describe("a default subnet", () => {
  test("is adopted, public, and stays after its deletion", async () => {
    const adopted = await example.make(SUBNET, { availabilityZone: "us-east-1b" });
    expect(adopted.outputs).toMatchObject({ cidrBlock: "172.31.16.0/20", existingDefaultSubnet: true, mapPublicIpOnLaunch: true });
    await remove(SUBNET, adopted);
    expect(look("getSubnet", { id: adopted.id })["defaultForAz"]).toBe(true);
  });

  test("is deleted with forceDestroy, and created again in the first free range", async () => {
    await remove(SUBNET, await example.make(SUBNET, { availabilityZone: "us-east-1a", forceDestroy: true }));
    expect(() => look("getSubnet", { availabilityZone: "us-east-1a", defaultForAz: true })).toThrow(/no matching EC2 Subnet/);
    const again = await example.make(SUBNET, { availabilityZone: "us-east-1a", mapPublicIpOnLaunch: false });
    expect(again.outputs).toMatchObject({ cidrBlock: "172.31.0.0/20", existingDefaultSubnet: false, mapPublicIpOnLaunch: false });
  });

  test("is created in a zone that has none", async () => {
    const { outputs } = await example.make(SUBNET, { availabilityZone: "us-east-1f" });
    expect(outputs).toMatchObject({ cidrBlock: "172.31.48.0/20", existingDefaultSubnet: false });
  });
});

describe("the default group of a VPC", () => {
  const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };

  test("has the group's id, and only the rules of the program", async () => {
    const { outputs: vpc } = await newVpc();
    const adopted = await example.make(GROUP, { vpcId: vpc["id"] ?? null, egress: [https] });
    expect(adopted.id).toBe(vpc["defaultSecurityGroupId"]);
    expect(adopted.outputs).toMatchObject({ name: "default", ingress: [], egress: [https] });
  });

  test("loses all rules if the program has none", async () => {
    const { id } = await newVpc();
    expect((await example.make(GROUP, { vpcId: id })).outputs).toMatchObject({ ingress: [], egress: [] });
  });

  test("is that of the default VPC without a VPC", async () => {
    const { outputs } = await example.make(GROUP, {});
    expect(outputs["vpcId"]).toBe(look("getVpc", { default: true })["id"]);
  });

  test("changes its rules, and stays as it is after its deletion", async () => {
    const { id } = await newVpc();
    const adopted = await example.make(GROUP, { vpcId: id, egress: [https] });
    const changed = await example.change(GROUP, adopted, { vpcId: id, ingress: [https], egress: [] });
    expect(changed.outputs).toMatchObject({ ingress: [https], egress: [] });
    await remove(GROUP, changed);
    expect(example.provider.read(addressOf(GROUP), changed.id, {}, {})?.outputs).toMatchObject({ ingress: [https], egress: [] });
  });

  test("is planned with an unknown id and unknown rules where the program sets none", () => {
    expect(example.preview(GROUP, { vpcId: "vpc-0a", egress: [https] })).toMatchObject({
      id: UNKNOWN,
      name: UNKNOWN,
      description: UNKNOWN,
      ingress: UNKNOWN,
      vpcId: "vpc-0a",
    });
  });

  test("of a VPC that does not exist is refused", async () => {
    await expect(example.make(GROUP, { vpcId: "vpc-0" })).rejects.toThrow(/InvalidVpcID\.NotFound/);
  });
});

describe("the main route table of a VPC", () => {
  test("is adopted without its routes, and with those of the program", async () => {
    const vpc = look("getVpc", { default: true });
    const adopted = await example.make(TABLE, { defaultRouteTableId: vpc["mainRouteTableId"] ?? null });
    expect(adopted.outputs).toMatchObject({ id: vpc["mainRouteTableId"], vpcId: vpc["id"], routes: [] });
    const route = { cidrBlock: "0.0.0.0/0", gatewayId: "igw-0a" };
    const changed = await example.change(TABLE, adopted, { defaultRouteTableId: adopted.id, routes: [route] });
    await remove(TABLE, changed);
    expect(look("getRouteTable", { routeTableId: adopted.id })["routes"]).toMatchObject([route]);
  });

  test("cannot be deleted by a program", async () => {
    const { outputs } = await newVpc();
    await expect(remove("aws:ec2/routeTable:RouteTable", { id: String(outputs["mainRouteTableId"]), outputs: {} })).rejects.toThrow(
      /is the main table/,
    );
  });

  test("is replaced by an association, and restored when that is deleted", async () => {
    const { id: vpcId, outputs: vpc } = await newVpc();
    const other = await example.make("aws:ec2/routeTable:RouteTable", { vpcId });
    const association = await example.make(MAIN, { vpcId, routeTableId: other.id });
    expect(association.outputs).toMatchObject({ originalRouteTableId: vpc["mainRouteTableId"], routeTableId: other.id });
    expect(look("getVpc", { id: vpcId })["mainRouteTableId"]).toBe(other.id);
    expect(example.provider.diff(addressOf(MAIN), association.inputs, association.outputs)).toEqual([]);
    await remove(MAIN, association);
    expect(look("getVpc", { id: vpcId })["mainRouteTableId"]).toBe(vpc["mainRouteTableId"]);
  });

  test("is not replaced by a table of another VPC", async () => {
    const [one, other] = [await newVpc(), await newVpc()];
    const table = await example.make("aws:ec2/routeTable:RouteTable", { vpcId: other.id });
    await expect(example.make(MAIN, { vpcId: one.id, routeTableId: table.id })).rejects.toThrow(/belong to different networks/);
  });
});

describe("the default network ACL of a VPC", () => {
  const allow = { protocol: "tcp", ruleNo: 100, action: "allow", cidrBlock: "0.0.0.0/0", fromPort: 443, toPort: 443 };

  test("has the rules of the program alone, and lists the subnets of its VPC", async () => {
    const { vpc, subnets } = await example.network();
    const { defaultNetworkAclId = null } = example.provider.read(addressOf("aws:ec2/vpc:Vpc"), vpc, {}, {})?.outputs ?? {};
    const adopted = await example.make(ACL, { defaultNetworkAclId, ingress: [allow], subnetIds: [...subnets] });
    expect(adopted.outputs).toMatchObject({ vpcId: vpc, ingress: [allow], subnetIds: [...subnets].sort() });
    expect(adopted.outputs["egress"] ?? []).toEqual([]);
    expect(example.provider.diff(addressOf(ACL), adopted.inputs, adopted.outputs)).toEqual([]);
  });

  test("shows a change at the next preview if the program does not list the subnets, as the provider does", async () => {
    const { vpc } = await example.network();
    const { defaultNetworkAclId = null } = example.provider.read(addressOf("aws:ec2/vpc:Vpc"), vpc, {}, {})?.outputs ?? {};
    const { inputs, outputs } = await example.make(ACL, { defaultNetworkAclId });
    expect(example.provider.diff(addressOf(ACL), inputs, outputs)).toMatchObject([{ path: "subnetIds", kind: "delete" }]);
  });

  test("has each number once in each direction", async () => {
    const { outputs } = await newVpc();
    const defaultNetworkAclId = outputs["defaultNetworkAclId"] ?? null;
    await expect(example.make(ACL, { defaultNetworkAclId, ingress: [allow, { ...allow, toPort: 444 }] })).rejects.toThrow(
      /NetworkAclEntryAlreadyExists/,
    );
    await expect(example.make(ACL, { defaultNetworkAclId, ingress: [allow], egress: [allow] })).resolves.toBeDefined();
  });

  test("is deleted with its VPC", async () => {
    const created = await newVpc();
    await remove("aws:ec2/vpc:Vpc", created);
    await expect(example.make(ACL, { defaultNetworkAclId: created.outputs["defaultNetworkAclId"] ?? null })).rejects.toThrow(
      /InvalidNetworkAclID\.NotFound/,
    );
  });
});
