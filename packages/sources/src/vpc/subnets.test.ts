import type { Knowable, Network, Subnet } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Inputs, preview, type Resource, resource, settled, urnOf, type View } from "../testing/program";
import { holder, vpc } from "../testing/sample-resources";

const main = vpc("main");
const pool = holder("pool");

function subnetWith(inputs: Inputs): Resource {
  return resource("aws:ec2/subnet:Subnet", "s", { vpcId: idOf(main), ...inputs });
}

function readAt(moment: (program: readonly Resource[]) => View, ...program: readonly Resource[]): Subnet | undefined {
  return networkOf(moment([main, pool, ...program])).subnets[0];
}

const first = (program: readonly Resource[]): View => preview(program);
const hidden: Knowable<never> = { ok: false, error: "its IPv4 range is unknown until the deployment" };
const known = <T>(value: T): Knowable<T> => ({ ok: true, value });
const unclear: Knowable<never> = { ok: false, error: "whether it has an IPv6 range is unknown until the deployment" };

describe("the IPv4 range of a subnet", () => {
  const rows: readonly { sentence: string; inputs: Inputs; before: Subnet["cidrBlock"]; after: Subnet["cidrBlock"] }[] = [
    {
      sentence: "is what the program wrote",
      inputs: { cidrBlock: "10.0.1.0/24" },
      before: known("10.0.1.0/24"),
      after: known("10.0.1.0/24"),
    },
    {
      sentence: "shows once made where an output gives it",
      inputs: { cidrBlock: applied([pool], "10.0.1.0/24") },
      before: hidden,
      after: known("10.0.1.0/24"),
    },
    {
      sentence: "shows once made where an address pool gives it",
      inputs: { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 24 },
      before: hidden,
      after: known("10.77.0.0/24"),
    },
    { sentence: "is none in a subnet for IPv6 alone", inputs: { ipv6Native: true }, before: undefined, after: undefined },
  ];

  test.each(rows)("$sentence", ({ inputs, before, after }) => {
    expect([readAt(first, pool, subnetWith(inputs))?.cidrBlock, readAt(settled, subnetWith(inputs))?.cidrBlock]).toEqual([before, after]);
  });
});

describe("whether a subnet has an IPv6 range", () => {
  const rows: readonly { sentence: string; inputs: Inputs; before: Subnet["ipv6"]; after?: Subnet["ipv6"] }[] = [
    { sentence: "it has none where nothing says so", inputs: { cidrBlock: "10.0.0.0/24" }, before: known(false) },
    { sentence: "it has the one that is written", inputs: { ipv6CidrBlock: "2001:db8::/64" }, before: known(true) },
    { sentence: "it has one of a pool", inputs: { ipv6IpamPoolId: "ipam-pool-6", ipv6NetmaskLength: 64 }, before: known(true) },
    { sentence: "it has one where it gives out addresses of it", inputs: { assignIpv6AddressOnCreation: true }, before: known(true) },
    { sentence: "it has one where it has no other", inputs: { ipv6Native: true }, before: known(true) },
    {
      sentence: "it is not known of an output, which may turn out to be nothing",
      inputs: { ipv6CidrBlock: applied([main], "2001:db8::/64") },
      before: unclear,
      after: known(true),
    },
  ];

  test.each(rows)("$sentence", ({ inputs, before, after = before }) => {
    expect([readAt(first, subnetWith(inputs))?.ipv6, readAt(settled, subnetWith(inputs))?.ipv6]).toEqual([before, after]);
  });

  test.each<{ sentence: string; inputs: Inputs; ipv6: boolean }>([
    { sentence: "it has one of a pool that is named alone", inputs: { ipv6IpamPoolId: "ipam-pool-6" }, ipv6: true },
    { sentence: "it has one where only the length of its range is given", inputs: { ipv6NetmaskLength: 64 }, ipv6: true },
    { sentence: "it has none where its range is an empty text", inputs: { ipv6CidrBlock: "" }, ipv6: false },
    { sentence: "it has none where it gives out no addresses of it", inputs: { assignIpv6AddressOnCreation: false }, ipv6: false },
    { sentence: "it has none where it is not for IPv6 alone", inputs: { ipv6Native: false }, ipv6: false },
  ])("$sentence", ({ inputs, ipv6 }) => {
    expect([readAt(first, subnetWith(inputs))?.ipv6, readAt(settled, subnetWith(inputs))?.ipv6]).toEqual([known(ipv6), known(ipv6)]);
  });

  test("a range that exists counts for a subnet that is taken over, and not for one that the program makes", () => {
    const taken = resource("aws:ec2/defaultSubnet:DefaultSubnet", "s", { availabilityZone: "eu-west-1a" });
    const withRange = (one: Resource): Subnet | undefined => {
      const view = settled([main, one]);
      const resources = view.resources.map((made) =>
        made.urn === urnOf(one) ? { ...made, props: { ...made.props, ipv6CidrBlock: "2001:db8::/64" } } : made,
      );
      return networkOf({ ...view, resources }).subnets[0];
    };
    expect([withRange(taken)?.ipv6, withRange(subnetWith({}))?.ipv6]).toEqual([known(true), known(false)]);
  });

  test("an association of CloudFormation's gives it one", () => {
    const plain = subnetWith({ cidrBlock: "10.0.0.0/24" });
    const association = resource("aws-native:ec2:SubnetCidrBlock", "six", { subnetId: idOf(plain), ipv6CidrBlock: "2001:db8::/64" });
    expect(readAt(first, plain, association)?.ipv6).toEqual(known(true));
  });
});

describe("a subnet is being made", () => {
  const plain = subnetWith({ cidrBlock: "10.0.0.0/24" });

  test("until its id shows", () => {
    expect([readAt(first, plain)?.creating, readAt(settled, plain)?.creating]).toEqual([true, undefined]);
  });

  test("never where it only takes over what exists: then nothing of it shows before", () => {
    const taken = resource("aws:ec2/defaultSubnet:DefaultSubnet", "s", { availabilityZone: "eu-west-1a" });
    expect(readAt(first, taken)).toMatchObject({ adopted: true, cidrBlock: hidden, ipv6: unclear });
    expect(readAt(first, taken)).not.toHaveProperty("creating");
    expect(readAt(settled, taken)).toMatchObject({ adopted: true, cidrBlock: known("172.31.0.0/20"), ipv6: known(false) });
  });
});

test("subnets of aws-native say the same", () => {
  const native = (inputs: Inputs): Network => networkOf(preview([resource("aws-native:ec2:Subnet", "s", inputs)]));
  expect(native({ cidrBlock: "10.0.0.0/24" }).subnets).toMatchObject([
    { cidrBlock: known("10.0.0.0/24"), ipv6: known(false), creating: true },
  ]);
});
