import {
  type Count,
  counted,
  displayName,
  displayNames,
  exactly,
  formatCounted,
  isExactSelection,
  type Key,
  keySet,
  listed,
  type Merge,
  type ResolvedNetwork,
  type VpcPlan,
} from "@lambda-vpc/model";
import { definePolicy, inOrder, integer, type Measure, type Undecided, type Violation } from "@lambda-vpc/policy-kit";
import { causeOf, mergeUpdates } from "./merge-updates";

export const mergeEquivalentSecurityGroups = definePolicy({
  id: "merge-equivalent-security-groups",
  title: "Functions do not use different security-group sets with the same rules.",
  severity: "medium",
  level: "mandatory",
  config: {
    minSaved: integer({ description: "Report a merge only if it saves at least this many combinations.", default: 1, minimum: 1 }),
  },
  check: ({ resolved, plan, config: { minSaved } }) =>
    plan.vpcs.flatMap((vpc) => [
      ...vpc.merges.filter(({ saved }) => saved.min >= minSaved).map((merge) => violation(resolved, merge)),
      ...[...uncertainSavings(vpc, minSaved), ...unknownRules(vpc), ...unknownSets(vpc)].filter(
        ({ measure }) => measure.count.max >= minSaved,
      ),
    ]),
});

function violation(resolved: ResolvedNetwork, merge: Merge): Violation {
  const { keep, replace, saved } = merge;
  const [subject = ""] = keep;
  return {
    verdict: "violation",
    subject,
    about: allSets(merge).flat(),
    measure: { count: exactly(replace.length + 1, saved.basis), noun: "security-group set" },
    what: `(${names(allSets(merge))}) have the same rules.`,
    why: `A merge saves ${formatCounted(saved, "combination")} and widens no access: AWS shares ENIs only within a set (docs/aws-facts.md#eni-matching).`,
    fix: inOrder(mergeUpdates(resolved, [merge])),
    basis: saved.basis,
    cause: causeOf(merge),
  };
}

/** Savings that depend on unknown values. */
type PossibleSaving = Undecided & { readonly measure: Measure };

/** The sets certainly have the same rules; the number of saved combinations is unknown. */
function uncertainSavings({ merges, causes }: VpcPlan, minSaved: number): readonly PossibleSaving[] {
  return merges
    .filter(({ saved }) => saved.min < minSaved)
    .map((merge) => {
      const what = `saved by merging sets with the same rules: ${names(allSets(merge))}`;
      return possibleSaving(allSets(merge).flat(), merge.saved, what, causesAmong(merge.consumers, causes.combinations));
    });
}

/** Whether the sets have the same rules is unknown. */
function unknownRules({ perhapsMerges }: VpcPlan): readonly PossibleSaving[] {
  return perhapsMerges.map((merge) => {
    const what = `saved by merging, if these sets have the same rules: ${names(allSets(merge))}; some rules of ${names(merge.concealed)} are unknown`;
    return possibleSaving(allSets(merge).flat(), merge.saved, what, new Map([["rules-unknown", merge.consumers]]));
  });
}

/** Which groups of this stack the functions use is unknown. Groups of other stacks are not reported: those stacks can merge them. */
function unknownSets({ attachments, savedBySharing, causes }: VpcPlan): readonly PossibleSaving[] {
  const inexact = attachments.filter(({ securityGroups }) => !isExactSelection(securityGroups) && !securityGroups.open);
  const consumers = keySet(inexact.map(({ consumer }) => consumer));
  const what = `saved by merging, if ${counted(consumers.length, "function")} (${displayNames(consumers)}) use groups with the same rules`;
  const saved = { ...savedBySharing, min: 0, likely: 0 };
  return consumers.length === 0 ? [] : [possibleSaving(consumers, saved, what, causesAmong(consumers, causes.sets))];
}

function possibleSaving(about: readonly Key[], count: Count, what: string, causes: Undecided["causes"]): PossibleSaving {
  const [subject = ""] = about;
  return { verdict: "undecided", subject, about, measure: { count, noun: "combination" }, what, causes };
}

/** The causes that concern some of `consumers`, each with those consumers. */
function causesAmong(consumers: readonly Key[], causes: Undecided["causes"]): Undecided["causes"] {
  const concerned = [...causes].map(([cause, keys]) => [cause, keys.filter((key) => consumers.includes(key))] as const);
  return new Map(concerned.filter(([, keys]) => keys.length > 0));
}

function allSets({ keep, replace }: Merge): readonly (readonly Key[])[] {
  return [keep, ...replace];
}

function names(sets: readonly (readonly Key[])[]): string {
  return listed(sets, setName);
}

function setName(set: readonly Key[]): string {
  return set.map(displayName).join(" + ");
}
