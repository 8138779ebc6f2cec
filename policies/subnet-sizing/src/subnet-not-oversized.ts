import {
  compareKeys,
  counted,
  displayNames,
  exactly,
  type Key,
  keySet,
  type LambdaFunction,
  type Network,
  readAddressBlock,
  type SubnetBudget,
  usableAddresses,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";
import { functionSubnets, nameOf, usersOf } from "./function-subnets";
import { oldFormulaText } from "./old-formula";

export const subnetNotOversized = definePolicy({
  id: "subnet-not-oversized",
  title: "The subnets of functions are not many times larger than their need.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    spareBits: integer({
      description:
        "From how many bits on a prefix is too short, against the one that would fit the peak with growth: with 4, a subnet may have eight times the addresses.",
      default: 4,
      minimum: 1,
      maximum: 12,
    }),
    freePrefix: integer({
      description: "The prefix length from which on a subnet is never too large: with 22, a /22, /23 or /24 is fine whatever is in it.",
      default: 22,
      minimum: 16,
      maximum: 28,
    }),
  },
  check: ({ network, budgets, config }) => {
    const sized = functionSubnets(budgets)
      .filter((budget) => isBeingMade(budget, network))
      .map((budget) => ({ budget, size: sizeOf(budget, config) }));
    const oversized = sized.flatMap(({ budget, size }) => (size.verdict === "oversized" ? [{ ...size, budget }] : []));
    const aliases = Map.groupBy(oversized, ({ budget, prefixLength, fits }) => `${homeOf(budget, network)} ${prefixLength} ${fits}`);
    return [
      ...[...aliases].map(([, those]) => finding(those, network.functions ?? [], config)),
      ...sized.flatMap(({ budget, size }) => (size.verdict === "undecided" ? [undecided(budget)] : [])),
    ];
  },
});

interface Bounds {
  readonly spareBits: number;
  readonly freePrefix: number;
}

/** A subnet and the prefix length that would fit the most that it may need. */
interface Oversized {
  readonly verdict: "oversized";
  readonly prefixLength: number;
  readonly fits: number;
}

function sizeOf({ cidrBlock, fitting }: SubnetBudget, { spareBits, freePrefix }: Bounds): Oversized | { verdict: "fine" | "undecided" } {
  if (!cidrBlock.known) return { verdict: "undecided" };
  const reading = readAddressBlock(cidrBlock.value);
  if (!reading.valid) return { verdict: "fine" };
  const { prefixLength } = reading.block;
  const isTooShortFor = (fits: number | undefined): fits is number =>
    prefixLength < freePrefix && fits !== undefined && fits - prefixLength >= spareBits;
  if (isTooShortFor(fitting.min)) return { verdict: "oversized", prefixLength, fits: fitting.min };
  return { verdict: isTooShortFor(fitting.max) ? "undecided" : "fine" };
}

/** One line for all subnets of a VPC that are alike: a program makes them in one loop. */
function finding(
  those: readonly (Oversized & { readonly budget: SubnetBudget })[],
  functions: readonly LambdaFunction[],
  bounds: Bounds,
): Finding {
  const budgets = those.map(({ budget }) => budget).sort((a, b) => compareKeys(a.subnet, b.subnet));
  const { prefixLength = 16, fits = 28 } = those[0] ?? {};
  const most = Math.max(...budgets.map(({ peak }) => peak.max));
  const users = keySet(budgets.flatMap(usersOf));
  const [first] = budgets;
  const names =
    budgets.length === 1 && first !== undefined
      ? `subnet ${nameOf(first)}`
      : `each of the ${counted(budgets.length, "subnet")} ${displayNames(budgets.map(({ subnet }) => subnet))} (/${prefixLength})`;
  const largest = Math.min(bounds.freePrefix, fits - bounds.spareBits + 1);
  return {
    verdict: "violation",
    subject: first?.subnet ?? "",
    measure: { count: exactly(usableAddresses(prefixLength)), noun: "usable address" },
    what: `in ${names}, of which at most ${most} are needed at the peak, as far as this stack shows: a /${fits} would fit. ${oldFormulaText(users, functions)}.`,
    why: "what a subnet takes of its VPC no other subnet can have, and its range cannot change once it is made",
    fix: `make it a /${largest} or smaller; what is to come later is assumptions.growth`,
    basis: "dependencies",
  };
}

function undecided(budget: SubnetBudget): Finding {
  const what = `whether subnet ${nameOf(budget)} is many times larger than its need`;
  return { verdict: "undecided", subject: budget.subnet, what, causes: budget.causes };
}

/** A public subnet that only may be used is none that functions are meant to use. */
function isBeingMade({ subnet, needs }: SubnetBudget, { subnets }: Network): boolean {
  const used = needs.some(({ kind, count }) => kind === "combinations" && count.min > 0);
  return subnets.some((one) => one.key === subnet && one.creating === true && (used || !one.public));
}

function homeOf({ subnet }: SubnetBudget, { subnets }: Network): Key {
  return subnets.find(({ key }) => key === subnet)?.vpc ?? "";
}
