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
  title: "The range of a subnet is one that AWS takes, inside its VPC.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network }) => [...(network.vpcs ?? []).flatMap(checkVpc), ...network.subnets.flatMap((subnet) => checkSubnet(subnet, network))],
});

function checkVpc({ key, cidrBlocks, creating }: Vpc): readonly Finding[] {
  return creating === true && cidrBlocks.known ? cidrBlocks.value.flatMap((range) => checkText(key, `VPC ${displayName(key)}`, range)) : [];
}

function checkSubnet(subnet: Subnet, network: Network): readonly Finding[] {
  const { key, cidrBlock, vpc: home } = subnet;
  // What exists lies inside its VPC: AWS took it.
  if (cidrBlock === undefined || subnet.creating !== true) return [];
  const name = `subnet ${displayName(key)}`;
  if (!cidrBlock.known) return undecided(subnet);
  const reading = readAddressBlock(cidrBlock.value);
  if (!reading.valid) return checkText(key, name, cidrBlock.value);
  const vpc = network.vpcs?.find((one) => one.key === home);
  const ranges = rangesOf(vpc?.cidrBlocks);
  if (ranges?.some((range) => contains(range, reading.block)) === true) return [];
  // A VPC that was there before may have ranges that do not show.
  if (ranges === undefined || vpc?.creating !== true) return undecided(subnet);
  const taken = network.subnets.flatMap((other) => (other.vpc === home ? (rangesOf(asList(other.cidrBlock)) ?? []) : []));
  const free = nextFreeBlock(reading.block.prefixLength, ranges, taken);
  return [
    {
      verdict: "violation",
      subject: key,
      what: `${name} (${cidrBlock.value}) is not inside VPC ${displayName(vpc.key)} (${ranges.map(formatAddressBlock).join(", ")}).`,
      why: "AWS makes no subnet outside the ranges of its VPC: the deployment fails there with InvalidSubnet.Range",
      fix:
        free === undefined
          ? "give the VPC a further range with aws.ec2.VpcIpv4CidrBlockAssociation: its own have no room for a subnet of this size"
          : `give it a range inside, such as ${formatAddressBlock(free)}, which no subnet of this stack has`,
      basis: "known",
    },
  ];
}

/** A text that is no range, as one finding. */
function checkText(subject: Key, name: string, range: string): readonly Finding[] {
  const reading = readAddressBlock(range);
  if (reading.valid) return [];
  const [what = "", fix = ""] = reading.why.split("; ");
  const why = "AWS takes IPv4 ranges from /28 to /16 for VPCs and subnets, and the provider only such as begin where their prefix does";
  return [{ verdict: "violation", subject, what: `${name} has a range that is none: ${what}.`, why, fix, basis: "known" }];
}

function undecided({ key }: Subnet): readonly Finding[] {
  const what = `whether subnet ${displayName(key)} is inside its VPC`;
  return [{ verdict: "undecided", subject: key, what, causes: new Map([["range-unknown", [key]]]) }];
}

/** Absent where one of them is unknown or no range. */
function rangesOf(written: Knowable<readonly string[]> | undefined): readonly AddressBlock[] | undefined {
  if (written?.known !== true) return undefined;
  const readings = written.value.map(readAddressBlock);
  const blocks = readings.flatMap((reading) => (reading.valid ? [reading.block] : []));
  return blocks.length < readings.length ? undefined : blocks;
}

function asList(range: Knowable<string> | undefined): Knowable<readonly string[]> | undefined {
  return range?.known === true ? { known: true, value: [range.value] } : undefined;
}
