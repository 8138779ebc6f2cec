import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { isEventual } from "../arguments/describe-value";
import { egressRule, type ReachArgs } from "./reach";

type EgressRule = aws.types.input.ec2.SecurityGroupEgress;

/** The outbound rules of a set: those that its description shows, and whether there may be others. */
export interface OutboundRules {
  readonly shown: readonly EgressRule[];
  readonly hidden: boolean;
}

/** The outbound rules of a described set. The rules of existing groups are not shown. */
export function outboundRules(set: {
  readonly reach?: Readonly<Record<string, ReachArgs>>;
  readonly egress?: pulumi.Input<pulumi.Input<EgressRule>[]>;
  readonly securityGroupIds?: unknown;
}): OutboundRules {
  const { reach = {}, egress = [], securityGroupIds } = set;
  const raw = Array.isArray(egress) ? egress : [];
  const reached = Object.entries(reach).map(([name, one]) => egressRule(name, one));
  const hidden = securityGroupIds !== undefined || !Array.isArray(egress) || raw.some(isEventual);
  return { shown: [...reached, ...raw.filter(isShown)], hidden };
}

/** Which destinations a question is about. */
export interface Destination {
  /** Whether it has an address in a range. Undefined if the text is not a range. */
  readonly overlaps: (cidr: string) => boolean | undefined;
  /** Whether its addresses may be in a prefix list. */
  readonly inPrefixLists: boolean;
  /** Its TCP port. Default: any protocol and port. */
  readonly port?: number;
}

/** Whether rules may allow traffic to a destination. Law: one more rule, shown or hidden, never makes true false. */
export function mayReach({ shown, hidden }: OutboundRules, destination: Destination): boolean {
  return hidden || shown.some((rule) => mayAllow(rule, destination));
}

/** Whether a rule may allow traffic to a destination: unless what is known excludes it. */
export function mayAllow(rule: EgressRule, { overlaps, inPrefixLists, port }: Destination): boolean {
  if (port !== undefined && !mayCover(rule, port)) return false;
  const ranges = [rule.cidrBlocks, rule.ipv6CidrBlocks].flatMap(elements);
  return (
    ranges.some((range) => range === undefined || overlaps(range) !== false) || (inPrefixLists && elements(rule.prefixListIds).length > 0)
  );
}

/** The elements of a list, each undefined if it is unknown. An unknown list counts as one unknown element. */
function elements(list: EgressRule["cidrBlocks"]): readonly (string | undefined)[] {
  if (list === undefined) return [];
  return Array.isArray(list) ? list.map((one) => (typeof one === "string" ? one : undefined)) : [undefined];
}

/** Protocols that carry TCP, as EC2 names and numbers them. */
const TCP: readonly unknown[] = ["tcp", "6"];

/** Whether a rule may allow a TCP port, to whatever target. */
export function mayCover({ protocol, fromPort, toPort }: EgressRule, port: number): boolean {
  if (isEventual(protocol) || protocol === "-1") return true;
  if (!TCP.includes(protocol)) return false;
  return (isEventual(fromPort) || Number(fromPort) <= port) && (isEventual(toPort) || Number(toPort) >= port);
}

function isShown(rule: pulumi.Input<EgressRule>): rule is EgressRule {
  return !isEventual(rule);
}
