import {
  compareKeys,
  counted,
  displayName,
  isManaged,
  type Key,
  type ResolvedAttachment,
  type Uncertainty,
  type Verdict,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, isAwsId, list, listOf, record, text, type Undecided } from "@lambda-vpc/policy-kit";
import { adopts, type Difference, differenceFrom, isApproved } from "./approved-configuration";

export const approvedVpcConfigs = definePolicy({
  id: "approved-vpc-configs",
  title: "Functions use only the VPC configurations that are approved.",
  severity: "high",
  level: "mandatory",
  config: {
    configurations: list(
      record({
        name: text(),
        subnetIds: listOf(text({ pattern: /./, accepts: "the id or name of a subnet" })),
        securityGroupIds: listOf(text({ pattern: /./, accepts: "the id or name of a security group" })),
      }),
      {
        description:
          "The approved configurations. What exists already is written by its AWS id, what this stack makes by its Pulumi name or URN. Nothing is checked while there is none.",
      },
    ),
  },
  check: ({ plan, config: { configurations } }) =>
    configurations.length === 0 ? [] : plan.attachments.flatMap((attachment) => checkAttachment(attachment, configurations)),
});

interface Configuration {
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

function checkAttachment(attachment: ResolvedAttachment, configurations: readonly Configuration[]): readonly Finding[] {
  const verdicts = configurations.map((configuration) => isOn(attachment, configuration));
  if (verdicts.includes("ok")) return [];
  const open = configurations.filter((_, index) => verdicts[index] === "undecided");
  return [open.length > 0 ? undecided(attachment, open) : violation(attachment, configurations)];
}

function isOn({ subnets, securityGroups }: ResolvedAttachment, { subnetIds, securityGroupIds }: Configuration): Verdict {
  const verdicts = [isApproved(subnets, subnetIds), isApproved(securityGroups, securityGroupIds)];
  if (verdicts.includes("violation")) return "violation";
  return verdicts.includes("undecided") ? "undecided" : "ok";
}

function undecided({ consumer, subnets, securityGroups }: ResolvedAttachment, open: readonly Configuration[]): Undecided {
  const adopting = [...subnets.possible, ...securityGroups.possible].some(adopts);
  const causes: readonly (Uncertainty | undefined)[] = [
    subnets.uncertainty,
    securityGroups.uncertainty,
    adopting ? "perhaps-same-resource" : undefined,
  ];
  return {
    verdict: "undecided",
    subject: consumer,
    what: `${displayName(consumer)} may be on the approved VPC configuration ${names(open)}, or on none`,
    causes: new Map(causes.flatMap((cause) => (cause === undefined ? [] : [[cause, [consumer]] as const]))),
  };
}

interface Candidate {
  readonly configuration: Configuration;
  readonly groups: Difference;
  readonly subnets: Difference;
}

function violation(attachment: ResolvedAttachment, configurations: readonly Configuration[]): Finding {
  const candidates = configurations.map((configuration) => ({
    configuration,
    groups: differenceFrom(attachment.securityGroups, configuration.securityGroupIds),
    subnets: differenceFrom(attachment.subnets, configuration.subnetIds),
  }));
  const nearest = candidates.reduce((best, one) => (nearer(one, best) < 0 ? one : best));
  const called = displayName(attachment.consumer);
  return {
    verdict: "violation",
    subject: attachment.consumer,
    what: `${called} is on no approved VPC configuration; of ${configurations.length}, ${nearest.configuration.name} is nearest: ${called} ${differences(nearest).join(", ")}.`,
    why: "what is not approved costs combinations of its own, and nobody has reviewed what it reaches",
    fix: advice(nearest),
    basis: attachment.subnets.basis === "known" ? attachment.securityGroups.basis : attachment.subnets.basis,
  };
}

/** Groups decide what a function may reach, so a configuration that differs in subnets alone is nearer than any that differs in groups. */
function nearer(left: Candidate, right: Candidate): number {
  return (
    size(left.groups) - size(right.groups) ||
    size(left.subnets) - size(right.subnets) ||
    compareKeys(left.configuration.name, right.configuration.name)
  );
}

function size({ lacks, hasBesides, otherLength }: Difference): number {
  return Math.max(lacks.length + hasBesides.length, otherLength ? 1 : 0);
}

function differences({ configuration, groups, subnets }: Candidate): readonly string[] {
  return [
    ...differenceOf(groups, "security group", configuration.securityGroupIds.length),
    ...differenceOf(subnets, "subnet", configuration.subnetIds.length),
  ];
}

function differenceOf({ lacks, hasBesides, otherLength }: Difference, noun: string, approved: number): readonly string[] {
  const parts = [
    ...(lacks.length > 0 ? [`lacks the ${things(noun, lacks)}`] : []),
    ...(hasBesides.length > 0 ? [`has the ${things(noun, hasBesides.map(shown))} besides`] : []),
  ];
  return parts.length === 0 && otherLength ? [`has not ${counted(approved, noun)}`] : parts;
}

function things(noun: string, names: readonly string[]): string {
  return `${noun}${names.length === 1 ? "" : "s"} ${names.map(displayName).join(", ")}`;
}

/** A key as a message may show it: what stands where an id should and is none may be a secret. */
function shown(key: Key): string {
  return isManaged(key) || isAwsId(key) ? key : "(not an id)";
}

/** A suggestion never widens access without saying so. */
function advice({ configuration, groups }: Candidate): string {
  const widening = groups.lacks.length > 0 ? `; that lets it reach what ${things("security group", groups.lacks)} lets out` : "";
  return `give it the configuration ${configuration.name}${widening}, or have this one approved`;
}

function names(configurations: readonly Configuration[]): string {
  return configurations
    .map(({ name }) => name)
    .sort(compareKeys)
    .join(" or ");
}
