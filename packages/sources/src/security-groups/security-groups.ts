import {
  type Key,
  type Knowable,
  keySet,
  type PartialRules,
  type SecurityGroup,
  type SecurityGroupRule,
  vpcOfDefaultGroup,
} from "@lambda-vpc/model";
import { readDeletedFirst } from "../stack/deleted-first";
import { isAdopting, isReferent, resourceKind, type ResourceKind } from "../stack/aws-types";
import { readGroupAssociations } from "./group-associations";
import { inScope, type ReadRule, type RuleStatement, type UnreadableRule } from "./rule-statement";
import { type Direction, inlineProperties, readRules } from "./security-group-rules";
import type { Stack } from "../stack/stack";
import { isBeingCreated, type StackResource } from "../stack/stack-resource";
import { elements, texts, UNKNOWN } from "../stack/value";

/** The security groups of a stack with their rules, the rules that refer to them, and their users. */
export function readSecurityGroups(stack: Stack): readonly SecurityGroup[] {
  const rules = ruleIndex(readRules(stack));
  const users = otherUsers(stack);
  const associated = new Set(readGroupAssociations(stack).flatMap(({ groups }) => groups));
  return stack.ofKind("security-group", "adopted-security-group").map((group) => {
    const createdIn = stack.referenceOf(group, "vpcId", "vpc");
    const id = group.outputs["id"];
    return {
      key: group.urn,
      ...(typeof id === "string" ? { id } : {}),
      ...(createdIn === undefined || associated.has(group.urn) ? {} : { vpc: createdIn }),
      ...(createdIn === undefined ? {} : { createdIn }),
      ...(createdIn === undefined && namesNoVpc(group) ? { inDefaultVpc: true } : {}),
      outbound: ownRules(group, rules, "outbound"),
      egress: partialRules(group, rules, "outbound"),
      inbound: ownRules(group, rules, "inbound"),
      inboundBy: keySet((rules.byOwner.get(group.urn) ?? []).flatMap(({ rule, by }) => (rule.direction === "inbound" ? [by] : []))),
      references: references(group.urn, rules),
      otherUsers: keySet(users.get(group.urn) ?? []),
      ...(isAdopting(group.type)
        ? { adopted: true }
        : { ...(isBeingCreated(group) ? { creating: true } : {}), ...readDeletedFirst(group) }),
    };
  });
}

/** The default groups among `keys` that no resource of the stack adopts: AWS creates them with their VPC, and the stack does not show their rules. */
export function readDefaultGroups(keys: readonly Key[]): readonly SecurityGroup[] {
  return keySet(keys).flatMap((key): readonly SecurityGroup[] => {
    const vpc = vpcOfDefaultGroup(key);
    const hidden = { ok: false, error: "AWS created the group with its VPC" } as const;
    return vpc === undefined ? [] : [{ key, vpc, outbound: hidden, inbound: hidden, references: hidden, otherUsers: [], adopted: true }];
  });
}

/** Whether the program leaves the VPC of a group to EC2. The VPC is known once the group exists. */
function namesNoVpc({ inputs }: StackResource): boolean {
  return inputs !== undefined && (inputs["vpcId"] ?? null) === null;
}

interface RuleIndex {
  readonly byOwner: ReadonlyMap<Key, readonly ReadRule[]>;
  readonly byPeer: ReadonlyMap<Key | undefined, readonly ReadRule[]>;
  readonly unreadable: readonly UnreadableRule[];
}

function ruleIndex(statements: readonly RuleStatement[]): RuleIndex {
  const readable = statements.flatMap((statement) => (statement.ok ? [statement.value] : []));
  return {
    byOwner: Map.groupBy(readable, ({ owner }) => owner),
    byPeer: Map.groupBy(readable, ({ rule: { peer } }) => (peer.kind === "security-group" ? peer.key : undefined)),
    unreadable: statements.flatMap((statement) => (statement.ok ? [] : [statement.error])),
  };
}

type Rules = Knowable<readonly SecurityGroupRule[]>;

