import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { givenOrOutput, type StackResource } from "../stack/stack-resource";

/**
 * The availability zone of each subnet whose zone is known. A zone has a name (`us-east-1a`) and an id (`use1-az1`), and a program may write
 * either. Only one of the two is read, the name if any subnet has one, because a name and an id may be the same zone.
 */
export function availabilityZones(stack: Stack): ReadonlyMap<Key, string> {
  const subnets = stack.ofKind("subnet");
  const [names, ids] = [zonesBy("availabilityZone", subnets), zonesBy("availabilityZoneId", subnets)];
  return names.size > 0 ? names : ids;
}

/** Whether zone names can be compared with the zones of the stack: not if the stack uses only ids. */
export function usesZoneNames(stack: Stack): boolean {
  const subnets = stack.ofKind("subnet");
  return zonesBy("availabilityZone", subnets).size > 0 || zonesBy("availabilityZoneId", subnets).size === 0;
}

function zonesBy(property: string, subnets: readonly StackResource[]): ReadonlyMap<Key, string> {
  const zones = subnets.map((subnet) => [subnet.urn, givenOrOutput(subnet, property)] as const);
  return new Map(zones.flatMap(([urn, zone]) => (typeof zone === "string" ? [[urn, zone] as const] : [])));
}
