import {
  displayNames,
  exactly,
  INTERFACE_ACTIONS,
  type Permission,
  permission,
  type PolicyStatement,
  type Uncertainty,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { nameOfRole, type RoleInUse, rolesInUse } from "./role-in-use";

export const executionRoleManagesEnis = definePolicy({
  id: "execution-role-manages-enis",
  title: "The execution role of a function in a VPC lets Lambda manage its ENIs.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => rolesInUse(network).flatMap(checkRole),
});

function checkRole(role: RoleInUse): readonly Finding[] {
  const permissions = new Map(INTERFACE_ACTIONS.map((action) => [action, permission(action, role, "lambda")]));
  const refused = [...permissions].filter(([, { verdict }]) => verdict === "refused").map(([action]) => action);
  return refused.length > 0 ? [violation(role, refused)] : undecided(role, [...permissions.values()]);
}

function violation(role: RoleInUse, refused: readonly string[]): Finding {
  return {
    verdict: "violation",
    subject: role.subject,
    measure: { count: exactly(role.users.length), noun: "function" },
    what: `with ${nameOfRole(role)}, which does not let Lambda do ${refused.join(", ")}: ${displayNames(role.users)}.`,
    why: WHY,
    fix: refused.every((action) => grantable(role, action))
      ? `attach aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole to ${nameOfRole(role)}, or allow these actions on Resource "*" in a policy of yours`
      : `take out of ${nameOfRole(role)} what denies these actions, a policy or the permissions boundary: no grant beats that`,
    basis: "known",
  };
}

/** Sources: docs/aws-facts.md#eni-permissions, docs/aws-facts.md#function-failures. */
const WHY =
  "Lambda makes and deletes Hyperplane ENIs with the execution role's permissions: without them a new function fails with InsufficientRolePermissions and has to be deleted and made anew, and ENIs that it cannot delete stay";

function grantable(role: RoleInUse, action: string): boolean {
  const granted: PolicyStatement = { effect: "Allow", actions: { only: [action] } };
  return (
    permission(action, { ...role, policies: [...role.policies, { statements: [granted], outlives: [] }] }, "lambda").verdict !== "refused"
  );
}

function undecided(role: RoleInUse, permissions: readonly Permission[]): readonly Finding[] {
  const causes = new Set(permissions.flatMap((one) => one.causes));
  if (causes.size === 0) return [];
  return [
    {
      verdict: "undecided",
      subject: role.subject,
      measure: { count: exactly(role.users.length), noun: "function" },
      what: `with ${nameOfRole(role)}, which may not let Lambda manage ENIs`,
      causes: new Map([...causes].map((doubt): [Uncertainty, RoleInUse["users"]] => [doubt, role.users])),
    },
  ];
}
