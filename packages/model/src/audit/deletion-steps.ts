import { compareKeys, keySet } from "../facts/key";
import type { Audit } from "./audit";
import type { AuditedCombination } from "./audited-combination";
import type { AuditedInterface } from "./audited-interface";
import type { DeletionStep } from "./deletion-step";
import { type DeletionSubject, isAt } from "./deletion-subject";
import { type Holder, LATEST, versionsByFunction, versionsOf } from "./held-combination";
import { isIdle } from "./idle-function";
import { namingAliases } from "./pinned-combination";

/** What functions must change. Functions move first: aliases can then name a new version that does not hold it. */
export function functionSteps({ functions }: Audit, combinations: readonly AuditedCombination[]): readonly DeletionStep[] {
  const { latest = [], published = [] } = Object.groupBy(
    combinations.flatMap(({ holders }) => holders),
    ({ version }) => (version === LATEST ? "latest" : "published"),
  );
  const moving = versionsByFunction(latest).map(({ function: name }) => {
    const found = functions.get(name);
    return { function: name, idle: found !== undefined && isIdle(found) };
  });
  return [
    ...stepOf(moving, (all) => ({ kind: "move-functions", functions: all })),
    ...stepOf(namingAliases(published, functions), (aliases) => ({ kind: "change-aliases", aliases })),
    ...stepOf(versionsByFunction(published), (versions) => ({ kind: "delete-versions", versions })),
  ];
}

/** What happens to interfaces. One that can be deleted by hand needs no step if it is the subject. */
export function interfaceSteps(
  { functions, reading }: Audit,
  subject: DeletionSubject,
  involved: readonly AuditedInterface[],
  combinations: readonly AuditedCombination[],
): readonly DeletionStep[] {
  const idsIn = (state: AuditedInterface["state"]): readonly string[] => involved.filter((one) => one.state === state).map(({ id }) => id);
  const mounted = new Set(reading.mountTargets.map(({ id }) => id));
  const isSubject = subject.kind === "interface";
  const foreign = involved.flatMap((one) => {
    if (one.state !== "other" || (one.owner.kind === "mount-target" && mounted.has(one.owner.id))) return [];
    return isSubject && one.status === "available" ? [] : [{ interface: one, owner: one.owner }];
  });
  return [
    ...stepOf(idsIn("held"), (interfaces) => ({ kind: "wait", interfaces, roles: rolesOf(combinations, functions) })),
    ...stepOf(idsIn("unexplained"), (interfaces) => ({ kind: "await-unexplained", interfaces })),
    ...stepOf(idsIn("undecided"), (interfaces) => ({ kind: "find-holders", interfaces })),
    ...stepOf(isSubject ? [] : idsIn("orphan"), (interfaces) => ({ kind: "delete-orphans", interfaces })),
    ...stepOf(foreign, (interfaces) => ({ kind: "release-interfaces", interfaces })),
  ];
}

/** The execution roles of the versions that hold combinations. */
function rolesOf(combinations: readonly AuditedCombination[], functions: Audit["functions"]): readonly string[] {
  const textOf = (holder: Holder): string => `${holder.function}:${holder.version}`;
  const holding = new Set(combinations.flatMap(({ holders }) => holders.map(textOf)));
  const names = new Set(combinations.flatMap((one) => one.functions));
  return keySet(
    [...names].flatMap((name) => {
      const found = functions.get(name);
      if (found === undefined) return [];
      return versionsOf(found)
        .filter(({ version }) => holding.has(textOf({ function: name, version })))
        .map(({ role }) => role);
    }),
  );
}

/** What else must be deleted or changed: mount targets, and rules of other groups that refer to the group. */
export function otherSteps({ reading }: Audit, subject: DeletionSubject, involved: readonly AuditedInterface[]): readonly DeletionStep[] {
  const owners = new Set(involved.flatMap((one) => (one.state === "other" && one.owner.kind === "mount-target" ? [one.owner.id] : [])));
  const targets = reading.mountTargets.filter((one) => owners.has(one.id) || isAt(subject, one));
  const rules = reading.securityGroups.flatMap(({ id, rules: own = [] }) =>
    own
      .filter(({ peer }) => id !== subject.id && "securityGroup" in peer && peer.securityGroup === subject.id)
      .map((rule) => ({ securityGroup: id, rule }))
      .sort((left, right) => compareKeys(JSON.stringify(left), JSON.stringify(right))),
  );
  const defaults = reading.securityGroups.filter(({ id, name }) => id === subject.id && name === "default");
  return [
    ...stepOf(targets, (mountTargets) => ({ kind: "delete-mount-targets", mountTargets })),
    ...stepOf(rules, (all) => ({ kind: "revoke-rules", rules: all })),
    ...defaults.map(({ vpc }) => ({ kind: "delete-vpc", vpc }) as const),
  ];
}

/** A step, if it has something to do. */
function stepOf<T>(things: readonly T[], step: (things: readonly T[]) => DeletionStep): readonly DeletionStep[] {
  return things.length === 0 ? [] : [step(things)];
}
