import { lambdaFunction, logGroup, networkConnector, parameter, role } from "./function-types";
import {
  defaultSecurityGroup,
  networkInterface,
  securityGroup,
  securityGroupEgressRule,
  securityGroupRule,
  subnet,
  vpc,
} from "./network-types";
import { none, region, type ResourceType } from "./resource-type";
import { elasticIp, internetGateway, natGateway, route, routeTable } from "./routing-types";

/** The types that generated programs use. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "aws:cloudwatch/logGroup:LogGroup": logGroup,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": defaultSecurityGroup,
  "aws:ec2/eip:Eip": elasticIp,
  "aws:ec2/internetGateway:InternetGateway": internetGateway,
  "aws:ec2/natGateway:NatGateway": natGateway,
  "aws:ec2/networkInterface:NetworkInterface": networkInterface,
  "aws:ec2/route:Route": route,
  "aws:ec2/routeTable:RouteTable": routeTable,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    added: region,
    replacing: ["subnetId"],
    otherwise: { gatewayId: none },
    madeUp: {},
  },
  "aws:ec2/securityGroup:SecurityGroup": securityGroup,
  "aws:ec2/securityGroupRule:SecurityGroupRule": securityGroupRule,
  "aws:ec2/subnet:Subnet": subnet,
  "aws:ec2/vpc:Vpc": vpc,
  "aws:iam/role:Role": role,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { added: {}, replacing: [], otherwise: {}, madeUp: {} },
  "aws:lambda/coreNetworkConnector:CoreNetworkConnector": networkConnector,
  "aws:lambda/function:Function": lambdaFunction,
  "aws:ssm/parameter:Parameter": parameter,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupEgressRule,
};

export function resourceType(type: string): ResourceType {
  const known = resourceTypes[type];
  if (known === undefined) throw new Error(`the modelled bridge does not know ${type}`);
  return known;
}
