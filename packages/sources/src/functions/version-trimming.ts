import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given } from "../stack/stack-resource";

const INVOCATION = "aws:lambda/invocation:Invocation";

/** What our components give as `terraformKey` to an invocation that trims: a word that is known before anything else of it is. */
const MARK = "trimPublishedVersions";

/** The functions whose old versions the stack has deleted when they publish new ones: those that an invocation of our trimmer asks about. */
export function trimmedFunctions(stack: Stack): ReadonlySet<Key> {
  const trimming = stack.resources.filter((resource) => resource.type === INVOCATION && given(resource, "terraformKey") === MARK);
  return new Set(trimming.flatMap((invocation) => stack.dependencies(invocation, "input").map(({ urn }) => urn)));
}
