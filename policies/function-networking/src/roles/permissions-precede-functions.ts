import {
  displayNames,
  exactly,
  type Key,
  keySet,
  permission,
  type Permission,
  REQUIRED_INTERFACE_ACTIONS,
  type ResolvedNetwork,
  type RolePolicy,
  typedNames,
  type Uncertainty,
} from "@lambda-vpc/model";
import { change, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { grantVpcAccess } from "../use/grant-vpc-access";
import { aboutRole, nameOfRole, type RoleInUse, rolesInUse } from "../use/role-in-use";

export const permissionsPrecedeFunctions = definePolicy({
  id: "permissions-precede-functions",
  title: "The permission to manage ENIs is created before the functions that need it.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, resolved }) => rolesInUse(network).flatMap((role) => checkRole(role, resolved)),
});

/**
 * Compares what a role will allow with what it allows while one of its functions is created. A role that never allows it is the subject of
 * execution-role-manages-enis.
 */
function checkRole(role: RoleInUse, resolved: ResolvedNetwork): readonly Finding[] {
  const inTheEnd = permissions(role, role.policies);
  if (isRefused(inTheEnd)) return [];
  const creations = role.users
    .filter((user) => role.policies.some((policy) => awaits(policy, user)))
    .map((user) => ({
      user,
      allowed: permissions(
        role,
        role.policies.filter((policy) => !awaits(policy, user)),
      ),
    }));
  const failing = creations.filter(({ allowed }) => isRefused(allowed)).map(({ user }) => user);
  const doubtful = creations.filter(({ allowed }) => !isRefused(allowed) && isUnknown(allowed) && !isUnknown(inTheEnd));
  return [...(failing.length > 0 ? [violation(role, failing, resolved)] : []), ...(doubtful.length > 0 ? [undecided(role, doubtful)] : [])];
}

function permissions(role: RoleInUse, policies: readonly RolePolicy[]): readonly Permission[] {
  return REQUIRED_INTERFACE_ACTIONS.map((action) => permission(action, { ...role, policies }, "lambda"));
}

function isRefused(all: readonly Permission[]): boolean {
  return all.some(({ verdict }) => verdict === "refused");
}

function isUnknown(all: readonly Permission[]): boolean {
  return all.some(({ verdict }) => verdict === "unknown");
}

function awaits({ awaits: functions = [] }: RolePolicy, user: Key): boolean {
  return functions.includes(user);
}

function violation(role: RoleInUse, failing: readonly Key[], resolved: ResolvedNetwork): Finding {
  const late = role.policies.filter((policy) => failing.some((user) => awaits(policy, user)));
  const granting = late.filter((policy) =>
    permissions({ users: role.users, subject: role.subject, policies: [] }, [policy]).some(({ verdict }) => verdict !== "refused"),
  );
  return {
    verdict: "violation",
    subject: role.subject,
    about: aboutRole(role, failing),
    measure: { count: exactly(failing.length), noun: "function" },
    what: `(${displayNames(failing)}) with ${nameOfRole(role)}: without ${typedNames(keySet(granting.flatMap(({ by }) => by ?? [])))}, which is created after them, it does not let Lambda manage ENIs.`,
    why: "AWS checks the role when it creates a function, and refuses the function (docs/aws-facts.md#eni-permission-refusal).",
    fix: fixOf(role, granting, failing, resolved),
    basis: "known",
  };
}

/** Ends the wait if only the option dependsOn asks for it. Otherwise another attachment grants the same, and does not wait. */
function fixOf(role: RoleInUse, granting: readonly RolePolicy[], failing: readonly Key[], resolved: ResolvedNetwork): Fix {
  const isOption = granting.every(
    ({ by, awaitsByOption = [], ...policy }) =>
      by !== undefined && failing.every((user) => !awaits(policy, user) || awaitsByOption.includes(user)),
  );
  const resources = keySet(granting.flatMap(({ by }) => by ?? []));
  const [first, ...others] = resources;
  return first !== undefined && others.length === 0 && isOption
    ? change([{ step: "do-not-depend-on", resources, on: failing }])
    : grantVpcAccess(role, resolved);
}

function undecided(role: RoleInUse, doubtful: readonly { readonly user: Key; readonly allowed: readonly Permission[] }[]): Finding {
  const users = doubtful.map(({ user }) => user);
  const causes = new Set(doubtful.flatMap(({ allowed }) => allowed.flatMap((one) => one.causes)));
  return {
    verdict: "undecided",
    subject: role.subject,
    about: aboutRole(role, users),
    measure: { count: exactly(users.length), noun: "function" },
    what: `with ${nameOfRole(role)}: the permission to manage ENIs may be created after them`,
    causes: new Map([...causes].map((cause): [Uncertainty, readonly Key[]] => [cause, users])),
  };
}
