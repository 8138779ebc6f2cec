import { alias } from "./alias";
import { capacityProvider } from "./capacity-provider";
import { coreNetworkConnector } from "./core-network-connector";
import { dbInstance } from "./db-instance";
import { dbSubnetGroup } from "./db-subnet-group";
import { egressRule, ingressRule } from "./directed-rule";
import { egressOnlyInternetGateway } from "./egress-only-internet-gateway";
import { elasticIp } from "./elastic-ip";
import { fileSystem } from "./file-system";
import { lambdaFunction } from "./function";
import { internetGateway } from "./internet-gateway";
import { invocation } from "./invocation";
import { applicationLoadBalancer, loadBalancer } from "./load-balancer";
import { logGroup } from "./log-group";
import { mountTarget } from "./mount-target";
import { natGateway } from "./nat-gateway";
import { networkInterface } from "./network-interface";
import { policy } from "./policy";
import type { ResourceType } from "./resource-type";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";
import { route } from "./route";
import { routeTable } from "./route-table";
import { routeTableAssociation } from "./route-table-association";
import { securityGroup } from "./security-group";
import { securityGroupRule } from "./security-group-rule";
import { subnet } from "./subnet";
import { vpc } from "./vpc";
import { vpcEndpoint } from "./vpc-endpoint";
import { vpcIpv4CidrBlockAssociation } from "./vpc-ipv4-cidr-block-association";

const known: readonly ResourceType[] = [
  alias,
  applicationLoadBalancer,
  capacityProvider,
  coreNetworkConnector,
  dbInstance,
  dbSubnetGroup,
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
  mountTarget,
  natGateway,
  networkInterface,
  policy,
  role,
  rolePolicy,
  rolePolicyAttachment,
  route,
  routeTable,
  routeTableAssociation,
  securityGroup,
  securityGroupRule,
  subnet,
  vpc,
  vpcEndpoint,
  vpcIpv4CidrBlockAssociation,
];

/**
 * Every type that the account knows, by token; other types of the provider pass through. A type that adopts what an account already has
 * (DefaultVpc, DefaultSubnet, DefaultSecurityGroup) is one more of these, whose `create` finds and whose `remove` leaves alone.
 */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(known.map((type) => [type.token, type]));
