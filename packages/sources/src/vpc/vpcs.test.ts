import type { Knowable, Vpc } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { networkOf } from "../testing/network-of";
import { applied, idOf, type Input, type Inputs, preview, type Resource, resource, settled, urnOf } from "../testing/program";

const type = "aws:ec2/vpc:Vpc";
const main = resource(type, "main", { cidrBlock: "10.0.0.0/16" });
const other = resource(type, "other", { cidrBlock: "10.1.0.0/16" });
const hidden: Knowable<never> = { ok: false, error: "its IPv4 ranges are unknown until the deployment" };
const known = <T>(value: T): Knowable<T> => ({ ok: true, value });

function association(vpcId: Input, inputs: Inputs): Resource {
  return resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", { vpcId, ...inputs });
}

function vpcsAt(moment: "before" | "after", ...program: readonly Resource[]): readonly Vpc[] {
  return networkOf(moment === "before" ? preview(program) : settled(program)).vpcs ?? [];
}

describe("the IPv4 ranges of a VPC", () => {
  const rows: readonly { sentence: string; program: readonly Resource[]; before: Vpc["cidrBlocks"]; after: Vpc["cidrBlocks"] }[] = [
    { sentence: "are the one written", program: [main], before: known(["10.0.0.0/16"]), after: known(["10.0.0.0/16"]) },
    {
      sentence: "and those associated with it",
      program: [main, association(idOf(main), { cidrBlock: "100.64.0.0/20" })],
      before: known(["10.0.0.0/16", "100.64.0.0/20"]),
      after: known(["10.0.0.0/16", "100.64.0.0/20"]),
    },
    {
      sentence: "show once made where a pool gives one of them",
      program: [main, association(idOf(main), { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 20 })],
      before: hidden,
      after: known(["10.0.0.0/16", "10.78.0.0/16"]),
    },
    {
      sentence: "are not known where an association may be with this VPC or another",
      program: [main, other, association(applied([main, other], idOf(other)), { cidrBlock: "100.64.0.0/20" })],
      before: hidden,
      after: known(["10.0.0.0/16"]),
    },
    {
      sentence: "show once made where a pool gives the first",
      program: [resource(type, "main", { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 16 })],
      before: hidden,
      after: known(["10.77.0.0/16"]),
    },
  ];

  test.each(rows)("$sentence", ({ program, before, after }) => {
    const mine = (all: readonly Vpc[]) => all.find(({ key }) => key === urnOf(main))?.cidrBlocks;
    expect([mine(vpcsAt("before", ...program)), mine(vpcsAt("after", ...program))]).toEqual([before, after]);
  });

  test("are not known where the one written is an empty text", () => {
    expect(vpcsAt("before", resource(type, "v", { cidrBlock: "" }))).toMatchObject([{ cidrBlocks: hidden }]);
  });

  test("are those of an association that depends on one VPC alone, and of no other", () => {
    const more = association(idOf(other), { cidrBlock: "100.64.0.0/20" });
    expect(vpcsAt("before", main, other, more).map(({ cidrBlocks }) => cidrBlocks)).toEqual([
      known(["10.0.0.0/16"]),
      known(["10.1.0.0/16", "100.64.0.0/20"]),
    ]);
  });

  test("are not known where a pool gives one to an association of CloudFormation's", () => {
    const pool = resource("aws-native:ec2:VpcCidrBlock", "pool", { vpcId: idOf(main), ipv4IpamPoolId: "ipam-pool-1" });
    expect(vpcsAt("before", main, pool)).toMatchObject([{ cidrBlocks: hidden }]);
  });

  test("are not added to by an association of CloudFormation's that is about IPv6", () => {
    const six = resource("aws-native:ec2:VpcCidrBlock", "six", { vpcId: idOf(main), amazonProvidedIpv6CidrBlock: true });
    const four = resource("aws-native:ec2:VpcCidrBlock", "four", { vpcId: idOf(main), cidrBlock: "100.64.0.0/20" });
    expect(vpcsAt("before", main, six)).toMatchObject([{ cidrBlocks: known(["10.0.0.0/16"]) }]);
    expect(vpcsAt("before", main, four)).toMatchObject([{ cidrBlocks: known(["10.0.0.0/16", "100.64.0.0/20"]) }]);
  });
});

describe("the tenancy of a VPC", () => {
  const rows: readonly { sentence: string; inputs: Inputs; dedicated: Vpc["dedicated"] }[] = [
    { sentence: "is shared where nothing is said", inputs: {}, dedicated: known(false) },
    { sentence: "is shared where that is said", inputs: { instanceTenancy: "default" }, dedicated: known(false) },
    { sentence: "is dedicated where that is said", inputs: { instanceTenancy: "dedicated" }, dedicated: known(true) },
    {
      sentence: "is not known where an output says it",
      inputs: { instanceTenancy: applied([main], "dedicated") },
      dedicated: { ok: false, error: "its tenancy is unknown until the deployment" },
    },
  ];

  test.each(rows)("$sentence", ({ inputs, dedicated }) => {
    expect(vpcsAt("before", resource(type, "v", { cidrBlock: "10.0.0.0/16", ...inputs }))).toMatchObject([{ dedicated }]);
  });
});

test("a VPC is being made until its id shows", () => {
  expect([vpcsAt("before", main)[0]?.creating, vpcsAt("after", main)[0]?.creating]).toEqual([true, undefined]);
  expect(vpcsAt("before", main)[0]).not.toHaveProperty("adopted");
});

test("a default VPC is taken over: its range shows once it is there, and its tenancy is shared", () => {
  const taken = resource("aws:ec2/defaultVpc:DefaultVpc", "default", {});
  const dedicated = known(false);
  expect(vpcsAt("before", taken)).toEqual([{ key: urnOf(taken), adopted: true, cidrBlocks: hidden, dedicated }]);
  expect(vpcsAt("after", taken)).toEqual([{ key: urnOf(taken), adopted: true, cidrBlocks: known(["172.31.0.0/16"]), dedicated }]);
});
