import { egressConfiguration } from "./connector-configuration";
import { asSet, plannedVpcConfig, settledVpcConfig } from "./vpc-config";
import { resourceType } from "./resource-types";
import { hasUnknown, isEqual, isList, isObject, type Properties, UNKNOWN, type Value } from "../value";
import type { Deployed } from "../deployed";

/*
 * The Terraform bridge, as plain tables and a few rules (docs/engine-facts.md#planned-sets, #kept-values). It shares nothing with packages/simulated-aws either,
 * so that the engine run compares two separate accounts of one bridge.
 */

const FUNCTION = "aws:lambda/function:Function";
const CONNECTOR = "aws:lambda/coreNetworkConnector:CoreNetworkConnector";

/** The digits that the bridge would add to a name; a comparison with the engine leaves them out. */
export const NAME_SUFFIX = "-0000000";

/** The inputs after the bridge checked them. */
export function checkedInputs(type: string, name: string, given: Properties): Properties {
  const { added, named } = resourceType(type);
  const tags = given["tags"];
  const checked = Object.fromEntries(Object.entries(given).map(([property, value]) => [property, withDefaultsList(property, value)]));
  return {
    ...added,
    ...(named === true ? { name: `${name}${NAME_SUFFIX}` } : {}),
    ...checked,
    ...(tags === undefined ? {} : { tagsAll: tags }),
  };
}

/** Whether resources of a type are in a Region. */
export function hasRegion(type: string): boolean {
  return resourceType(type).added["region"] !== undefined;
}

/** The bridge lists the defaults of each block. */
function withDefaultsList(property: string, value: Value): Value {
  if (property === "vpcConfig" && isObject(value)) return { __defaults: [], ...value };
  if (property === "configuration" && isObject(value))
    return { __defaults: [], ...Object.fromEntries(Object.entries(value).map(([name, block]) => [name, withDefaults(block)])) };
  if (property === "egress" && isList(value)) return value.map((block) => (isObject(block) ? { __defaults: [], ...block } : block));
  return value;
}

function withDefaults(block: Value): Value {
  return isObject(block) ? { __defaults: [], ...block } : block;
}

/** Whether a change of inputs, or one that cannot be excluded, replaces the resource. Another Region always does. */
export function isReplaced(type: string, inputs: Properties, before: Properties): boolean {
  return ["region", ...resourceType(type).replacing].some((property) => !isEqual(inputs[property], before[property]));
}

/** The planned outputs of a new resource. */
export function plannedOutputs(type: string, inputs: Properties): Properties {
  const { otherwise, madeUp } = resourceType(type);
  return {
    ...Object.fromEntries(Object.entries(otherwise).map(([property, [planned]]) => [property, planned])),
    ...Object.fromEntries(Object.keys(madeUp).map((property) => [property, UNKNOWN])),
    ...givenOutputs(type, inputs, plannedVpcConfig(inputs["vpcConfig"], undefined)),
    ...connectorOutputs(type, inputs, null),
    id: UNKNOWN,
  };
}

/** The outputs of a new resource that is deployed; `vpcOf` is the VPC of a subnet. */
export function settledOutputs(type: string, inputs: Properties, id: string, vpcOf: (subnet: Value) => Value): Properties {
  const { otherwise, madeUp } = resourceType(type);
  const text = (template: string): string => template.replaceAll("{id}", id).replaceAll("{name}", String(inputs["name"]));
  return {
    ...Object.fromEntries(Object.entries(otherwise).map(([property, [, deployed]]) => [property, deployed])),
    ...Object.fromEntries(Object.entries(madeUp).map(([property, template]) => [property, text(template)])),
    ...givenOutputs(type, inputs, settledVpcConfig(inputs["vpcConfig"], vpcOf)),
    ...connectorOutputs(type, inputs, ""),
    id,
  };
}

/** The planned outputs of a resource that is there: what AWS set stays, except the version of a function that publishes one. */
export function plannedUpdate(type: string, inputs: Properties, { outputs }: Deployed): Properties {
  const { otherwise } = resourceType(type);
  const defaults = Object.entries(otherwise).filter(([, [planned]]) => planned !== null && planned !== UNKNOWN && !isEmpty(planned));
  const planned: Properties = {
    ...outputs,
    ...Object.fromEntries(defaults.map(([property, [value]]) => [property, value])),
    ...givenOutputs(type, inputs, plannedVpcConfig(inputs["vpcConfig"], outputs["vpcConfig"] ?? null)),
    ...connectorOutputs(type, inputs, ""),
  };
  const changes = ["publish", "vpcConfig"].some((property) => !isEqual(planned[property], outputs[property]));
  if (type !== FUNCTION || inputs["publish"] !== true || !changes) return planned;
  return { ...planned, version: UNKNOWN, qualifiedArn: UNKNOWN, qualifiedInvokeArn: UNKNOWN };
}

/** The outputs that the inputs give. Empty collections give nothing. */
function givenOutputs(type: string, inputs: Properties, vpcConfig: Value): Properties {
  const { sets = [] } = resourceType(type);
  const given = Object.entries(inputs).filter(([property, value]) => property !== "vpcConfig" && !isEmpty(value));
  const outputs = given.map(([property, value]): [string, Value] => [property, sets.includes(property) ? asSet(value) : outputOf(value)]);
  return { ...Object.fromEntries(outputs), ...(type === FUNCTION ? { vpcConfig } : {}) };
}

function connectorOutputs(type: string, inputs: Properties, networkProtocol: Value): Properties {
  return type === CONNECTOR ? { configuration: egressConfiguration(inputs["configuration"], networkProtocol) } : {};
}

function isEmpty(value: Value): boolean {
  return (isList(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);
}

/** A list of blocks has every field of a rule; one unknown element makes any other list unknown. */
function outputOf(value: Value): Value {
  if (!isList(value)) return value;
  if (value.some(isObject)) return value.map((block) => (isObject(block) ? ruleBlock(block) : block));
  return hasUnknown(value) ? UNKNOWN : value;
}

function ruleBlock(given: Properties): Properties {
  const block = Object.fromEntries(Object.entries(given).filter(([name]) => name !== "__defaults"));
  return { description: "", ipv6CidrBlocks: [], prefixListIds: [], securityGroups: [], self: false, ...block };
}
