import {
  between,
  type Count,
  displayName,
  displayNames,
  isManaged,
  type Key,
  keySet,
  type LambdaFunction,
  MAX_SECURITY_GROUPS_PER_FUNCTION,
  type ResolvedAttachment,
  select,
  type Selection,
  type Uncertainty,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { managedKeys, mayContainOthers } from "./use/managed-keys";

export const safeGroupReplacement = definePolicy({
  id: "safe-group-replacement",
  title: "Groups are replaced on destroy only if all other resources outlive the function.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const managed = managedKeys(network);
    const functions = new Map((network.functions ?? []).map((one) => [one.key, one]));
    return plan.attachments.flatMap((attachment) => {
      const found = functions.get(attachment.consumer);
      return found === undefined ? [] : checkFunction(found, attachment, managed);
    });
  },
});

function checkFunction(
  { key: subject, groupReplacement, role }: LambdaFunction,
  { subnets }: ResolvedAttachment,
  managed: ReadonlySet<Key>,
): readonly Finding[] {
  if (groupReplacement === undefined || (groupReplacement.asked.ok && !groupReplacement.asked.value)) return [];
  const replacements = select(groupReplacement.securityGroups, MAX_SECURITY_GROUPS_PER_FUNCTION);
  const lists = [replacements, subnets];
  const managedRole = role !== undefined && isManaged(role) ? [role] : [];
  const deletedAmong = (keys: readonly Key[]): readonly Key[] => keySet([...keys.filter((key) => managed.has(key)), ...managedRole]);
  const deleted = deletedAmong(lists.flatMap(({ certain }) => certain));
  const asked = groupReplacement.asked.ok;
  if (asked && replacements.most === 0) return [missingReplacement(subject)];
  if (asked && deleted.length > 0) {
    const most = lists.some(mayContainOthers)
      ? managed.size + managedRole.length
      : deletedAmong(lists.flatMap(({ possible }) => possible)).length;
    const basis = lists.map((list) => list.basis).includes("dependencies") ? "dependencies" : "known";
    const likely = deletedAmong(lists.flatMap((list) => list.likely)).length;
    return [deletedTogether(subject, deleted, between(deleted.length, likely, most, basis))];
  }
  const causes = [
    ...(asked ? [] : ["replacement-unknown" as const]),
    ...lists.filter((list) => mayBeDeleted(list, managed)).flatMap(uncertaintyOf),
  ];
  const isOpen = asked ? causes.length > 0 : deleted.length > 0 || causes.length > 1 || replacements.most === 0;
  if (!isOpen) return [];
  const what = `resources that the ENIs of ${displayName(subject)} need after its deletion may be deleted with it`;
  return [{ verdict: "undecided", subject, what, causes: new Map(causes.map((cause) => [cause, [subject]])) }];
}

function mayBeDeleted(list: Selection, managed: ReadonlySet<Key>): boolean {
  return list.possible.some((key) => managed.has(key)) || mayContainOthers(list);
}

function uncertaintyOf({ uncertainty }: Selection): readonly Uncertainty[] {
  return uncertainty === undefined ? [] : [uncertainty];
}

/** Source: docs/aws-facts.md#group-replacement. */
function missingReplacement(subject: Key): Finding {
  return {
    verdict: "violation",
    subject,
    what: `${displayName(subject)} sets replaceSecurityGroupsOnDestroy without replacementSecurityGroupIds.`,
    why: "The provider requires both (docs/aws-facts.md#group-replacement): without replacement groups the deletion fails.",
    fix: "Set replacementSecurityGroupIds to groups that outlive the function, or remove replaceSecurityGroupsOnDestroy.",
    basis: "known",
  };
}

/** Sources: docs/aws-facts.md#group-replacement, docs/aws-facts.md#eni-deletion, docs/aws-facts.md#eni-deletion-permissions. */
function deletedTogether(subject: Key, deleted: readonly Key[], count: Count): Finding {
  return {
    verdict: "violation",
    subject,
    measure: { count, noun: "resource" },
    what: `of this stack (${displayNames(deleted)}) that the ENIs of ${displayName(subject)} need after its deletion.`,
    why: "ENIs remain up to 20 minutes and block them; without the role Lambda cannot delete ENIs (docs/aws-facts.md#eni-deletion-permissions).",
    fix: "Move subnets, role and replacement groups to a stack that outlives the function, or remove replaceSecurityGroupsOnDestroy.",
    basis: count.basis,
  };
}
