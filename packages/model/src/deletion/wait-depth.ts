import type { Key } from "../facts/key";
import { mayContainOthers, type Selection } from "../selections/selection";
import { largest, smallest } from "../count/extremes";

/** The ENIs that a deleted function leaves to Lambda: one in each subnet, all with the same groups. */
export interface LeftInterfaces {
  readonly subnets: Selection;
  readonly securityGroups: Selection;
}

/** Bounds of the depth at which a destroy waits for ENIs (`Network.deletionDepths`). */
export interface WaitDepth {
  readonly least: number;
  readonly most: number;
}

/** The depth if nothing in the stack waits. Resources have depths from 1. */
export const NOTHING_WAITS = 0;

/**
 * The depth at which a destroy waits for the ENI that it waits for last. Lambda deletes ENIs minutes after the function, and only the deletion of
 * a group or a subnet of an ENI waits for it (docs/aws-facts.md#provider-deletion-wait). `depths` are those of the groups and subnets that the
 * destroy deletes.
 *
 * A group waits for all ENIs of a function, a subnet only for its own:
 *
 *     wait = max(deepest group, shallowest subnet)
 *
 * Law: knowing more of the lists never widens the bounds.
 */
export function waitDepth({ subnets, securityGroups }: LeftInterfaces, depths: ReadonlyMap<Key, number>): WaitDepth {
  const depthsOf = (keys: readonly Key[]): readonly number[] => keys.map((key) => depths.get(key) ?? NOTHING_WAITS);
  const deepest = (keys: readonly Key[]): number => largest(depthsOf(keys), NOTHING_WAITS);
  const [certain, possible] = [depthsOf(subnets.certain), depthsOf(subnets.possible)];
  const subnetMost = certain.length > 0 ? smallest(certain) : mayContainOthers(subnets) ? Infinity : deepest(subnets.possible);
  return {
    least: Math.max(deepest(securityGroups.certain), subnets.open || possible.length === 0 ? NOTHING_WAITS : smallest(possible)),
    most: Math.max(mayContainOthers(securityGroups) ? Infinity : deepest(securityGroups.possible), subnetMost),
  };
}
