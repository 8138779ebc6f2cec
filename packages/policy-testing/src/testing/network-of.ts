import type { Attachment, Network } from "@lambda-vpc/model";
import { readNetwork, readPolicyResources, SeenInputs } from "@lambda-vpc/sources";
import type { View } from "@lambda-vpc/sources/testing";

/** The network that a policy reads of a view. */
export function networkOf({ validated, resources }: View): Network {
  const seen = new SeenInputs();
  for (const resource of validated) seen.see(resource);
  return readNetwork(readPolicyResources(resources, seen));
}

/** The only function of a view, with names instead of keys. */
export function onlyFunction(view: View): Pick<Attachment, "subnets" | "securityGroups"> {
  const [first, ...others] = networkOf(view).attachments;
  if (first === undefined || others.length > 0) throw new Error("one function was expected");
  const { subnets, securityGroups } = first;
  return JSON.parse(JSON.stringify({ subnets, securityGroups }).replaceAll(/urn:[^"]*::/g, "")) as typeof first;
}
