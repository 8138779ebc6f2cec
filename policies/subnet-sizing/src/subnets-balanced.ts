import {
  displayName,
  displayNames,
  type Key,
  keySet,
  type Network,
  readAddressBlock,
  type ResolvedAttachment,
  type Uncertainty,
  usableAddresses,
} from "@lambda-vpc/model";
import { definePolicy, type Finding, integer } from "@lambda-vpc/policy-kit";

export const subnetsBalanced = definePolicy({
  id: "subnets-balanced",
  title: "The subnets that a function uses are of about one size.",
  severity: "low",
  level: "advisory",
  strict: { level: "mandatory" },
  config: {
    maxBits: integer({
      description:
        "By how many bits the prefixes of two subnets of one function may differ: with 2, one may have four times as many addresses.",
      default: 2,
      minimum: 0,
      maximum: 12,
    }),
  },
  check: ({ network, plan, config }) => {
    const sizes = sizesOf(network);
    const pairs = plan.attachments.flatMap((attachment) => unevenPairs(attachment, sizes, config.maxBits));
    return [...Map.groupBy(pairs, ({ small }) => small.key)].flatMap(([, about]) => judge(about));
  },
});

/** What decides whether two subnets are of about one size. */
interface SizedSubnet {
  readonly key: Key;
  /** Absent where its range does not show. */
  readonly prefixLength?: number;
  readonly creating: boolean;
}

/** A subnet that is being made and another of the same function that is too much larger, or may turn out to be. */
interface UnevenPair {
  readonly small: SizedSubnet;
  readonly large: SizedSubnet;
  readonly user: Key;
  /** Why it may be otherwise; none where it is so whatever the unknowns turn out to be. */
  readonly causes: readonly Uncertainty[];
}

function unevenPairs(
  { consumer, subnets }: ResolvedAttachment,
  sizes: ReadonlyMap<Key, SizedSubnet>,
  maxBits: number,
): readonly UnevenPair[] {
  if (subnets.most < 2) return [];
  const own = subnets.possible.map((key) => sizes.get(key) ?? { key, creating: false });
  return own
    .filter(({ creating }) => creating)
    .flatMap((small) => own.flatMap((large) => (large === small || !mayBeUneven(small, large, maxBits) ? [] : [{ small, large }])))
    .map(({ small, large }) => {
      const certain = [small, large].every(({ key }) => subnets.certain.includes(key));
      const hidden = [small, large].some(({ prefixLength }) => prefixLength === undefined);
      const causes: readonly Uncertainty[] = [
        ...(certain || subnets.uncertainty === undefined ? [] : [subnets.uncertainty]),
        ...(hidden ? (["range-unknown"] as const) : []),
      ];
      return { small, large, user: consumer, causes };
    });
}

function mayBeUneven(small: SizedSubnet, large: SizedSubnet, maxBits: number): boolean {
  if (small.prefixLength === undefined || large.prefixLength === undefined) return true;
  return small.prefixLength - large.prefixLength > maxBits;
}

/** One line about a subnet, however many functions use it with larger ones. */
function judge(pairs: readonly UnevenPair[]): readonly Finding[] {
  const sure = pairs.filter(({ causes }) => causes.length === 0);
  const [first] = sure.length > 0 ? [...sure].sort((a, b) => (a.large.prefixLength ?? 0) - (b.large.prefixLength ?? 0)) : pairs;
  if (first === undefined) return [];
  const { small, large } = first;
  if (sure.length === 0) {
    const causes = [...new Set(pairs.flatMap(({ causes }) => causes))].map((cause) => {
      const concerned = pairs.filter(({ causes }) => causes.includes(cause)).map(({ user }) => user);
      return [cause, keySet(concerned)] as const;
    });
    const what = `whether subnet ${displayName(small.key)} is much smaller than others of the same functions`;
    return [{ verdict: "undecided", subject: small.key, what, causes: new Map(causes) }];
  }
  const users = keySet(sure.map(({ user }) => user));
  return [
    {
      verdict: "violation",
      subject: small.key,
      what: `subnet ${sizeOf(small)}, is used together with ${sizeOf(large)}, by ${displayNames(users)}.`,
      why: "a security-group set takes an address in every subnet of its function: the smallest is full first, and what is left in the others is of no use then. A subnet's range cannot change later",
      fix: `make it a /${large.prefixLength ?? 24} too, or make the larger ones smaller`,
      basis: "dependencies",
    },
  ];
}

/** `private-a (/24), 251 usable addresses` */
function sizeOf({ key, prefixLength }: SizedSubnet): string {
  return prefixLength === undefined
    ? displayName(key)
    : `${displayName(key)} (/${prefixLength}), with ${usableAddresses(prefixLength)} usable addresses`;
}

function sizesOf({ subnets, inventory }: Network): ReadonlyMap<Key, SizedSubnet> {
  const told = (inventory?.subnets ?? []).map(({ subnet, cidrBlock }) => sized(subnet, cidrBlock, false));
  const managed = subnets.map(({ key, cidrBlock, creating }) =>
    sized(key, cidrBlock?.known === true ? cidrBlock.value : undefined, creating === true),
  );
  return new Map([...told, ...managed].map((subnet) => [subnet.key, subnet]));
}

function sized(key: Key, range: string | undefined, creating: boolean): SizedSubnet {
  const reading = range === undefined ? undefined : readAddressBlock(range);
  return { key, creating, ...(reading?.valid === true ? { prefixLength: reading.block.prefixLength } : {}) };
}
