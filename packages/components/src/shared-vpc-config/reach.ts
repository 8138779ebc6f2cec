import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * One thing that functions may reach: a port, or a range of ports, of a security group, an address range or a prefix list. Whom has a property for
 * each kind, exactly one of which is given: the id of a group that is still to be made does not show of what kind it is.
 */
export interface ReachArgs {
  /** The port, or the first of a range. Needed for TCP and UDP; for ICMP the type, every one without it. */
  port?: pulumi.Input<number>;
  /** The last port of a range that begins at `port`; for ICMP the code. */
  toPort?: pulumi.Input<number>;
  /** `tcp` without it; `udp`, `icmp`, a number, or `-1` for everything (docs/aws-facts.md#rule-ports). */
  protocol?: pulumi.Input<string>;
  /** Whom: the security group with this id. */
  securityGroupId?: pulumi.Input<string>;
  /** Whom: this IPv4 range. */
  cidr?: pulumi.Input<string>;
  /** Whom: this IPv6 range. */
  ipv6Cidr?: pulumi.Input<string>;
  /** Whom: the addresses in the prefix list with this id, such as that of a gateway endpoint. */
  prefixListId?: pulumi.Input<string>;
  /** Says what for. The name of the reach without it. */
  description?: pulumi.Input<string>;
  /**
   * Lets the functions in on the other side as well, by an inbound rule of its own on the group `securityGroupId`. That group must name no inbound
   * rules itself: the provider would take the rule for one too many (docs/aws-facts.md#inline-group-rules).
   */
  openTarget?: boolean;
}

const PEERS = ["securityGroupId", "cidr", "ipv6Cidr", "prefixListId"] as const;

/** Protocols that have ports, as EC2 names and numbers them. */
const PROTOCOLS_WITH_PORTS: readonly unknown[] = [undefined, "tcp", "udp", "6", "17"];

/** The reach itself, where it is whole; throws a `pulumi.RunError` with `where` and the fix where it is not. */
export function checkReach(argument: string, reach: ReachArgs): ReachArgs {
  const peers = PEERS.filter((peer) => reach[peer] !== undefined);
  const argumentError = (problem: string) => new pulumi.RunError(`${argument}: ${problem}`);
  if (peers.length !== 1) throw argumentError(`give exactly one of ${PEERS.join(", ")}, not ${peers.join(" and ") || "none"}.`);
  if (reach.port === undefined && PROTOCOLS_WITH_PORTS.includes(reach.protocol))
    throw argumentError('give a port (0 with toPort 65535 for all), or protocol "-1" for everything.');
  if (reach.port === undefined && reach.toPort !== undefined) throw argumentError("give port, the first of the range that toPort ends.");
  if (reach.port !== undefined && reach.protocol === "-1") throw argumentError('protocol "-1" is everything: leave port and toPort out.');
  if (reach.openTarget === true && reach.securityGroupId === undefined)
    throw argumentError("openTarget is for security groups: give securityGroupId, or leave openTarget out.");
  if (typeof reach.cidr === "string" && reach.cidr.includes(":")) throw argumentError("an IPv6 range is given as ipv6Cidr.");
  return reach;
}

/** The outbound rule of a group that permits `reach`; `name` describes it where nothing else does. */
export function egressRule(name: string, reach: ReachArgs): aws.types.input.ec2.SecurityGroupEgress {
  const { securityGroupId, cidr, ipv6Cidr, prefixListId, description = name, protocol = "tcp" } = reach;
  // Everything is written from 0 to 0, and every ICMP type as -1 (docs/aws-facts.md#rule-ports, docs/aws-facts.md#inline-group-rules).
  const allPorts = protocol === "-1" ? 0 : -1;
  return {
    protocol,
    fromPort: reach.port ?? allPorts,
    toPort: reach.toPort ?? reach.port ?? allPorts,
    description,
    ...(securityGroupId === undefined ? {} : { securityGroups: [securityGroupId] }),
    ...(cidr === undefined ? {} : { cidrBlocks: [cidr] }),
    ...(ipv6Cidr === undefined ? {} : { ipv6CidrBlocks: [ipv6Cidr] }),
    ...(prefixListId === undefined ? {} : { prefixListIds: [prefixListId] }),
  };
}

/** The inbound rule on the target that lets in what `reach` lets out of `group`; undefined where the target is not to be opened. */
export function ingressRule(name: string, reach: ReachArgs, group: pulumi.Input<string>): aws.vpc.SecurityGroupIngressRuleArgs | undefined {
  const { securityGroupId, description = name, protocol = "tcp" } = reach;
  if (reach.openTarget !== true || securityGroupId === undefined) return undefined;
  const { fromPort, toPort } = egressRule(name, reach);
  return {
    securityGroupId,
    referencedSecurityGroupId: group,
    ipProtocol: protocol,
    description,
    ...(protocol === "-1" ? {} : { fromPort, toPort }),
  };
}
