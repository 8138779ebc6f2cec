import { type Inputs, type Resource, resource } from "@lambda-vpc/sources/testing";
import { idOfReference, type Reference } from "./references";

/** One rule as its block has it. */
export type Rule = Inputs;

/** What a rule lets traffic to or from: a CIDR range, or a security group. */
export type RulePeer = string | Resource;

export interface SecurityGroupOptions {
  readonly vpc?: Reference;
  /** Rules that let traffic out; none: nothing gets out. */
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
