import {
  type Attachment,
  atMost,
  displayName,
  type Key,
  listSize,
  MAX_SECURITY_GROUPS_PER_FUNCTION,
  MAX_SUBNETS_PER_FUNCTION,
  MOST_SECURITY_GROUPS_OF_CONNECTOR,
  type PartialList,
  type ResolvedAttachment,
  type ResolvedNetwork,
  type Selection,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { isInVpc } from "../use/vpc-consumers";

export const subnetsAndGroupsWithinLimits = definePolicy({
  id: "subnets-and-groups-within-limits",
  title: "A function has at most 16 subnets and 5 security groups.",
  severity: "high",
  level: "mandatory",
  concerns: isInVpc,
  config: {},
  check: ({ network, resolved }) => [
    ...checkAll(resolved, network.attachments, resolved.attachments, ofFunction),
    ...checkAll(resolved, network.connectors ?? [], resolved.connectors, ofConnector),
    ...checkAll(resolved, network.capacityProviders ?? [], resolved.capacityProviders, ofCapacityProvider),
  ],
});

/** The most different subnets and security groups that AWS accepts, with the fact. */
interface Limits {
  readonly subnets: number;
  readonly securityGroups: number;
  readonly source: string;
}

const ofFunction: Limits = {
  subnets: MAX_SUBNETS_PER_FUNCTION,
  securityGroups: MAX_SECURITY_GROUPS_PER_FUNCTION,
  source: "docs/aws-facts.md#function-limits",
};
const ofConnector: Limits = {
  subnets: MAX_SUBNETS_PER_FUNCTION,
  securityGroups: MOST_SECURITY_GROUPS_OF_CONNECTOR,
  source: "docs/aws-facts.md#connector-limits",
};
const ofCapacityProvider: Limits = { ...ofFunction, source: "docs/aws-facts.md#capacity-provider-limits" };

/** `lists` and `selections` are about the same consumers in the same order. */
function checkAll(
  { aliases }: ResolvedNetwork,
  lists: readonly Attachment[],
  selections: readonly ResolvedAttachment[],
  { subnets, securityGroups, source }: Limits,
): readonly Finding[] {
  return selections.flatMap((attachment, index) => {
    const list = lists[index];
    if (list === undefined) return [];
    const collapsed = aliases.collapsed(attachment);
    const check = (kind: "subnets" | "securityGroups", noun: string, limit: number): readonly Finding[] =>
      checkList(attachment.consumer, { list: list[kind], selection: attachment[kind], collapsed: collapsed[kind], noun, limit, source });
    return [...check("subnets", "subnet", subnets), ...check("securityGroups", "security group", securityGroups)];
  });
}

interface CheckedList {
  readonly list: PartialList;
  readonly selection: Selection;
  readonly collapsed: Selection;
  readonly noun: string;
  readonly limit: number;
  readonly source: string;
}

function checkList(subject: Key, { list, selection, collapsed, noun, limit, source }: CheckedList): readonly Finding[] {
  const count = listSize(list, selection, collapsed);
  const verdict = atMost(count, limit);
  if (verdict === "ok") return [];
  const what = `of ${displayName(subject)}; AWS accepts at most ${limit}`;
  const measure = { count, noun };
  if (verdict === "undecided")
    return [{ verdict, subject, measure, what, causes: new Map([[selection.uncertainty ?? "perhaps-same-resource", [subject]]]) }];
  return [
    {
      verdict,
      subject,
      measure,
      what: `${what}.`,
      why: `Lambda refuses longer lists with ValidationException (${source}): the update fails.`,
      fix:
        noun === "subnet"
          ? `Remove subnets from subnetIds until ${limit} remain: one for each availability zone is enough.`
          : `Remove groups from securityGroupIds until ${limit} remain: move their rules to the remaining groups.`,
      basis: count.basis,
    },
  ];
}
