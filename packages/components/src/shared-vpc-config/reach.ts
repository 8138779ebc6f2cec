import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * A target that functions may reach: a port or port range of a security group, an address range or a prefix list. Each kind of target has
 * a separate property, exactly one of which must be set, because the kind of an unknown id cannot be inferred.
 */
export interface ReachArgs {
  /** The port, or the first port of a range. Required for TCP and UDP. For ICMP the type; default: every type. */
  port?: pulumi.Input<number>;
  /** The last port of a range that starts at `port`. For ICMP the code. */
  toPort?: pulumi.Input<number>;
  /** `tcp` (default), `udp`, `icmp`, a number, or `-1` for all protocols (docs/aws-facts.md#rule-ports). */
  protocol?: pulumi.Input<string>;
  /** Target: the security group with this id. */
  securityGroupId?: pulumi.Input<string>;
  /** Target: this IPv4 range. */
  cidr?: pulumi.Input<string>;
  /** Target: this IPv6 range. */
  ipv6Cidr?: pulumi.Input<string>;
  /** Target: the prefix list with this id, such as that of a gateway endpoint. */
  prefixListId?: pulumi.Input<string>;
  /** The description of the rule. Default: the name of the target. */
  description?: pulumi.Input<string>;
  /**
   * Whether to add an inbound rule to the security group `securityGroupId` that allows the functions. That group must not list inbound
   * rules inline: the provider would delete the added rule (docs/aws-facts.md#inline-group-rules).
   */
  openTarget?: boolean;
}

const PEERS = ["securityGroupId", "cidr", "ipv6Cidr", "prefixListId"] as const;

/** Protocols that have ports, as EC2 names and numbers them. */
const PROTOCOLS_WITH_PORTS: readonly unknown[] = [undefined, "tcp", "udp", "6", "17"];

/** Returns `reach` if it is complete. Throws a `pulumi.RunError` that names the argument and the fix if not. */
export function checkReach(argument: string, reach: ReachArgs): ReachArgs {
  const peers = PEERS.filter((peer) => reach[peer] !== undefined);
  const argumentError = (problem: string) => new pulumi.RunError(`${argument}: ${problem}`);
  if (peers.length !== 1) throw argumentError(`Set exactly one of ${PEERS.join(", ")}, not ${peers.join(" and ") || "none"}.`);
  if (reach.port === undefined && PROTOCOLS_WITH_PORTS.includes(reach.protocol))
    throw argumentError('Set port (0 with toPort 65535 for all ports), or protocol "-1" for all protocols.');
  if (reach.port === undefined && reach.toPort !== undefined)
    throw argumentError("Set port, the first port of the range that ends at toPort.");
  if (reach.port !== undefined && reach.protocol === "-1") throw argumentError('protocol "-1" covers all ports. Remove port and toPort.');
  if (reach.openTarget === true && reach.securityGroupId === undefined)
    throw argumentError("openTarget applies to security groups only. Set securityGroupId, or remove openTarget.");
  if (typeof reach.cidr === "string" && reach.cidr.includes(":")) throw argumentError("Set ipv6Cidr for an IPv6 range.");
  return reach;
}

/** The outbound rule of a group that allows `reach`. `name` is the default description. */
export function egressRule(name: string, reach: ReachArgs): aws.types.input.ec2.SecurityGroupEgress {
  const { securityGroupId, cidr, ipv6Cidr, prefixListId, description = name, protocol = "tcp" } = reach;
  // All protocols are written as ports 0 to 0, and every ICMP type as -1 (docs/aws-facts.md#rule-ports,
  // docs/aws-facts.md#inline-group-rules).
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

/** The inbound rule of the target that allows `reach` from `group`. Undefined unless `openTarget` is set. */
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
