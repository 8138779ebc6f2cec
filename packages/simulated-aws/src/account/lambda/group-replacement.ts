import type { Account } from "../store/account";
import { findFunction, updateFunction } from "./lambda-function";
import { findVpc } from "../vpc/vpc";

/**
 * What the provider does before it deletes a function with `replaceSecurityGroupsOnDestroy`: it replaces the function's groups, by default
 * with the default group of the VPC (docs/aws-facts.md#group-replacement). AWS does not document how soon Lambda deletes the interfaces that
 * the function leaves. The simulation deletes them as late as any others: interfaces of both configurations were observed during a destroy
 * (docs/aws-facts.md#configuration-change).
 */
export function replaceSecurityGroups(account: Account, name: string, securityGroupIds: readonly string[]): void {
  const before = findFunction(account, name);
  if (before.vpcConfig === undefined) return;
  const { vpcId } = before.vpcConfig;
  const replacements = securityGroupIds.length > 0 ? securityGroupIds : [findVpc(account, vpcId).defaultSecurityGroupId];
  updateFunction(account, { ...before, publish: false, vpcConfig: { ...before.vpcConfig, securityGroupIds: replacements } });
}
