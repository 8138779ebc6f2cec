import type { Regional, Row, Tags } from "./row";

export interface SecurityGroup extends Regional {
  readonly vpcId: string;
  readonly name: string;
  readonly description: string;
}

/** A further VPC in which a group can be used. Its id is `GROUP,VPC`. */
export interface SecurityGroupVpcAssociation extends Row {
  readonly groupId: string;
  readonly vpcId: string;
  readonly region: string;
}

export type Direction = "ingress" | "egress";

/** The source or destination of a rule: exactly one of these, as in EC2's SecurityGroupRule. */
export type Peer =
  | { readonly cidrIpv4: string }
  | { readonly cidrIpv6: string }
  | { readonly prefixListId: string }
  | { readonly referencedSecurityGroupId: string };

export interface SecurityGroupRule extends Row {
  readonly groupId: string;
  readonly direction: Direction;
  /** `-1` for all protocols. */
  readonly protocol: string;
  /** Absent if the protocol is `-1`. */
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly peer: Peer;
  readonly description: string;
  readonly tags: Tags;
}
