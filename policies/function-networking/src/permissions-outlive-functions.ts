import { DELETE_INTERFACE, displayNames, exactly, type Key, keySet, permission, type Permission, type RolePolicy } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { nameOfRole, type RoleInUse, rolesInUse } from "./role-in-use";

export const permissionsOutliveFunctions = definePolicy({
  id: "permissions-outlive-functions",
  title: "The permission to delete ENIs outlives the functions that leave them.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network }) => rolesInUse(network).flatMap(checkRole),
});

/** What a role grants now, and what of it is left when one of its functions is destroyed. */
function checkRole(role: RoleInUse): readonly Finding[] {
  const now = permission(DELETE_INTERFACE, role, "lambda");
  const left = role.users.map((user) => ({ user, ...permission(DELETE_INTERFACE, { ...role, policies: leftFor(user, role) }, "lambda") }));
  const losing = left.filter(({ verdict }) => now.verdict === "granted" && verdict === "refused").map(({ user }) => user);
  const perhaps = left.filter(({ user, verdict }) => verdict !== now.verdict && !losing.includes(user));
  return [...(losing.length > 0 ? [violation(role, losing)] : []), ...(perhaps.length > 0 ? [undecided(role, now, perhaps)] : [])];
}

/** The policies that are still on a role when `user` is destroyed: what puts them there is no matter of this stack, or goes later. */
function leftFor(user: Key, { policies }: RoleInUse): readonly RolePolicy[] {
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
    what: `with ${nameOfRole(role)} in no order with ${displayNames(granting)}, which lets Lambda delete their ENIs: ${displayNames(losing)}.`,
    why: WHY,
    fix: `add { dependsOn: ${granting.length === 1 ? displayNames(granting) : `[${displayNames(granting)}]`} } to their security groups, which wait for the ENIs when destroyed, or to the functions where no group is made here`,
    basis: "known",
  };
}

/** Sources: docs/aws-facts.md#eni-deletion, docs/aws-facts.md#eni-deletion-permissions. */
const WHY =
  "a destroy takes away both at once, and Lambda deletes ENIs with the role up to 20 minutes after their last function: without the permission they stay, and hold addresses, security groups and subnets until somebody deletes them by hand";

function undecided(role: RoleInUse, now: Permission, perhaps: readonly (Permission & { readonly user: Key })[]): Finding {
  const users = perhaps.map(({ user }) => user);
  const causes = new Set([...now.causes, ...perhaps.flatMap(({ causes }) => causes)]);
  return {
    verdict: "undecided",
    subject: role.subject,
    measure: { count: exactly(users.length), noun: "function" },
    what: `with ${nameOfRole(role)} in no order with what may let Lambda delete their ENIs`,
    causes: new Map([...causes].map((doubt) => [doubt, users])),
  };
}
