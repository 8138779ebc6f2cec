import {
  type AddressBlock,
  contains,
  displayName,
  type Key,
  type Knowable,
  type Network,
  nextFreeBlock,
  formatAddressBlock,
  readAddressBlock,
  type Subnet,
  type Vpc,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const subnetsInsideVpc = definePolicy({
  id: "subnets-inside-vpc",
  title: "Each subnet has a valid range inside its VPC.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => [...(network.vpcs ?? []).flatMap(checkVpc), ...network.subnets.flatMap((subnet) => checkSubnet(subnet, network))],
});

function checkVpc({ key, cidrBlocks, creating }: Vpc): readonly Finding[] {
  return creating === true && cidrBlocks.ok ? cidrBlocks.value.flatMap((range) => checkRange(key, `VPC ${displayName(key)}`, range)) : [];
}

function checkSubnet(subnet: Subnet, network: Network): readonly Finding[] {
  const { key, cidrBlock, vpc: home } = subnet;
  // An existing subnet is inside its VPC: AWS has accepted it.
  if (cidrBlock === undefined || subnet.creating !== true) return [];
  const name = `subnet ${displayName(key)}`;
  if (!cidrBlock.ok) return undecided(subnet);
  const reading = readAddressBlock(cidrBlock.value);
  if (!reading.ok) return checkRange(key, name, cidrBlock.value);
  const vpc = network.vpcs?.find((one) => one.key === home);
  const ranges = rangesOf(vpc?.cidrBlocks);
  if (ranges?.some((range) => contains(range, reading.value)) === true) return [];
  // An existing VPC may have further ranges that are unknown.
  if (ranges === undefined || vpc?.creating !== true) return undecided(subnet);
  const taken = network.subnets.flatMap((other) => (other.vpc === home ? (rangesOf(asList(other.cidrBlock)) ?? []) : []));
  const free = nextFreeBlock(reading.value.prefixLength, ranges, taken);
  return [
    {
      verdict: "violation",
      subject: key,
      what: `${name} (${cidrBlock.value}) is outside VPC ${displayName(vpc.key)} (${ranges.map(formatAddressBlock).join(", ")}).`,
      why: "AWS rejects a subnet outside its VPC (docs/aws-facts.md#subnet-sizes): the deployment fails with InvalidSubnet.Range.",
      fix:
        free === undefined
          ? "Add a range to the VPC with aws.ec2.VpcIpv4CidrBlockAssociation: no free range of this size is left."
          : `Give it a range inside the VPC, such as ${formatAddressBlock(free)}, which no subnet of this stack uses.`,
      basis: "known",
    },
  ];
}

/** Reports an invalid range. */
function checkRange(subject: Key, name: string, range: string): readonly Finding[] {
  const reading = readAddressBlock(range);
  if (reading.ok) return [];
  const [problem = "", instruction = ""] = reading.error.split("; ");
  const what = `${name} has an invalid range: ${problem}.`;
  const fix = `${instruction.charAt(0).toUpperCase()}${instruction.slice(1)}.`;
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

function asList(range: Knowable<string> | undefined): Knowable<readonly string[]> | undefined {
  return range?.ok === true ? { ok: true, value: [range.value] } : undefined;
}
