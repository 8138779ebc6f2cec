import {
  between,
  type Count,
  displayName,
  displayNames,
  isExactSelection,
  type Key,
  type Knowable,
  type Network,
  type Selection,
  type Subnet,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, inOrder, inUpdates, oneOfFixes } from "@lambda-vpc/policy-kit";

export const dualStackSubnets = definePolicy({
  id: "dual-stack-subnets",
  title: "Functions that allow IPv6 use only dual-stack subnets.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "functions without subnets" },
  concerns: ({ functions = [] }) => functions.some(({ dualStack }) => dualStack !== undefined && (!dualStack.ok || dualStack.value)),
  config: {},
  check: ({ network, plan }) => {
    const inVpc = new Set(plan.attachments.map(({ consumer }) => consumer));
    const dualStacks = new Map(network.subnets.map((subnet) => [subnet.key, isDualStack(subnet)]));
    const allowing = new Map((network.functions ?? []).map(({ key, dualStack }) => [key, dualStack]));
    const withSubnets = plan.attachments.flatMap(({ consumer, subnets }) => {
      const allowsIpv6 = allowing.get(consumer);
      const isConcerned = allowsIpv6 !== undefined && (!allowsIpv6.ok || allowsIpv6.value);
      return isConcerned ? checkFunction({ consumer, allowsIpv6, subnets }, dualStacks, network) : [];
    });
    const withoutSubnets = [...allowing].filter(([key]) => !inVpc.has(key));
    return [...withSubnets, ...withoutSubnets.flatMap(([key, allowsIpv6]) => checkFunctionWithoutVpc(key, allowsIpv6))];
  },
});

function checkFunctionWithoutVpc(subject: Key, allowsIpv6: Knowable<boolean> | undefined): readonly Finding[] {
  if (allowsIpv6 === undefined || (allowsIpv6.ok && !allowsIpv6.value)) return [];
  const kind = "outside-vpc";
  const what = `${displayName(subject)} has neither subnets nor security groups, but ipv6AllowedForDualStack is`;
  if (!allowsIpv6.ok)
    return [{ verdict: "undecided", subject, kind, what: `${what} unknown`, causes: new Map([["ipv6-unknown", [subject]]]) }];
  return [
    {
      verdict: "violation",
      subject,
      kind,
      what: `${what} true.`,
      why: "Lambda refuses IPv6 for a function without a VPC (docs/aws-facts.md#ipv6-without-vpc): the update fails.",
      fix: oneOfFixes(
        withoutIpv6(subject),
        byHand("add dual-stack subnets and a security group", "the program does not show whether the function needs a VPC"),
      ),
      basis: "known",
    },
  ];
}

/** Whether a subnet has both an IPv4 and an IPv6 range; undefined if unknown. */
type DualStack = boolean | undefined;

function isDualStack({ cidrBlock, ipv6 }: Subnet): DualStack {
  if (cidrBlock === undefined) return false;
  return ipv6?.ok === true ? ipv6.value : undefined;
}

/** A function that may allow IPv6. */
interface Concerned {
  readonly consumer: Key;
  readonly allowsIpv6: Knowable<boolean>;
  readonly subnets: Selection;
}

function checkFunction(
  { consumer: subject, allowsIpv6, subnets }: Concerned,
  dualStacks: ReadonlyMap<Key, DualStack>,
  network: Network,
): readonly Finding[] {
  const singleStackIn = (keys: readonly Key[]): readonly Key[] => keys.filter((key) => dualStacks.get(key) === false);
  const [certain, possible] = [singleStackIn(subnets.certain), singleStackIn(subnets.possible)];
  const count = countSingleStack(subnets, dualStacks);
  const what = `of ${displayName(subject)} without both an IPv4 and an IPv6 range`;
  const measure = { count, noun: "subnet" };
  if (count.max === 0) return [];
  if (!allowsIpv6.ok || count.min === 0)
    return [
      {
        verdict: "undecided",
        subject,
        measure,
        what: `${what}, but ipv6AllowedForDualStack is ${allowsIpv6.ok ? "true" : "unknown"}`,
        causes: causesOf(subject, allowsIpv6, subnets, dualStacks),
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `${what}, but ipv6AllowedForDualStack is true: ${displayNames(certain.length > 0 ? certain : possible)}.`,
      why: WHY,
      fix: fixOf(subject, subnets, dualStacks, network),
      basis: count.basis,
    },
  ];
}

/** The dual-stack subnets of the list are enough if there are several: they may be in several zones. */
function fixOf(subject: Key, subnets: Selection, dualStacks: ReadonlyMap<Key, DualStack>, network: Network): Fix {
  const remaining = subnets.certain.filter((key) => dualStacks.get(key) === true);
  return isExactSelection(subnets) && remaining.length > 1
    ? oneOfFixes(
        inOrder(inUpdates(network, [subject], [{ step: "set-vpc-config", functions: [subject], subnets: remaining }])),
        withoutIpv6(subject),
      )
    : oneOfFixes(withoutIpv6(subject), byHand("add the missing range to these subnets", "the program does not show which ranges are free"));
}

function withoutIpv6(subject: Key): Fix {
  return change([{ step: "remove-property", resources: [subject], property: "vpcConfig.ipv6AllowedForDualStack" }]);
}

/**
 * The number of subnets of the list that are not dual-stack. A list with more holes than candidates repeats some of them, and has no others
 * (docs/eni-model.md, assumption S, part a).
 */
function countSingleStack(subnets: Selection, dualStacks: ReadonlyMap<Key, DualStack>): Count {
  const { certain, likely, possible, least, most, basis, uncertainty } = subnets;
  const open = subnets.open && uncertainty !== "more-unknown-than-candidates";
  const countIn = (keys: readonly Key[]): number => keys.filter((key) => dualStacks.get(key) === false).length;
  const notDualStack = possible.filter((key) => dualStacks.get(key) !== true).length;
  const limit = most - certain.filter((key) => dualStacks.get(key) === true).length;
  const others = possible.length - countIn(possible);
  const min = Math.max(countIn(certain), open ? 0 : least - others);
  return between(min, countIn(likely), open ? limit : Math.min(limit, notDualStack), basis);
}

function causesOf(
  consumer: Key,
  allowsIpv6: Knowable<boolean>,
  { possible, uncertainty }: Selection,
  dualStacks: ReadonlyMap<Key, DualStack>,
): ReadonlyMap<Uncertainty, readonly Key[]> {
  const isUnknown = !allowsIpv6.ok || possible.some((key) => dualStacks.get(key) === undefined);
  const causes = [uncertainty, isUnknown ? ("ipv6-unknown" as const) : undefined];
  return new Map(causes.flatMap((cause) => (cause === undefined ? [] : [[cause, [consumer]]])));
}

/** Source: docs/aws-facts.md#dual-stack. */
const WHY = "Lambda requires dual-stack subnets for IPv6 (docs/aws-facts.md#dual-stack): the deployment or calls over IPv6 can fail.";
