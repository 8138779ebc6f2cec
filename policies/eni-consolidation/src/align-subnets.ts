import {
  type Alignment,
  alignments,
  between,
  counted,
  displayName,
  displayNames,
  type Key,
  keySet,
  type PossibleSaving,
  possibleSavings,
  type ResolvedNetwork,
  type Uncertainty,
  type VpcPlan,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, inOrder, integer, inUpdates } from "@lambda-vpc/policy-kit";
import { aboutVpc, functionsOf, subjectOfVpc } from "./vpc-subject";

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
  const certain = alignments(resolved, vpc.attachments).filter(({ coverage, saved }) => coverage === "ok" && saved.min >= minSaved);
  const possible = possibleSavings(resolved, [...vpc.attachments, ...vpc.reachable])
    .map((saving) => ({ ...saving, most: saving.most - savedAmong(saving, certain) }))
    .filter(({ most }) => most >= minSaved);
  return [...certain.map((alignment) => violation(resolved, alignment)), ...undecided(vpc, possible)];
}

/** What the violations report already. */
function savedAmong({ users }: PossibleSaving, certain: readonly Alignment[]): number {
  return certain.filter(({ movers }) => movers.every((mover) => users.includes(mover))).reduce((sum, { saved }) => sum + saved.max, 0);
}

function violation({ network }: ResolvedNetwork, { securityGroups, onto, holders, movers, saved }: Alignment): Finding {
  const [subject = ""] = movers;
  return {
    verdict: "violation",
    subject,
    about: movers,
    measure: { count: saved, noun: "combination" },
    what: `can be saved: ${counted(movers.length, "function")} (${displayNames(movers)}) can use the subnets of ${displayNames(holders)}, with the same ${setName(securityGroups)}.`,
    why: "AWS shares an ENI only within a subnet (docs/aws-facts.md#eni-matching): a subnet in only one list costs an ENI.",
    fix: inOrder(inUpdates(network, movers, [{ step: "set-vpc-config", functions: movers, subnets: onto }]), {
      note: "They lose no availability zone. First check that routes and network ACLs are the same.",
    }),
    basis: saved.basis,
  };
}

/** What aligning may save in addition, depending on unknown values: one finding per VPC, with every cause. */
function undecided(vpc: VpcPlan, possible: readonly PossibleSaving[]): readonly Finding[] {
  if (possible.length === 0) return [];
  const zoneless = keySet(possible.flatMap((saving) => saving.zoneless));
  const combinationCauses = possible.some((saving) => saving.zoneless.length === 0) ? vpc.causes.combinations : [];
  const causes = new Map<Uncertainty, readonly Key[]>([
    ...combinationCauses,
    ...(zoneless.length > 0 ? [["zone-unknown", zoneless] as const] : []),
  ]);
  const most = possible.reduce((sum, saving) => sum + saving.most, 0);
  return [
    {
      verdict: "undecided",
      subject: subjectOfVpc(vpc),
      about: aboutVpc(vpc),
      measure: { count: between(0, 0, most, "dependencies"), noun: "combination" },
      what: `can be saved if ${functionsOf(vpc)} use one subnet list per security-group set`,
      causes,
      expected: true,
    },
  ];
}

function setName(securityGroups: readonly Key[]): string {
  return securityGroups.length === 0 ? "empty security-group set" : `security-group set (${securityGroups.map(displayName).join(" + ")})`;
}
