import type { Account } from "../store/account";
import { combinationKeys } from "../rows/combination";
import { findFunction, updateFunction } from "./lambda-function";

/**
 * What the provider does before it deletes a function with `replaceSecurityGroupsOnDestroy`: it gives the function other groups
 * (docs/aws-facts.md#group-replacement), so that its own need not wait for its interfaces. How long Lambda takes to let go of those is not documented; here it
 * does so at once. The function's last interfaces, with the other groups, go as any function's do.
 */
export function replaceSecurityGroups(account: Account, name: string, securityGroupIds: readonly string[]): void {
  const before = findFunction(account, name);
  if (before.vpcConfig === undefined) return;
  updateFunction(account, { ...before, publish: false, vpcConfig: { ...before.vpcConfig, securityGroupIds } });
  const { networkInterfaces } = account.tables;
  const remaining = combinationKeys(before).flatMap((key) => networkInterfaces.where("combination", key));
  for (const { id, reclaimedAt } of remaining) if (reclaimedAt !== undefined) networkInterfaces.remove(id);
}
