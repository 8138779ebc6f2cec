import {
  compareKeys,
  displayName,
  displayNames,
  formatAddressBlock,
  type Key,
  keySet,
  type Network,
  readAddressBlock,
  type ResolvedAttachment,
  type Uncertainty,
  usableAddresses,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding, type Fix, integer, oneOfFixes, type Step } from "@lambda-vpc/policy-kit";
import { FreeRanges, isOfPackage } from "./free-ranges";

export const subnetsBalanced = definePolicy({
  id: "subnets-balanced",
  title: "The subnets of a function have similar sizes.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    maxBits: integer({
      description:
        "Maximum difference between the prefix lengths of two subnets of a function. With 2, one may have 4 times the addresses of the other.",
      default: 2,
      minimum: 0,
      maximum: 12,
    }),
  },
  check: ({ network, plan, config }) => {
    const sizes = sizesOf(network);
    const pairs = plan.attachments.flatMap((attachment) => unevenPairs(attachment, sizes, config.maxBits));
    const ranges = new FreeRanges(network);
    const bySmall = [...Map.groupBy(pairs, ({ small }) => small.key)].sort(([left], [right]) => compareKeys(left, right));
    return bySmall.flatMap(([, group]) => report(group, config.maxBits, ranges));
  },
});

/** A subnet with its size. */
interface SizedSubnet {
  readonly key: Key;
  /** Absent if the range is unknown. */
  readonly prefixLength?: number;
  /** Its first address; absent with the prefix length. */
  readonly first?: number;
  readonly creating: boolean;
}

/** A new subnet, and another subnet of the same function that is or may be too much larger. */
interface UnevenPair {
  readonly small: SizedSubnet;
  readonly large: SizedSubnet;
  readonly user: Key;
  /** Why it is uncertain; empty if it is certain. */
  readonly causes: readonly Uncertainty[];
}

function unevenPairs(
  { consumer, subnets }: ResolvedAttachment,
  sizes: ReadonlyMap<Key, SizedSubnet>,
  maxBits: number,
): readonly UnevenPair[] {
  if (subnets.most < 2) return [];
  const own = subnets.possible.map((key) => sizes.get(key) ?? { key, creating: false });
  const lists = subnets.alternatives?.map(({ keys }) => new Set([...subnets.certain, ...keys])) ?? [new Set(subnets.possible)];
  const areTogether = (one: SizedSubnet, other: SizedSubnet): boolean => lists.some((list) => list.has(one.key) && list.has(other.key));
  return own
    .filter(({ creating }) => creating)
    .flatMap((small) => own.flatMap((large) => (large !== small && areTogether(small, large) ? [{ small, large }] : [])))
    .filter(({ small, large }) => mayBeUneven(small, large, maxBits))
    .map(({ small, large }) => {
      const certain = [small, large].every(({ key }) => subnets.certain.includes(key));
      const isUnknown = [small, large].some(({ prefixLength }) => prefixLength === undefined);
      const causes: readonly Uncertainty[] = [
        ...(certain || subnets.uncertainty === undefined ? [] : [subnets.uncertainty]),
        ...(isUnknown ? (["range-unknown"] as const) : []),
      ];
      return { small, large, user: consumer, causes };
    });
}

function mayBeUneven(small: SizedSubnet, large: SizedSubnet, maxBits: number): boolean {
  if (small.prefixLength === undefined || large.prefixLength === undefined) return true;
  return small.prefixLength - large.prefixLength > maxBits;
}

/** One finding per small subnet, for all functions that use it with a larger one. */
function report(pairs: readonly UnevenPair[], maxBits: number, ranges: FreeRanges): readonly Finding[] {
  const certain = pairs.filter(({ causes }) => causes.length === 0);
  const [first] = certain.length > 0 ? [...certain].sort((a, b) => (a.large.prefixLength ?? 0) - (b.large.prefixLength ?? 0)) : pairs;
  if (first === undefined) return [];
  const { small, large } = first;
  if (certain.length === 0) {
    const causes = [...new Set(pairs.flatMap((pair) => pair.causes))].map((cause) => {
      const concerned = pairs.filter((pair) => pair.causes.includes(cause)).map(({ user }) => user);
      return [cause, keySet(concerned)] as const;
    });
    const what = `subnet ${displayName(small.key)} may be much smaller than another subnet of the same functions`;
    return [{ verdict: "undecided", subject: small.key, what, causes: new Map(causes) }];
  }
  const users = keySet(certain.map(({ user }) => user));
  return [
    {
      verdict: "violation",
      subject: small.key,
      what: `subnet ${sizeOf(small)} is much smaller than ${sizeOf(large)} of the same functions (${displayNames(users)}).`,
      why: "Each set takes one address in every subnet (docs/aws-facts.md#eni-sharing): the smallest is full first, and cannot grow.",
      fix: fixOf(certain, first, maxBits, ranges),
      basis: "dependencies",
    },
  ];
}

/** A free range of the size of the larger subnet, or the lowest part of each larger range, which overlaps no other. */
function fixOf(certain: readonly UnevenPair[], { small, large }: UnevenPair, maxBits: number, ranges: FreeRanges): Fix {
  const prefixLength = (small.prefixLength ?? 0) - maxBits;
  const larges = certain.map((pair) => pair.large).sort((left, right) => compareKeys(left.key, right.key));
  const others = new Map(larges.map((one) => [one.key, one]));
  const steps = [...others.values()].flatMap(({ key, creating, first }): readonly Step[] =>
    creating && first !== undefined && !isOfPackage(key)
      ? [{ step: "set-property", resources: [key], property: "cidrBlock", value: formatAddressBlock({ first, prefixLength }) }]
      : [],
  );
  const enlarge = large.prefixLength === undefined ? undefined : ranges.change(small.key, large.prefixLength);
  const [step, ...more] = steps;
  const shrink = step === undefined || steps.length < others.size ? undefined : change([step, ...more]);
  if (enlarge !== undefined && shrink !== undefined) return oneOfFixes(enlarge, shrink);
  return enlarge ?? shrink ?? byHand(`make the subnet a /${large.prefixLength ?? 24}`, "the program does not show which ranges are free");
}

/** `private-a (/24, 251 usable addresses)` */
function sizeOf({ key, prefixLength }: SizedSubnet): string {
  return prefixLength === undefined
    ? displayName(key)
    : `${displayName(key)} (/${prefixLength}, ${usableAddresses(prefixLength)} usable addresses)`;
}

function sizesOf({ subnets, inventory }: Network): ReadonlyMap<Key, SizedSubnet> {
  const inventoried = (inventory?.subnets ?? []).map(({ subnet, cidrBlock }) => sized(subnet, cidrBlock, false));
  const managed = subnets.map(({ key, cidrBlock, creating }) =>
    sized(key, cidrBlock?.ok === true ? cidrBlock.value : undefined, creating === true),
  );
  return new Map([...inventoried, ...managed].map((subnet) => [subnet.key, subnet]));
}

function sized(key: Key, range: string | undefined, creating: boolean): SizedSubnet {
  const reading = range === undefined ? undefined : readAddressBlock(range);
  return { key, creating, ...(reading?.ok === true ? reading.value : {}) };
}
