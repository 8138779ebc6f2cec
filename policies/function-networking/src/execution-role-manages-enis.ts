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
import { nameOfRole, nameOfTheirRole, type RoleInUse, rolesInUse } from "./use/role-in-use";

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
    what: `(${displayNames(role.users)}) with ${nameOfRole(role)}, which does not allow ${refused.join(", ")}.`,
    why: WHY,
    fix: refused.every((action) => canBeGranted(role, action))
      ? `Attach aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole to ${nameOfRole(role)}, or allow these actions on Resource "*".`
      : `Change the policy or permissions boundary of ${nameOfRole(role)} that denies these actions: a grant does not override it.`,
    basis: "known",
  };
}

/** Sources: docs/aws-facts.md#eni-permissions, docs/aws-facts.md#function-failures. */
const WHY = "Without them, new functions fail with InsufficientRolePermissions and old ENIs remain (docs/aws-facts.md#eni-permissions).";

/** Whether a further statement would grant the action: no denial and no boundary prevents it. */
function canBeGranted(role: RoleInUse, action: string): boolean {
  const granted: PolicyStatement = { effect: "Allow", actions: { only: [action] } };
  return (
    permission(action, { ...role, policies: [...role.policies, { statements: [granted], outlives: [] }] }, "lambda").verdict !== "refused"
  );
}

function undecided(role: RoleInUse, permissions: readonly Permission[]): readonly Finding[] {
  const causes = new Set(permissions.flatMap(({ causes }) => causes));
  if (causes.size === 0) return [];
  return [
    {
      verdict: "undecided",
      subject: role.subject,
      measure: { count: exactly(role.users.length), noun: "function" },
      what: `whose ${nameOfTheirRole(role)} possibly does not allow Lambda to manage ENIs`,
      causes: new Map([...causes].map((cause): [Uncertainty, RoleInUse["users"]] => [cause, role.users])),
    },
  ];
}
