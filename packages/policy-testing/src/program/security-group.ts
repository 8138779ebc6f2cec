import { type Inputs, type Resource, resource } from "@lambda-vpc/sources/testing";
import { idOfReference, type Reference } from "./references";

/** One rule, written as in its block. */
export type Rule = Inputs;

/** The peer of a rule: a CIDR range, or a security group. */
export type RulePeer = string | Resource;

export interface SecurityGroupOptions {
  readonly vpc?: Reference;
  /** Outbound rules. Without them, no outbound traffic is allowed. */
  readonly egress?: readonly Rule[];
  readonly ingress?: readonly Rule[];
  readonly parent?: Resource;
}

/** An `aws.ec2.SecurityGroup` with its rules inline. */
export function securityGroup(name: string, options: SecurityGroupOptions = {}): Resource {
  const { vpc, egress, ingress, parent } = options;
  const inputs: Inputs = {
    ...(vpc === undefined ? {} : { vpcId: idOfReference(vpc) }),
    ...(egress === undefined ? {} : { egress }),
    ...(ingress === undefined ? {} : { ingress }),
  };
  return resource("aws:ec2/securityGroup:SecurityGroup", name, inputs, parent);
}

/** TCP to or from one port of `peer`. */
export function tcp(port: number, peer: RulePeer): Rule {
  const at = typeof peer === "string" ? { cidrBlocks: [peer] } : { securityGroups: [idOfReference(peer)] };
  return { protocol: "tcp", fromPort: port, toPort: port, ...at };
}

/** HTTPS to or from `peer`. */
export function https(peer: RulePeer): Rule {
  return tcp(443, peer);
}
