import * as pulumi from "@pulumi/pulumi";

/** Ids of subnets or security groups, as programs give and get them. */
type IdList = pulumi.Input<pulumi.Input<string>[]>;

/**
 * The list with each id an output of its own, so that one that is unknown hides neither its neighbours nor their number. Its size must be between 1 and
 * `most`; a list that shows its size only later is checked later. Throws a `pulumi.RunError` that says which list, how long it is and what is allowed.
 */
export function checkedIds(argument: string, ids: IdList, maxSize: number): IdList {
  if (!Array.isArray(ids)) return pulumi.output(ids).apply((elements) => checkSize(argument, elements, maxSize));
  return checkSize(argument, ids, maxSize).map((id) => pulumi.output(id));
}

function checkSize<T>(argument: string, ids: T[], maxSize: number): T[] {
  if (ids.length >= 1 && ids.length <= maxSize) return ids;
  throw new pulumi.RunError(`${argument} has ${ids.length} elements; Lambda takes 1 to ${maxSize}.`);
}
