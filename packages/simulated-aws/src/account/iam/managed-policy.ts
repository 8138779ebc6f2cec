import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { reviewPermissions } from "./role";
import type { ManagedPolicy } from "../rows/iam-rows";

/** Creates a customer managed policy. Its id is its ARN. */
export function createManagedPolicy(account: Account, request: Omit<ManagedPolicy, "id">): ManagedPolicy {
  const id = `arn:aws:iam::${account.id}:policy${request.path}${request.name}`;
  if (account.tables.managedPolicies.get(id) !== undefined)
    throw new AwsError("EntityAlreadyExists", `A policy called ${request.name} already exists.`);
  return account.tables.managedPolicies.put({ ...request, id });
}

/** Replaces the document of a policy, for every role that has it attached or as its boundary. */
export function updateManagedPolicy(account: Account, policy: ManagedPolicy): void {
  account.tables.managedPolicies.put(policy);
  for (const role of rolesWith(account, policy.id)) reviewPermissions(account, role);
}

/** Deletes a policy that no role has attached or as its boundary. Throws `DeleteConflict`. */
export function deleteManagedPolicy(account: Account, arn: string): void {
  const [role] = rolesWith(account, arn);
  if (role !== undefined) throw new AwsError("DeleteConflict", `Cannot delete a policy attached to entities: ${role} has ${arn}.`);
  account.tables.managedPolicies.remove(arn);
}

/** The names of the roles that have a policy attached or as their boundary. */
function rolesWith(account: Account, arn: string): readonly string[] {
  const bounded = account.tables.roles.all().filter(({ permissionsBoundary, deleted }) => permissionsBoundary === arn && deleted !== true);
  return [...account.tables.rolePolicyAttachments.where("policy", arn).map(({ role }) => role), ...bounded.map(({ id }) => id)];
}

/** The policy with this ARN. Throws `NoSuchEntity`. */
export function findManagedPolicy(account: Account, arn: string): ManagedPolicy {
  const policy = account.tables.managedPolicies.get(arn);
  if (policy === undefined) throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`);
  return policy;
}
