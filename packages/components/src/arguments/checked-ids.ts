import * as pulumi from "@pulumi/pulumi";
import { describeValue } from "./describe-value";
import { rejectArgument } from "./reject-argument";

/** Ids of subnets or security groups, as a program passes them. */
type IdList = pulumi.Input<pulumi.Input<string>[]>;

/**
 * The ids, each as a separate output: an unknown id then hides neither its neighbours nor their number. The list must have 1 to `maxSize`
 * elements, none of them empty. What is unknown is checked when it becomes known. Throws a `pulumi.RunError` that names the argument, the
 * problem and the limits.
 */
export function checkedIds(argument: string, ids: IdList, maxSize: number): IdList {
  if (Array.isArray(ids)) return checkSize(argument, ids, maxSize).map((id, index) => checkedId(`${argument}[${index}]`, id));
  const given: unknown = ids;
  if (typeof given === "string" || given === undefined || given === null) return rejectList(argument, given);
  return pulumi
    .output(ids)
    .apply((elements) => checkSize(argument, elements, maxSize).map((id, index) => checkId(`${argument}[${index}]`, id)));
}

/** The id as an output. It must not be undefined or empty. An unknown id is checked when it becomes known. */
export function checkedId(argument: string, id: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.Output.isInstance(id) || id instanceof Promise
    ? pulumi.output(id).apply((known) => checkId(argument, known))
    : pulumi.output(checkId(argument, id));
}

function checkSize<T>(argument: string, ids: readonly T[], maxSize: number): readonly T[] {
  if (!Array.isArray(ids)) return rejectList(argument, ids);
  if (ids.length >= 1 && ids.length <= maxSize) return Array.from(ids);
  throw new pulumi.RunError(`${argument}: Expected 1 to ${maxSize} elements, got ${ids.length}.`);
}

function checkId(argument: string, id: unknown): string {
  return typeof id === "string" && id !== "" ? id : rejectArgument(argument, `Expected an id, got ${describeValue(id)}`);
}

function rejectList(argument: string, given: unknown): never {
  return rejectArgument(argument, `Expected a list of ids, got ${describeValue(given)}`);
}
