/*
 * What the Terraform bridge makes of a program's inputs, as pulumi-aws is built on it (read off the bridge itself, v3.136).
 * It deliberately does not echo inputs: a simulation that echoes them hides reading errors.
 */

/** JSON as it is transmitted. An unknown value is a text. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** The unknown string, which stands for a whole unknown list or object too (source: `unknownStringValue` of the policy SDK). */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Inputs as the bridge's Check returns them: `__defaults` at every object level. */
export function checkedInputs(inputs: JsonObject): JsonObject {
  return { ...mapValues(inputs, (value) => deepChecked(value)), __defaults: [] };
}

/** Outputs of a resource, made (with its AWS id) or only planned (without one). */
export function providedOutputs(type: string, inputs: JsonObject, id: string | undefined): JsonObject {
  const computed = (made: Json): Json => (id === undefined ? UNKNOWN_TEXT : made);
  const filledIn = mapValues(optionalComputed[type] ?? {}, computed);
  if (type.startsWith("aws-native:"))
    return { ...filledIn, ...inputs, [nativeIds[type] ?? "id"]: computed(id ?? null), id: computed(id ?? null) };
  return {
    ...filledIn,
    ...mapValues(inputs, (value, name) => (name === "vpcConfig" ? vpcConfig(value, computed) : provided(value, name))),
    id: computed(id ?? null),
    ...(id === undefined ? {} : { __pulumi_raw_state_delta: {} }),
  };
}

/** What the provider fills in where the program gives nothing, as it is once made. */
const optionalComputed: Readonly<Record<string, JsonObject>> = {
  "aws:ec2/securityGroup:SecurityGroup": { egress: [], ingress: [] },
  "aws:ec2/vpc:Vpc": { cidrBlock: "10.77.0.0/16", mainRouteTableId: "rtb-main", defaultRouteTableId: "rtb-main" },
  "aws:ec2/defaultVpc:DefaultVpc": { cidrBlock: "172.31.0.0/16", instanceTenancy: "default" },
  "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": { cidrBlock: "10.78.0.0/16" },
  "aws:ec2/subnet:Subnet": { availabilityZone: "eu-west-1a", cidrBlock: "10.77.0.0/24" },
  "aws:ec2/defaultSubnet:DefaultSubnet": { cidrBlock: "172.31.0.0/20", ipv6CidrBlock: "" },
  "aws-native:ec2:Subnet": { availabilityZone: "eu-west-1a" },
};

/** The name of the id in the outputs of CloudFormation. It has no bridge: planned outputs equal the inputs. */
const nativeIds: Readonly<Record<string, string>> = {
  "aws-native:ec2:Vpc": "vpcId",
  "aws-native:ec2:Subnet": "subnetId",
  "aws-native:ec2:SecurityGroup": "groupId",
  "aws-native:iam:ManagedPolicy": "policyArn",
};

function vpcConfig(config: Json, computed: (made: Json) => Json): Json {
  const outputs = provided(config, "vpcConfig");
  return isObject(outputs) ? { ipv6AllowedForDualStack: false, ...outputs, vpcId: computed("vpc-found-by-aws") } : outputs;
}

/** Properties that Terraform's schema declares as sets, among the types that networks are made of. */
const sets: ReadonlySet<string> = new Set([
  ...["subnetIds", "securityGroupIds", "routeTableIds", "vpcSecurityGroupIds"],
  ...["subnets", "securityGroups", "ingress", "egress"],
]);

/** One unknown element makes a whole set unknown, and its known elements vanish; a known set is sorted and holds nothing twice. */
function provided(value: Json, name: string): Json {
  if (isObject(value)) return mapValues(value, provided);
  if (!isList(value)) return value;
  const elements = value.map((element) => provided(element, ""));
  if (!sets.has(name)) return elements;
  if (elements.includes(UNKNOWN_TEXT)) return UNKNOWN_TEXT;
  const byText = new Map(elements.map((element) => [JSON.stringify(element), element]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}

function deepChecked(value: Json): Json {
  if (isList(value)) return value.map(deepChecked);
  return isObject(value) ? checkedInputs(value) : value;
}

function mapValues(object: JsonObject, map: (value: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
