import {
  ADDRESS_ACTIONS,
  displayNames,
  exactly,
  permission,
  type PolicyStatement,
  REQUIRED_INTERFACE_ACTIONS,
  type ResolvedNetwork,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix, oneOf } from "@lambda-vpc/policy-kit";
import { grantVpcAccess } from "../use/grant-vpc-access";
import { aboutRole, nameOfRole, nameOfTheirRole, type RoleInUse, rolesInUse } from "../use/role-in-use";

export const executionRoleManagesEnis = definePolicy({
  id: "execution-role-manages-enis",
  title: "The execution role of a function in a VPC lets Lambda manage its ENIs.",
  severity: "high",
  level: "mandatory",
  config: {
    documentedActions: oneOf(["report", "ignore"], {
      description: "Whether a role without the address actions, which AWS asks for, is reported (advisory).",
      default: "report",
    }),
  },
  check: ({ network, resolved, config }) =>
    rolesInUse(network).flatMap((role) => checkRole(role, config.documentedActions === "report", resolved)),
});

function checkRole(role: RoleInUse, reportsDocumented: boolean, resolved: ResolvedNetwork): readonly Finding[] {
  const permissions = REQUIRED_INTERFACE_ACTIONS.map((action) => permission(action, role, "lambda"));
  const refused = refusedActions(REQUIRED_INTERFACE_ACTIONS, role);
  const causes = new Set(permissions.flatMap((one) => one.causes));
  if (refused.length > 0) return [lacking(role, refused, resolved)];
  if (causes.size > 0) return [undecided(role, causes)];
  const documented = reportsDocumented ? refusedActions(ADDRESS_ACTIONS, role) : [];
  return documented.length > 0 ? [lackingDocumented(role, documented, resolved)] : [];
}

function refusedActions(actions: readonly string[], role: RoleInUse): readonly string[] {
  return actions.filter((action) => permission(action, role, "lambda").verdict === "refused");
}

function lacking(role: RoleInUse, refused: readonly string[], resolved: ResolvedNetwork): Finding {
  return {
    verdict: "violation",
    subject: role.subject,
    about: aboutRole(role, role.users),
    measure: { count: exactly(role.users.length), noun: "function" },
    what: `(${displayNames(role.users)}) with ${nameOfRole(role)}, which does not allow ${refused.join(", ")}.`,
    why: "AWS refuses new functions without them, and ENIs of existing functions remain (docs/aws-facts.md#eni-permission-refusal).",
    fix: howToGrant(role, refused, resolved),
    basis: "known",
  };
}

function lackingDocumented(role: RoleInUse, refused: readonly string[], resolved: ResolvedNetwork): Finding {
  return {
    verdict: "warning",
    subject: role.subject,
    about: aboutRole(role, role.users),
    measure: { count: exactly(role.users.length), noun: "function" },
    what: `(${displayNames(role.users)}) with ${nameOfRole(role)}, which does not allow ${refused.join(", ")}.`,
    why: "AWS asks for them. No refusal without them is documented (docs/aws-facts.md#eni-permissions-in-addition).",
    fix: howToGrant(role, refused, resolved),
    basis: "known",
  };
}

function howToGrant(role: RoleInUse, refused: readonly string[], resolved: ResolvedNetwork): Fix {
  return refused.every((action) => canBeGranted(role, action))
    ? grantVpcAccess(role, resolved)
    : byHand(
        `change the policy or permissions boundary of ${nameOfRole(role)} that denies these actions`,
        "a grant does not override a denial",
      );
}

/** Whether a further statement would grant the action: no denial and no boundary prevents it. */
function canBeGranted(role: RoleInUse, action: string): boolean {
  const granted: PolicyStatement = { effect: "Allow", actions: { only: [action] } };
  const policies = [...role.policies, { statements: [granted] }];
  return permission(action, { ...role, policies }, "lambda").verdict !== "refused";
}

function undecided(role: RoleInUse, causes: ReadonlySet<Uncertainty>): Finding {
  return {
    verdict: "undecided",
    subject: role.subject,
    about: aboutRole(role, role.users),
    measure: { count: exactly(role.users.length), noun: "function" },
    what: `whose ${nameOfTheirRole(role)} possibly does not allow Lambda to manage ENIs`,
    causes: new Map([...causes].map((cause) => [cause, role.users])),
  };
}
