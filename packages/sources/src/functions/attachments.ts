import type { Attachment, PartialList } from "@lambda-vpc/model";
import { sharedLists, withOrigin } from "../lists/origin";
import { readScopes } from "../stack/provider-scopes";
import { readList } from "../lists/read-list";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { isProperties, type Properties, UNKNOWN, type Value } from "../stack/value";

/**
 * The attachments of a stack's functions, read from their inputs and joined with the dependencies of these. A function on a capacity provider
 * has no attachment: it uses the network of the provider (docs/aws-facts.md#capacity-providers).
 */
export function readAttachments(stack: Stack): readonly Attachment[] {
  const shared = sharedLists(stack);
  const functions = stack.ofKind("function").filter((resource) => !isProperties(given(resource, "capacityProviderConfig")));
  const publishing = new Set(functions.filter((resource) => given(resource, "publish") === true).map(({ urn }) => urn));
  return attachmentsOf(stack, functions, "vpcConfig").map((attachment) => ({
    ...withOrigin(attachment, shared),
    ...(publishing.has(attachment.consumer) ? { publishes: true } : {}),
  }));
}

/** The attachments of a stack's network connectors. */
export function readConnectors(stack: Stack): readonly Attachment[] {
  const egress = (configuration: Properties): Value | undefined => configuration["vpcEgressConfiguration"];
  return attachmentsOf(stack, stack.ofKind("network-connector"), "configuration", egress);
}

/** The attachments of a stack's capacity providers, in whose subnets Lambda starts instances. */
export function readCapacityProviders(stack: Stack): readonly Attachment[] {
  const providers = stack.resources.filter(({ type }) => type === "aws:lambda/capacityProvider:CapacityProvider");
  return attachmentsOf(stack, providers, "vpcConfig");
}

/** Reads the two lists in `property` of each resource, from the object that `within` selects there. */
function attachmentsOf(
  stack: Stack,
  resources: readonly StackResource[],
  property: string,
  within = (value: Properties): Value | undefined => value,
): readonly Attachment[] {
  const read = resources.map((resource) => ({ resource, lists: readLists(stack, resource, property, within) }));
  const attached = read.flatMap(({ resource, lists }) => (lists === undefined ? [] : [{ resource, lists }]));
  const scopes = readScopes(
    stack,
    attached.map(({ resource }) => resource),
  );
  return attached.map(({ resource: { urn }, lists }) => ({ consumer: urn, ...scopes.get(urn), ...lists }));
}

function readLists(
  stack: Stack,
  resource: StackResource,
  property: string,
  within: (value: Properties) => Value | undefined,
): Pick<Attachment, "subnets" | "securityGroups"> | undefined {
  const value = given(resource, property);
  const config = isProperties(value) ? within(value) : value;
  if (config !== UNKNOWN && !isProperties(config)) return undefined;
  const listOf = (name: string): Value | undefined => (config === UNKNOWN ? UNKNOWN : config[name]);
  const subnets = readList(stack, { resource, property }, listOf("subnetIds"), "subnet");
  const securityGroups = readList(stack, { resource, property }, listOf("securityGroupIds"), "security-group");
  return isEmpty(subnets) && isEmpty(securityGroups) ? undefined : { subnets, securityGroups };
}

/** Two empty lists mean that the function has no VPC. */
function isEmpty(list: PartialList): boolean {
  return list.holes === 0 && list.known.length === 0;
}
