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
  type Merge,
  type VpcPlan,
} from "@lambda-vpc/model";
import { definePolicy, integer, type Measure, type Undecided, type Violation } from "@lambda-vpc/policy-kit";

export const mergeEquivalentSecurityGroups = definePolicy({
  id: "merge-equivalent-security-groups",
  title: "Security-group sets of functions that grant the same are one set.",
  severity: "medium",
  level: "mandatory",
  config: {
    minSaved: integer({ description: "Report only merges that save at least so many combinations.", default: 1, minimum: 1 }),
  },
  check: ({ plan, config: { minSaved } }) =>
    plan.vpcs.flatMap((vpc) => [
      ...vpc.merges.filter(({ saved }) => saved.min >= minSaved).map(violation),
      ...[...perhapsSaving(vpc, minSaved), ...perhapsTheSame(vpc), ...perhapsOfOneSet(vpc)].filter(
        ({ measure }) => measure.count.max >= minSaved,
      ),
    ]),
});

function violation(merge: Merge): Violation {
  const { keep, replace, consumers, saved } = merge;
  const [subject = ""] = keep;
  return {
    verdict: "violation",
    subject,
    measure: { count: exactly(replace.length + 1, saved.basis), noun: "security-group set" },
    what: `of ${counted(consumers.length, "function")} (${displayNames(consumers)}) grant the same, as far as this stack shows: ${names(allSets(merge))}.`,
    why: `AWS shares a Hyperplane ENI only between functions with exactly the same set: merging saves ${formatCounted(saved, "combination")} and widens nobody's access`,
    fix: `give all of them ${setName(keep)}, then delete what nothing uses any more`,
    basis: saved.basis,
  };
}

/** What merging would save, which is undecided. */
type PerhapsSaved = Undecided & { readonly measure: Measure };

/** The sets surely grant the same; how much merging saves does not show. */
function perhapsSaving({ merges, causes }: VpcPlan, minSaved: number): readonly PerhapsSaved[] {
  return merges
    .filter(({ saved }) => saved.min < minSaved)
    .map((merge) => {
      const what = `saved by merging sets that grant the same: ${names(allSets(merge))}`;
      return perhaps(merge.keep, merge.saved, what, among(merge.consumers, causes.combinations));
    });
}

/** What the stack shows speaks neither for merging the sets nor against it. */
function perhapsTheSame({ perhapsMerges }: VpcPlan): readonly PerhapsSaved[] {
  return perhapsMerges.map((merge) => {
    const what = `saved by merging, if these sets grant the same: ${names(allSets(merge))}; the rules of ${names(merge.concealed)} do not all show`;
    return perhaps(merge.keep, merge.saved, what, new Map([["rules-unknown", merge.consumers]]));
  });
}

/** Which of this stack's groups functions use does not show. Groups of other stacks are theirs to merge. */
function perhapsOfOneSet({ attachments, savedBySharing, causes }: VpcPlan): readonly PerhapsSaved[] {
  const hidden = attachments.filter(({ securityGroups }) => !isExactSelection(securityGroups) && !securityGroups.open);
  const consumers = keySet(hidden.map(({ consumer }) => consumer));
  const what = `saved by merging, if groups that grant the same are among those of ${counted(consumers.length, "function")} (${displayNames(consumers)})`;
  const saved = { ...savedBySharing, min: 0, likely: 0 };
  return consumers.length === 0 ? [] : [perhaps(consumers, saved, what, among(consumers, causes.sets))];
}

function perhaps([subject = ""]: readonly Key[], count: Count, what: string, causes: Undecided["causes"]): PerhapsSaved {
  return { verdict: "undecided", subject, measure: { count, noun: "combination" }, what, causes };
}

/** The causes that concern some of `consumers`, with those. */
function among(consumers: readonly Key[], causes: Undecided["causes"]): Undecided["causes"] {
  const concerned = [...causes].map(([cause, keys]) => [cause, keys.filter((key) => consumers.includes(key))] as const);
  return new Map(concerned.filter(([, keys]) => keys.length > 0));
}

function allSets({ keep, replace }: Merge): readonly (readonly Key[])[] {
  return [keep, ...replace];
}

function names(sets: readonly (readonly Key[])[]): string {
  const shown = sets.slice(0, 3).map(setName).join(", ");
  return sets.length > 3 ? `${shown} and ${sets.length - 3} more` : shown;
}

function setName(set: readonly Key[]): string {
  return set.map(displayName).join(" + ");
}
