import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { newId } from "../store/identifier";
import type { SecurityGroupRule } from "../rows/security-group-rows";
import { findSecurityGroup } from "./security-group";

export type RuleRequest = Omit<SecurityGroupRule, "id">;

/** Adds a rule to a group. Throws `InvalidPermission.Duplicate` for an equal rule. */
export function authorizeRule(account: Account, request: RuleRequest): SecurityGroupRule {
  findSecurityGroup(account, request.groupId);
  if ("referencedSecurityGroupId" in request.peer) findSecurityGroup(account, request.peer.referencedSecurityGroupId);
  if (findRule(account, request) !== undefined)
    throw new AwsError("InvalidPermission.Duplicate", `the specified rule "${ruleText(request)}" already exists in ${request.groupId}`);
  return account.tables.securityGroupRules.put({ ...request, id: newId(account, "sgr") });
}

/** Removes a rule from a group. Throws `InvalidPermission.NotFound`. */
export function revokeRule(account: Account, request: RuleRequest): void {
  const rule = findRule(account, request);
  if (rule === undefined)
    throw new AwsError(
      "InvalidPermission.NotFound",
      `The specified rule "${ruleText(request)}" does not exist in this security group ${request.groupId}.`,
    );
  account.tables.securityGroupRules.remove(rule.id);
}

/** The equal rule in the same group. Description and tags do not matter. */
export function findRule(account: Account, request: RuleRequest): SecurityGroupRule | undefined {
  const wanted = ruleText(request);
  return account.tables.securityGroupRules.where("group", request.groupId).find((rule) => ruleText(rule) === wanted);
}

/** The identity of a rule in its group: two rules with the same text are equal. */
export function ruleText({ direction, protocol, fromPort, toPort, peer }: RuleRequest): string {
  const ports = fromPort === undefined ? "ALL" : `${fromPort}-${toPort ?? fromPort}`;
  return `${direction}, peer: ${Object.values(peer).join()}, ${protocol}, ports: ${ports}`;
}
