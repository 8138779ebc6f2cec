import { accessPoint } from "./address-consumers/access-point";
import { alias } from "./lambda/alias";
import { capacityProvider } from "./lambda/capacity-provider";
import { coreNetworkConnector } from "./lambda/core-network-connector";
import { dbInstance } from "./address-consumers/db-instance";
import { dbSubnetGroup } from "./address-consumers/db-subnet-group";
import { defaultNetworkAcl } from "./adopted/default-network-acl";
import { defaultRouteTable } from "./adopted/default-route-table";
import { defaultSecurityGroup } from "./adopted/default-security-group";
import { defaultSubnet } from "./adopted/default-subnet";
import { defaultVpc } from "./adopted/default-vpc";
import { egressRule, ingressRule } from "./vpc/vpc-security-group-rule";
import { egressOnlyInternetGateway } from "./vpc/egress-only-internet-gateway";
import { elasticIp } from "./address-consumers/elastic-ip";
import { fileSystem } from "./address-consumers/file-system";
import { lambdaFunction } from "./lambda/function";
import { internetGateway } from "./vpc/internet-gateway";
import { invocation } from "./lambda/invocation";
import { applicationLoadBalancer, loadBalancer } from "./address-consumers/load-balancer";
import { logGroup } from "./logs/log-group";
import { mainRouteTableAssociation } from "./vpc/main-route-table-association";
import { mountTarget } from "./address-consumers/mount-target";
import { natGateway } from "./address-consumers/nat-gateway";
import { networkInterface } from "./address-consumers/network-interface";
import { policy } from "./iam/policy";
import { policyAttachment } from "./iam/policy-attachment";
import type { ResourceType } from "./definition/resource-type";
import { role } from "./iam/role";
import { rolePolicy } from "./iam/role-policy";
import { rolePolicyAttachment } from "./iam/role-policy-attachment";
import { rolePolicyAttachmentsExclusive } from "./iam/role-policy-attachments-exclusive";
import { route } from "./vpc/route";
import { routeTable } from "./vpc/route-table";
import { routeTableAssociation } from "./vpc/route-table-association";
import { securityGroup } from "./vpc/security-group";
import { securityGroupRule } from "./vpc/security-group-rule";
import { securityGroupVpcAssociation } from "./vpc/security-group-vpc-association";
import { cacheSubnetGroup, memoryDbSubnetGroup, redshiftSubnetGroup } from "./address-consumers/subnet-groups";
import { subnet } from "./vpc/subnet";
import { vpc } from "./vpc/vpc";
import { vpcEndpoint } from "./address-consumers/vpc-endpoint";
import { vpcIpv4CidrBlockAssociation } from "./vpc/vpc-ipv4-cidr-block-association";

const known: readonly ResourceType[] = [
  accessPoint,
  alias,
  applicationLoadBalancer,
  cacheSubnetGroup,
  capacityProvider,
  coreNetworkConnector,
  dbInstance,
  dbSubnetGroup,
  defaultNetworkAcl,
  defaultRouteTable,
  defaultSecurityGroup,
  defaultSubnet,
  defaultVpc,
  egressOnlyInternetGateway,
  egressRule,
  elasticIp,
  fileSystem,
  ingressRule,
  internetGateway,
  invocation,
  lambdaFunction,
  loadBalancer,
  logGroup,
  mainRouteTableAssociation,
  memoryDbSubnetGroup,
  mountTarget,
  natGateway,
  networkInterface,
  policy,
  policyAttachment,
  redshiftSubnetGroup,
  role,
  rolePolicy,
  rolePolicyAttachment,
  rolePolicyAttachmentsExclusive,
  route,
  routeTable,
  routeTableAssociation,
  securityGroup,
  securityGroupRule,
  securityGroupVpcAssociation,
  subnet,
  vpc,
  vpcEndpoint,
  vpcIpv4CidrBlockAssociation,
];

/** The simulated resource types, by token. Other types are passed through. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(known.map((type) => [type.token, type]));
