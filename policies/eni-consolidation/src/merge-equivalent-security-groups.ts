import { counted, displayName, displayNames, exactly, formatCounted, type Key, type Merge } from "@lambda-vpc/model";
import { definePolicy, integer, type Violation } from "@lambda-vpc/policy-kit";

export const mergeEquivalentSecurityGroups = definePolicy({
  id: "merge-equivalent-security-groups",
  title: "Security-group sets of functions that grant the same are one set.",
  severity: "medium",
  level: "mandatory",
  config: {
    minSaved: integer({ description: "Report only merges that surely save at least so many combinations.", default: 1, minimum: 1 }),
  },
  check: ({ plan, config }) => plan.vpcs.flatMap(({ merges }) => merges.filter(({ saved }) => saved.min >= config.minSaved).map(violation)),
});

function violation({ keep, replace, consumers, saved }: Merge): Violation {
  const [subject = ""] = keep;
  return {
    verdict: "violation",
    subject,
    measure: { count: exactly(replace.length + 1, saved.basis), noun: "security-group set" },
    what: `of ${counted(consumers.length, "function")} (${displayNames(consumers)}) grant the same, as far as this stack shows: ${names([keep, ...replace])}.`,
    why: `AWS shares a Hyperplane ENI only between functions with exactly the same set: merging saves ${formatCounted(saved, "combination")} and widens nobody's access`,
    fix: `give all of them ${setName(keep)}, then delete what nothing uses any more`,
    basis: saved.basis,
  };
}

function names(sets: readonly (readonly Key[])[]): string {
  const shown = sets.slice(0, 3).map(setName).join(", ");
  return sets.length > 3 ? `${shown} and ${sets.length - 3} more` : shown;
}

function setName(set: readonly Key[]): string {
  return set.map(displayName).join(" + ");
}
