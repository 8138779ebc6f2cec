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
import { madeHere, mayNameMore } from "./made-here";

export const safeGroupReplacement = definePolicy({
  id: "safe-group-replacement",
  title: "Groups are replaced before a deletion only where all else outlives the function.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {},
  check: ({ network, plan }) => {
    const made = madeHere(network);
    const functions = new Map((network.functions ?? []).map((one) => [one.key, one]));
    return plan.attachments.flatMap((attachment) => {
      const found = functions.get(attachment.consumer);
      return found === undefined ? [] : checkFunction(found, attachment, made);
    });
  },
});

function checkFunction(
  { key: subject, groupReplacement, role }: LambdaFunction,
  { subnets }: ResolvedAttachment,
  made: ReadonlySet<Key>,
): readonly Finding[] {
  if (groupReplacement === undefined || (groupReplacement.asked.known && !groupReplacement.asked.value)) return [];
  const replacements = select(groupReplacement.securityGroups, MAX_SECURITY_GROUPS_PER_FUNCTION);
  const lists = [replacements, subnets];
  const roleHere = role !== undefined && isManaged(role) ? [role] : [];
  const goes = (keys: readonly Key[]): readonly Key[] => keySet([...keys.filter((key) => made.has(key)), ...roleHere]);
  const leaving = goes(lists.flatMap(({ certain }) => certain));
  const asked = groupReplacement.asked.known;
  if (asked && replacements.most === 0) return [namesNone(subject)];
  if (asked && leaving.length > 0) {
    const most = lists.some(mayNameMore) ? made.size + roleHere.length : goes(lists.flatMap(({ possible }) => possible)).length;
    const basis = lists.map((list) => list.basis).includes("dependencies") ? "dependencies" : "known";
    return [goTogether(subject, leaving, between(leaving.length, goes(lists.flatMap(({ likely }) => likely)).length, most, basis))];
  }
  const causes = [
    ...(asked ? [] : ["replacement-unknown" as const]),
    ...lists.filter((list) => mayLeave(list, made)).flatMap(uncertaintyOf),
  ];
  const isOpen = asked ? causes.length > 0 : leaving.length > 0 || causes.length > 1 || replacements.most === 0;
  if (!isOpen) return [];
  const what = `whether what ${displayName(subject)} leaves behind, once its groups are replaced, outlives it`;
  return [{ verdict: "undecided", subject, what, causes: new Map(causes.map((cause) => [cause, [subject]])) }];
}

function mayLeave(list: Selection, made: ReadonlySet<Key>): boolean {
  return list.possible.some((key) => made.has(key)) || mayNameMore(list);
}

function uncertaintyOf({ uncertainty }: Selection): readonly Uncertainty[] {
  return uncertainty === undefined ? [] : [uncertainty];
}

/** Source: docs/aws-facts.md#group-replacement. */
function namesNone(subject: Key): Finding {
  return {
    verdict: "violation",
    subject,
    what: `${displayName(subject)} asks for its groups to be replaced before it is destroyed, and names none that take their place.`,
    why: "the provider requires replacementSecurityGroupIds with replaceSecurityGroupsOnDestroy: what was to make the deletion quick makes it fail",
    fix: "name groups that outlive the function in replacementSecurityGroupIds, such as the default group of its VPC, or drop replaceSecurityGroupsOnDestroy",
    basis: "known",
  };
}

/** Sources: docs/aws-facts.md#group-replacement, docs/aws-facts.md#eni-deletion, docs/aws-facts.md#eni-deletion-permissions. */
function goTogether(subject: Key, leaving: readonly Key[], count: Count): Finding {
  const name = displayName(subject);
  return {
    verdict: "violation",
    subject,
    measure: { count, noun: "resource" },
    what: `of this stack that ENIs of ${name} still need once its groups are replaced and it is gone: ${displayNames(leaving)}.`,
    why: "its last ENIs stay up to 20 minutes in its subnets, with the groups that took the place: those of this stack are waited for all the same, and where the role goes first, with nothing to wait for, Lambda cannot delete the ENIs at all",
    fix: `keep the subnets, the role and the replacement groups of ${name} in a stack that outlives it, or drop replaceSecurityGroupsOnDestroy`,
    basis: count.basis,
  };
}
