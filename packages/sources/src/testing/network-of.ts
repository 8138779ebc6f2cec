import { jest } from "@jest/globals";
import { type Network, planEnis, resolveNetwork, type EniPlan } from "@lambda-vpc/model";
import type { SeenInventory } from "../vpc/inventory";
import { readPolicyResources, SeenInputs } from "../views/policy-resources";
import { readNetwork } from "../read-network";
import type { View } from "./program";

/** Wraps properties as the SDK does for every policy: touching an unknown throws. It is required by name, because this layer must not import Pulumi. */
const { unknownCheckingProxy } = jest.requireActual<{ unknownCheckingProxy: (props: object) => object }>("@pulumi/policy/proxy");

/** The network that a policy reads from a view and an optional inventory. */
export function networkOf({ validated, resources }: View, inventory?: SeenInventory): Network {
  const seen = new SeenInputs();
  for (const resource of validated) seen.see(proxied(resource));
  return readNetwork(readPolicyResources(resources.map(proxied), seen), inventory);
}

function proxied<R extends { readonly props: object }>(resource: R): R {
  return { ...resource, props: unknownCheckingProxy(resource.props) };
}

/** The plan that a policy checks. */
export function planOf(view: View, inventory?: SeenInventory): EniPlan {
  return planEnis(resolveNetwork(networkOf(view, inventory)));
}
