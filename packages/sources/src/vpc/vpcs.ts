import { type FurtherRange, type Key, type Knowable, keySet, type Vpc } from "@lambda-vpc/model";
import { isAdopting } from "../stack/aws-types";
import { readDeletedFirst } from "../stack/deleted-first";
import type { Dependencies } from "../stack/dependencies";
import { vpcsWithEndpoints } from "./endpoints";
import type { Stack } from "../stack/stack";
import { given, givenOrOutput, isBeingCreated, type StackResource } from "../stack/stack-resource";
import { UNKNOWN, type Value } from "../stack/value";

/** The VPCs of a stack, with the IPv4 ranges that the stack specifies. Ranges associated manually or by other stacks are unknown. */
export function readVpcs(stack: Stack, dependencies: Dependencies): readonly Vpc[] {
  const associated = furtherRanges(stack);
  const withEndpoints = vpcsWithEndpoints(stack);
  return stack.ofKind("vpc").map((vpc) => ({
    key: vpc.urn,
    cidrBlocks: ranges([givenOrOutput(vpc, "cidrBlock"), ...(associated.get(vpc.urn) ?? [])]),
    ...associating(vpc.urn, stack, dependencies),
    dedicated: isDedicated(vpc),
    ...(withEndpoints.has(vpc.urn) ? { endpoints: true } : {}),
    ...(isAdopting(vpc.type) ? { adopted: true } : { ...(isBeingCreated(vpc) ? { creating: true } : {}), ...readDeletedFirst(vpc) }),
  }));
}

/** The ranges that the stack is associating with a VPC, with the subnets that wait for them. */
function associating(vpc: Key, stack: Stack, dependencies: Dependencies): Pick<Vpc, "furtherRanges"> {
  const associations = stack
    .ofKind("vpc-ipv4-association")
    .filter((association) => isBeingCreated(association) && stack.referenceOf(association, "vpcId", "vpc") === vpc);
  if (associations.length === 0) return {};
  const subnets = stack.ofKind("subnet");
  const furtherRanges = associations.flatMap((association): readonly FurtherRange[] => {
    const cidrBlock = givenOrOutput(association, "cidrBlock");
    if (typeof cidrBlock !== "string") return [];
    const waits = (subnet: Key): boolean => dependencies.of(subnet).has(association.urn);
    return [{ key: association.urn, cidrBlock, precedes: subnets.flatMap(({ urn }) => (waits(urn) ? [urn] : [])) }];
  });
  return furtherRanges.length === 0 ? {} : { furtherRanges };
}

/** The ranges that associations add, by VPC. An association that may belong to any of several VPCs adds an unknown range to each. */
function furtherRanges(stack: Stack): ReadonlyMap<Key, readonly (Value | undefined)[]> {
  const associations = stack.ofKind("vpc-ipv4-association").filter(addsIpv4);
  const pairs = associations.flatMap((association): readonly { readonly vpc: Key; readonly range: Value | undefined }[] => {
    const named = stack.referenceOf(association, "vpcId", "vpc");
    if (named !== undefined) return [{ vpc: named, range: givenOrOutput(association, "cidrBlock") }];
    return stack.candidates(stack.dependencies(association, "vpcId"), "vpc").map((vpc) => ({ vpc, range: UNKNOWN }));
  });
  return new Map([...Map.groupBy(pairs, ({ vpc }) => vpc)].map(([vpc, own]) => [vpc, own.map(({ range }) => range)]));
}

/** An association of CloudFormation adds an IPv4 or IPv6 range. For IPv4, it specifies the range or a pool. */
function addsIpv4(association: StackResource): boolean {
  return ["cidrBlock", "ipv4IpamPoolId"].some((property) => (given(association, property) ?? null) !== null);
}

function ranges(values: readonly (Value | undefined)[]): Knowable<readonly string[]> {
  const written = values.filter((value) => typeof value === "string" && value !== "");
  if (written.length < values.length) return { ok: false, error: "its IPv4 ranges are unknown until the deployment" };
  return { ok: true, value: keySet(written.map(String)) };
}

/**
 * The tenancies of a VPC are `default`, which applies if none is specified, and `dedicated`. `host` is for instances only
 * (docs/aws-facts.md#vpc-tenancy). A default VPC has no choice, and no VPC becomes dedicated later.
 */
function isDedicated(vpc: StackResource): Knowable<boolean> {
  const tenancy = given(vpc, "instanceTenancy");
  if (tenancy === UNKNOWN) return { ok: false, error: "its tenancy is unknown until the deployment" };
  return { ok: true, value: tenancy === "dedicated" };
}
