import { type Input, type Inputs, Output, type Resource } from "./program";
import type { Rewritten } from "./program-map";

/** How `@pulumi/aws-native` writes a resource: with the names of CloudFormation. Undefined if it cannot write it. */
interface Writing {
  readonly type: string;
  readonly write: (inputs: Inputs) => Inputs | undefined;
}

const separateRule = { securityGroupId: "groupId", cidrIpv4: "cidrIp", cidrIpv6: "cidrIpv6" };

const writings: Readonly<Record<string, Writing>> = {
  "aws:ec2/vpc:Vpc": { type: "aws-native:ec2:Vpc", write: renaming({}) },
  "aws:ec2/subnet:Subnet": { type: "aws-native:ec2:Subnet", write: renaming({}) },
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": { type: "aws-native:ec2:VpcCidrBlock", write: renaming({}) },
  "aws:ec2/eip:Eip": { type: "aws-native:ec2:Eip", write: renaming({}) },
  "aws:ec2/natGateway:NatGateway": { type: "aws-native:ec2:NatGateway", write: renaming({}) },
  "aws:ec2/vpcEndpoint:VpcEndpoint": { type: "aws-native:ec2:VpcEndpoint", write: renaming({}) },
  "aws:ec2/networkInterface:NetworkInterface": {
    type: "aws-native:ec2:NetworkInterface",
    write: renaming({ privateIps: "privateIpAddresses", privateIpsCount: "secondaryPrivateIpAddressCount" }),
  },
  "aws:ec2/instance:Instance": { type: "aws-native:ec2:Instance", write: renaming({}) },
  "aws:lb/loadBalancer:LoadBalancer": {
    type: "aws-native:elasticloadbalancingv2:LoadBalancer",
    write: renaming({ loadBalancerType: "type" }),
  },
  "aws:efs/mountTarget:MountTarget": { type: "aws-native:efs:MountTarget", write: renaming({}) },
  "aws:rds/subnetGroup:SubnetGroup": { type: "aws-native:rds:DbSubnetGroup", write: renaming({ name: "dbSubnetGroupName" }) },
  "aws:rds/instance:Instance": { type: "aws-native:rds:DbInstance", write: renaming({}) },
  "aws:lambda/capacityProvider:CapacityProvider": { type: "aws-native:lambda:CapacityProvider", write: renaming({}) },
  "aws:lambda/function:Function": { type: "aws-native:lambda:Function", write: renaming({ name: "functionName" }) },
  "aws:iam/role:Role": { type: "aws-native:iam:Role", write: role },
  "aws:iam/rolePolicy:RolePolicy": {
    type: "aws-native:iam:RolePolicy",
    write: renaming({ role: "roleName", name: "policyName", policy: "policyDocument" }),
  },
  "aws:iam/policy:Policy": {
    type: "aws-native:iam:ManagedPolicy",
    write: renaming({ name: "managedPolicyName", policy: "policyDocument" }),
  },
  "aws:ec2/securityGroup:SecurityGroup": { type: "aws-native:ec2:SecurityGroup", write: securityGroup },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    type: "aws-native:ec2:SecurityGroupEgress",
    write: renaming({
      ...separateRule,
      prefixListId: "destinationPrefixListId",
      referencedSecurityGroupId: "destinationSecurityGroupId",
    }),
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    type: "aws-native:ec2:SecurityGroupIngress",
    write: renaming({ ...separateRule, prefixListId: "sourcePrefixListId", referencedSecurityGroupId: "sourceSecurityGroupId" }),
  },
};

/** A resource as a program with `@pulumi/aws-native` writes it. Resources that it cannot write, or that are not part of a network, are unchanged. */
export function asAwsNative({ type, inputs }: Resource): Rewritten {
  const writing = Object.hasOwn(writings, type) ? writings[type] : undefined;
  const written = writing?.write(inputs);
  return writing === undefined || written === undefined ? { type, inputs } : { type: writing.type, inputs: written };
}

function renaming(names: Readonly<Record<string, string>>): (inputs: Inputs) => Inputs {
  return (inputs) => Object.fromEntries(Object.entries(inputs).map(([name, value]) => [names[name] ?? name, value]));
}

function role({ name, assumeRolePolicy, inlinePolicies = [], ...others }: Inputs): Inputs | undefined {
  if (!isList(inlinePolicies) || !inlinePolicies.every(isInputs)) return undefined;
  return {
    ...others,
    ...(name === undefined ? {} : { roleName: name }),
    ...(assumeRolePolicy === undefined ? {} : { assumeRolePolicyDocument: assumeRolePolicy }),
    policies: inlinePolicies.map(renaming({ name: "policyName", policy: "policyDocument" })),
  };
}

/** Undefined where a group names no outbound rule: CloudFormation would leave AWS's own rule in place (docs/aws-facts.md#default-outbound-rule). */
function securityGroup({ name, egress, ingress, ...others }: Inputs): Inputs | undefined {
  const outbound = ruleBlocks(egress ?? [], "destination");
  const inbound = ruleBlocks(ingress ?? [], "source");
  if (outbound === undefined || outbound.length === 0 || inbound === undefined) return undefined;
  const named = name === undefined ? {} : { groupName: name };
  return { ...others, ...named, securityGroupEgress: outbound, securityGroupIngress: inbound };
}

/** One block a peer; undefined where a block is an output, or about its own group, which an inline block cannot name. */
function ruleBlocks(blocks: Input, side: "destination" | "source"): readonly Inputs[] | undefined {
  if (!isList(blocks)) return undefined;
  const written = blocks.map((block) => ruleBlock(block, side));
  return written.every((some) => some !== undefined) ? written.flat() : undefined;
}

function ruleBlock(block: Input, side: "destination" | "source"): readonly Inputs[] | undefined {
  if (typeof block !== "object" || block === null || isList(block)) return undefined;
  const { protocol = null, fromPort = null, toPort = null, ...peers } = block as Inputs;
  const names: Readonly<Record<string, string>> = {
    cidrBlocks: "cidrIp",
    ipv6CidrBlocks: "cidrIpv6",
    prefixListIds: `${side}PrefixListId`,
    securityGroups: `${side}SecurityGroupId`,
  };
  const written = Object.entries(peers).map(([name, values]) => {
    const called = names[name];
    if (called === undefined || !isList(values)) return undefined;
    return values.map((value) => ({ ipProtocol: protocol, fromPort, toPort, [called]: value }));
  });
  return written.every((some) => some !== undefined) ? written.flat() : undefined;
}

function isInputs(input: Input): input is Inputs {
  return typeof input === "object" && input !== null && !isList(input) && !(input instanceof Output);
}

function isList(input: Input): input is readonly Input[] {
  return Array.isArray(input);
}
