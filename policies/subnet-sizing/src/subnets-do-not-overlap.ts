import {
  type AddressBlock,
  compareKeys,
  displayName,
  displayNames,
  isManaged,
  type Key,
  type Network,
  overlaps,
  readAddressBlock,
  type Uncertainty,
} from "@lambda-vpc/model";
import { byHand, definePolicy, type Finding, type Fix } from "@lambda-vpc/policy-kit";
import { FreeRanges } from "./free-ranges";

export const subnetsDoNotOverlap = definePolicy({
  id: "subnets-do-not-overlap",
  title: "Subnets of a VPC do not overlap.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => {
    const subnets = rangedSubnets(network);
    const ranges = new FreeRanges(network);
    // An undecided finding is about the subnet whose range is unknown.
    const [known, unknown] = [subnets.filter(({ block }) => block !== undefined), subnets.filter(({ block }) => block === undefined)];
    return [
      ...known.flatMap((subnet, index) => violations(subnet, known.slice(0, index), network, ranges)),
      ...[...known, ...unknown].flatMap((subnet, index, all) => undecided(subnet, all.slice(0, index), network)),
    ];
  },
});

/** A subnet of the stack or of the inventory that has IPv4 addresses. */
interface RangedSubnet {
  readonly key: Key;
  readonly vpc?: Key;
  /** Absent if the range is unknown. */
  readonly block?: AddressBlock;
  /** Whether the subnet exists, so that AWS has accepted its range. */
  readonly exists: boolean;
}

/** Subnets of the inventory come first, because a finding is about a subnet of the stack. subnets-inside-vpc reports invalid ranges. */
function rangedSubnets({ subnets, inventory }: Network): readonly RangedSubnet[] {
  const managed = subnets.flatMap(({ key, vpc, cidrBlock, creating }) =>
    cidrBlock === undefined ? [] : ranged(key, vpc, cidrBlock.ok ? cidrBlock.value : undefined, creating !== true),
  );
  const others = (inventory?.subnets ?? []).flatMap(({ subnet, vpc, cidrBlock }) =>
    subnets.some(({ key }) => key === subnet) ? [] : ranged(subnet, vpc, cidrBlock, true),
  );
  return [others, managed].flatMap((list) => list.sort((a, b) => compareKeys(a.key, b.key)));
}

function ranged(key: Key, vpc: Key | undefined, range: string | undefined, exists: boolean): RangedSubnet[] {
  const reading = range === undefined ? undefined : readAddressBlock(range);
  if (reading?.ok === false) return [];
  return [{ key, exists, ...(vpc === undefined ? {} : { vpc }), ...(reading === undefined ? {} : { block: reading.value }) }];
}

function violations(subnet: RangedSubnet, others: readonly RangedSubnet[], network: Network, ranges: FreeRanges): readonly Finding[] {
  const { key: subject, vpc } = subnet;
  const overlapping = others.filter((other) => inOneVpc(subnet, other, network) === "yes" && haveCommonAddresses(subnet, other) === "yes");
  if (overlapping.length === 0 || !isManaged(subject)) return [];
  const range = (key: Key): string => {
    const written = network.subnets.find((one) => one.key === key)?.cidrBlock;
    return written?.ok === true ? ` (${written.value})` : "";
  };
  const names = overlapping.map(({ key }) => displayName(key) + range(key)).join(", ");
  return [
    {
      verdict: "violation",
      subject,
      what: `subnet ${displayName(subject)}${range(subject)} overlaps ${names} in VPC ${displayName(vpc ?? "")}.`,
      why: "AWS rejects overlapping subnets (docs/aws-facts.md#subnet-sizes): the deployment fails with InvalidSubnet.Conflict.",
      fix: fixOf(subnet, overlapping, ranges),
      basis: "known",
    },
  ];
}

/** Another range for the new subnet. The range of an existing one cannot change. */
function fixOf(subnet: RangedSubnet, overlapping: readonly RangedSubnet[], ranges: FreeRanges): Fix {
  const [other, ...more] = overlapping;
  const changed = subnet.exists && more.length === 0 ? other : subnet;
  const move = changed?.block === undefined ? undefined : ranges.change(changed.key, changed.block.prefixLength);
  return (
    move ??
    byHand(
      `give ${displayName(changed?.key ?? subnet.key)} a range that is free in the VPC`,
      "the program does not show all ranges of the VPC",
    )
  );
}

/** Two existing subnets do not overlap: AWS accepted both. */
function undecided(subnet: RangedSubnet, others: readonly RangedSubnet[], network: Network): readonly Finding[] {
  const { key: subject } = subnet;
  const open = others.filter((other) => {
    const answers = [inOneVpc(subnet, other, network), haveCommonAddresses(subnet, other)];
    return !(subnet.exists && other.exists) && !answers.includes("no") && answers.includes("perhaps");
  });
  if (open.length === 0) return [];
  const causes: readonly Uncertainty[] = [
    ...(open.some((other) => haveCommonAddresses(subnet, other) === "perhaps") ? (["range-unknown"] as const) : []),
    ...(open.some((other) => subnet.vpc === undefined || other.vpc === undefined) ? (["vpc-unknown"] as const) : []),
    ...(open.some((other) => haveVpcAliases(subnet, other, network)) ? (["perhaps-same-resource"] as const) : []),
  ];
  return [
    {
      verdict: "undecided",
      subject,
      what: `subnet ${displayName(subject)} may overlap ${displayNames(open.map(({ key }) => key))}`,
      causes: new Map(causes.map((cause) => [cause, [subject]])),
    },
  ];
}

type Answer = "yes" | "no" | "perhaps";

function inOneVpc(one: RangedSubnet, other: RangedSubnet, network: Network): Answer {
  if (areAliases(one.key, other.key, network)) return "no";
  if (one.vpc === undefined || other.vpc === undefined) return "perhaps";
  return one.vpc === other.vpc ? "yes" : haveVpcAliases(one, other, network) ? "perhaps" : "no";
}

/** Whether their VPCs have different keys and may be the same VPC. */
function haveVpcAliases({ vpc: one }: RangedSubnet, { vpc: other }: RangedSubnet, network: Network): boolean {
  return one !== undefined && other !== undefined && one !== other && areAliases(one, other, network);
}

function areAliases(one: Key, other: Key, { aliases = [] }: Network): boolean {
  return aliases.some((keys) => keys.includes(one) && keys.includes(other));
}

function haveCommonAddresses({ block: one }: RangedSubnet, { block: other }: RangedSubnet): Answer {
  if (one === undefined || other === undefined) return "perhaps";
  return overlaps(one, other) ? "yes" : "no";
}
