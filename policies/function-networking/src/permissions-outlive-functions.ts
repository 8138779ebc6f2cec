import { DELETE_INTERFACE, displayNames, exactly, type Key, keySet, permission, type Permission, type RolePolicy } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { nameOfRole, type RoleInUse, rolesInUse } from "./use/role-in-use";

export const permissionsOutliveFunctions = definePolicy({
  id: "permissions-outlive-functions",
  title: "The permission to delete ENIs outlives the functions that use them.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network }) => rolesInUse(network).flatMap(checkRole),
});

/** Compares the permission that a role has now with the permission that remains when one of its functions is destroyed. */
function checkRole(role: RoleInUse): readonly Finding[] {
  const now = permission(DELETE_INTERFACE, role, "lambda");
  const remaining = role.users.map((user) => ({
    user,
    ...permission(DELETE_INTERFACE, { ...role, policies: policiesOutliving(user, role) }, "lambda"),
  }));
  const losing = remaining.filter(({ verdict }) => now.verdict === "granted" && verdict === "refused").map(({ user }) => user);
  const uncertain = remaining.filter(({ user, verdict }) => verdict !== now.verdict && !losing.includes(user));
  return [...(losing.length > 0 ? [violation(role, losing)] : []), ...(uncertain.length > 0 ? [undecided(role, now, uncertain)] : [])];
}

/** The policies that a role still has when `user` is destroyed: this stack does not attach them, or deletes the attachment later. */
function policiesOutliving(user: Key, { policies }: RoleInUse): readonly RolePolicy[] {
  return policies.filter(({ by, outlives }) => by === undefined || outlives.includes(user));
}

function violation(role: RoleInUse, losing: readonly Key[]): Finding {
  const granting = keySet(
    role.policies.flatMap(({ by, ...policy }) =>
      by !== undefined && permission(DELETE_INTERFACE, { policies: [policy] }, "lambda").verdict === "granted" ? [by] : [],
    ),
  );
  return {
    verdict: "violation",
    subject: role.subject,
    measure: { count: exactly(losing.length), noun: "function" },
    what: `(${displayNames(losing)}) with ${nameOfRole(role)}: on destroy, ${resourceNames(granting)} can be deleted before Lambda has removed their ENIs.`,
    why: WHY,
    fix: `Add { dependsOn: ${granting.length === 1 ? displayNames(granting) : `[${displayNames(granting)}]`} } to their security groups, or to the functions if this stack creates no groups.`,
    basis: "known",
  };
}

/** `RolePolicyAttachment access`, or `access, logs` for several resources. */
function resourceNames(keys: readonly Key[]): string {
  const [only] = keys;
  return only === undefined || keys.length > 1 ? displayNames(keys) : `${only.split("::").at(-2)?.split(":").at(-1)} ${displayNames(keys)}`;
}

/** Sources: docs/aws-facts.md#eni-deletion, docs/aws-facts.md#eni-deletion-permissions. */
const WHY =
  "Lambda deletes ENIs up to 20 minutes later. Undeleted ENIs block groups and subnets (docs/aws-facts.md#eni-deletion-permissions).";

function undecided(role: RoleInUse, now: Permission, remaining: readonly (Permission & { readonly user: Key })[]): Finding {
  const users = remaining.map(({ user }) => user);
  const causes = new Set([...now.causes, ...remaining.flatMap(({ causes }) => causes)]);
  return {
    verdict: "undecided",
    subject: role.subject,
    measure: { count: exactly(users.length), noun: "function" },
    what: `with ${nameOfRole(role)}: on destroy, the permission to delete their ENIs may be deleted first`,
    causes: new Map([...causes].map((cause) => [cause, users])),
  };
}
