/** The role of a resource type of the AWS provider in a network. */
export type ResourceKind =
  | "vpc"
  | "vpc-ipv4-association"
  | "subnet"
  | "subnet-ipv6-association"
  | "security-group"
  | "adopted-security-group"
  | "security-group-rule"
  | "egress-rule"
  | "ingress-rule"
  | "security-group-vpc-association"
  | "route-table"
  | "route"
  | "route-table-association"
  | "main-route-table-association"
  | "default-route-table"
  | "route-propagation"
  | "service-network-association"
  | "internet-gateway"
  | "elastic-ip"
  | "file-system"
  | "access-point"
  | "function"
  | "role"
  | "role-policy"
  | "role-policy-attachment"
  | "policy-attachment"
  | "role-policy-list"
  | "managed-policy"
  | "network-connector";

const kinds: Readonly<Record<string, ResourceKind>> = {
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/defaultVpc:DefaultVpc": "vpc",
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": "vpc-ipv4-association",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/defaultSubnet:DefaultSubnet": "subnet",
  // The AWS provider has no such type: the range is a property of the subnet.
  "aws-native:ec2:SubnetCidrBlock": "subnet-ipv6-association",
  "aws:ec2/securityGroup:SecurityGroup": "security-group",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "adopted-security-group",
  "aws:ec2/securityGroupRule:SecurityGroupRule": "security-group-rule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "egress-rule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "ingress-rule",
  "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation": "security-group-vpc-association",
  "aws:ec2/routeTable:RouteTable": "route-table",
  "aws:ec2/route:Route": "route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation": "route-table-association",
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": "main-route-table-association",
  "aws:ec2/defaultRouteTable:DefaultRouteTable": "default-route-table",
  "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation": "route-propagation",
  "aws:vpc/routeServerPropagation:RouteServerPropagation": "route-propagation",
  "aws-native:ec2:VpnGatewayRoutePropagation": "route-propagation",
  "aws-native:ec2:RouteServerPropagation": "route-propagation",
  "aws:vpclattice/serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation": "service-network-association",
  "aws-native:vpclattice:ServiceNetworkVpcAssociation": "service-network-association",
  "aws:ec2/internetGateway:InternetGateway": "internet-gateway",
  "aws:ec2/eip:Eip": "elastic-ip",
  "aws:efs/fileSystem:FileSystem": "file-system",
  "aws:efs/accessPoint:AccessPoint": "access-point",
  "aws:lambda/function:Function": "function",
  "aws:lambda/coreNetworkConnector:CoreNetworkConnector": "network-connector",
  "aws:iam/role:Role": "role",
  "aws:iam/rolePolicy:RolePolicy": "role-policy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "role-policy-attachment",
  "aws:iam/policyAttachment:PolicyAttachment": "policy-attachment",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "role-policy-list",
  "aws:iam/policy:Policy": "managed-policy",
};

/** Types that adopt an existing resource: such a resource may be the one that a literal id names. */
const adopting: ReadonlySet<string> = new Set([
  "aws:ec2/defaultVpc:DefaultVpc",
  "aws:ec2/defaultSubnet:DefaultSubnet",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
]);

export function isAdopting(type: string): boolean {
  return adopting.has(type);
}

/** The kind of a resource type; undefined for types that do not matter to a network. */
export function resourceKind(type: string): ResourceKind | undefined {
  return Object.hasOwn(kinds, type) ? kinds[type] : undefined;
}

/** The kinds of resources that an unknown id can identify. */
export type Referent =
  | "function"
  | "vpc"
  | "subnet"
  | "security-group"
  | "route-table"
  | "internet-gateway"
  | "elastic-ip"
  | "role"
  | "managed-policy"
  | "file-system"
  | "access-point";

/** The resources that lists of subnets and security groups may come from, and elastic IPs, which occur next to subnets and are never list elements. */
export const networkReferents: readonly Referent[] = ["subnet", "security-group", "vpc", "elastic-ip"];

export function isReferent(type: string, referent: Referent): boolean {
  const kind = resourceKind(type);
  return kind === referent || (referent === "security-group" && kind === "adopted-security-group");
}
