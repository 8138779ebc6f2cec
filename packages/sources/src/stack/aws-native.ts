import { DEFAULT_OUTBOUND_PEER } from "@lambda-vpc/model";
import type { StackResource } from "./stack-resource";
import { unknownProperties } from "./unknown-properties";
import { isList, isProperties, type Properties, type Value } from "./value";

/** How a type of `@pulumi/aws-native`, with the names of CloudFormation, is written in `@pulumi/aws`: the names that a network needs. */
interface Translation {
  readonly type: string;
  /** The output that holds the id. By default `id`. */
  readonly id?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly blocks?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const separateRule = {
  groupId: "securityGroupId",
  ipProtocol: "ipProtocol",
  cidrIp: "cidrIpv4",
  cidrIpv6: "cidrIpv6",
  destinationPrefixListId: "prefixListId",
  sourcePrefixListId: "prefixListId",
  destinationSecurityGroupId: "referencedSecurityGroupId",
  sourceSecurityGroupId: "referencedSecurityGroupId",
};

const ruleBlock = {
  ipProtocol: "protocol",
  cidrIp: "cidrBlocks",
  cidrIpv6: "ipv6CidrBlocks",
  destinationPrefixListId: "prefixListIds",
  sourcePrefixListId: "prefixListIds",
  destinationSecurityGroupId: "securityGroups",
  sourceSecurityGroupId: "securityGroups",
};

const translations: Readonly<Record<string, Translation>> = {
  "aws-native:ec2:Vpc": { type: "aws:ec2/vpc:Vpc", id: "vpcId", properties: { defaultSecurityGroup: "defaultSecurityGroupId" } },
  "aws-native:ec2:VpcCidrBlock": { type: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", properties: {} },
  "aws-native:ec2:Subnet": { type: "aws:ec2/subnet:Subnet", id: "subnetId", properties: {} },
  "aws-native:ec2:SecurityGroup": {
    type: "aws:ec2/securityGroup:SecurityGroup",
    id: "groupId",
    properties: { groupName: "name", securityGroupEgress: "egress", securityGroupIngress: "ingress" },
    blocks: { securityGroupEgress: ruleBlock, securityGroupIngress: ruleBlock },
  },
  "aws-native:ec2:SecurityGroupEgress": { type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", properties: separateRule },
  "aws-native:ec2:SecurityGroupIngress": { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", properties: separateRule },
  "aws-native:ec2:InternetGateway": { type: "aws:ec2/internetGateway:InternetGateway", id: "internetGatewayId", properties: {} },
  "aws-native:ec2:RouteTable": { type: "aws:ec2/routeTable:RouteTable", id: "routeTableId", properties: {} },
  "aws-native:ec2:Route": { type: "aws:ec2/route:Route", properties: {} },
  "aws-native:ec2:SubnetRouteTableAssociation": { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", properties: {} },
  "aws-native:ec2:Eip": { type: "aws:ec2/eip:Eip", properties: {} },
  "aws-native:ec2:NatGateway": { type: "aws:ec2/natGateway:NatGateway", properties: {} },
  "aws-native:ec2:VpcEndpoint": { type: "aws:ec2/vpcEndpoint:VpcEndpoint", properties: {} },
  "aws-native:ec2:NetworkInterface": {
    type: "aws:ec2/networkInterface:NetworkInterface",
    properties: { privateIpAddresses: "privateIps", secondaryPrivateIpAddressCount: "privateIpsCount" },
  },
  "aws-native:ec2:Instance": { type: "aws:ec2/instance:Instance", properties: {} },
  "aws-native:elasticloadbalancingv2:LoadBalancer": { type: "aws:lb/loadBalancer:LoadBalancer", properties: { type: "loadBalancerType" } },
  "aws-native:efs:FileSystem": { type: "aws:efs/fileSystem:FileSystem", id: "fileSystemId", properties: {} },
  "aws-native:efs:AccessPoint": { type: "aws:efs/accessPoint:AccessPoint", id: "accessPointId", properties: {} },
  "aws-native:efs:MountTarget": { type: "aws:efs/mountTarget:MountTarget", properties: {} },
  "aws-native:rds:DbSubnetGroup": { type: "aws:rds/subnetGroup:SubnetGroup", properties: { dbSubnetGroupName: "name" } },
  "aws-native:rds:DbInstance": { type: "aws:rds/instance:Instance", properties: {} },
  "aws-native:lambda:CapacityProvider": { type: "aws:lambda/capacityProvider:CapacityProvider", properties: {} },
  "aws-native:lambda:Function": {
    type: "aws:lambda/function:Function",
    properties: { functionName: "name", fileSystemConfigs: "fileSystemConfig" },
  },
  "aws-native:iam:Role": {
    type: "aws:iam/role:Role",
    properties: { roleName: "name", policies: "inlinePolicies" },
    blocks: { policies: { policyName: "name", policyDocument: "policy" } },
  },
  "aws-native:iam:RolePolicy": {
    type: "aws:iam/rolePolicy:RolePolicy",
    properties: { roleName: "role", policyName: "name", policyDocument: "policy" },
  },
  "aws-native:iam:ManagedPolicy": {
    type: "aws:iam/policy:Policy",
    id: "policyArn",
    properties: { managedPolicyName: "name", policyDocument: "policy" },
  },
};

/** A resource of `@pulumi/aws-native` as the same resource of `@pulumi/aws`; any other resource is returned unchanged. */
export function fromAwsNative(resource: StackResource): StackResource {
  const translation = Object.hasOwn(translations, resource.type) ? translations[resource.type] : undefined;
  if (translation === undefined) return resource;
  const { type, id, properties } = translation;
  const native = id === undefined ? undefined : resource.outputs[id];
  const outputs = translated(resource.outputs, translation);
  return {
    ...resource,
    type,
    nativeType: resource.type,
    ...(resource.inputs === undefined ? {} : { inputs: withDefaultRule(type, translated(resource.inputs, translation)) }),
    // An update makes some ids of CloudFormation unknown. The engine's own id stays.
    outputs: outputs === unknownProperties || typeof native !== "string" ? outputs : { ...outputs, id: native },
    propertyDependencies: renamed(resource.propertyDependencies, properties),
  };
}

function translated(values: Properties, { properties, blocks = {} }: Translation): Properties {
  if (values === unknownProperties) return values;
  const inner = Object.entries(values).map(([name, value]): [string, Value] => {
    const block = blocks[name];
    return [name, block !== undefined && isList(value) ? value.map((item) => (isProperties(item) ? renamed(item, block) : item)) : value];
  });
  return renamed(Object.fromEntries(inner), properties);
}

function renamed<T>(values: Readonly<Record<string, T>>, names: Readonly<Record<string, string>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [names[name] ?? name, value]));
}

/**
 * CloudFormation keeps the default rule of AWS if a group lists no outbound rule: all outbound traffic
 * (docs/aws-facts.md#default-outbound-rule). Its scope differs with IPv6, so it is represented by a separate peer: equal among such groups, unequal to any written rule.
 */
function withDefaultRule(type: string, inputs: Properties): Properties {
  if (type !== "aws:ec2/securityGroup:SecurityGroup" || inputs === unknownProperties || (inputs["egress"] ?? null) !== null) return inputs;
  return { ...inputs, egress: [{ protocol: "-1", fromPort: 0, toPort: 0, prefixListIds: [DEFAULT_OUTBOUND_PEER] }] };
}
