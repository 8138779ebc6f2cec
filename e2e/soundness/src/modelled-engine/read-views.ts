import { readPolicyResources, SeenInputs, type StackResource } from "@lambda-vpc/sources";
import type { Views } from "./views";

/** What the pack reads of both views. */
export function readViews({ validated, stack }: Views): readonly StackResource[] {
  const seen = new SeenInputs();
  for (const one of validated) seen.see(one);
  return readPolicyResources(stack, seen);
}
