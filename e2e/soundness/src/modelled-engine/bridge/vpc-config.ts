import { hasUnknown, isList, isObject, UNKNOWN, type Value } from "../value";

/*
 * The block `vpcConfig` of a function in planned and in deployed outputs.
 */

/** As planned; `before` is undefined for a new function and null for one outside a VPC. */
export function plannedVpcConfig(given: Value | undefined, before: Value | undefined): Value {
  if (given === undefined) return null;
  // A function outside any VPC that gets a network of unknown ids seems to stay outside.
  if (before === null && (isObject(given) ? Object.values(given).every((value) => isUnseen(value)) : hasUnknown(given))) return null;
  if (!isObject(given)) return given;
  const vpcId = before === undefined ? UNKNOWN : isObject(before) ? (before["vpcId"] ?? null) : null;
  return { ...listsOf(given), vpcId };
}

/** As deployed. */
export function settledVpcConfig(given: Value | undefined, vpcOf: (subnet: Value) => Value): Value {
  if (!isObject(given)) return null;
  const subnets = given["subnetIds"];
  return { ...listsOf(given), vpcId: vpcOf((isList(subnets) ? subnets[0] : undefined) ?? null) };
}

function listsOf(given: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
  return {
    ipv6AllowedForDualStack: given["ipv6AllowedForDualStack"] ?? false,
    securityGroupIds: asSet(given["securityGroupIds"] ?? UNKNOWN),
    subnetIds: asSet(given["subnetIds"] ?? UNKNOWN),
  };
}

function isUnseen(value: Value): boolean {
  return hasUnknown(value) || value === false || (isList(value) && value.length === 0);
}

/** A Terraform set: sorted, nothing twice, unknown where one element is. */
export function asSet(value: Value): Value {
  if (!isList(value) || hasUnknown(value)) return UNKNOWN;
  return [...new Set(value)].sort();
}
