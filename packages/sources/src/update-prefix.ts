import type { Network } from "@lambda-vpc/model";
import { addressConsumerTypes } from "./address-consumers/address-consumer-types";
import { readNetwork } from "./read-network";
import { fromAwsNative } from "./stack/aws-native";
import { resourceKind } from "./stack/aws-types";
import { providerType } from "./stack/provider-scopes";
import type { StackResource } from "./stack/stack-resource";
import { isProperties, type Properties, type Value } from "./stack/value";
import { readPolicyResource, type ValidatedResource } from "./views/policy-resources";
import type { SeenInventory } from "./vpc/inventory";

/**
 * A resource of an update as resource validation shows it before its creation, if its arrival can break a monotone policy: a function or another
 * resource that uses subnets, or a provider, which shows the account. Undefined for any other resource.
 *
 * In an update, every input is known, and every reference to another resource is a plain id (docs/engine-facts.md#resource-validation).
 */
export function prefixResource({ urn, type, provider }: ValidatedResource, inputs: Properties): StackResource | undefined {
  if (type === undefined) return undefined;
  const ofUpdate = { urn, type, props: {}, propertyDependencies: {}, ...(provider === undefined ? {} : { provider }) };
  const resource = readPolicyResource(ofUpdate, inputs);
  if (type.startsWith(providerType)) return resource;
  const { type: known, inputs: translated = {} } = fromAwsNative(resource);
  const kind = resourceKind(known);
  if (kind === "function") return networkOfFunction(translated).length === 0 ? undefined : resource;
  return kind === "network-connector" || Object.hasOwn(addressConsumerTypes, known) ? resource : undefined;
}

/** A text for the provider and the network of a function: functions with one text have one network. Undefined for other resources. */
export function networkText(resource: StackResource): string | undefined {
  const { type, inputs = {} } = fromAwsNative(resource);
  return resourceKind(type) === "function" ? JSON.stringify([resource.provider, networkOfFunction(inputs)]) : undefined;
}

function networkOfFunction({ vpcConfig, capacityProviderConfig }: Properties): readonly Value[] {
  return isProperties(vpcConfig) || isProperties(capacityProviderConfig) ? [vpcConfig ?? null, capacityProviderConfig ?? null] : [];
}

/**
 * The network of the resources that an update has validated so far. Subnets and groups are ids: whether one of them is a resource of the stack,
 * and which, is unknown. So the network states nothing of them, and two ids are two resources.
 *
 * Law: a number that it bounds from below is at most that of the network of these resources once they are created.
 */
export function readUpdatePrefix(resources: readonly StackResource[], seen?: SeenInventory): Network {
  const { aliases, ...network } = readNetwork(resources, seen);
  void aliases;
  return { ...network, idsOnly: true };
}
