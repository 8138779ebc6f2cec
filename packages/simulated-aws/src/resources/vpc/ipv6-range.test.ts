import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createSubnet } from "../../account/vpc/subnet";
import { createVpc } from "../../account/vpc/vpc";
import { UNKNOWN } from "../../property/value";
import { AccountExample } from "../../testing/account-example";
import { addressOf, type CreatedResource, ProviderExample } from "../../testing/provider-example";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const single = { cidrBlock: "10.0.0.0/16" };
const dualStack = { ...single, assignGeneratedIpv6CidrBlock: true };

let example: ProviderExample;

beforeEach(() => {
  example = new ProviderExample();
});

afterEach(() => {
  example.end();
});

/** The first /64 of a VPC's range. */
function first({ outputs }: CreatedResource): string {
  return String(outputs["ipv6CidrBlock"]).replace("/56", "/64");
}

function lookUp(token: string, id: string) {
  return example.provider.invoke(token, { id });
}

test("a VPC's range and association are unknown in the preview, and there once it is made", async () => {
  expect(example.preview(VPC, dualStack)).toMatchObject({ ipv6CidrBlock: UNKNOWN, ipv6AssociationId: UNKNOWN });
  const vpc = await example.make(VPC, dualStack);
  expect(vpc.outputs).toMatchObject({
    ipv6CidrBlock: expect.stringMatching(/::\/56$/),
    ipv6AssociationId: expect.stringMatching(/^vpc-cidr-assoc-0[0-9a-f]{16}$/),
    ipv6CidrBlockNetworkBorderGroup: "us-east-1",
  });
  expect(example.provider.diff(addressOf(VPC), vpc.inputs, vpc.outputs)).toEqual([]);
  expect(lookUp("aws:ec2/getVpc:getVpc", vpc.id)).toMatchObject({
    ipv6CidrBlock: vpc.outputs["ipv6CidrBlock"],
    ipv6CidrBlockAssociations: [{ ipv6CidrBlock: vpc.outputs["ipv6CidrBlock"] }],
  });
});

test("a VPC that is to have a range gets it without being replaced, unknown until then, and gives it back", async () => {
  const vpc = await example.make(VPC, single);
  expect(vpc.outputs).toMatchObject({ ipv6CidrBlock: "", ipv6AssociationId: "", ipv6CidrBlockNetworkBorderGroup: "" });
  const { inputs } = example.check(VPC, dualStack, vpc.inputs);
  expect(example.provider.preview(addressOf(VPC), inputs, vpc.outputs)).toMatchObject({
    ipv6CidrBlock: UNKNOWN,
    ipv6AssociationId: UNKNOWN,
  });
  const wider = await example.change(VPC, vpc, dualStack);
  expect(wider.outputs["ipv6CidrBlock"]).toMatch(/::\/56$/);
  expect((await example.change(VPC, wider, single)).outputs["ipv6CidrBlock"]).toBe("");
});

test("a subnet has the range that it asks for, and another one on request", async () => {
  const vpc = await example.make(VPC, dualStack);
  const wanted = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" };
  const subnet = await example.make(SUBNET, { ...wanted, ipv6CidrBlock: first(vpc) });
  expect(subnet.outputs).toMatchObject({
    ipv6CidrBlock: first(vpc),
    ipv6CidrBlockAssociationId: expect.stringMatching(/^subnet-cidr-assoc-0[0-9a-f]{16}$/),
  });
  expect(lookUp("aws:ec2/getSubnet:getSubnet", subnet.id)).toMatchObject({ ipv6CidrBlock: first(vpc) });
  const second = first(vpc).replace("00::/64", "01::/64");
  const { outputs } = await example.change(SUBNET, subnet, { ...wanted, ipv6CidrBlock: second });
  expect(outputs["ipv6CidrBlock"]).toBe(second);
  expect(outputs["ipv6CidrBlockAssociationId"]).not.toBe(subnet.outputs["ipv6CidrBlockAssociationId"]);
});

test("a subnet that gives interfaces an IPv6 address of their own is replaced for another range", async () => {
  const vpc = await example.make(VPC, dualStack);
  const wanted = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", assignIpv6AddressOnCreation: true };
  const subnet = await example.make(SUBNET, { ...wanted, ipv6CidrBlock: first(vpc) });
  const other = { ...wanted, ipv6CidrBlock: first(vpc).replace("00::/64", "01::/64") };
  await expect(example.change(SUBNET, subnet, other)).rejects.toThrow("ipv6CidrBlock replaces the resource");
});

test("an IPv6-only subnet has no IPv4 range and no addresses, and shows no change at the next preview", async () => {
  const vpc = await example.make(VPC, dualStack);
  const inputs = { vpcId: vpc.id, ipv6CidrBlock: first(vpc), ipv6Native: true, assignIpv6AddressOnCreation: true };
  const subnet = await example.make(SUBNET, inputs);
  expect(subnet.outputs).toMatchObject({ cidrBlock: "", ipv6CidrBlock: first(vpc), ipv6Native: true });
  expect(example.provider.diff(addressOf(SUBNET), subnet.inputs, subnet.outputs)).toEqual([]);
  expect(lookUp("aws:ec2/getSubnet:getSubnet", subnet.id)).toMatchObject({ ipv6Native: true, availableIpAddressCount: 0 });
  const sibling = await example.make(SUBNET, { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  expect(sibling.outputs).toMatchObject({ cidrBlock: "10.0.0.0/24", ipv6Native: false });
});

test.each([
  { says: "with an IPv4 range", inputs: { ipv6Native: true, cidrBlock: "10.0.0.0/24" }, error: /InvalidParameterCombination/ },
  {
    says: "without an IPv6 range",
    inputs: { ipv6Native: true },
    error: /MissingParameter: An IPv6-only subnet must have an IPv6 CIDR block/,
  },
  { says: "without any range", inputs: {}, error: /MissingParameter: The request must contain the parameter cidrBlock/ },
])("a subnet is refused $says", async ({ inputs, error }) => {
  const vpc = await example.make(VPC, dualStack);
  await expect(example.make(SUBNET, { vpcId: vpc.id, ...inputs })).rejects.toThrow(error);
});

test("nothing takes an IPv4 address in an IPv6-only subnet, and no function connects to it", async () => {
  const vpc = await example.make(VPC, dualStack);
  const subnetId = (await example.make(SUBNET, { vpcId: vpc.id, ipv6CidrBlock: first(vpc), ipv6Native: true })).id;
  await expect(example.make("aws:ec2/networkInterface:NetworkInterface", { subnetId })).rejects.toThrow(
    /InsufficientFreeAddressesInSubnet/,
  );
  const account = new AccountExample();
  const range = "2001:db8::/64";
  const own = createVpc(account.account, {
    region: "us-east-1",
    tags: {},
    cidrBlock: "10.0.0.0/16",
    ipv6CidrBlock: "2001:db8::/56",
    enableDnsHostnames: false,
    enableDnsSupport: true,
    instanceTenancy: "default",
  }).id;
  const subnet = createSubnet(account.account, {
    region: "us-east-1",
    tags: {},
    vpcId: own,
    cidrBlock: "",
    ipv6CidrBlock: range,
    ipv6Native: true,
    mapPublicIpOnLaunch: false,
  });
  expect(() => account.lambda("orders", [subnet.id], [account.group("functions", own)])).toThrow(/an IPv6-only subnet/);
});
