import {
  compareKeys,
  counted,
  displayNames,
  exactly,
  formatAddressBlock,
  type Key,
  keySet,
  type LambdaFunction,
  type Network,
  readAddressBlock,
  type SubnetBudget,
  usableAddresses,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, integer, oneOf, type Step } from "@lambda-vpc/policy-kit";
import { isOfPackage } from "./free-ranges";
import { functionSubnets, nameOf, usersOf } from "./function-subnets";
import { oldFormulaText } from "./old-formula";
import { vpcsForFunctions } from "./vpc-for-functions";

export const subnetNotOversized = definePolicy({
  id: "subnet-not-oversized",
  title: "Subnets of functions are not many times larger than needed.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    spareBits: integer({
      description:
        "Report a prefix that is at least this many bits shorter than needed for the peak with growth. With 4, a subnet may have up to 8 times the addresses.",
      default: 4,
      minimum: 1,
      maximum: 12,
    }),
    freePrefix: integer({
      description: "Never report a subnet with this prefix length or a longer one. With 22, a /22, /23 or /24 is always accepted.",
      default: 22,
      minimum: 16,
      maximum: 28,
    }),
    vpcs: oneOf(["functions", "all"], {
      description:
        "The VPCs to check: those that the stack shows to be for functions alone, or all. Other services may need the addresses of other VPCs.",
      default: "functions",
    }),
  },
  check: ({ network, budgets, config }) => {
    const alone = vpcsForFunctions(network);
    const sized = functionSubnets(budgets)
      .filter((budget) => isNewFunctionSubnet(budget, network))
      .filter((budget) => config.vpcs === "all" || alone.has(vpcOf(budget, network)))
      .map((budget) => ({ budget, size: sizeOf(budget, config) }));
    const oversized = sized.flatMap(({ budget, size }) => (size.verdict === "oversized" ? [{ ...size, budget }] : []));
    const similar = Map.groupBy(oversized, ({ budget, prefixLength, fits }) => `${vpcOf(budget, network)} ${prefixLength} ${fits}`);
    return [
      ...[...similar].map(([, subnets]) => violation(subnets, network.functions ?? [], config)),
      ...sized.flatMap(({ budget, size }) => (size.verdict === "undecided" ? [undecided(budget)] : [])),
    ];
  },
});

interface Bounds {
  readonly spareBits: number;
  readonly freePrefix: number;
}

/** The prefix length of a subnet, and the one that fits the maximum of its peak. */
interface Oversized {
  readonly verdict: "oversized";
  readonly prefixLength: number;
  readonly fits: number;
}

function sizeOf({ cidrBlock, fitting }: SubnetBudget, { spareBits, freePrefix }: Bounds): Oversized | { verdict: "fine" | "undecided" } {
  if (!cidrBlock.ok) return { verdict: "undecided" };
  const reading = readAddressBlock(cidrBlock.value);
  if (!reading.ok) return { verdict: "fine" };
  const { prefixLength } = reading.value;
  const isTooShortFor = (fits: number | undefined): fits is number =>
    prefixLength < freePrefix && fits !== undefined && fits - prefixLength >= spareBits;
  if (isTooShortFor(fitting.min)) return { verdict: "oversized", prefixLength, fits: fitting.min };
  return { verdict: isTooShortFor(fitting.max) ? "undecided" : "fine" };
}

/** One finding for all subnets of a VPC with the same sizes: programs often create them in one loop. */
function violation(
  subnets: readonly (Oversized & { readonly budget: SubnetBudget })[],
  functions: readonly LambdaFunction[],
  bounds: Bounds,
): Finding {
  const budgets = subnets.map(({ budget }) => budget).sort((a, b) => compareKeys(a.subnet, b.subnet));
  const { prefixLength = 16, fits = 28 } = subnets[0] ?? {};
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
    about: budgets.map(({ subnet }) => subnet),
    measure: { count: exactly(usableAddresses(prefixLength)), noun: "usable address", atMost: usableAddresses(largest) },
    what: `in ${names}; the peak needs at most ${most}.`,
    why: `No other subnet can use its range (docs/aws-facts.md#subnet-range-change). ${oldFormulaText(users, functions)}`,
    fix: shrink(budgets, largest, fits),
    basis: "dependencies",
  };
}

/** The lowest part of each range is inside it, so it overlaps no other. */
function shrink(budgets: readonly SubnetBudget[], largest: number, fits: number): Fix {
  const note = `A /${fits} is enough; for growth, set assumptions.growth.`;
  const steps = budgets.flatMap(({ subnet, cidrBlock }): readonly Step[] => {
    const reading = cidrBlock.ok ? readAddressBlock(cidrBlock.value) : undefined;
    if (reading?.ok !== true || isOfPackage(subnet)) return [];
    const value = formatAddressBlock({ first: reading.value.first, prefixLength: largest });
    return [{ step: "set-property", resources: [subnet], property: "cidrBlock", value }];
  });
  const [first, ...more] = steps;
  return first === undefined || steps.length < budgets.length
    ? byHand(`make it a /${largest} or smaller, for example a /${fits}`, "a component lays out the subnet")
    : change([first, ...more], { note });
}

function undecided(budget: SubnetBudget): Finding {
  const what = `subnet ${nameOf(budget)} may be many times larger than needed`;
  return { verdict: "undecided", subject: budget.subnet, what, causes: budget.causes };
}

/** Whether the stack creates the subnet for functions. A public subnet counts only if a function certainly uses it. */
function isNewFunctionSubnet({ subnet, needs }: SubnetBudget, { subnets }: Network): boolean {
  const used = needs.some(({ kind, count }) => kind === "combinations" && count.min > 0);
  return subnets.some((one) => one.key === subnet && one.creating === true && (used || !one.public));
}

function vpcOf({ subnet }: SubnetBudget, { subnets }: Network): Key {
  return subnets.find(({ key }) => key === subnet)?.vpc ?? "";
}
