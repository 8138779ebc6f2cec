import type { Deployed } from "../deployed";
import { isEqual, type Properties, UNKNOWN } from "../value";
import { NAME_SUFFIX } from "./bridge";

/*
 * Resources of @pulumi/aws-native. No engine run holds them to the provider, so they follow its source: planned outputs are the inputs, element by element, and
 * what is read-only is unknown, except names, ids and ARNs of a resource that is there (pulumi/pulumi-aws-native, PreviewOutputs; read 2026-12-01).
 */

/** What aws-native makes of a resource type. */
interface NativeType {
  /** The input that gets a name with a random end. */
  readonly name?: string;
  /** Inputs that replace the resource when they change (CloudFormation: createOnlyProperties). */
  readonly replacing: readonly string[];
  /** Outputs that no input gives, with a text like AWS's. `{id}` stands for the id of the resource. */
  readonly readOnly: Readonly<Record<string, string>>;
  /** Those of them that stay known while the resource is updated. */
  readonly stable: readonly string[];
}

const nativeTypes: Readonly<Record<string, NativeType>> = {
  "aws-native:ec2:Vpc": {
    replacing: ["cidrBlock"],
    readOnly: { vpcId: "{id}", defaultNetworkAcl: "acl-of-{id}", defaultSecurityGroup: "" },
    stable: ["vpcId"],
  },
  "aws-native:ec2:Subnet": {
    replacing: ["vpcId", "cidrBlock"],
    readOnly: { subnetId: "{id}", networkAclAssociationId: "aclassoc-of-{id}" },
    stable: ["subnetId"],
  },
  "aws-native:ec2:SecurityGroup": {
    replacing: ["groupDescription", "vpcId"],
    readOnly: { groupId: "{id}", awsId: "{id}" },
    stable: [],
  },
  "aws-native:ec2:SecurityGroupEgress": {
    replacing: ["groupId", "ipProtocol", "fromPort", "toPort", "cidrIp"],
    readOnly: { awsId: "{id}" },
    stable: [],
  },
  "aws-native:lambda:Function": {
    name: "functionName",
    replacing: ["functionName"],
    readOnly: { arn: "arn:aws:lambda:us-east-1:123456789012:function:{id}" },
    stable: ["arn"],
  },
};

function nativeType(type: string): NativeType {
  const known = nativeTypes[type];
  if (known === undefined) throw new Error(`the model of aws-native does not know ${type}`);
  return known;
}

/** The inputs after the provider checked them. */
export function checkedNativeInputs(type: string, name: string, given: Properties): Properties {
  const property = nativeType(type).name;
  return property === undefined ? given : { [property]: `${name}${NAME_SUFFIX}`, ...given };
}

export function isNativeReplaced(type: string, inputs: Properties, before: Properties): boolean {
  return nativeType(type).replacing.some((property) => !isEqual(inputs[property], before[property]));
}

/** The planned outputs of a new resource. */
export function plannedNativeOutputs(type: string, inputs: Properties): Properties {
  return { ...unknownReadOnly(type), ...inputs, id: UNKNOWN };
}

/** The planned outputs of a resource that is there; an unchanged one keeps its outputs. */
export function plannedNativeUpdate(type: string, inputs: Properties, { inputs: before, outputs }: Deployed): Properties {
  if (isEqual(inputs, before)) return outputs;
  const stable = ["id", ...nativeType(type).stable].map((property) => [property, outputs[property] ?? UNKNOWN] as const);
  return { ...unknownReadOnly(type), ...inputs, ...Object.fromEntries(stable) };
}

/** The outputs of a resource that is deployed. */
export function settledNativeOutputs(type: string, inputs: Properties, id: string): Properties {
  const readOnly = Object.entries(nativeType(type).readOnly).map(([property, text]) => [property, text.replaceAll("{id}", id)] as const);
  return { ...Object.fromEntries(readOnly), ...inputs, id };
}

function unknownReadOnly(type: string): Properties {
  return Object.fromEntries(Object.keys(nativeType(type).readOnly).map((property) => [property, UNKNOWN] as const));
}
