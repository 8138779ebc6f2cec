import type { Expression } from "./declaration";

/** A network that functions can be in: everything in it belongs to one VPC. */
export interface VpcResources {
  readonly vpc: Expression;
  readonly subnets: readonly Expression[];
  readonly groups: readonly Expression[];
  /** The group that has all its rules apart: others' rules would show in a group that is updated while they come and go. */
  readonly ruled: Expression;
}

/** The resources of a VPC in the first and in the second version of a program. */
export interface ChangingVpc {
  /** The first two numbers of its addresses. */
  readonly block: string;
  readonly first: VpcResources;
  readonly second: VpcResources;
}

/** The default group of the program's own VPC, which it adopts. */
export const adopted = "adopted";

/** A VPC that the program makes, with everything in it. */
const own: VpcResources = {
  vpc: "vpc.id",
  subnets: ["s0.id", "s1.id", "s2.id"],
  groups: ["g0.id", "g1.id", "g2.id", "ruled0.id", `${adopted}.id`],
  ruled: "ruled0.id",
};

/** A VPC that is there before (the network of the contract test), which the program knows by its ids and adds to. */
const existing: VpcResources = {
  vpc: '"vpc-0a"',
  subnets: ['"subnet-0a"', '"subnet-0b"', "t0.id"],
  groups: ['"sg-0a"', "h0.id", "h1.id", "ruled1.id"],
  ruled: "ruled1.id",
};

export const vpcs: readonly ChangingVpc[] = [
  { block: "10.1", first: own, second: grown(own, "s3.id", "g3.id") },
  { block: "10.0", first: existing, second: grown(existing, "t1.id", "h2.id") },
];

function grown(vpcResources: VpcResources, subnet: Expression, group: Expression): VpcResources {
  return { ...vpcResources, subnets: [...vpcResources.subnets, subnet], groups: [...vpcResources.groups, group] };
}

/** The groups whose description may change, which replaces them. What stays on a group for good must not be on these: they could not be deleted. */
export const replaceable: readonly string[] = ["g2", "h1"];

/** The resources that are never replaced. */
export function lasting(vpcResources: VpcResources): VpcResources {
  return { ...vpcResources, groups: vpcResources.groups.filter((id) => !replaceable.includes(resourceOf(id) ?? "")) };
}

/** The resource behind an id that the program refers to; undefined for an id that it knows. */
export function resourceOf(id: Expression): string | undefined {
  return id.endsWith(".id") ? id.slice(0, -".id".length) : undefined;
}
