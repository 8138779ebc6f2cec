import * as pulumi from "@pulumi/pulumi";

/** Ids of subnets or security groups, as a program passes them. */
type IdList = pulumi.Input<pulumi.Input<string>[]>;

/**
 * The ids, each as a separate output: an unknown id then hides neither its neighbours nor their number. The list must have 1 to `maxSize`
 * elements. A list whose length is unknown is checked when it becomes known. Throws a `pulumi.RunError` that names the argument, its
 * length and the limits.
 */
export function checkedIds(argument: string, ids: IdList, maxSize: number): IdList {
  if (!Array.isArray(ids)) return pulumi.output(ids).apply((elements) => checkSize(argument, elements, maxSize));
  return checkSize(argument, ids, maxSize).map((id) => pulumi.output(id));
}

function checkSize<T>(argument: string, ids: T[], maxSize: number): T[] {
  if (ids.length >= 1 && ids.length <= maxSize) return ids;
  throw new pulumi.RunError(`${argument}: Expected 1 to ${maxSize} elements, got ${ids.length}.`);
}
