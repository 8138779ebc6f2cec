import type { Attachment, Key, Opacity, PartialList } from "@lambda-vpc/model";
import { networkReferents, type Referent } from "./aws-types";
import { sharedList } from "./shared-configuration";
import type { Stack } from "./stack";
import { given, type StackResource } from "./stack-resource";
import { elements, isProperties, type Properties, UNKNOWN, type Value } from "./value";

/**
 * The attachments of a stack's functions: what each asks for, read from its inputs and joined with what they depend on. A function on a
 * capacity provider has none of its own: its network is the provider's (source: Developer Guide, lambda-managed-instances).
 */
export function readAttachments(stack: Stack): readonly Attachment[] {
  const functions = stack.ofKind("function").filter((resource) => !isProperties(given(resource, "capacityProviderConfig")));
  return functions.flatMap((resource) => {
    const attachment = readAttachment(stack, resource, "vpcConfig", (config) => config);
    return attachment === undefined ? [] : { ...attachment, ...(given(resource, "publish") === true ? { publishes: true } : {}) };
  });
}

/** The attachments of a stack's network connectors. */
export function readConnectors(stack: Stack): readonly Attachment[] {
  const egress = (configuration: Properties): Value | undefined => configuration["vpcEgressConfiguration"];
  return stack.ofKind("network-connector").flatMap((resource) => readAttachment(stack, resource, "configuration", egress) ?? []);
}

/** Reads the two lists that stand in `property`, at the place that `within` finds there. */
function readAttachment(
  stack: Stack,
  resource: StackResource,
  property: string,
  within: (value: Properties) => Value | undefined,
): Attachment | undefined {
  const value = given(resource, property);
  const config = isProperties(value) ? within(value) : value;
  if (config !== UNKNOWN && !isProperties(config)) return undefined;
  const dependencies = stack.dependencies(resource, property);
  const read = (name: string, referent: Referent): PartialList => {
    const list = config === UNKNOWN ? UNKNOWN : config[name];
    const shared = list === UNKNOWN ? sharedList(stack, dependencies, name, referent) : undefined;
    return shared ?? readList(stack, list, referent, dependencies, resource.inputs !== undefined);
  };
  const subnets = read("subnetIds", "subnet");
  const securityGroups = read("securityGroupIds", "security-group");
  if (isEmpty(subnets) && isEmpty(securityGroups)) return undefined;
  return { consumer: resource.urn, scope: scopeOf(resource), subnets, securityGroups };
}

/** The provider and the Region that a resource is made with; a Region of the provider's own does not show. */
function scopeOf(resource: StackResource): string {
  const region = resource.inputs?.["region"];
  return `${resource.provider ?? ""} ${typeof region === "string" ? region : ""}`.trim();
}

/** Two empty lists mean: no VPC. */
function isEmpty(list: PartialList): boolean {
  return list.holes === 0 && list.known.length === 0;
}

function readList(
  stack: Stack,
  list: Value | undefined,
  referent: Referent,
  dependencies: readonly StackResource[],
  inputsSeen: boolean,
): PartialList {
  const items = elements(list);
  const known = items === UNKNOWN ? [] : items.flatMap((item) => (typeof item === "string" ? stack.keyOfId(item) : []));
  const holes = items === UNKNOWN ? "unknown" : items.filter((item) => item === UNKNOWN).length;
  if (holes === 0) return { known, holes, candidates: [] };
  const candidates: readonly Key[] = stack.candidates(dependencies, referent);
  const opaque = opacity(stack, dependencies, inputsSeen);
  return { known, holes, candidates, ...(opaque === undefined ? {} : { opaque }) };
}

function opacity(stack: Stack, dependencies: readonly StackResource[], inputsSeen: boolean): Opacity | undefined {
  if (!inputsSeen) return "inputs-not-seen";
  return dependencies.every((dependency) => stack.holdsAny(dependency, networkReferents)) ? undefined : "foreign-dependency";
}
