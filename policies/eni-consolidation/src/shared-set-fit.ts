import {
  covers,
  failure,
  isManaged,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type Result,
  type SecurityGroup,
  type SecurityGroupRule,
  success,
  type Uncertainty,
  widening,
} from "@lambda-vpc/model";
import { outboundOf, type SharedSet } from "./shared-set";

/** A security group that a shared set may replace, with its users. */
export interface ReplaceableGroup {
  readonly group: SecurityGroup;
  /** The functions that use the group. */
  readonly users: readonly ResolvedAttachment[];
}

/** Whether a shared set can replace a group: certainly, or depending on unknown values. */
export type Fit =
  | { readonly verdict: "fits"; readonly set: SharedSet; readonly location: "confirmed" | "unspecified"; readonly widening: Widening }
  | { readonly verdict: "undecided"; readonly set: SharedSet; readonly causes: readonly Uncertainty[] };

/** The rules of the shared set that allow more than any function has now. A failure where the rules of the set are unknown. */
export type Widening = Result<readonly SecurityGroupRule[], "rules-unknown">;

/**
 * Whether `set` fits; undefined if it certainly does not: it belongs to another VPC or other subnets, allows less outbound traffic than the functions
 * have, or rules of other groups refer to a group that it would replace, so that those groups would no longer accept the functions.
 */
export function fitOf(set: SharedSet, { group, users }: ReplaceableGroup, network: Network): Fit | undefined {
  const location = locationOf(set, group, users);
  if (location === "elsewhere") return undefined;
  const groups = new Map(network.securityGroups.map((one) => [one.key, one]));
  const replaced = users.map((user) => replacedGroups(user, set, group.key, groups));
  if (replaced.some(({ referenced }) => referenced)) return undefined;
  const allowed = outboundOf(set);
  if (allowed !== undefined && !replaced.every(({ rules }) => covers(allowed, rules))) return undefined;
  const causes = [
    ...(typeof location === "string" ? [] : location.causes),
    ...replaced.flatMap(({ causes, outboundKnown }) =>
      allowed === undefined || outboundKnown ? causes : [...causes, "rules-unknown" as const],
    ),
  ];
  if (causes.length > 0) return { verdict: "undecided", set, causes: [...new Set(causes)] };
  const widens = (rules: readonly SecurityGroupRule[]) =>
    new Set(replaced.flatMap((now) => (now.hasSharedSet ? [] : widening(rules, now.rules))));
  const widened: Widening = allowed === undefined ? failure("rules-unknown") : success([...widens(allowed)]);
  return { verdict: "fits", set, location: location === "unspecified" ? "unspecified" : "confirmed", widening: widened };
}

type Location = "confirmed" | "unspecified" | "elsewhere" | { readonly causes: readonly Uncertainty[] };

/** A shared set is never in a VPC or subnets of this stack. One match of VPC or subnets is sufficient if nothing contradicts it. */
function locationOf({ vpcId, subnetIds }: SharedSet, { vpc }: SecurityGroup, users: readonly ResolvedAttachment[]): Location {
  const subnets = users.flatMap((user) => user.subnets.certain);
  if ((vpc !== undefined && isManaged(vpc)) || (vpcId !== undefined && vpc !== undefined && vpc !== vpcId)) return "elsewhere";
  if (subnetIds !== undefined && !subnets.every((subnet) => subnetIds.includes(subnet))) return "elsewhere";
  if (vpcId === undefined && subnetIds === undefined) return "unspecified";
  const open = users.flatMap((user) => user.subnets.uncertainty ?? []);
  if ((vpcId !== undefined && vpc !== undefined) || (subnetIds !== undefined && open.length === 0)) return "confirmed";
  return { causes: subnetIds === undefined ? ["vpc-unknown"] : open };
}

/** The groups of one function that the shared set would replace. */
interface ReplacedGroups {
  /** Their known outbound rules. */
  readonly rules: readonly SecurityGroupRule[];
  readonly outboundKnown: boolean;
  /** Whether rules of other groups refer to one of them. */
  readonly referenced: boolean;
  /** Whether the function already uses the shared set and has its access. */
  readonly hasSharedSet: boolean;
  readonly causes: readonly Uncertainty[];
}

function replacedGroups(
  { securityGroups }: ResolvedAttachment,
  { securityGroupIds }: SharedSet,
  group: Key,
  groups: ReadonlyMap<Key, SecurityGroup>,
): ReplacedGroups {
  const keys = keySet([...securityGroups.certain, group]).filter((key) => !securityGroupIds.includes(groups.get(key)?.id ?? key));
  const known = keys.flatMap((key) => groups.get(key) ?? []);
  const isIncomplete = known.length < keys.length || known.some(({ references }) => !references.ok);
  return {
    rules: known.flatMap(({ outbound }) => (outbound.ok ? outbound.value : [])),
    outboundKnown: known.every(({ outbound }) => outbound.ok),
    referenced: known.some(isReferencedByOthers),
    hasSharedSet: securityGroupIds.every((id) => securityGroups.certain.some((key) => (groups.get(key)?.id ?? key) === id)),
    causes: [
      ...(securityGroups.uncertainty === undefined ? [] : [securityGroups.uncertainty]),
      ...(isIncomplete ? ["rules-unknown" as const] : []),
    ],
  };
}

function isReferencedByOthers({ key, references }: SecurityGroup): boolean {
  return references.ok && references.value.some(({ peer }) => peer.kind !== "security-group" || peer.key !== key);
}
