import { DELETE_INTERFACE, permission } from "../access/interface-permissions";
import type { Key } from "../facts/key";
import { type DeletingRole, remainingPermission } from "./remaining-permission";
import type { Uncertainty } from "../count/uncertainty";
import { type LeftInterfaces, waitDepth } from "./wait-depth";

/** What becomes of the ENIs of a function when its stack is destroyed. */
export type InterfaceFate =
  /** Lambda can delete them if it can today. */
  | { readonly verdict: "deletable" }
  /** An ENI remains: the permission to delete it is deleted first. */
  | { readonly verdict: "orphaned" }
  | { readonly verdict: "unknown"; readonly causes: readonly Uncertainty[] };

/** The depths of what a destroy deletes: of all resources, and of the groups and subnets alone, whose deletion waits for ENIs. */
export interface DestroyDepths {
  readonly all: ReadonlyMap<Key, number>;
  readonly waiting: ReadonlyMap<Key, number>;
  /** The first depth at which the destroy may wait for any ENIs. */
  readonly firstWait: number;
}

/**
 * What must outlive what, when a stack is destroyed:
 *
 *     function  ─▶  group, or else subnet  ─▶  permission  ─▶  role
 *     deleted       waits until Lambda         needed until the end of the wait
 *                   has deleted the ENIs       (docs/aws-facts.md#eni-deletion-permissions)
 *
 * So the permission must be less deep than what waits. Without a group or subnet that the destroy deletes, nothing waits, and the role must outlive
 * the stack. A role that allows nothing today has nothing to lose.
 *
 * If the destroy waits for other ENIs while the permission remains, Lambda may delete these meanwhile: each ENI takes up to 20 minutes
 * (docs/aws-facts.md#eni-deletion), and no order is documented.
 *
 * Laws: a role of another stack loses nothing; a group or subnet that additionally waits never orphans an ENI.
 */
export function interfaceFate(interfaces: LeftInterfaces, role: DeletingRole, depths: DestroyDepths): InterfaceFate {
  const today = permission(DELETE_INTERFACE, role, "lambda");
  const { least, most } = waitDepth(interfaces, depths.waiting);
  const [worst, best] = [remainingPermission(role, depths.all, least), remainingPermission(role, depths.all, most)];
  if (today.verdict === "refused" || worst.verdict === today.verdict) return { verdict: "deletable" };
  const meanwhile = remainingPermission(role, depths.all, depths.firstWait);
  if (today.verdict === "granted" && best.verdict === "refused")
    return meanwhile.verdict === "refused" ? { verdict: "orphaned" } : { verdict: "unknown", causes: ["other-wait"] };
  const lists = [interfaces.subnets, interfaces.securityGroups].flatMap(({ uncertainty }) => uncertainty ?? []);
  const causes = [...today.causes, ...worst.causes, ...best.causes, ...(least === most ? [] : lists)];
  return { verdict: "unknown", causes: [...new Set(causes)].sort() };
}
