import type { Attachment, PartialList } from "@lambda-vpc/model";
import { sharedLists, withOrigin } from "../lists/origin";
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
  return functions.flatMap((resource) => {
    const attachment = readAttachment(stack, resource, "vpcConfig", (config) => config);
    return attachment === undefined
      ? []
      : { ...withOrigin(attachment, shared), ...(given(resource, "publish") === true ? { publishes: true } : {}) };
  });
}

/** The attachments of a stack's network connectors. */
export function readConnectors(stack: Stack): readonly Attachment[] {
  const egress = (configuration: Properties): Value | undefined => configuration["vpcEgressConfiguration"];
  return stack.ofKind("network-connector").flatMap((resource) => readAttachment(stack, resource, "configuration", egress) ?? []);
}

/** The attachments of a stack's capacity providers, in whose subnets Lambda starts instances. */
export function readCapacityProviders(stack: Stack): readonly Attachment[] {
  const providers = stack.resources.filter(({ type }) => type === "aws:lambda/capacityProvider:CapacityProvider");
  return providers.flatMap((resource) => readAttachment(stack, resource, "vpcConfig", (config) => config) ?? []);
}

/** Reads the two lists in `property`, from the object that `within` selects there. */
function readAttachment(
  stack: Stack,
  resource: StackResource,
  property: string,
  within: (value: Properties) => Value | undefined,
): Attachment | undefined {
  const value = given(resource, property);
  const config = isProperties(value) ? within(value) : value;
  if (config !== UNKNOWN && !isProperties(config)) return undefined;
  const listOf = (name: string): Value | undefined => (config === UNKNOWN ? UNKNOWN : config[name]);
  const subnets = readList(stack, { resource, property }, listOf("subnetIds"), "subnet");
  const securityGroups = readList(stack, { resource, property }, listOf("securityGroupIds"), "security-group");
  if (isEmpty(subnets) && isEmpty(securityGroups)) return undefined;
  return { consumer: resource.urn, scope: scopeOf(resource), subnets, securityGroups };
}

/** The provider and the Region of a resource. A Region in the configuration of the provider is unknown. */
function scopeOf(resource: StackResource): string {
  const region = resource.inputs?.["region"];
  return `${resource.provider ?? ""} ${typeof region === "string" ? region : ""}`.trim();
}

/** Two empty lists mean that the function has no VPC. */
function isEmpty(list: PartialList): boolean {
  return list.holes === 0 && list.known.length === 0;
}
