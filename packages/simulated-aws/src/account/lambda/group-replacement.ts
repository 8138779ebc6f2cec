import type { Account } from "../store/account";
import { combinationKeys } from "../rows/combination";
import { findFunction, updateFunction } from "./lambda-function";

/**
 * What the provider does before it deletes a function with `replaceSecurityGroupsOnDestroy`: it replaces the function's groups
 * (docs/aws-facts.md#group-replacement), so that these do not wait for its interfaces. AWS does not document how long Lambda takes to
 * release them. The simulation does it immediately. The interfaces with the replacement groups are deleted like those of any function.
 */
export function replaceSecurityGroups(account: Account, name: string, securityGroupIds: readonly string[]): void {
  const before = findFunction(account, name);
  if (before.vpcConfig === undefined) return;
  updateFunction(account, { ...before, publish: false, vpcConfig: { ...before.vpcConfig, securityGroupIds } });
  const { networkInterfaces } = account.tables;
  const remaining = combinationKeys(before).flatMap((key) => networkInterfaces.where("combination", key));
  for (const { id, reclaimedAt } of remaining) if (reclaimedAt !== undefined) networkInterfaces.remove(id);
}
