import {
  type Attachment,
  atMost,
  displayName,
  type Key,
  isExactSelection,
  listSize,
  MAX_SECURITY_GROUPS_PER_FUNCTION,
  MAX_SUBNETS_PER_FUNCTION,
  MOST_ZONES,
  MOST_SECURITY_GROUPS_OF_CONNECTOR,
  type Network,
  type PartialList,
  type ResolvedAttachment,
  type ResolvedNetwork,
  type Selection,
  subnetFacts,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix, inOrder, inUpdates } from "@lambda-vpc/policy-kit";
import { isInVpc } from "../use/vpc-consumers";

export const subnetsAndGroupsWithinLimits = definePolicy({
  id: "subnets-and-groups-within-limits",
  title: "A function has at most 16 subnets and 5 security groups.",
  severity: "high",
  level: "mandatory",
  monotone: true,
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
  { aliases, network }: ResolvedNetwork,
  lists: readonly Attachment[],
  selections: readonly ResolvedAttachment[],
  { subnets, securityGroups, source }: Limits,
): readonly Finding[] {
  return selections.flatMap((attachment, index) => {
    const list = lists[index];
    if (list === undefined) return [];
    const collapsed = aliases.collapsed(attachment);
    const check = (kind: "subnets" | "securityGroups", noun: string, limit: number): readonly Finding[] =>
      checkList(attachment.consumer, {
        list: list[kind],
        selection: attachment[kind],
        collapsed: collapsed[kind],
        noun,
        limit,
        source,
        network,
      });
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
  readonly network: Network;
}

function checkList(subject: Key, { list, selection, collapsed, noun, limit, source, network }: CheckedList): readonly Finding[] {
  const count = listSize(list, selection, collapsed);
  const verdict = atMost(count, limit);
  if (verdict === "ok") return [];
  const what = `of ${displayName(subject)}; AWS accepts at most ${limit}`;
  const [kind, measure] = [noun, { count, noun, atMost: limit }];
  if (verdict === "undecided")
    return [{ verdict, subject, kind, measure, what, causes: new Map([[selection.uncertainty ?? "perhaps-same-resource", [subject]]]) }];
  return [
    {
      verdict,
      subject,
      kind,
      measure,
      what: `${what}.`,
      why: `Lambda refuses longer lists with ValidationException (${source}): the update fails.`,
      fix: noun === "subnet" ? fewerSubnets(subject, selection, limit, network) : fewerGroups(limit),
      basis: count.basis,
    },
  ];
}

/** One subnet for each zone: more of them cost combinations, and no zone is added. */
function fewerSubnets(subject: Key, selection: Selection, limit: number, network: Network): Fix {
  const zones = subnetFacts(network);
  const kept = [...Map.groupBy(selection.certain, (key) => zones.get(key)?.zone ?? key).values()].flatMap(([first]) => first ?? []);
  const isFunction = network.attachments.some(({ consumer }) => consumer === subject);
  if (!isFunction || !isExactSelection(selection) || kept.length > MOST_ZONES)
    return byHand(
      `remove subnets from subnetIds until ${limit} remain`,
      "the program does not show a zone for each subnet; one subnet a zone is enough",
    );
  return inOrder(inUpdates(network, [subject], [{ step: "set-vpc-config", functions: [subject], subnets: kept }]), {
    note: "One subnet for each availability zone is enough.",
  });
}

function fewerGroups(limit: number): Fix {
  return byHand(
    `move rules to the other groups and remove groups from securityGroupIds until ${limit} remain`,
    "the program does not show which rules are needed",
  );
}
