import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given } from "../stack/stack-resource";

const INVOCATION = "aws:lambda/invocation:Invocation";

/** The `terraformKey` that components of this project set on a trimming invocation. It is known at preview, unlike its other properties. */
const MARK = "trimPublishedVersions";

/** The functions whose old versions the stack deletes after they publish new ones: those that an invocation of the version trimmer depends on. */
export function trimmedFunctions(stack: Stack): ReadonlySet<Key> {
  const trimming = stack.resources.filter((resource) => resource.type === INVOCATION && given(resource, "terraformKey") === MARK);
  return new Set(trimming.flatMap((invocation) => stack.dependencies(invocation, "input").map(({ urn }) => urn)));
}
