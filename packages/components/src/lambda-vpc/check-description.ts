import { checkExistingNetworkTypes } from "../network/existing-network";
import type { LambdaVpcArgs } from "./lambda-vpc-args";
import { eventual, flag, listOf, number, object, objectWith, recordOf, text } from "../arguments/argument-checks";
import { describeValue } from "../arguments/describe-value";
import { rejectArgument } from "../arguments/reject-argument";

const checkTypes = objectWith({
  network: object,
  existingNetwork: checkExistingNetworkTypes,
  sets: recordOf(objectWith({ reach: recordOf(object), services: listOf(text), endpoints: flag, gatewayEndpoints: flag, formerly: text })),
  functions: recordOf(objectWith({ set: text, keepVersions: number, formerly: text })),
  tags: eventual(object),
  region: eventual(text),
});

/** Arguments of separate functions that a set determines. */
const DETERMINED = {
  vpcConfig: "The set determines the network. Remove vpcConfig, and set set to the name of a set",
  executionRole:
    "The description creates the role before the security group. Remove executionRole, or set role to a role that outlives the function",
  trimming: "One trimmer serves all functions. Remove trimming, and set keepVersions",
};

/**
 * Rejects what programs in JavaScript and YAML can pass although the types forbid it: missing parts, other types, and arguments that have
 * no effect here. Also rejects one name for two functions. Throws a `pulumi.RunError`.
 */
export function checkDescription(argument: string, args: LambdaVpcArgs): void {
  checkTypes(argument, args);
  const { network, existingNetwork, sets, functions = {} }: Partial<LambdaVpcArgs> = args;
  if (network === undefined && existingNetwork === undefined)
    rejectArgument(
      `${argument}.network`,
      'Expected an object, got undefined. Describe a new network, such as { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"] }, or an existing one, { vpcId, subnetIds }, or set existingNetwork to a Network',
    );
  if (network !== undefined && existingNetwork !== undefined)
    rejectArgument(`${argument}.existingNetwork`, "network describes another one. Remove one of the two");
  for (const required of ["vpcId", "subnetIds", "plan"] as const)
    if (existingNetwork !== undefined && existingNetwork[required] === undefined)
      rejectArgument(
        `${argument}.existingNetwork.${required}`,
        "Expected a value, got undefined. Pass a Network, or its outputs vpcId, subnetIds and plan. If there is none, describe the network with network: { vpcId, subnetIds }",
      );
  if (sets === undefined)
    rejectArgument(
      `${argument}.sets`,
      `Expected an object, got ${describeValue(sets)}. Describe the sets by name, such as { internal: {} }`,
    );
  for (const [key, one] of Object.entries(functions))
    for (const [determined, why] of Object.entries(DETERMINED))
      if (Reflect.get(one, determined) !== undefined) rejectArgument(`${argument}.functions.${key}.${determined}`, why);
  rejectSameName(`${argument}.functions`, functions);
}

/** Names of functions are unique in an account and Region. */
function rejectSameName(argument: string, functions: NonNullable<LambdaVpcArgs["functions"]>): void {
  const keyByName = new Map<string, string>();
  for (const [key, { name }] of Object.entries(functions)) {
    if (typeof name !== "string") continue;
    const other = keyByName.get(name);
    if (other !== undefined)
      rejectArgument(`${argument}.${key}.name`, `${other} has the same name, ${name}. Give each function another name`);
    keyByName.set(name, key);
  }
}
