import {
  covers,
  isManaged,
  type Key,
  keySet,
  type Network,
  type ResolvedAttachment,
  type SecurityGroup,
  type SecurityGroupRule,
  type Uncertainty,
  widening,
} from "@lambda-vpc/model";
import { outboundOf, type SharedSet } from "./shared-set";

/** What the functions of one security group need of a set that is to serve in its place. */
export interface Need {
  readonly group: SecurityGroup;
  /** The functions that use the group. */
  readonly users: readonly ResolvedAttachment[];
}

/** How a shared set would serve: for certain, or perhaps, and then for what causes. */
export type Fit =
  | { readonly serves: "surely"; readonly set: SharedSet; readonly place: "known" | "unsaid"; readonly access: Access }
  | { readonly serves: "perhaps"; readonly set: SharedSet; readonly causes: readonly Uncertainty[] };

/** What the functions could reach with the set: rules that let through more than now for any of them, or nobody says. */
export type Access = { readonly known: true; readonly widens: readonly SecurityGroupRule[] } | { readonly known: false };

/**
 * How `set` would serve; undefined where it surely would not: it is in another VPC or over other subnets, lets out less than is needed, or
 * other groups' rules name a group that would give way, and so would no longer let the functions in.
 */
export function fit(set: SharedSet, { group, users }: Need, network: Network): Fit | undefined {
  const place = placeOf(set, group, users);
  if (place === "elsewhere") return undefined;
  const groups = new Map(network.securityGroups.map((one) => [one.key, one]));
  const givingWay = users.map((user) => withUser(user, set, group.key, groups));
  if (givingWay.some(({ named }) => named)) return undefined;
  const allowed = outboundOf(set);
  if (allowed !== undefined && !givingWay.every(({ rules }) => covers(allowed, rules))) return undefined;
  const causes = [
    ...(typeof place === "string" ? [] : place.causes),
    ...givingWay.flatMap(({ causes, outboundKnown }) =>
      allowed === undefined || outboundKnown ? causes : [...causes, "rules-unknown" as const],
    ),
  ];
  if (causes.length > 0) return { serves: "perhaps", set, causes: [...new Set(causes)] };
  const widens = (rules: readonly SecurityGroupRule[]) =>
    new Set(givingWay.flatMap((now) => (now.hasSet ? [] : widening(rules, now.rules))));
  const access: Access = allowed === undefined ? { known: false } : { known: true, widens: [...widens(allowed)] };
  return { serves: "surely", set, place: place === "unsaid" ? "unsaid" : "known", access };
}

type Place = "known" | "unsaid" | "elsewhere" | { readonly causes: readonly Uncertainty[] };

/** A VPC or subnets that this stack makes are none that a shared set is in; one agreement is enough where nothing contradicts. */
function placeOf({ vpcId, subnetIds }: SharedSet, { vpc }: SecurityGroup, users: readonly ResolvedAttachment[]): Place {
  const subnets = users.flatMap((user) => user.subnets.certain);
  if ((vpc !== undefined && isManaged(vpc)) || (vpcId !== undefined && vpc !== undefined && vpc !== vpcId)) return "elsewhere";
  if (subnetIds !== undefined && !subnets.every((subnet) => subnetIds.includes(subnet))) return "elsewhere";
  if (vpcId === undefined && subnetIds === undefined) return "unsaid";
  const open = users.flatMap((user) => user.subnets.uncertainty ?? []);
  if ((vpcId !== undefined && vpc !== undefined) || (subnetIds !== undefined && open.length === 0)) return "known";
  return { causes: subnetIds === undefined ? ["vpc-unknown"] : open };
}

/** What one function has through the groups that would give way, `group` among them. */
interface GivingWay {
  /** What they let out, as far as it shows. */
  readonly rules: readonly SecurityGroupRule[];
  readonly outboundKnown: boolean;
  /** Whether rules of other groups name one of them. */
  readonly named: boolean;
  /** Whether the function uses the shared set too, and so can reach already what that lets out. */
  readonly hasSet: boolean;
  readonly causes: readonly Uncertainty[];
}

function withUser(
  { securityGroups }: ResolvedAttachment,
  { securityGroupIds }: SharedSet,
  group: Key,
  groups: ReadonlyMap<Key, SecurityGroup>,
): GivingWay {
  const keys = keySet([...securityGroups.certain, group]).filter((key) => !securityGroupIds.includes(groups.get(key)?.id ?? key));
  const shown = keys.flatMap((key) => groups.get(key) ?? []);
  const unseen = shown.length < keys.length || shown.some(({ references }) => !references.known);
  return {
    rules: shown.flatMap(({ outbound }) => (outbound.known ? outbound.value : [])),
    outboundKnown: shown.every(({ outbound }) => outbound.known),
    named: shown.some(isNamedByOthers),
    hasSet: securityGroupIds.every((id) => securityGroups.certain.some((key) => (groups.get(key)?.id ?? key) === id)),
    causes: [
      ...(securityGroups.uncertainty === undefined ? [] : [securityGroups.uncertainty]),
      ...(unseen ? ["rules-unknown" as const] : []),
    ],
  };
}

function isNamedByOthers({ key, references }: SecurityGroup): boolean {
  return references.known && references.value.some(({ peer }) => peer.kind !== "security-group" || peer.key !== key);
}
