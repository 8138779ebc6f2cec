import type { Version } from "../../description/description";
import type { Declaration, ModelledEngine, Resource } from "../engine";
import { Eventual, type Input } from "../eventual";

/** How a type of @pulumi/aws is declared with @pulumi/aws-native: the names of CloudFormation. */
interface NativeForm {
  readonly type: string;
  /** The output that holds the id, as its documentation names it. */
  readonly id: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

const network: Readonly<Record<string, NativeForm>> = {
  "aws:ec2/vpc:Vpc": { type: "aws-native:ec2:Vpc", id: "vpcId", outputs: { defaultSecurityGroupId: "defaultSecurityGroup" } },
  "aws:ec2/subnet:Subnet": { type: "aws-native:ec2:Subnet", id: "subnetId" },
  "aws:ec2/securityGroup:SecurityGroup": {
    type: "aws-native:ec2:SecurityGroup",
    id: "groupId",
    inputs: { description: "groupDescription", egress: "securityGroupEgress" },
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    type: "aws-native:ec2:SecurityGroupEgress",
    id: "awsId",
    inputs: { securityGroupId: "groupId", cidrIpv4: "cidrIp" },
  },
};

const functions: Readonly<Record<string, NativeForm>> = {
  "aws:lambda/function:Function": { type: "aws-native:lambda:Function", id: "arn" },
};

/** The types that a version declares with @pulumi/aws-native. */
function formsOf({ native }: Version): Readonly<Record<string, NativeForm>> {
  return { ...(native === "network" || native === "all" ? network : {}), ...(native === "functions" || native === "all" ? functions : {}) };
}

/** Declares a resource, with @pulumi/aws-native where the version does so. */
export function declareResource(version: Version, engine: ModelledEngine, declaration: Declaration): Resource {
  const form = formsOf(version)[declaration.type];
  if (form === undefined) return engine.resource(declaration);
  const inputs = Object.entries(declaration.inputs).map(
    ([name, input]) => [form.inputs?.[name] ?? name, nativeInput(name, input)] as const,
  );
  const resource = engine.resource({ ...declaration, type: form.type, inputs: Object.fromEntries(inputs) });
  return { urn: resource.urn, id: resource.output(form.id), output: (name) => resource.output(form.outputs?.[name] ?? name) };
}

function nativeInput(name: string, input: Input): Input {
  if (name === "code") return { zipFile: "exports.handler = async () => 1;" };
  return name === "egress" && isList(input) ? input.map(nativeRule) : input;
}

function isList(input: Input): input is readonly Input[] {
  return Array.isArray(input);
}

function nativeRule(rule: Input): Input {
  if (typeof rule !== "object" || rule === null || rule instanceof Eventual || isList(rule)) return rule;
  const { protocol, fromPort, toPort, cidrBlocks } = rule as Readonly<Record<string, Input>>;
  const [cidrIp] = cidrBlocks !== undefined && isList(cidrBlocks) ? cidrBlocks : [];
  return { ipProtocol: protocol ?? null, fromPort: fromPort ?? null, toPort: toPort ?? null, cidrIp: cidrIp ?? null };
}
