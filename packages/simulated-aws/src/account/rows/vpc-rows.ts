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
}

/** A secondary IPv4 range of a VPC. */
export interface VpcCidrBlock extends Row {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly region: string;
}

export interface Subnet extends Regional {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string | undefined;
  readonly availabilityZone: string;
  readonly mapPublicIpOnLaunch: boolean;
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
