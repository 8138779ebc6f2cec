import { displayName, isManaged, type Key, keySet, type Network, type Role, subjectOf } from "@lambda-vpc/model";

/** A role, and the functions in VPCs that run with it. */
export interface RoleInUse extends Pick<Role, "boundary" | "follows" | "managedPolicyArns" | "policies"> {
  /** Absent if unknown. */
  readonly key?: Key;
  readonly users: readonly Key[];
  /** Set if the SDK made the role with one of its functions: a program cannot name its attachments (docs/aws-facts.md#policies-of-callback-functions). */
  readonly roleOfSdk?: true;
  /** The subject of findings: the role if this stack manages it, otherwise the first function. */
  readonly subject: Key;
}

/** The roles of functions in VPCs. Functions with an unknown role are treated as users of one role with unknown policies. */
export function rolesInUse({ attachments, functions = [], roles = [] }: Network): readonly RoleInUse[] {
  const inVpcs = new Set(attachments.map(({ consumer }) => consumer));
  const users = Map.groupBy(
    functions.filter(({ key }) => inVpcs.has(key)),
    ({ role }) => role,
  );
  const byKey = new Map(roles.map((role) => [role.key, role]));
  return [...users].map(([key, all]) => {
    const [consumers, role] = [keySet(all.map((one) => one.key)), key === undefined ? undefined : byKey.get(key)];
    const subject = subjectOf(key, consumers);
    const ofSdk = all.some(({ roleOfSdk }) => roleOfSdk === true) ? { roleOfSdk: true as const } : {};
    return { policies: [UNKNOWN_POLICY], ...role, ...(key === undefined ? {} : { key }), users: consumers, subject, ...ofSdk };
  });
}

/**
 * What a finding about some users of a role is about: the role and each of them, because AWS refuses or orphans each. The key of a role that may be
 * a secret is left out.
 */
export function aboutRole({ key }: RoleInUse, users: readonly Key[]): readonly Key[] {
  return [...(key !== undefined && isPrintable(key) ? [key] : []), ...users];
}

const UNKNOWN_POLICY = { statements: [], uncertainty: "role-elsewhere" } as const;

/** The name in messages. Text from the program is printed only if it is the ARN of a role: anything else may be a secret. */
export function nameOfRole({ key }: RoleInUse): string {
  if (key === undefined) return "an unknown role";
  return isPrintable(key) ? `role ${displayName(key)}` : "a role without a valid ARN";
}

/** The name after `whose`, without an article. */
export function nameOfTheirRole({ key }: RoleInUse): string {
  if (key === undefined) return "unknown role";
  return isPrintable(key) ? `role ${displayName(key)}` : "role without a valid ARN";
}

function isPrintable(key: Key): boolean {
  return isManaged(key) || ROLE_ARN.test(key);
}

/** Source: docs/aws-facts.md#iam-identifiers. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
