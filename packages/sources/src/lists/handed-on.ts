import type { Key } from "@lambda-vpc/model";
import { isReferent, type Referent, resourceKind, type ResourceKind } from "../stack/aws-types";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { isList, isProperties, UNKNOWN, type Value } from "../stack/value";

/** The kinds of elements of lists. */
export type ListReferent = Extract<Referent, "subnet" | "security-group">;

/** Properties that hold ids, by the naming conventions of AWS: `vpcSecurityGroupIds`, `securityGroups`; `subnetId`, `subnets`. */
const naming: Readonly<Record<ListReferent, RegExp>> = {
  "security-group": /(^s|S)ecurityGroup(s|Ids?)?$/,
  subnet: /(^s|S)ubnet(s|Ids?)?$|^vpcZoneIdentifiers?$/,
};

const idPrefix: Readonly<Record<ListReferent, string>> = { "security-group": "sg-", subnet: "subnet-" };

/** A property of a resource that names subnets or groups, and so hands them on as an output. */
export interface HandingProperty {
  readonly resource: StackResource;
  readonly property: string;
  /** The list, if the property is one. Otherwise the ids in it. */
  readonly list: Value;
}

/**
 * The properties with which `resource` was given subnets or groups: `vpcSecurityGroupIds` of a database, `securityGroups` of a mount target,
 * `subnetId` of an association. The provider returns them as outputs (docs/eni-model.md, assumption S, part g).
 */
export function handingProperties(resource: StackResource, referent: ListReferent): readonly HandingProperty[] {
  if (!resource.custom || isReferent(resource.type, referent) || minting.has(resource.type)) return [];
  return Object.entries(resource.inputs ?? resource.outputs).flatMap(([property, value]) =>
    lists(property, value, referent).map((list) => ({ resource, property, list })),
  );
}

function lists(name: string, value: Value, referent: ListReferent): readonly Value[] {
  if (value === null) return [];
  if (naming[referent].test(name)) {
    if (isList(value)) return value.length > 0 && !value.some(isProperties) ? [value] : [];
    return value === UNKNOWN ? [/s$/i.test(name) ? UNKNOWN : [UNKNOWN]] : typeof value === "string" ? [[value]] : [];
  }
  if (isList(value)) return value.flatMap((item) => lists("", item, referent));
  return isProperties(value) ? Object.entries(value).flatMap(([inner, one]) => lists(inner, one, referent)) : [];
}

/** The ids in `list` that are known, and whether others are not. */
export function knownIds(list: Value, referent: ListReferent): readonly string[] {
  return isList(list) ? list.filter((item) => typeof item === "string").filter((id) => id.startsWith(idPrefix[referent])) : [];
}

/** Types that create or look up subnets or groups of which the stack has no resource, and return their ids. */
const minting: ReadonlySet<string> = new Set([
  "aws:cloudcontrol/resource:Resource",
  "aws:cloudformation/stack:Stack",
  "aws:directoryservice/directory:Directory",
  "aws:eks/cluster:Cluster",
  "aws:lambda/invocation:Invocation",
  "aws:sagemaker/domain:Domain",
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:workspaces/directory:Directory",
]);

/** Kinds of resources that return no id of a subnet or group, or only those that they were given. */
const plainKinds: ReadonlySet<ResourceKind | undefined> = new Set<ResourceKind>([
  "vpc",
  "vpc-ipv4-association",
  "subnet-ipv6-association",
  "security-group-rule",
  "egress-rule",
  "ingress-rule",
  "security-group-vpc-association",
  "route-table",
  "route",
  "route-table-association",
  "internet-gateway",
  "elastic-ip",
  "role",
  "role-policy",
  "role-policy-attachment",
  "policy-attachment",
  "role-policy-list",
  "managed-policy",
]);

/** Further such types. */
const plainTypes: ReadonlySet<string> = new Set([
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:dynamodb/table:Table",
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/networkAcl:NetworkAcl",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/networkAclRule:NetworkAclRule",
  "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
  "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation",
  "aws:efs/accessPoint:AccessPoint",
  "aws:efs/fileSystem:FileSystem",
  "aws:kms/key:Key",
  "aws:s3/bucket:Bucket",
  "aws:sns/topic:Topic",
  "aws:sqs/queue:Queue",
]);

const PARAMETER = "aws:ssm/parameter:Parameter";

/** A parameter that the program sets to a text without ids. */
function holdsPlainText(resource: StackResource): boolean {
  const value = given(resource, "value");
  return resource.type === PARAMETER && typeof value === "string" && !/(sg|subnet)-/.test(value);
}

/**
 * Whether `resource` can return only ids of subnets and groups that the stack shows: it returns none, or those that it was given. A database
 * without groups, for example, returns the default group of a VPC that the stack may not show.
 */
export function handsOnOnly(resource: StackResource): boolean {
  if (minting.has(resource.type)) return false;
  return (
    plainKinds.has(resourceKind(resource.type)) ||
    plainTypes.has(resource.type) ||
    holdsPlainText(resource) ||
    (resource.type.startsWith("aws:") && handingProperties(resource, "security-group").length > 0)
  );
}

/** The keys that handing properties name for certain or may name, without lists of lists: known ids, and what the property depends on. */
export function handedOnKeys(stack: Stack, properties: readonly HandingProperty[], referent: ListReferent): readonly Key[] {
  return properties.flatMap(({ resource, property, list }) => [
    ...knownIds(list, referent).map((id) => stack.keyOfId(id)),
    ...stack.candidates(stack.dependencies(resource, property), referent),
  ]);
}
