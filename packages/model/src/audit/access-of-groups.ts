import type { AccountReading, AccountSecurityGroup, AccountSecurityGroupRule } from "../account/account-reading";
import type { Knowable } from "../facts/knowable";
import type { SecurityGroup } from "../facts/network";
import type { Peer, SecurityGroupRule } from "../facts/security-group-rule";
import { isOfLambda } from "./interface-owner";

/** The groups of a canonical reading as facts, so that their access can be compared as that of a stack. */
export function groupFacts({ securityGroups, interfaces, mountTargets }: AccountReading): readonly SecurityGroup[] {
  const users = Map.groupBy(
    [...interfaces.filter((one) => !isOfLambda(one)), ...mountTargets].flatMap(({ id, securityGroups: own }) =>
      own.map((group) => ({ group, id })),
    ),
    ({ group }) => group,
  );
  const referring = Map.groupBy(
    securityGroups.flatMap(({ id, rules = [] }) => rules.flatMap((rule) => referenceOf(id, rule))),
    ({ to }) => to,
  );
  const unread = securityGroups.filter(({ rules }) => rules === undefined).map(({ id }) => id);
  return securityGroups.map((group) => ({
    key: group.id,
    id: group.id,
    vpc: group.vpc,
    outbound: outboundOf(group),
    references: unread.every((id) => id === group.id)
      ? { ok: true, value: (referring.get(group.id) ?? []).map(({ rule }) => rule) }
      : { ok: false, error: "the rules of other groups were not read" },
    otherUsers: (users.get(group.id) ?? []).map(({ id }) => id),
  }));
}

function outboundOf({ rules }: AccountSecurityGroup): Knowable<readonly SecurityGroupRule[]> {
  if (rules === undefined) return { ok: false, error: "its rules were not read" };
  return { ok: true, value: rules.filter(({ direction }) => direction === "egress").map((rule) => ruleFact(rule, peerOf(rule))) };
}

/** A rule of a group about another group: that group, and the rule as a reference, which names the group that has the rule. */
function referenceOf(owner: string, rule: AccountSecurityGroupRule): readonly { readonly to: string; readonly rule: SecurityGroupRule }[] {
  if (!("securityGroup" in rule.peer)) return [];
  return [{ to: rule.peer.securityGroup, rule: ruleFact(rule, { kind: "security-group", key: owner }) }];
}

function ruleFact(
  { direction, protocol, fromPort = ANY_PORT, toPort = ANY_PORT }: AccountSecurityGroupRule,
  peer: Peer,
): SecurityGroupRule {
  return { direction: direction === "egress" ? "outbound" : "inbound", protocol, fromPort, toPort, peer };
}

const ANY_PORT = -1;

function peerOf({ peer }: AccountSecurityGroupRule): Peer {
  if ("cidr" in peer) return { kind: "cidr", cidr: peer.cidr };
  return "securityGroup" in peer ? { kind: "security-group", key: peer.securityGroup } : { kind: "prefix-list", id: peer.prefixList };
}
