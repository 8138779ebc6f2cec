import type { Account } from "../store/account";
import { AwsError } from "../store/aws-error";
import { orphanInterfaces } from "../interfaces/hyperplane";
import type { Role } from "../rows/iam-rows";

export function createRole(account: Account, request: Omit<Role, "arn">): Role {
  const existing = account.tables.roles.get(request.id);
  if (existing !== undefined && existing.deleted !== true)
    throw new AwsError("EntityAlreadyExists", `Role with name ${request.id} already exists.`);
  return account.tables.roles.put({ ...request, arn: `arn:aws:iam::${account.id}:role${request.path}${request.id}` });
}

/** The role with this name. Throws `NoSuchEntity`. */
export function findRole(account: Account, name: string): Role {
  const role = account.tables.roles.get(name);
  if (role === undefined || role.deleted === true) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`);
  return role;
}

/**
 * Deletes a role and its policies, as Terraform does. Interfaces that wait for deletion with its permissions are orphaned. Interfaces in
 * use are orphaned when their last function is deleted (docs/aws-facts.md#eni-deletion-permissions).
 */
export function deleteRole(account: Account, name: string): void {
  const role = findRole(account, name);
  const { rolePolicies, rolePolicyAttachments, roles } = account.tables;
  for (const policy of rolePolicies.where("role", name)) rolePolicies.remove(policy.id);
  for (const attachment of rolePolicyAttachments.where("role", name)) rolePolicyAttachments.remove(attachment.id);
  roles.put({ ...role, deleted: true });
  orphanInterfaces(account, role.arn);
}

/** Orphans interfaces that a role can no longer delete. Call it after each change of the role's permissions. */
export function reviewPermissions(account: Account, name: string): void {
  const role = account.tables.roles.get(name);
  if (role !== undefined) orphanInterfaces(account, role.arn);
}

/** Attaches a managed policy, of AWS or of the account. */
export function attachPolicy(account: Account, role: string, policyArn: string): string {
  findRole(account, role);
  if (!/^arn:aws[a-z-]*:iam::aws:/.test(policyArn) && account.tables.managedPolicies.get(policyArn) === undefined)
    throw new AwsError("NoSuchEntity", `Policy ${policyArn} does not exist or is not attachable.`);
  const { id } = account.tables.rolePolicyAttachments.put({ id: `${role}/${policyArn}`, role, policyArn });
  reviewPermissions(account, role);
  return id;
}

export function detachPolicy(account: Account, role: string, policyArn: string): void {
  account.tables.rolePolicyAttachments.remove(`${role}/${policyArn}`);
  reviewPermissions(account, role);
}

/** Creates or replaces an inline policy of a role. */
export function putRolePolicy(account: Account, role: string, name: string, policy: string): string {
  findRole(account, role);
  const { id } = account.tables.rolePolicies.put({ id: `${role}:${name}`, role, name, policy });
  reviewPermissions(account, role);
  return id;
}

export function removeRolePolicy(account: Account, role: string, name: string): void {
  account.tables.rolePolicies.remove(`${role}:${name}`);
  reviewPermissions(account, role);
}
