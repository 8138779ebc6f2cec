import {
  type AccountSecurityGroupRule,
  type AccountVersion,
  type Attachment,
  failure,
  knownList,
  type Network,
  type Peer,
  type SecurityGroup,
  type SecurityGroupRule,
  success,
} from "@lambda-vpc/model";
import type { CollectedRegion } from "./collected-region";
import { isOfLambda } from "./is-of-lambda";

/** The network of a Region. Each version of a function in a VPC is a consumer. What was not read is unknown, or absent. */
export function regionNetwork(region: CollectedRegion): Network {
  const others = groupsOfOthers(region);
  const rules = region.securityGroups.flatMap(({ id, rules = [] }) => rules.map((rule) => ({ ...modelRule(rule), owner: id })));
  const about = Map.groupBy(rules, ({ peer }) => (peer.kind === "security-group" ? peer.key : undefined));
  const areAllRead =
    !lacks(region, "security-groups", "security-group-rules") && region.securityGroups.every(({ rules }) => rules !== undefined);
  return {
    subnets: region.subnets.map(({ id, vpc }) => ({ key: id, public: false, ...(vpc === "" ? {} : { vpc }) })),
    securityGroups: region.securityGroups.map(({ id, vpc, rules }): SecurityGroup => ({
      key: id,
      id,
      ...(vpc === "" ? {} : { vpc }),
      outbound: rules === undefined ? failure("the rules were not read") : success(rules.map(modelRule).filter(isOutbound)),
      references: areAllRead
        ? success((about.get(id) ?? []).map(({ owner, ...rule }) => ({ ...rule, peer: { kind: "security-group", key: owner } })))
        : failure("the rules of other groups were not read"),
      otherUsers: others === undefined ? ["what was not read"] : others.has(id) ? ["another resource"] : [],
    })),
    attachments: region.functions.flatMap(({ arn, latest, published }) =>
      [latest, ...published].flatMap((version) => attachments(arn, version)),
    ),
  };
}

/** The groups that resources other than functions use. Undefined if that was not read. */
function groupsOfOthers(region: CollectedRegion): ReadonlySet<string> | undefined {
  if (region.groupsOfOthers !== undefined) return new Set(region.groupsOfOthers);
  if (lacks(region, "interfaces")) return undefined;
  const interfaces = region.interfaces.filter((one) => !isOfLambda(one));
  return new Set([...interfaces, ...region.mountTargets].flatMap(({ securityGroups }) => securityGroups));
}

/** Whether one of these parts was not read whole. */
function lacks({ gaps }: CollectedRegion, ...parts: readonly CollectedRegion["gaps"][number]["part"][]): boolean {
  return gaps.some(({ part }) => parts.includes(part));
}

function isOutbound({ direction }: SecurityGroupRule): boolean {
  return direction === "outbound";
}

function modelRule({ direction, protocol, fromPort = -1, toPort = -1, peer }: AccountSecurityGroupRule): SecurityGroupRule {
  return { direction: direction === "egress" ? "outbound" : "inbound", protocol, fromPort, toPort, peer: modelPeer(peer) };
}

function modelPeer(peer: AccountSecurityGroupRule["peer"]): Peer {
  if ("cidr" in peer) return { kind: "cidr", cidr: peer.cidr };
  return "securityGroup" in peer ? { kind: "security-group", key: peer.securityGroup } : { kind: "prefix-list", id: peer.prefixList };
}

function attachments(arn: string, { version, vpc }: AccountVersion): readonly Attachment[] {
  if (vpc === undefined || vpc.subnets.length === 0) return [];
  return [{ consumer: `${arn}:${version}`, subnets: knownList(vpc.subnets), securityGroups: knownList(vpc.securityGroups) }];
}
