import { egressRule, ingressRule } from "./directed-rule";
import { lambdaFunction } from "./function";
import { internetGateway } from "./internet-gateway";
import { logGroup } from "./log-group";
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

const known: readonly ResourceType[] = [
  egressRule,
  ingressRule,
  internetGateway,
  lambdaFunction,
  logGroup,
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
];

/**
 * Every type that the account knows, by token; other types of the provider pass through. A type that adopts what an account already has
 * (DefaultVpc, DefaultSubnet, DefaultSecurityGroup) is one more of these, whose `create` finds and whose `remove` leaves alone.
 */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(known.map((type) => [type.token, type]));
