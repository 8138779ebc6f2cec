import * as pulumi from "@pulumi/pulumi";

/**
 * The list itself, once its size is between 1 and `most`; a list that shows its size only later is checked later.
 * Throws a `pulumi.RunError` that says which list, how long it is and what is allowed.
 */
export function requireSize(where: string, list: pulumi.Input<pulumi.Input<string>[]>, most: number): pulumi.Input<pulumi.Input<string>[]> {
  if (!Array.isArray(list)) return pulumi.output(list).apply((elements) => checkSize(where, elements, most));
  return checkSize(where, list, most);
}

function checkSize<T>(where: string, list: T[], most: number): T[] {
  if (list.length >= 1 && list.length <= most) return list;
  throw new pulumi.RunError(`${where} has ${list.length} elements; Lambda takes 1 to ${most}.`);
}
