import { type Network, planEnis, type EniPlan } from "@lambda-vpc/model";
import { readPolicyResources, SeenInputs } from "../policy-resources";
import { readNetwork } from "../read-network";
import type { View } from "./program";

/** The network that a policy reads of a view. */
export function networkOf({ validated, resources }: View): Network {
  const seen = new SeenInputs();
  for (const resource of validated) seen.see(resource);
  return readNetwork(readPolicyResources(resources, seen));
}

/** The plan that a policy decides upon. */
export function planOf(view: View): EniPlan {
  return planEnis(networkOf(view));
}
