import {
  fittingPrefixLength,
  formatCount,
  type Network,
  readAddressBlock,
  shareOf,
  type SubnetBudget,
  type Uncertainty,
  usableAddresses,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, share } from "@lambda-vpc/policy-kit";
import { functionSubnets, nameOf, needsOf, subjectOfBudget } from "./function-subnets";

export const subnetHasRoom = definePolicy({
  id: "subnet-has-room",
  title: "The subnets of functions have room for what is in them at its peak.",
  severity: "high",
  level: "mandatory",
  config: {
    headroom: share({ description: "The share of a subnet's usable addresses that is to stay free at the peak.", default: 0.2 }),
    warnAt: share({
      description: "The share of a subnet's usable addresses above which its peak is told where it fits; 0 tells of every subnet.",
      default: 1,
    }),
  },
  check: ({ network, budgets, config }) => functionSubnets(budgets).flatMap((budget) => checkSubnet(budget, network, config)),
});

interface Margins {
  readonly headroom: number;
  readonly warnAt: number;
}

function checkSubnet(budget: SubnetBudget, network: Network, margins: Margins): readonly Finding[] {
  const { peak, usable, complete } = budget;
  const subject = subjectOfBudget(budget);
  const measure = { count: peak, noun: "address" };
  const what = whatOf(budget, margins.headroom);
  const undecided: Finding = { verdict: "undecided", subject, measure, what, causes: causesOf(budget) };
  if (!usable.known) return [undecided];
  const limit = usable.value - shareOf(usable.value, margins.headroom);
  const finding = { subject, measure, what: `${what}.`, why: WHY, fix: fixOf(budget, network, margins.headroom), basis: peak.basis };
  if (peak.min > limit || isTooSmall(budget)) return [{ verdict: "violation", ...finding }];
  if (peak.max > limit) return [undecided];
  if (!complete) return [{ ...undecided, causes: only("subnet-of-others", budget) }];
  return peak.min > margins.warnAt * usable.value ? [{ verdict: "warning", ...finding }] : [];
}

/** Sources: docs/aws-facts.md#function-failures, docs/aws-facts.md#subnet-range-change. */
const WHY =
  "a combination that finds no free address fails with SubnetOutOfIPAddresses, in the middle of a deployment, and a subnet cannot grow once it is made";

function whatOf(budget: SubnetBudget, headroom: number): string {
  const { usable, free } = budget;
  const room = usable.known
    ? [
        `${usable.value} usable`,
        ...(free.known ? [`${formatCount(free.value)} free`] : []),
        ...(shareOf(usable.value, headroom) > 0 ? [`${shareOf(usable.value, headroom)} to stay free (headroom)`] : []),
      ]
    : ["how many are usable does not show"];
  return `at peak in subnet ${nameOf(budget)}: ${needsOf(budget)}; ${room.join(", ")}`;
}

/** The smallest change: another range while the subnet is being made, other subnets once it is there. */
function fixOf(budget: SubnetBudget, network: Network, headroom: number): string {
  const prefixLength = fittingWith(headroom, budget);
  const creating = network.subnets.some(({ key, creating }) => key === budget.subnet && creating === true);
  const share = "share security-group sets (see share-security-groups), each of which costs an address here";
  if (prefixLength === undefined) return `use more subnets, for not even a /16 would fit, or ${share}`;
  return creating
    ? `make it a /${prefixLength}, which would fit, or ${share}`
    : `use subnets of /${prefixLength}, which would fit, or ${share}`;
}

/** The prefix length of the smallest subnet with room for the most that is likely, what others hold, and the headroom. */
function fittingWith(headroom: number, { peak, held, smallest }: SubnetBudget): number | undefined {
  const most = held + (Number.isFinite(peak.max) ? peak.max : peak.likely);
  const fits = (prefixLength: number): boolean => {
    const usable = usableAddresses(prefixLength);
    return most <= usable - shareOf(usable, headroom);
  };
  const least = fittingPrefixLength(most, smallest);
  return least === undefined ? undefined : range(least, 16).find(fits);
}

function range(from: number, downTo: number): readonly number[] {
  return Array.from({ length: from - downTo + 1 }, (_, index) => from - index);
}

/** Whether a consumer is in it that AWS puts into larger subnets only, as an application load balancer. */
function isTooSmall({ cidrBlock, smallest }: SubnetBudget): boolean {
  const reading = cidrBlock.known ? readAddressBlock(cidrBlock.value) : undefined;
  return reading?.valid === true && reading.block.prefixLength > smallest;
}

/** Free addresses, once the inventory tells them, make up for a range that does not show. */
function causesOf({ complete, causes }: SubnetBudget): SubnetBudget["causes"] {
  return complete ? causes : new Map([...causes].filter(([cause]) => cause !== "range-unknown"));
}

function only(cause: Uncertainty, { causes }: SubnetBudget): SubnetBudget["causes"] {
  return new Map([[cause, causes.get(cause) ?? []]]);
}
