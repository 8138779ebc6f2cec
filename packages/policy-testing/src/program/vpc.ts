import { applied, component, idOf, type Output, type Resource, resource } from "@lambda-vpc/sources/testing";
import { blockIn, subnet, type SubnetOptions } from "./subnet";

/** A VPC resource and its subnets. */
export interface Vpc extends Resource {
  readonly subnets: readonly Resource[];
}

export interface VpcOptions {
  /** Its IPv4 range, 10.0.0.0/16 by default. */
  readonly cidrBlock?: string | Output;
  /** Whether its tenancy is dedicated. */
  readonly dedicated?: boolean;
  /** How many private subnets, or their names. The subnets of `main` are called `main-0`, `main-1` and so on. */
  readonly subnets?: number | readonly string[];
  /** How long the prefix of each subnet's range is, from 16 to 28; 24 by default. Each range starts at another /24. */
  readonly prefix?: number;
  /** The availability zone of each subnet, in turn; none is written by default. */
  readonly zones?: readonly string[];
  /** Whether the subnets have IPv6 ranges too. */
  readonly ipv6?: boolean;
  readonly parent?: Resource;
}

/** An `aws.ec2.Vpc` with its subnets. */
export function vpc(name: string, options: VpcOptions = {}): Vpc {
  const { cidrBlock = "10.0.0.0/16", dedicated = false, subnets = 0, prefix = 24, zones = [], ipv6 = false, parent } = options;
  const made = resource("aws:ec2/vpc:Vpc", name, { cidrBlock, ...(dedicated ? { instanceTenancy: "dedicated" } : {}) }, parent);
  const names = typeof subnets === "number" ? Array.from({ length: subnets }, (_, index) => `${name}-${index}`) : subnets;
  const step = Math.max(1, 2 ** (24 - prefix));
  const optionsOf = (index: number): SubnetOptions => {
    const availabilityZone = zones[index % zones.length];
    const zone = availabilityZone === undefined ? {} : { availabilityZone };
    return { vpc: made, cidrBlock: blockIn(made, index * step, prefix), ipv6, ...zone };
  };
  return Object.assign(made, { subnets: names.map((called, index) => subnet(called, optionsOf(index))) });
}

/** An `awsx.ec2.Vpc`: its lists are outputs that depend on all its resources. */
export interface AwsxVpc extends Resource {
  readonly vpc: Resource;
  readonly privateSubnets: readonly Resource[];
  readonly publicSubnets: readonly Resource[];
  /** The output `privateSubnetIds`: unknown as a whole until deployed. */
  readonly privateSubnetIds: Output;
}

/** An `awsx.ec2.Vpc` with one private and one public subnet per zone. */
export function awsxVpc(name: string, { zones }: { readonly zones: number }): AwsxVpc {
  const made = component("awsx:ec2:Vpc", name);
  const inner = resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.0.0.0/16" }, made);
  const kind = (called: "private" | "public", from: number): readonly Resource[] =>
    Array.from({ length: zones }, (_, zone) => {
      const cidrBlock = blockIn(inner, from + zone);
      return subnet(`${name}-${called}-${zone + 1}`, { vpc: inner, cidrBlock, public: called === "public", parent: inner });
    });
  const [privateSubnets, publicSubnets] = [kind("private", 0), kind("public", zones)];
  const everything = [made, inner, ...privateSubnets, ...publicSubnets];
  const privateSubnetIds = applied(everything, privateSubnets.map(idOf));
  return Object.assign(made, { vpc: inner, privateSubnets, publicSubnets, privateSubnetIds, registered: () => ({ privateSubnetIds }) });
}
