import {
  compareKeys,
  counted,
  displayName,
  isManaged,
  type Key,
  type Network,
  type ResolvedAttachment,
  type Uncertainty,
  type Verdict,
} from "@lambda-vpc/model";
import {
  byHand,
  definePolicy,
  type Finding,
  type Fix,
  inOrder,
  inUpdates,
  isAwsId,
  list,
  oneOfFixes,
  type Step,
  text,
  textOf,
  type Undecided,
} from "@lambda-vpc/policy-kit";
import * as v from "valibot";
import { differenceFrom, isAdoptingResource, isApproved, isNamed, type ListDifference } from "./approved-configuration";

export const approvedVpcConfigs = definePolicy({
  id: "approved-vpc-configs",
  title: "Functions use only approved VPC configurations.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "approved configurations of AWS ids" },
  config: {
    configurations: list(
      v.strictObject({
        name: text(),
        subnetIds: v.array(textOf(/./, "the id or name of a subnet")),
        securityGroupIds: v.array(textOf(/./, "the id or name of a security group")),
      }),
      {
        description:
          "The approved configurations. Name existing resources by AWS id, and resources of this stack by Pulumi name or URN. An empty list disables the check.",
      },
    ),
  },
  check: ({ network, plan, config: { configurations } }) =>
    configurations.length === 0 ? [] : plan.attachments.flatMap((attachment) => checkAttachment(network, attachment, configurations)),
});

interface Configuration {
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

function checkAttachment(network: Network, attachment: ResolvedAttachment, configurations: readonly Configuration[]): readonly Finding[] {
  const verdicts = configurations.map((configuration) => comparedWith(attachment, configuration, network.idsOnly === true));
  if (verdicts.includes("ok")) return [];
  const open = configurations.filter((_, index) => verdicts[index] === "undecided");
  return [open.length > 0 ? undecided(attachment, open) : violation(network, attachment, configurations)];
}

function comparedWith(
  { subnets, securityGroups }: ResolvedAttachment,
  { subnetIds, securityGroupIds }: Configuration,
  idsOnly: boolean,
): Verdict {
  const verdicts = [isApproved(subnets, subnetIds, idsOnly), isApproved(securityGroups, securityGroupIds, idsOnly)];
  if (verdicts.includes("violation")) return "violation";
  return verdicts.includes("undecided") ? "undecided" : "ok";
}

function undecided({ consumer, subnets, securityGroups }: ResolvedAttachment, open: readonly Configuration[]): Undecided {
  const adopting = [...subnets.possible, ...securityGroups.possible].some(isAdoptingResource);
  const causes: readonly (Uncertainty | undefined)[] = [
    subnets.uncertainty,
    securityGroups.uncertainty,
    adopting ? "perhaps-same-resource" : undefined,
  ];
  return {
    verdict: "undecided",
    subject: consumer,
    what: `${displayName(consumer)} may use the approved VPC configuration ${names(open)}, or none`,
    causes: new Map(causes.flatMap((cause) => (cause === undefined ? [] : [[cause, [consumer]] as const]))),
  };
}

interface Candidate {
  readonly configuration: Configuration;
  readonly groups: ListDifference;
  readonly subnets: ListDifference;
}

function violation(network: Network, attachment: ResolvedAttachment, configurations: readonly Configuration[]): Finding {
  const candidates = configurations.map((configuration) => ({
    configuration,
    groups: differenceFrom(attachment.securityGroups, configuration.securityGroupIds, network.idsOnly),
    subnets: differenceFrom(attachment.subnets, configuration.subnetIds, network.idsOnly),
  }));
  const nearest = candidates.reduce((best, one) => (compareCandidates(one, best) < 0 ? one : best));
  return {
    verdict: "violation",
    subject: attachment.consumer,
    what: `${displayName(attachment.consumer)} uses no approved VPC configuration. Nearest: ${nearest.configuration.name} (${differences(nearest).join("; ")}).`,
    why: "Another configuration costs its own ENIs (docs/aws-facts.md#eni-sharing), and its network access has not been reviewed.",
    fix: fixOf(network, attachment.consumer, nearest),
    basis: attachment.subnets.basis === "known" ? attachment.securityGroups.basis : attachment.subnets.basis,
  };
}

/** Security groups decide the access of a function, so they are compared first: a configuration with the same groups is nearer than any other. */
function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    size(left.groups) - size(right.groups) ||
    size(left.subnets) - size(right.subnets) ||
    compareKeys(left.configuration.name, right.configuration.name)
  );
}

function size({ missing, extra, lengthDiffers }: ListDifference): number {
  return Math.max(missing.length + extra.length, lengthDiffers ? 1 : 0);
}

function differences({ configuration, groups, subnets }: Candidate): readonly string[] {
  return [
    ...differenceOf(groups, "security group", configuration.securityGroupIds.length),
    ...differenceOf(subnets, "subnet", configuration.subnetIds.length),
  ];
}

function differenceOf({ missing, extra, lengthDiffers }: ListDifference, noun: string, approved: number): readonly string[] {
  const parts = [
    ...(missing.length > 0 ? [`missing ${listed(noun, missing)}`] : []),
    ...(extra.length > 0 ? [`extra ${listed(noun, extra.map(printable))}`] : []),
  ];
  return parts.length === 0 && lengthDiffers ? [`expected ${counted(approved, noun)}`] : parts;
}

function listed(noun: string, names: readonly string[]): string {
  return `${noun}${names.length === 1 ? "" : "s"} ${names.map(displayName).join(", ")}`;
}

/** A key as messages print it. Text that is not an id may be a secret. */
function printable(key: Key): string {
  return isManaged(key) || isAwsId(key) ? key : "(not an id)";
}

/** The difference names the missing groups, so the advice only adds that they widen access. */
function fixOf(network: Network, consumer: Key, { configuration, groups }: Candidate): Fix {
  const { subnetIds, securityGroupIds } = configuration;
  const widens = groups.missing.length > 0;
  const use: Step = {
    step: "set-vpc-config",
    functions: [consumer],
    subnets: subnetIds.map((name) => keyNamed(network.subnets, name)),
    securityGroups: securityGroupIds.map((name) => keyNamed(network.securityGroups, name)),
  };
  return oneOfFixes(
    inOrder(
      inUpdates(network, [consumer], [use]),
      widens ? { access: "wider", note: "This adds the access that the missing security groups allow." } : {},
    ),
    byHand("have this configuration approved", "it is a decision"),
  );
}

/** The resource of this stack with a Pulumi name, or the AWS id itself. */
function keyNamed(resources: readonly { readonly key: Key }[], name: string): Key {
  return resources.find(({ key }) => isNamed(key, name))?.key ?? name;
}

function names(configurations: readonly Configuration[]): string {
  return configurations
    .map(({ name }) => name)
    .sort(compareKeys)
    .join(" or ");
}