function ownRules(group: StackResource, rules: RuleIndex, direction: Direction): Rules {
  if (resourceKind(group.type) === "adopted-security-group") return { ok: false, error: "the group existed before the stack" };
  const hidden = rules.unreadable.find((rule) => rule.direction === direction && inScope(rule.owners, group.urn));
  if (hidden !== undefined) return { ok: false, error: hidden.why };
  const own = (rules.byOwner.get(group.urn) ?? []).filter(({ rule }) => rule.direction === direction);
  if (own.length === 0 && keepsRules(group, inlineProperties[direction]))
    return { ok: false, error: "rules that the program no longer lists may still exist" };
  if (new Set(own.map(({ separate }) => separate)).size > 1)
    return { ok: false, error: "inline rules and rule resources overwrite each other" };
  return { ok: true, value: own.map(({ rule }) => rule) };
}

/**
 * The rules of a direction one by one: those that are known, and whether there are others. An adopted group has those that the program lists: the provider removes all others when it
 * adopts the group (docs/aws-facts.md#adopted-group-rules).
 */
function partialRules(group: StackResource, rules: RuleIndex, direction: Direction): PartialRules {
  const known = (rules.byOwner.get(group.urn) ?? []).flatMap(({ rule }) => (rule.direction === direction ? [rule] : []));
  const unreadable = rules.unreadable.filter((rule) => rule.direction === direction && inScope(rule.owners, group.urn));
  if (unreadable.some(({ owners, exists }) => exists && owners !== "any" && owners.length === 1)) return { known, hidden: "certain" };
  if (keepsDefaultRule(group, direction) && known.length + unreadable.length === 0)
    return { known, hidden: isBeingCreated(group) ? "certain" : "possible" };
  const mayHaveOthers = unreadable.length > 0 || (known.length === 0 && keepsRules(group, inlineProperties[direction]));
  return mayHaveOthers ? { known, hidden: "possible" } : { known };
}

/** Whether AWS's own rule stays in a new group without rules of this direction: CloudFormation does not remove it (docs/aws-facts.md#default-outbound-rule). */
function keepsDefaultRule({ nativeType }: StackResource, direction: Direction): boolean {
  return nativeType !== undefined && direction === "outbound";
}

/** Whether the provider keeps rules of an earlier deployment: it does if the program lists none. */
function keepsRules({ inputs, outputs }: StackResource, property: string): boolean {
  const kept = elements(outputs[property]);
  return inputs !== undefined && (inputs[property] ?? null) === null && kept !== UNKNOWN && kept.length > 0;
}

function references(group: Key, rules: RuleIndex): Rules {
  const hidden = rules.unreadable.find(({ peers }) => inScope(peers, group));
  if (hidden !== undefined) return { ok: false, error: hidden.why };
  const about = rules.byPeer.get(group) ?? [];
  return { ok: true, value: about.map(({ owner, rule }) => ({ ...rule, peer: { kind: "security-group", key: owner } })) };
}

const rulesAndFunctions: readonly (ResourceKind | undefined)[] = [
  "function",
  "security-group",
  "adopted-security-group",
  "security-group-rule",
  "egress-rule",
  "ingress-rule",
  "security-group-vpc-association",
];

/** By group: resources that use it and are neither functions nor rules, through a dependency or through its id as a text. */
function otherUsers(stack: Stack): ReadonlyMap<Key, readonly Key[]> {
  const users = new Map<Key, Key[]>();
  for (const resource of stack.resources)
    if (resource.custom && !rulesAndFunctions.includes(resourceKind(resource.type)))
      for (const group of groupsNamedBy(stack, resource)) users.set(group, (users.get(group) ?? []).concat(resource.urn));
  return users;
}

function groupsNamedBy(stack: Stack, resource: StackResource): readonly Key[] {
  const depended = Object.keys(resource.propertyDependencies).flatMap((property) =>
    stack.dependencies(resource, property).filter(({ type }) => isReferent(type, "security-group")),
  );
  const written = [resource.inputs ?? {}, resource.outputs].flatMap(texts).filter((text) => text.startsWith("sg-"));
  return keySet([...depended.map(({ urn }) => urn), ...written.map((id) => stack.keyOfId(id))]);
}
