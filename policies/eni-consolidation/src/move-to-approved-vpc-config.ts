import { displayName, keySet, type PartialList, type ResolvedAttachment, type Verdict } from "@lambda-vpc/model";
import {
  defineRemediation,
  list,
  listOf,
  optional,
  record,
  type RequestedVpcConfig,
  securityGroupId,
  subnetId,
  text,
  type Undecided,
} from "@lambda-vpc/policy-kit";
import { isApproved } from "./approved-configuration";

/**
 * Access is never widened silently: what a function may reach is what its security groups let out, so only a function with exactly the same set
 * is moved, or with a set that somebody has written down as one to be replaced.
 */
export const moveToApprovedVpcConfig = defineRemediation({
  id: "move-to-approved-vpc-config",
  title: "Functions are moved to the approved VPC configuration that fits.",
  severity: "medium",
  level: "disabled",
  config: {
    configurations: list(
      record({
        name: text(),
        subnetIds: listOf(subnetId),
        securityGroupIds: listOf(securityGroupId),
        insteadOf: optional(listOf(listOf(securityGroupId))),
      }),
      {
        description:
          "The configurations to move functions to, by AWS id, no list empty. A function fits where it has exactly that set of security groups, or one of those in insteadOf; of several the first.",
      },
    ),
  },
  remediate: (requested, { configurations }) => {
    const fitting = configurations.filter((configuration) => setsOf(configuration).some((set) => isSet(requested.securityGroupIds, set)));
    const undecided = fitting.length > 1 && requested.subnetIds.holes !== 0;
    return undecided || fitting.some((configuration) => isOn(requested, configuration)) ? undefined : fitting[0];
  },
  check: ({ plan, config: { configurations } }) => plan.attachments.flatMap((attachment) => mayMove(attachment, configurations)),
});

interface Configuration {
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly insteadOf?: readonly (readonly string[])[] | undefined;
}

/** The sets of groups that fit a configuration; one without subnets or groups would take a function out of its VPC, and fits nothing. */
function setsOf({ subnetIds, securityGroupIds, insteadOf = [] }: Configuration): readonly (readonly string[])[] {
  return subnetIds.length === 0 || securityGroupIds.length === 0 ? [] : [securityGroupIds, ...insteadOf];
}

function isOn({ subnetIds, securityGroupIds }: RequestedVpcConfig, configuration: Configuration): boolean {
  return isSet(subnetIds, configuration.subnetIds) && isSet(securityGroupIds, configuration.securityGroupIds);
}

function isSet({ known, holes }: PartialList, ids: readonly string[]): boolean {
  return holes === 0 && keySet(known).join() === keySet(ids).join();
}

/** What unknown ids hide from the preview shows in the deployment, and the function may move then: that is said beforehand. */
function mayMove(
  { consumer, subnets, securityGroups }: ResolvedAttachment,
  configurations: readonly Configuration[],
): readonly Undecided[] {
  const fit = (verdict: Verdict): readonly Configuration[] =>
    configurations.filter((configuration) => setsOf(configuration).some((set) => isApproved(securityGroups, set) === verdict));
  const [surely, perhaps] = [fit("ok"), fit("undecided")];
  const list = perhaps.length > 0 ? securityGroups : surely.length > 1 ? subnets : undefined;
  if (list?.uncertainty === undefined) return [];
  return [
    {
      verdict: "undecided",
      subject: consumer,
      what: `${displayName(consumer)} may be moved to ${keySet([...surely, ...perhaps].map(({ name }) => name)).join(" or ")}, which shows only in the deployment`,
      causes: new Map([[list.uncertainty, [consumer]]]),
    },
  ];
}
