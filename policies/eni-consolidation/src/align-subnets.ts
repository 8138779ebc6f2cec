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
  title: "Functions with one security-group set use one list of subnets.",
  severity: "medium",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    minSaved: integer({ description: "Report only lists that surely save so many combinations, or more.", default: 1, minimum: 1 }),
  },
  check: ({ resolved, plan, config }) => plan.vpcs.flatMap((vpc) => checkVpc(resolved, vpc, config.minSaved)),
});

function checkVpc(resolved: ResolvedNetwork, vpc: VpcPlan, minSaved: number): readonly Finding[] {
  const worthwhile = (attachments: readonly ResolvedAttachment[]): readonly Alignment[] =>
    alignments(resolved, attachments).filter(({ saved }) => saved.max >= minSaved);
  const sure = worthwhile(vpc.attachments).filter(({ coverage, saved }) => coverage === "ok" && saved.min >= minSaved);
  const told = new Set(sure.flatMap(({ users }) => users));
  const open = [...vpc.attachments, ...vpc.reachable].filter(({ consumer }) => !told.has(consumer));
  return [...sure.map(finding), ...undecided(vpc, worthwhile(open), mostAlignable(open), minSaved)];
}

function finding({ securityGroups, onto, holders, movers, saved }: Alignment): Finding {
  const [subject = ""] = movers;
  return {
    verdict: "violation",
    subject,
    measure: { count: saved, noun: "combination" },
    what: `can be saved: ${counted(movers.length, "function")} with ${setName(securityGroups)} (${displayNames(movers)}) could use the subnets of ${displayNames(holders)}, which has the same set.`,
    why: "AWS shares a Hyperplane ENI only within one subnet, so each list of subnets costs ENIs of its own where the lists differ",
    fix: `give ${displayNames(movers)} the subnets ${onto.map(displayName).join(", ")}: as many availability zones as now. Routes and network ACLs of the subnets are yours to compare`,
    basis: saved.basis,
  };
}

/** What aligning may save besides, once the unknowns show: told for the VPC as a whole, with every cause. */
function undecided(vpc: VpcPlan, perhaps: readonly Alignment[], open: number, minSaved: number): readonly Finding[] {
  const most = open + perhaps.reduce((sum, { saved }) => sum + saved.max, 0);
  if (most < minSaved) return [];
  const zoneless = keySet(perhaps.filter(({ coverage }) => coverage === "undecided").flatMap(({ movers }) => movers));
  const doubtful = open > 0 || perhaps.some(({ coverage, saved }) => coverage === "ok" || saved.min < minSaved);
  const causes = new Map<Uncertainty, readonly Key[]>([
    ...(doubtful ? vpc.causes.combinations : []),
    ...(zoneless.length > 0 ? [["zone-unknown", zoneless] as const] : []),
  ]);
  return [
    {
      verdict: "undecided",
      subject: subjectOfVpc(vpc),
      measure: { count: between(0, 0, most, "dependencies"), noun: "combination" },
      what: `can be saved by giving ${functionsOf(vpc)} one list of subnets for each security-group set`,
      causes,
    },
  ];
}

function setName(securityGroups: readonly Key[]): string {
  return securityGroups.length === 0 ? "no security group" : `the set ${securityGroups.map(displayName).join(" + ")}`;
}
