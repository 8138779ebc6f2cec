import {
  fittingPrefixLength,
  formatCount,
  lessShare,
  type Network,
  readAddressBlock,
  shareOf,
  type SubnetBudget,
  type Uncertainty,
  usableAddresses,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix, membersOf, oneOfFixes, share } from "@lambda-vpc/policy-kit";
import { FreeRanges } from "./free-ranges";
import { functionSubnets, inexactNeedsOf, nameOf, needsOf, subjectOfBudget, usersOf } from "./function-subnets";

export const subnetHasRoom = definePolicy({
  id: "subnet-has-room",
  title: "Subnets of functions have enough addresses at peak.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "subnets whose range is in the inventory" },
  config: {
    headroom: share({ description: "Share of a subnet's usable addresses to keep free at peak.", default: 0.2 }),
    warnAt: share({
      description: "Warn if the peak exceeds this share of a subnet's usable addresses, although it fits. 0 reports every subnet.",
      default: 1,
    }),
  },
  check: ({ network, budgets, config }) => {
    const ranges = new FreeRanges(network);
    return functionSubnets(budgets).flatMap((budget) => checkSubnet(budget, network, config, ranges));
  },
});

interface Margins {
  readonly headroom: number;
  readonly warnAt: number;
}

function checkSubnet(budget: SubnetBudget, network: Network, margins: Margins, ranges: FreeRanges): readonly Finding[] {
  const { peak, usable, complete } = budget;
  const subject = subjectOfBudget(budget);
  const limit = usable.ok ? lessShare(usable.value, margins.headroom) : undefined;
  const measure = { count: peak, noun: "address", ...(limit === undefined ? {} : { atMost: limit }), members: membersOf(usersOf(budget)) };
  const about = [budget.subnet];
  const what = whatOf(budget, margins.headroom);
  const open = openOf(budget, margins.headroom);
  const causes = complete ? budget.causes : only("subnet-of-others", budget);
  const undecided: Finding = { verdict: "undecided", subject, about, measure, what: open, causes, ...(complete ? {} : { expected: true }) };
  if (!usable.ok || limit === undefined) return [undecided];
  const isBroken = peak.min > limit || isTooSmall(budget);
  if (!isBroken && (peak.max > limit || !complete)) return [undecided];
  if (!isBroken && peak.min <= margins.warnAt * usable.value) return [];
  const fix = fixOf(budget, network, margins.headroom, ranges);
  return [{ verdict: isBroken ? "violation" : "warning", subject, about, measure, what: `${what}.`, why: WHY, fix, basis: peak.basis }];
}

/** Sources: docs/aws-facts.md#function-failures, docs/aws-facts.md#subnet-range-change. */
const WHY =
  "Without a free address, functions fail with SubnetOutOfIPAddresses (docs/aws-facts.md#function-failures). A subnet cannot grow.";

function whatOf(budget: SubnetBudget, headroom: number): string {
  const { usable, free } = budget;
  const room = usable.ok
    ? [
        `${usable.value} usable`,
        ...(free.ok ? [`${formatCount(free.value)} free`] : []),
        ...(shareOf(usable.value, headroom) > 0 ? [`${shareOf(usable.value, headroom)} to keep free (headroom)`] : []),
      ]
    : ["usable addresses unknown"];
  return `at peak in subnet ${nameOf(budget)}: ${needsOf(budget)}; ${room.join(", ")}`;
}

/** What is undecided: only the needs that are not exact, because the others do not decide. */
function openOf(budget: SubnetBudget, headroom: number): string {
  const { usable } = budget;
  const room = usable.ok
    ? `${usable.value} usable, ${shareOf(usable.value, headroom)} to keep free (headroom)`
    : "usable addresses unknown";
  return `at peak in subnet ${nameOf(budget)}: ${inexactNeedsOf(budget)}; ${room}`;
}

/** The smallest change: another range for a new subnet, other subnets if it exists. */
function fixOf(budget: SubnetBudget, network: Network, headroom: number, ranges: FreeRanges): Fix {
  const prefixLength = fittingWith(headroom, budget);
  const creating = network.subnets.some(({ key, creating }) => key === budget.subnet && creating === true);
  const share = "share security-group sets (see share-security-groups)";
  if (prefixLength === undefined) return byHand(`use more subnets, or ${share}`, "a /16 is too small");
  if (!creating) return byHand(`use subnets of size /${prefixLength}, or ${share}`, "a subnet cannot grow");
  const enlarge = ranges.change(budget.subnet, prefixLength);
  return enlarge === undefined
    ? byHand(`make the subnet a /${prefixLength}, or ${share}`, "the program does not show which ranges are free")
    : oneOfFixes(enlarge, byHand(share, "the program does not show which functions may have the same access"));
}

/** The prefix length of the smallest subnet that fits the peak, the addresses held by others, and the headroom. */
function fittingWith(headroom: number, { peak, held, smallest }: SubnetBudget): number | undefined {
  const most = held + (Number.isFinite(peak.max) ? peak.max : peak.likely);
  const fits = (prefixLength: number): boolean => {
    const usable = usableAddresses(prefixLength);
    return most <= lessShare(usable, headroom);
  };
  const least = fittingPrefixLength(most, smallest);
  return least === undefined ? undefined : range(least, 16).find(fits);
}

function range(from: number, downTo: number): readonly number[] {
  return Array.from({ length: from - downTo + 1 }, (_, index) => from - index);
}

/** Whether the subnet contains a consumer that AWS accepts only in larger subnets, such as an application load balancer. */
function isTooSmall({ cidrBlock, smallest }: SubnetBudget): boolean {
  const reading = cidrBlock.ok ? readAddressBlock(cidrBlock.value) : undefined;
  return reading?.ok === true && reading.value.prefixLength > smallest;
}

/** In a subnet of others, nothing else is worth knowing first. */
function only(cause: Uncertainty, { causes }: SubnetBudget): SubnetBudget["causes"] {
  return new Map([[cause, causes.get(cause) ?? []]]);
}
