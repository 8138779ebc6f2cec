import {
  type AddressBlock,
  compareKeys,
  contains,
  displayName,
  type FurtherRange,
  type Key,
  type Knowable,
  type Network,
  formatAddressBlock,
  readAddressBlock,
  type Subnet,
  type Vpc,
} from "@lambda-vpc/model";
import { byHand, change, definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { FreeRanges, setRange } from "./free-ranges";

export const subnetsInsideVpc = definePolicy({
  id: "subnets-inside-vpc",
  title: "Each subnet has a valid range inside its VPC.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => {
    const free = new FreeRanges(network);
    return [
      ...(network.vpcs ?? []).flatMap(checkVpc),
      ...inOrderOfKeys(network.subnets).flatMap((subnet) => checkSubnet(subnet, network, free)),
    ];
  },
});

/** The first subnet gets the first free range, whatever the order of the network. */
function inOrderOfKeys(subnets: readonly Subnet[]): readonly Subnet[] {
  return [...subnets].sort((left, right) => compareKeys(left.key, right.key));
}

function checkVpc({ key, cidrBlocks, creating }: Vpc): readonly Finding[] {
  return creating === true && cidrBlocks.ok ? cidrBlocks.value.flatMap((range) => checkRange(key, `VPC ${displayName(key)}`, range)) : [];
}

function checkSubnet(subnet: Subnet, network: Network, free: FreeRanges): readonly Finding[] {
  const { key, cidrBlock, vpc: home } = subnet;
  // An existing subnet is inside its VPC: AWS has accepted it.
  if (cidrBlock === undefined || subnet.creating !== true) return [];
  const name = `subnet ${displayName(key)}`;
  if (!cidrBlock.ok) return undecided(subnet);
  const reading = readAddressBlock(cidrBlock.value);
  if (!reading.ok) return checkRange(key, name, cidrBlock.value);
  const vpc = network.vpcs?.find((one) => one.key === home);
  const ranges = rangesOf(vpc?.cidrBlocks);
  const racing = vpc === undefined ? undefined : racedRange(key, reading.value, vpc);
  if (racing !== undefined) return [race(subnet, cidrBlock.value, racing)];
  if (ranges?.some((range) => contains(range, reading.value)) === true) return [];
  // An existing VPC may have further ranges that are unknown.
  if (ranges === undefined || vpc?.creating !== true) return undecided(subnet);
  return [
    {
      verdict: "violation",
      subject: key,
      what: `${name} (${cidrBlock.value}) is outside VPC ${displayName(vpc.key)} (${ranges.map(formatAddressBlock).join(", ")}).`,
      why: "AWS rejects a subnet outside its VPC (docs/aws-facts.md#subnet-sizes): the deployment fails with InvalidSubnet.Range.",
      fix:
        free.change(key, reading.value.prefixLength) ??
        byHand("add a range to the VPC with aws.ec2.VpcIpv4CidrBlockAssociation", "no range of this size is known to be free"),
      basis: "known",
    },
  ];
}

/** The further range of the VPC that contains a subnet and that the subnet does not wait for, if no other range contains it. */
function racedRange(key: Key, block: AddressBlock, { cidrBlocks, furtherRanges = [] }: Vpc): FurtherRange | undefined {
  const inside = (range: string): boolean => {
    const reading = readAddressBlock(range);
    return reading.ok && contains(reading.value, block);
  };
  const raced = furtherRanges.filter(({ cidrBlock, precedes }) => inside(cidrBlock) && !precedes.includes(key));
  const others = cidrBlocks.ok ? cidrBlocks.value.filter((range) => raced.every(({ cidrBlock }) => cidrBlock !== range)) : [];
  return others.some(inside) ? undefined : raced[0];
}

function race({ key, vpc }: Subnet, range: string, { key: association, cidrBlock }: FurtherRange): Finding {
  const home = vpc === undefined ? "its VPC" : `VPC ${displayName(vpc)}`;
  return {
    verdict: "violation",
    subject: key,
    what: `subnet ${displayName(key)} (${range}) is in the range ${cidrBlock} of ${home}, but does not wait for its association.`,
    why: "Pulumi creates both at the same time. AWS rejects a subnet outside its VPC (docs/aws-facts.md#subnet-sizes): InvalidSubnet.Range.",
    fix: change([{ step: "set-property", resources: [key], property: "vpcId", value: { resource: association, output: "vpcId" } }], {
      note: "It is then created after the association.",
    }),
    basis: "known",
  };
}

/** Reports an invalid range. */
function checkRange(subject: Key, name: string, range: string): readonly Finding[] {
  const reading = readAddressBlock(range);
  if (reading.ok) return [];
  const [problem = "", instruction = ""] = reading.error.split("; ");
  const what = `${name} has an invalid range: ${problem}.`;
  const [, corrected] = /^write (\d[\d./]+)$/.exec(instruction) ?? [];
  const fix = corrected === undefined ? byHand(instruction, "the program does not show the intended range") : setRange(subject, corrected);
  const why =
    "AWS accepts IPv4 ranges from /28 to /16 (docs/aws-facts.md#subnet-sizes), and the provider only a range that starts at its network address.";
  return [{ verdict: "violation", subject, what, why, fix, basis: "known" }];
}

function undecided({ key }: Subnet): readonly Finding[] {
  const what = `subnet ${displayName(key)} may be outside its VPC`;
  return [{ verdict: "undecided", subject: key, what, causes: new Map([["range-unknown", [key]]]) }];
}

/** Undefined if one of them is unknown or invalid. */
function rangesOf(written: Knowable<readonly string[]> | undefined): readonly AddressBlock[] | undefined {
  if (written?.ok !== true) return undefined;
  const readings = written.value.map(readAddressBlock);
  const blocks = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  return blocks.length < readings.length ? undefined : blocks;
}
