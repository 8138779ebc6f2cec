import { type Key, keySet, resourceName } from "@lambda-vpc/model";
import { isInternalSubnet, networkType } from "../stack/component-network";
import type { Stack } from "../stack/stack";
import { isReferent } from "../stack/aws-types";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties } from "../stack/value";
import { type SubnetTier, subnetTiers } from "../vpc/subnet-tiers";

/** The lists of subnets that the component behind a list can hand out (docs/eni-model.md, assumption S, part e). */
export interface ComponentLists {
  readonly oneOf: readonly (readonly Key[])[];
  /** The private one, if there is one. */
  readonly usual?: readonly Key[];
}

/** The component of the vendor's package `awsx`, which tags each subnet with its type and hands out one list for each type. */
const AWSX_VPC = "awsx:ec2:Vpc";

/** The tags that give the type of a subnet: `SubnetType` in awsx, `aws-cdk:subnet-type` in AWS CDK, and common names. */
const typeTag = /^(.*[^a-z])?(subnet[-_]?)?(type|tier)$/i;

/** Lists of a stack by their subnets: many functions take the same list, and the routes of a stack are read once. */
const known = new WeakMap<Stack, Map<string, ComponentLists | undefined>>();
const tiersOf = new WeakMap<Stack, ReadonlyMap<Key, SubnetTier>>();

/** The result of `readComponentLists`, read once for each stack and set of subnets. */
export function componentLists(stack: Stack, subnets: readonly Key[]): ComponentLists | undefined {
  const lists = known.get(stack) ?? new Map<string, ComponentLists | undefined>();
  known.set(stack, lists);
  const text = keySet(subnets).join("\n");
  if (!lists.has(text)) lists.set(text, readComponentLists(stack, subnets));
  return lists.get(text);
}

function tiersIn(stack: Stack): ReadonlyMap<Key, SubnetTier> {
  const tiers = tiersOf.get(stack) ?? subnetTiers(stack);
  tiersOf.set(stack, tiers);
  return tiers;
}

/**
 * The lists that the one component of all of `subnets` can hand out: groups of its subnets that have the same type tag. Without such a tag, groups
 * of the same routing, and groups of the same name without its last part. Undefined if the subnets are not those of whole groups.
 */
function readComponentLists(stack: Stack, subnets: readonly Key[]): ComponentLists | undefined {
  const component = commonComponent(stack, subnets);
  if (component === undefined || component.type === networkType) return undefined;
  const own = stack.familyOf(component).filter((one) => isReferent(one.type, "subnet") && !isInternalSubnet(stack.parentOf(one), one));
  const tiers = tiersIn(stack);
  const byTag = grouped(own, typeOf);
  const byTier = grouped(own, ({ urn }) => tiers.get(urn));
  const groups = component.type === AWSX_VPC ? (byTag ?? several(byTier)) : joined(byTag ?? several(byTier), several(byStem(own)));
  const inside = (groups ?? []).filter(({ keys }) => keys.every((key) => subnets.includes(key)));
  if (keySet(inside.flatMap(({ keys }) => keys)).length < keySet(subnets).length) return undefined;
  const [usual, ...others] = inside.filter(
    ({ keys, label }) => /^private/i.test(label) || keys.every((key) => tiers.get(key) === "private"),
  );
  return {
    oneOf: distinct(inside.map(({ keys }) => keys)),
    ...(usual === undefined || others.some((one) => !isSame(one, usual)) ? {} : { usual: usual.keys }),
  };
}

interface Group {
  readonly label: string;
  readonly keys: readonly Key[];
}

/** The groups of subnets with the same label; undefined if a subnet has none. */
function grouped(subnets: readonly StackResource[], label: (subnet: StackResource) => string | undefined): readonly Group[] | undefined {
  const byLabel = Map.groupBy(subnets, label);
  if (byLabel.has(undefined)) return undefined;
  return [...byLabel].map(([name, members]) => ({ label: name ?? "", keys: keySet(members.map(({ urn }) => urn)) }));
}

/** One group of all subnets shows nothing of the lists of a component. */
function several(groups: readonly Group[] | undefined): readonly Group[] | undefined {
  return groups !== undefined && groups.length > 1 ? groups : undefined;
}

function joined(groups: readonly Group[] | undefined, others: readonly Group[] | undefined): readonly Group[] | undefined {
  return groups === undefined ? undefined : [...groups, ...(others ?? [])];
}

function distinct(lists: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  return [...new Map(lists.map((keys) => [keys.join(" "), keys])).values()];
}

function isSame(left: Group, right: Group): boolean {
  return left.keys.join(" ") === right.keys.join(" ");
}

function typeOf(subnet: StackResource): string | undefined {
  const tags = given(subnet, "tags");
  if (!isProperties(tags)) return undefined;
  const [type] = Object.entries(tags).flatMap(([name, value]) => (typeTag.test(name) && typeof value === "string" ? [value] : []));
  return type;
}

/** A number, a letter after a hyphen, or the name of a zone, at the end of a name. */
const numbering = /[-_]?([a-z]{2}(-[a-z]+)+-\d[a-z]?|\d+[a-z]?)$|[-_][a-z]$/i;

/** The subnets by their names without their numbers, unless each then is a group. */
function byStem(subnets: readonly StackResource[]): readonly Group[] | undefined {
  const groups = grouped(subnets, ({ urn }) => resourceName(urn).replace(numbering, ""));
  return groups !== undefined && groups.length < subnets.length ? groups : undefined;
}

/** The innermost component that all of `subnets` are in. The stack itself is not a component. */
function commonComponent(stack: Stack, subnets: readonly Key[]): StackResource | undefined {
  const [first, ...others] = subnets.map((subnet) => stack.componentsAround(subnet));
  return first?.find((component) => others.every((components) => components.includes(component)));
}
