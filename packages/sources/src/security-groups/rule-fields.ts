import { type Key, type Peer, type SecurityGroupRule, failure, success } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stack-resource";
import type { RuleStatement, Scope } from "./rule-statement";
import { elements, isProperties, type Properties, UNKNOWN, type Value } from "../stack/value";

/** The property names of one rule style. */
export interface RuleFields {
  readonly protocol: string;
  readonly cidrs: readonly string[];
  readonly prefixLists: readonly string[];
  readonly groups: readonly string[];
}

/** Inline blocks and `aws.ec2.SecurityGroupRule`. */
export const listFields: RuleFields = {
  protocol: "protocol",
  cidrs: ["cidrBlocks", "ipv6CidrBlocks"],
  prefixLists: ["prefixListIds"],
  groups: ["securityGroups", "sourceSecurityGroupId"],
};

/** `aws.vpc.SecurityGroupEgressRule` and `aws.vpc.SecurityGroupIngressRule`: one peer per rule. */
export const singleFields: RuleFields = {
  protocol: "ipProtocol",
  cidrs: ["cidrIpv4", "cidrIpv6"],
  prefixLists: ["prefixListId"],
  groups: ["referencedSecurityGroupId"],
};

/** The position of a rule: the group it belongs to, its direction, and the properties whose dependencies bound its unknown ids. */
export interface RulePlace {
  readonly resource: StackResource;
  readonly owner: Key | undefined;
  readonly direction: SecurityGroupRule["direction"];
  readonly fields: RuleFields;
  readonly separate: boolean;
  /** Set if there may be no rule: a rule resource of unknown direction, or rules of which only planned outputs are seen. */
  readonly uncertain?: boolean;
  /** The property that a field's dependencies are recorded under: the field itself, or the block list that holds it. */
  readonly dependencyProperty: (field: string) => string;
}

/** Reads one rule, `properties`, at `place`. */
export function readRule(stack: Stack, place: RulePlace, properties: Value): readonly RuleStatement[] {
  const { owner, fields } = place;
  if (!isProperties(properties)) return [unreadable(stack, place, "the rule is unknown until deployed")];
  if (owner === undefined) return [unreadable(stack, place, "the security group of the rule is unknown until deployed")];
  const ports = readPorts(properties, fields);
  const peers = readPeers(stack, place, properties, owner);
  if (ports === undefined) return [unreadable(stack, place, "the protocol or a port of the rule is unknown until deployed")];
  if (peers === undefined) return [unreadable(stack, place, "the source or destination of the rule is unknown until deployed")];
  const rule = { direction: place.direction, ...ports };
  return peers.map((peer) => success({ owner, rule: { ...rule, peer }, separate: place.separate, by: place.resource.urn }));
}

function readPorts(properties: Properties, fields: RuleFields): Pick<SecurityGroupRule, "protocol" | "fromPort" | "toPort"> | undefined {
  const protocol = properties[fields.protocol];
  const [fromPort, toPort] = [properties["fromPort"] ?? -1, properties["toPort"] ?? -1];
  if (typeof protocol !== "string" || typeof fromPort !== "number" || typeof toPort !== "number") return undefined;
  return { protocol, fromPort, toPort };
}

/** The sources or destinations of a rule. Undefined if any of them is unknown. */
function readPeers(stack: Stack, place: RulePlace, properties: Properties, owner: Key): readonly Peer[] | undefined {
  const { fields } = place;
  const peers: (Peer | undefined)[] = [
    ...each(properties, fields.cidrs, (cidr) => (typeof cidr === "string" ? { kind: "cidr", cidr } : undefined)),
    ...each(properties, fields.prefixLists, (id) => (typeof id === "string" ? { kind: "prefix-list", id } : undefined)),
    ...each(properties, fields.groups, (group, field) => {
      const key = stack.resolve(group, stack.dependencies(place.resource, place.dependencyProperty(field)), "security-group");
      return key === undefined ? undefined : { kind: "security-group", key };
    }),
  ];
  if (properties["self"] === UNKNOWN) return undefined;
  if (properties["self"] === true) peers.push({ kind: "security-group", key: owner });
  return peers.every((peer) => peer !== undefined) ? peers : undefined;
}

function each(
  properties: Properties,
  fields: readonly string[],
  read: (value: Value, field: string) => Peer | undefined,
): (Peer | undefined)[] {
  return fields.flatMap((field) => {
    const value = properties[field];
    const values = typeof value === "string" ? [value] : elements(value);
    return values === UNKNOWN ? [read(UNKNOWN, field)] : values.map((one) => read(one, field));
  });
}

function unreadable(stack: Stack, place: RulePlace, why: string): RuleStatement {
  const { resource, owner, direction } = place;
  const peers = scope(stack, resource, place.fields.groups.map(place.dependencyProperty));
  const owners: Scope = owner === undefined ? scope(stack, resource, ["securityGroupId"]) : [owner];
  return failure({ direction, owners, peers, why, exists: place.uncertain !== true });
}

/** The groups that the properties depend on; any group if they depend on another resource, or on nothing. */
function scope(stack: Stack, resource: StackResource, properties: readonly string[]): Scope {
  const dependencies = properties.flatMap((property) => stack.dependencies(resource, property));
  const candidates = stack.candidates(dependencies, "security-group");
  return candidates.length > 0 && dependencies.every((dependency) => stack.candidates([dependency], "security-group").length > 0)
    ? candidates
    : "any";
}
