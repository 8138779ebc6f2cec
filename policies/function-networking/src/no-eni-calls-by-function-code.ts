import { ACTIONS_TO_DENY_FUNCTION_CODE, displayNames, exactly, type Key, keySet, permission, type Uncertainty } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { nameOfRole, type RoleInUse, rolesInUse } from "./role-in-use";

export const noEniCallsByFunctionCode = definePolicy({
  id: "no-eni-calls-by-function-code",
  title: "The code of a function in a VPC may not call the ENI API.",
  severity: "low",
  level: "disabled",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network }) => {
    const names = new Map((network.functions ?? []).map(({ key, name }) => [key, name]));
    return rolesInUse(network).flatMap((role) => checkRole(role, names));
  },
});

type FunctionNames = ReadonlyMap<Key, string | undefined>;

function checkRole(role: RoleInUse, names: FunctionNames): readonly Finding[] {
  const calls = role.users.map((user) => {
    const permissions = ACTIONS_TO_DENY_FUNCTION_CODE.map((action) => ({
      action,
      ...permission(action, role, { functionName: names.get(user) }),
    }));
    return {
      user,
      allowed: permissions.filter(({ verdict }) => verdict === "granted").map(({ action }) => action),
      causes: permissions.flatMap(({ causes }) => causes),
    };
  });
  const able = calls.filter(({ allowed }) => allowed.length > 0);
  const perhaps = calls.filter(({ allowed, causes }) => allowed.length === 0 && causes.length > 0);
  return [
    ...(able.length > 0
      ? [
          violation(
            role,
            able.map(({ user }) => user),
            keySet(able.flatMap(({ allowed }) => allowed)),
          ),
        ]
      : []),
    ...(perhaps.length > 0 ? [undecided(role, perhaps)] : []),
  ];
}

function violation(role: RoleInUse, users: readonly Key[], allowed: readonly string[]): Finding {
  return {
    verdict: "violation",
    subject: role.subject,
    measure: { count: exactly(users.length), noun: "function" },
    what: `with code that may call the ENI API with ${nameOfRole(role)} (${allowed.join(", ")}): ${displayNames(users)}.`,
    why: WHY,
    fix: `deny ${ACTIONS_TO_DENY_FUNCTION_CODE.join(", ")} in a policy of ${nameOfRole(role)}, with the condition ArnEquals lambda:SourceFunctionArn of the functions: Lambda itself is spared`,
    basis: "known",
  };
}

/** Source: docs/aws-facts.md#eni-denial. */
const WHY =
  "what Lambda needs of the execution role it gives to the function's code as well, so whoever takes over the code can make and delete network interfaces in the account";

function undecided(role: RoleInUse, perhaps: readonly { readonly user: Key; readonly causes: readonly Uncertainty[] }[]): Finding {
  const causes = new Set(perhaps.flatMap(({ causes }) => causes));
  return {
    verdict: "undecided",
    subject: role.subject,
    measure: { count: exactly(perhaps.length), noun: "function" },
    what: `with code that may perhaps call the ENI API with ${nameOfRole(role)}`,
    causes: new Map([...causes].map((cause) => [cause, perhaps.filter(({ causes }) => causes.includes(cause)).map(({ user }) => user)])),
  };
}
