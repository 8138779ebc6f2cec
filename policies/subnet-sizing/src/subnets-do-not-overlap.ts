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
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const subnetsDoNotOverlap = definePolicy({
  id: "subnets-do-not-overlap",
  title: "The subnets of a VPC have no address in common.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => {
    const subnets = rangedSubnets(network);
    // What is undecided is said of the subnet whose range does not show.
    const [shown, hidden] = [subnets.filter(({ block }) => block !== undefined), subnets.filter(({ block }) => block === undefined)];
    return [
      ...shown.flatMap((subnet, index) => clashes(subnet, shown.slice(0, index), network)),
      ...[...shown, ...hidden].flatMap((subnet, index, all) => undecided(subnet, all.slice(0, index), network)),
    ];
  },
});

/** A subnet of the stack or of the inventory that has IPv4 addresses. */
interface RangedSubnet {
  readonly key: Key;
  readonly vpc?: Key;
  /** Absent where the range does not show. */
  readonly block?: AddressBlock;
  /** Whether it is there already, so that its range is one that AWS took. */
  readonly exists: boolean;
}

/** Those of the inventory first: a finding is about a subnet of the stack. A text that is no range is the matter of subnets-inside-vpc. */
function rangedSubnets({ subnets, inventory }: Network): readonly RangedSubnet[] {
  const managed = subnets.flatMap(({ key, vpc, cidrBlock, creating }) =>
    cidrBlock === undefined ? [] : ranged(key, vpc, cidrBlock.known ? cidrBlock.value : undefined, creating !== true),
  );
  const others = (inventory?.subnets ?? []).flatMap(({ subnet, vpc, cidrBlock }) =>
    subnets.some(({ key }) => key === subnet) ? [] : ranged(subnet, vpc, cidrBlock, true),
  );
  return [others, managed].flatMap((list) => list.sort((a, b) => compareKeys(a.key, b.key)));
}

function ranged(key: Key, vpc: Key | undefined, range: string | undefined, exists: boolean): RangedSubnet[] {
  const reading = range === undefined ? undefined : readAddressBlock(range);
  if (reading?.valid === false) return [];
  return [{ key, exists, ...(vpc === undefined ? {} : { vpc }), ...(reading === undefined ? {} : { block: reading.block }) }];
}

function clashes(subnet: RangedSubnet, others: readonly RangedSubnet[], network: Network): readonly Finding[] {
  const { key: subject, vpc } = subnet;
  const hit = others.filter((other) => inOneVpc(subnet, other, network) === "yes" && meet(subnet, other) === "yes");
  if (hit.length === 0 || !isManaged(subject)) return [];
  const range = (key: Key): string => {
    const written = network.subnets.find((one) => one.key === key)?.cidrBlock;
    return written?.known === true ? ` (${written.value})` : "";
  };
  const names = hit.map(({ key }) => displayName(key) + range(key)).join(", ");
  return [
    {
      verdict: "violation",
      subject,
      what: `subnet ${displayName(subject)}${range(subject)} has addresses of ${names} in VPC ${displayName(vpc ?? "")}.`,
      why: "AWS makes no subnet that overlaps another of its VPC: the deployment fails there with InvalidSubnet.Conflict",
      fix: `give ${displayName(subject)} a range that is free in the VPC, before anything is in it: a subnet's range cannot change later`,
      basis: "known",
    },
  ];
}

/** Two subnets that exist already are apart: AWS took both. */
function undecided(subnet: RangedSubnet, others: readonly RangedSubnet[], network: Network): readonly Finding[] {
  const { key: subject } = subnet;
  const open = others.filter((other) => {
    const [together, meeting] = [inOneVpc(subnet, other, network), meet(subnet, other)];
    return !(subnet.exists && other.exists) && together !== "no" && meeting !== "no" && (together === "perhaps" || meeting === "perhaps");
  });
  if (open.length === 0) return [];
  const causes: readonly Uncertainty[] = [
    ...(open.some((other) => meet(subnet, other) === "perhaps") ? (["range-unknown"] as const) : []),
    ...(open.some((other) => subnet.vpc === undefined || other.vpc === undefined) ? (["vpc-unknown"] as const) : []),
    ...(open.some((other) => areTwins(subnet, other, network)) ? (["perhaps-same-resource"] as const) : []),
  ];
  return [
    {
      verdict: "undecided",
      subject,
      what: `whether subnet ${displayName(subject)} overlaps ${displayNames(open.map(({ key }) => key))}`,
      causes: new Map(causes.map((cause) => [cause, [subject]])),
    },
  ];
}

type Answer = "yes" | "no" | "perhaps";

function inOneVpc(one: RangedSubnet, other: RangedSubnet, network: Network): Answer {
  if (aliases(one.key, other.key, network)) return "no";
  if (one.vpc === undefined || other.vpc === undefined) return "perhaps";
  return one.vpc === other.vpc ? "yes" : areTwins(one, other, network) ? "perhaps" : "no";
}

/** Whether their VPCs are called differently and may still be one. */
function areTwins({ vpc: one }: RangedSubnet, { vpc: other }: RangedSubnet, network: Network): boolean {
  return one !== undefined && other !== undefined && one !== other && aliases(one, other, network);
}

function aliases(one: Key, other: Key, { aliases = [] }: Network): boolean {
  return aliases.some((keys) => keys.includes(one) && keys.includes(other));
}

function meet({ block: one }: RangedSubnet, { block: other }: RangedSubnet): Answer {
  if (one === undefined || other === undefined) return "perhaps";
  return overlaps(one, other) ? "yes" : "no";
}
