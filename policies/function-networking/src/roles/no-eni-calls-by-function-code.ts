import { ACTIONS_TO_DENY_FUNCTION_CODE, displayNames, exactly, type Key, keySet, permission, type Uncertainty } from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { aboutRole, nameOfRole, type RoleInUse, rolesInUse } from "../use/role-in-use";

export const noEniCallsByFunctionCode = definePolicy({
  id: "no-eni-calls-by-function-code",
  title: "The code of a function in a VPC cannot call the ENI API.",
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
  const permitted = calls.filter(({ allowed }) => allowed.length > 0);
  const uncertain = calls.filter(({ allowed, causes }) => allowed.length === 0 && causes.length > 0);
  return [
    ...(permitted.length > 0
      ? [
          violation(
            role,
            permitted.map(({ user }) => user),
            keySet(permitted.flatMap(({ allowed }) => allowed)),
          ),
        ]
      : []),
    ...(uncertain.length > 0 ? [undecided(role, uncertain)] : []),
  ];
}

function violation(role: RoleInUse, users: readonly Key[], allowed: readonly string[]): Finding {
  return {
    verdict: "violation",
    subject: role.subject,
    about: aboutRole(role, users),
    measure: { count: exactly(users.length), noun: "function" },
    what: `(${displayNames(users)}) with code that can call ${allowed.join(", ")} through ${nameOfRole(role)}.`,
    why: WHY,
    fix: byHand(`deny ${DENIED} to its functions (ArnEquals lambda:SourceFunctionArn)`, "other code may need them"),
    basis: "known",
  };
}

/** Patterns of `ACTIONS_TO_DENY_FUNCTION_CODE`. */
const DENIED = "ec2:*NetworkInterface* and ec2:*PrivateIpAddresses";

/** Source: docs/aws-facts.md#eni-denial. */
const WHY = "Code runs with the role: an attacker in the code can create and delete network interfaces (docs/aws-facts.md#eni-denial).";

function undecided(role: RoleInUse, calls: readonly { readonly user: Key; readonly causes: readonly Uncertainty[] }[]): Finding {
  const all = new Set(calls.flatMap(({ causes }) => causes));
  return {
    verdict: "undecided",
    subject: role.subject,
    about: aboutRole(
      role,
      calls.map(({ user }) => user),
    ),
    measure: { count: exactly(calls.length), noun: "function" },
    what: `with code that may be able to call the ENI API through ${nameOfRole(role)}`,
    causes: new Map([...all].map((cause) => [cause, calls.filter(({ causes }) => causes.includes(cause)).map(({ user }) => user)])),
  };
}
