import {
  type Alignment,
  alignments,
  between,
  counted,
  displayName,
  displayNames,
  type Key,
  keySet,
  mostAlignable,
  type ResolvedAttachment,
  type ResolvedNetwork,
  type Uncertainty,
  type VpcPlan,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";
import { functionsOf, subjectOfVpc } from "./vpc-subject";

export const alignSubnets = definePolicy({
  id: "align-subnets",
  title: "Functions with the same security-group set use the same subnets.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    minSaved: integer({ description: "Report an alignment only if it saves at least this many combinations.", default: 1, minimum: 1 }),
  },
  check: ({ resolved, plan, config }) => plan.vpcs.flatMap((vpc) => checkVpc(resolved, vpc, config.minSaved)),
});

function checkVpc(resolved: ResolvedNetwork, vpc: VpcPlan, minSaved: number): readonly Finding[] {
  const worthwhile = (attachments: readonly ResolvedAttachment[]): readonly Alignment[] =>
    alignments(resolved, attachments).filter(({ saved }) => saved.max >= minSaved);
  const certain = worthwhile(vpc.attachments).filter(({ coverage, saved }) => coverage === "ok" && saved.min >= minSaved);
  const reported = new Set(certain.flatMap(({ users }) => users));
  const open = [...vpc.attachments, ...vpc.reachable].filter(({ consumer }) => !reported.has(consumer));
  return [...certain.map(violation), ...undecided(vpc, worthwhile(open), mostAlignable(open), minSaved)];
}

function violation({ securityGroups, onto, holders, movers, saved }: Alignment): Finding {
  const [subject = ""] = movers;
  return {
    verdict: "violation",
    subject,
    measure: { count: saved, noun: "combination" },
    what: `can be saved: ${counted(movers.length, "function")} (${displayNames(movers)}) can use the subnets of ${displayNames(holders)}, with the same ${setName(securityGroups)}.`,
    why: "AWS shares an ENI only within a subnet (docs/aws-facts.md#eni-matching): a subnet in only one list costs an ENI.",
    fix: `Set their subnetIds to ${onto.map(displayName).join(", ")}, if routes and network ACLs are the same. They lose no availability zone.`,
    basis: saved.basis,
  };
}

/** What alignments may save in addition, depending on unknown values: one finding per VPC, with every cause. */
function undecided(vpc: VpcPlan, possible: readonly Alignment[], open: number, minSaved: number): readonly Finding[] {
  const most = open + possible.reduce((sum, { saved }) => sum + saved.max, 0);
  if (most < minSaved) return [];
  const zoneless = keySet(possible.filter(({ coverage }) => coverage === "undecided").flatMap(({ movers }) => movers));
  const uncertain = open > 0 || possible.some(({ coverage, saved }) => coverage === "ok" || saved.min < minSaved);
  const combinationCauses = uncertain ? vpc.causes.combinations : [];
  const causes = new Map<Uncertainty, readonly Key[]>([
    ...combinationCauses,
    ...(zoneless.length > 0 ? [["zone-unknown", zoneless] as const] : []),
  ]);
  return [
    {
      verdict: "undecided",
      subject: subjectOfVpc(vpc),
      measure: { count: between(0, 0, most, "dependencies"), noun: "combination" },
      what: `can be saved if ${functionsOf(vpc)} use one subnet list per security-group set`,
      causes,
    },
  ];
}

function setName(securityGroups: readonly Key[]): string {
  return securityGroups.length === 0 ? "empty security-group set" : `security-group set (${securityGroups.map(displayName).join(" + ")})`;
}
