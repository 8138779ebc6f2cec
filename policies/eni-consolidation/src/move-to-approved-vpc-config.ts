import { displayName, keySet, type PartialList, type ResolvedAttachment, type Verdict } from "@lambda-vpc/model";
import { defineRemediation, list, type RequestedVpcConfig, securityGroupId, subnetId, text, type Undecided } from "@lambda-vpc/policy-kit";
import * as v from "valibot";
import { isApproved } from "./approved-configuration";

/**
 * Law: access never widens silently. The security groups of a function decide its access, so a function is moved only if it has exactly the approved
 * set, or a set that the configuration lists in `insteadOf`.
 */
export const moveToApprovedVpcConfig = defineRemediation({
  id: "move-to-approved-vpc-config",
  title: "Functions are moved to the matching approved VPC configuration.",
  severity: "medium",
  level: "disabled",
  config: {
    configurations: list(
      v.strictObject({
        name: text(),
        subnetIds: v.array(subnetId),
        securityGroupIds: v.array(securityGroupId),
        insteadOf: v.exactOptional(v.array(v.array(securityGroupId))),
      }),
      {
        description:
          "The configurations to move functions to, by AWS id. A function matches if it has exactly these security groups, or a set in insteadOf. If several match, the first is used. A configuration with an empty list is ignored.",
      },
    ),
  },
  remediate: (requested, { configurations }) => {
    const matching = configurations.filter((configuration) =>
      matchingSets(configuration).some((set) => isSet(requested.securityGroupIds, set)),
    );
    const undecided = matching.length > 1 && requested.subnetIds.holes !== 0;
    return undecided || matching.some((configuration) => isOn(requested, configuration)) ? undefined : matching[0];
  },
  check: ({ plan, config: { configurations } }) => plan.attachments.flatMap((attachment) => possibleMoves(attachment, configurations)),
});

interface Configuration {
  readonly name: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly insteadOf?: readonly (readonly string[])[] | undefined;
}

/** The security-group sets that match a configuration. One without subnets or groups would remove a function from its VPC, so it matches nothing. */
function matchingSets({ subnetIds, securityGroupIds, insteadOf = [] }: Configuration): readonly (readonly string[])[] {
  return subnetIds.length === 0 || securityGroupIds.length === 0 ? [] : [securityGroupIds, ...insteadOf];
}

function isOn({ subnetIds, securityGroupIds }: RequestedVpcConfig, configuration: Configuration): boolean {
  return isSet(subnetIds, configuration.subnetIds) && isSet(securityGroupIds, configuration.securityGroupIds);
}

function isSet({ known, holes }: PartialList, ids: readonly string[]): boolean {
  return holes === 0 && keySet(known).join() === keySet(ids).join();
}

/** Ids that are unknown at preview are known in the deployment, and the function may be moved then. */
function possibleMoves(
  { consumer, subnets, securityGroups }: ResolvedAttachment,
  configurations: readonly Configuration[],
): readonly Undecided[] {
  const matching = (verdict: Verdict): readonly Configuration[] =>
    configurations.filter((configuration) => matchingSets(configuration).some((set) => isApproved(securityGroups, set) === verdict));
  const [certain, possible] = [matching("ok"), matching("undecided")];
  const list = possible.length > 0 ? securityGroups : certain.length > 1 ? subnets : undefined;
  if (list?.uncertainty === undefined) return [];
  return [
    {
      verdict: "undecided",
      subject: consumer,
      what: `${displayName(consumer)} may be moved to ${keySet([...certain, ...possible].map(({ name }) => name)).join(" or ")} during the deployment`,
      causes: new Map([[list.uncertainty, [consumer]]]),
    },
  ];
}
