import { displayName, isManaged, type Key, keySet, type Network, type Role, subjectOf } from "@lambda-vpc/model";

/** A role, and the functions in VPCs that run with it. */
export interface RoleInUse extends Pick<Role, "boundary" | "policies"> {
  /** Absent where it does not show which role it is. */
  readonly key?: Key;
  readonly users: readonly Key[];
  /** What findings about it point at: the role where the stack manages it, else the first function. */
  readonly subject: Key;
}

/** The roles of functions in VPCs. Functions whose role does not show count as if they had one in common, of which nothing is known. */
export function rolesInUse({ attachments, functions = [], roles = [] }: Network): readonly RoleInUse[] {
  const inVpcs = new Set(attachments.map(({ consumer }) => consumer));
  const users = Map.groupBy(
    functions.filter(({ key }) => inVpcs.has(key)),
    ({ role }) => role,
  );
  const byKey = new Map(roles.map((role) => [role.key, role]));
  return [...users].map(([key, all]) => {
    const [names, role] = [keySet(all.map((one) => one.key)), key === undefined ? undefined : byKey.get(key)];
    return { policies: [UNSEEN], ...role, ...(key === undefined ? {} : { key }), users: names, subject: subjectOf(key, names) };
  });
}

const UNSEEN = { statements: [], uncertainty: "role-elsewhere", outlives: [] } as const;

/** How findings call it. A text that a program wrote is repeated only where it is the ARN of a role: anything else may be a secret. */
export function nameOfRole({ key }: RoleInUse): string {
  if (key === undefined) return "a role that does not show";
  return isManaged(key) || ROLE_ARN.test(key) ? `role ${displayName(key)}` : "a role whose text is no ARN";
}

/** Source: docs/aws-facts.md#iam-identifiers. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
