import { DELETE_INTERFACE, permission, type Permission } from "../access/interface-permissions";
import type { Key } from "../facts/key";
import type { Role } from "../facts/role";

/** A role with its policies. Without a key it is unknown. */
export interface DeletingRole extends Pick<Role, "boundary" | "policies"> {
  readonly key?: Key;
}

/**
 * Whether a role lets Lambda delete ENIs while a destroy waits at a depth (`Network.deletionDepths`): the role, and what attaches its policies, are
 * deleted by then or at the same time if they are as deep. What the stack does not delete remains.
 *
 * Law: at a greater depth, an earlier time, a role without denials allows at least as much.
 */
export function remainingPermission({ key, ...role }: DeletingRole, depths: ReadonlyMap<Key, number>, depth: number): Permission {
  if (key !== undefined && (depths.get(key) ?? -1) >= depth) return { verdict: "refused", causes: [] };
  const policies = role.policies.filter(({ by }) => by === undefined || (depths.get(by) ?? Infinity) < depth);
  return permission(DELETE_INTERFACE, { ...role, policies }, "lambda");
}
