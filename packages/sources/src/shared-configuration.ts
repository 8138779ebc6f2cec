import type { Key, PartialList } from "@lambda-vpc/model";
import { networkReferents, type Referent } from "./aws-types";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { elements, UNKNOWN } from "./value";

/** Type token of our component that holds one set of groups over one set of subnets. */
const sharedConfigurationType = "lambda-vpc:index:SharedVpcConfig";

/** A list that came whole out of a shared configuration: what that configuration holds. */
export type SharedList = PartialList & { readonly holes: number };

/**
 * What a list that is unknown as a whole holds, where it depends on one shared configuration of ours and on nothing of its kind besides
 * (a remote component's outputs arrive so); undefined elsewhere. The configuration's own lists show their elements.
 */
export function sharedList(
  stack: Stack,
  dependencies: readonly StackResource[],
  property: string,
  referent: Referent,
): SharedList | undefined {
  const [configuration, ...others] = dependencies.filter(({ type }) => type === sharedConfigurationType);
  if (configuration === undefined || others.length > 0) return undefined;
  const items = elements(configuration.outputs[property]);
  if (items === UNKNOWN) return undefined;
  const feeding = [...dependencies, ...stack.dependencies(configuration, property)];
  if (!feeding.every((dependency) => dependency === configuration || stack.holdsAny(dependency, networkReferents))) return undefined;
  const contents = {
    assumed: true,
    known: items.flatMap((item) => (typeof item === "string" ? stack.keyOfId(item) : [])),
    holes: items.filter((item) => item === UNKNOWN).length,
    candidates: stack.candidates([configuration, ...stack.dependencies(configuration, property)], referent),
  };
  return items.length > 0 && holdsAll(contents, stack.candidates(dependencies, referent)) ? contents : undefined;
}

/**
 * Whether the contents surely hold every one of `keys`. Where they do not (one of a component's subnets, say), the rest may have been added to the
 * list: a list that is unknown as a whole does not show whether it is the configuration's alone.
 */
function holdsAll({ known, holes, candidates }: SharedList, keys: readonly Key[]): boolean {
  const certain = new Set([...known, ...(candidates.filter((key) => !known.includes(key)).length <= holes ? candidates : [])]);
  return keys.every((key) => certain.has(key));
}
