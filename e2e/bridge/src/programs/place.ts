import type { Expression } from "./declaration";

/** A network that functions can be in: everything in it belongs to one VPC. */
export interface Place {
  readonly vpc: Expression;
  readonly subnets: readonly Expression[];
  readonly groups: readonly Expression[];
  /** The group that has all its rules apart: others' rules would show in a group that is updated while they come and go. */
  readonly ruled: Expression;
}

/** What a place is in the program's first version, and what it has become in the second. */
export interface ChangingPlace {
  /** The first two numbers of its addresses. */
  readonly block: string;
  readonly first: Place;
  readonly second: Place;
}

/** A VPC that the program makes, with everything in it. */
const own: Place = {
  vpc: "vpc.id",
  subnets: ["s0.id", "s1.id", "s2.id"],
  groups: ["g0.id", "g1.id", "g2.id", "ruled0.id"],
  ruled: "ruled0.id",
};

/** A VPC that is there before (the network of the contract test), which the program knows by its ids and adds to. */
const existing: Place = {
  vpc: '"vpc-0a"',
  subnets: ['"subnet-0a"', '"subnet-0b"', "t0.id"],
  groups: ['"sg-0a"', "h0.id", "h1.id", "ruled1.id"],
  ruled: "ruled1.id",
};

export const places: readonly ChangingPlace[] = [
  { block: "10.1", first: own, second: grown(own, "s3.id", "g3.id") },
  { block: "10.0", first: existing, second: grown(existing, "t1.id", "h2.id") },
];

function grown(place: Place, subnet: Expression, group: Expression): Place {
  return { ...place, subnets: [...place.subnets, subnet], groups: [...place.groups, group] };
}

/** The groups whose description may change, which replaces them. What stays on a group for good must not be on these: they could not be deleted. */
export const replaceable: readonly string[] = ["g2", "h1"];

/** The part of a place that is never replaced. */
export function lasting(place: Place): Place {
  return { ...place, groups: place.groups.filter((id) => !replaceable.includes(resourceOf(id) ?? "")) };
}

/** The resource behind an id that the program refers to; undefined for an id that it knows. */
export function resourceOf(id: Expression): string | undefined {
  return id.endsWith(".id") ? id.slice(0, -".id".length) : undefined;
}
