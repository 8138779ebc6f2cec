import type { Key, PartialList } from "@lambda-vpc/model";
import { networkReferents, type Referent } from "../stack/aws-types";
import { networkType } from "../stack/component-network";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stack-resource";
import { elements, UNKNOWN, type Value } from "../stack/value";

/** The type token of the `SharedVpcConfig` component. */
export const sharedVpcConfigType = "lambda-vpc:index:SharedVpcConfig";

/** Type tokens of components that output lists of ids. A list that depends on several of them is the output of the first, which takes its list from the next. */
const holders: readonly string[] = [sharedVpcConfigType, networkType];

/** The dependencies, with what the list `property` of each component among them depends on. */
export function withFeeding(stack: Stack, dependencies: readonly StackResource[], property: string): readonly StackResource[] {
  const all = new Set(dependencies);
  // Iteration over a set includes elements that are added meanwhile, each once.
  for (const one of all) if (isListHolder(one)) for (const feeding of stack.dependencies(one, property)) all.add(feeding);
  return [...all];
}

/** Whether it is a component that outputs the lists of ids that it was given, in addition to those of its descendants. */
export function isListHolder({ type }: StackResource): boolean {
  return holders.includes(type);
}

/** The ids in the list `property` of a component that are known. */
export function heldIds(holder: StackResource, property: string): readonly string[] {
  const items = elements(holder.outputs[property]);
  return items === UNKNOWN ? [] : items.filter((item) => typeof item === "string");
}

/** The elements of a list that is the output of a `SharedVpcConfig` or `Network` component. */
export type SharedList = PartialList & { readonly holes: number };

/**
 * The elements of a completely unknown list that depends on exactly one `SharedVpcConfig` or `Network` component, such as an output of a remote
 * component. Otherwise undefined. The list of the component shows its elements, or is itself the output of another component: for example, a
 * program in another language passes the list of a `Network` to a `SharedVpcConfig`.
 */
export function sharedList(
  stack: Stack,
  dependencies: readonly StackResource[],
  property: string,
  referent: Referent,
  kinds = holders,
): SharedList | undefined {
  const kind = kinds.find((each) => dependencies.some(({ type }) => type === each));
  const [holder, ...others] = dependencies.filter(({ type }) => type === kind);
  if (holder === undefined || others.length > 0) return undefined;
  const feeding = stack.dependencies(holder, property);
  const explained = [...dependencies, ...feeding].every(
    (dependency) => dependency === holder || stack.holdsAny(dependency, networkReferents),
  );
  if (!explained) return undefined;
  const items = elements(holder.outputs[property]);
  const kindsAfter = kinds.slice(kinds.indexOf(holder.type) + 1);
  const contents =
    items === UNKNOWN ? sharedList(stack, feeding, property, referent, kindsAfter) : listed(stack, items, [holder, ...feeding], referent);
  return contents !== undefined && holdsAll(contents, stack.candidates(dependencies, referent)) ? contents : undefined;
}

/** A list whose elements are visible. Its holes are resources that it depends on. */
function listed(stack: Stack, items: readonly Value[], dependencies: readonly StackResource[], referent: Referent): SharedList | undefined {
  if (items.length === 0) return undefined;
  return {
    assumed: true,
    known: items.flatMap((item) => (typeof item === "string" ? stack.keyOfId(item) : [])),
    holes: items.filter((item) => item === UNKNOWN).length,
    candidates: stack.candidates(dependencies, referent),
  };
}

/**
 * Whether the list certainly contains all of `keys`. If it does not, such as for one subnet of a component, the program may have added the others
 * to the list: a completely unknown list does not show whether it is exactly the output of the component.
 */
function holdsAll({ known, holes, candidates }: SharedList, keys: readonly Key[]): boolean {
  const certain = new Set([...known, ...(candidates.filter((key) => !known.includes(key)).length <= holes ? candidates : [])]);
  return keys.every((key) => certain.has(key));
}
