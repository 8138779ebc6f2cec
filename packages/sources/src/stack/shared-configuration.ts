import type { Key, PartialList } from "@lambda-vpc/model";
import { networkReferents, type Referent } from "./aws-types";
import { networkType } from "./component-network";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { elements, UNKNOWN, type Value } from "./value";

/** Type tokens of our components that hand out lists of ids. What depends on several kinds came through the first, which takes its own from the next. */
const holders: readonly string[] = ["lambda-vpc:index:SharedVpcConfig", networkType];

/** A list that came whole out of a component of ours: what that component holds. */
export type SharedList = PartialList & { readonly holes: number };

/**
 * What a list that is unknown as a whole holds, where it depends on one shared configuration of ours, or one network, and on nothing of its kind
 * besides (a remote component's outputs arrive so); undefined elsewhere. The component's own list shows its elements, or it came whole out of
 * another one: a shared configuration that another language gave a network's list.
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

/** A list that shows its elements, whose holes are what it depends on. */
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
 * Whether the contents surely hold every one of `keys`. Where they do not (one of a component's subnets, say), the rest may have been added to the
 * list: a list that is unknown as a whole does not show whether it is the configuration's alone.
 */
function holdsAll({ known, holes, candidates }: SharedList, keys: readonly Key[]): boolean {
  const certain = new Set([...known, ...(candidates.filter((key) => !known.includes(key)).length <= holes ? candidates : [])]);
  return keys.every((key) => certain.has(key));
}
