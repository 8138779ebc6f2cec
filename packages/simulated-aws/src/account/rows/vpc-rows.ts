import type { Regional, Row } from "./row";

export interface Vpc extends Regional {
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string | undefined;
  readonly mainRouteTableId: string;
  readonly defaultSecurityGroupId: string;
  readonly enableDnsHostnames: boolean;
  readonly enableDnsSupport: boolean;
  readonly instanceTenancy: string;
  readonly isDefault?: true;
  /** The association of its main route table. Absent while the VPC has the table that it was created with. */
  readonly mainAssociationId?: string;
}

/** A Region in which the account has had a default VPC. Its id is the name of the Region. */
export type OpenedRegion = Row;

/** A secondary IPv4 range of a VPC. */
export interface VpcCidrBlock extends Row {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly region: string;
}

export interface Subnet extends Regional {
  readonly vpcId: string;
  /** Empty for an IPv6-only subnet. */
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string | undefined;
  /** Whether it is an IPv6-only subnet. */
  readonly ipv6Native?: true;
  readonly availabilityZone: string;
  readonly mapPublicIpOnLaunch: boolean;
  /** Whether it is the default subnet of its zone. */
  readonly isDefault?: true;
}

export interface InternetGateway extends Regional {
  readonly vpcId?: string;
}

export interface EgressOnlyInternetGateway extends Regional {
  readonly vpcId: string;
}

export interface RouteTable extends Regional {
  readonly vpcId: string;
  readonly routes: readonly Route[];
}

/** A route: its destination, and the property that names its target, with the value. */
export interface Route {
  readonly destination: string;
  readonly target: string;
  readonly targetId: string;
}

export interface RouteTableAssociation extends Row {
  readonly routeTableId: string;
  readonly subnetId?: string;
  readonly gatewayId?: string;
}

/** The default network ACL of a VPC, which all of its subnets use. Other ACLs are not simulated. */
export interface NetworkAcl extends Regional {
  readonly vpcId: string;
  readonly rules: readonly NetworkAclRule[];
}

/** A rule of an ACL. AWS's own last rules, which deny the rest, are not stored. */
export interface NetworkAclRule {
  readonly egress: boolean;
  readonly ruleNo: number;
  readonly action: string;
  /** `-1` for all protocols, otherwise the number. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly icmpType: number;
  readonly icmpCode: number;
}
