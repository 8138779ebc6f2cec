import { type Key, type Knowable, keySet, type Vpc } from "@lambda-vpc/model";
import { isAdopting } from "../stack/aws-types";
import type { Stack } from "../stack/stack";
import { given, givenOrMade, isBeingMade, type StackResource } from "../stack/stack-resource";
import { UNKNOWN, type Value } from "../stack/value";

/** The VPCs of a stack, with the IPv4 ranges that the stack gives them: those associated by hand or by other stacks do not show. */
export function readVpcs(stack: Stack): readonly Vpc[] {
  const further = furtherRanges(stack);
  return stack.ofKind("vpc").map((vpc) => ({
    key: vpc.urn,
    cidrBlocks: ranges([givenOrMade(vpc, "cidrBlock"), ...(further.get(vpc.urn) ?? [])]),
    dedicated: isDedicated(vpc),
    ...(isAdopting(vpc.type) ? { adopted: true } : isBeingMade(vpc) ? { creating: true } : {}),
  }));
}

/** The ranges that associations add, by VPC; an unknown one where an association may be with any of several. */
function furtherRanges(stack: Stack): ReadonlyMap<Key, readonly (Value | undefined)[]> {
  const associations = stack.ofKind("vpc-ipv4-association").filter(addsIpv4);
  const pairs = associations.flatMap((association): readonly { readonly vpc: Key; readonly range: Value | undefined }[] => {
    const named = stack.referenceOf(association, "vpcId", "vpc");
    if (named !== undefined) return [{ vpc: named, range: givenOrMade(association, "cidrBlock") }];
    return stack.candidates(stack.dependencies(association, "vpcId"), "vpc").map((vpc) => ({ vpc, range: UNKNOWN }));
  });
  return new Map([...Map.groupBy(pairs, ({ vpc }) => vpc)].map(([vpc, own]) => [vpc, own.map(({ range }) => range)]));
}

/** CloudFormation's association adds a range of either kind; one of IPv4 names it, or a pool that it comes from. */
function addsIpv4(association: StackResource): boolean {
  return ["cidrBlock", "ipv4IpamPoolId"].some((property) => (given(association, property) ?? null) !== null);
}

function ranges(values: readonly (Value | undefined)[]): Knowable<readonly string[]> {
  const written = values.filter((value) => typeof value === "string" && value !== "");
  if (written.length < values.length) return { ok: false, error: "its IPv4 ranges show only after the deployment" };
  return { ok: true, value: keySet(written.map(String)) };
}

/**
 * Tenancies of a VPC are `default`, which it has unless told, and `dedicated`; `host` is for instances only (docs/aws-facts.md#vpc-tenancy). A
 * default VPC is made without a choice, and none turns dedicated later.
 */
function isDedicated(vpc: StackResource): Knowable<boolean> {
  const tenancy = given(vpc, "instanceTenancy");
  if (tenancy === UNKNOWN) return { ok: false, error: "its tenancy shows only after the deployment" };
  return { ok: true, value: tenancy === "dedicated" };
}
