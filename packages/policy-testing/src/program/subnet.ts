import { type Input, Output, type Resource, resource } from "@lambda-vpc/sources/testing";
import { idOfReference, type Reference } from "./references";

export interface SubnetOptions {
  readonly vpc: Reference;
  /** Its IPv4 range. Without it: a /24 of the VPC that no other subnet has. */
  readonly cidrBlock?: string | Output;
  readonly availabilityZone?: string;
  /** Whether what starts in it gets a public address. */
  readonly public?: boolean;
  /** Whether it has an IPv6 range too; `"only"` for no IPv4 range. */
  readonly ipv6?: boolean | "only";
  readonly parent?: Resource;
}

/** An `aws.ec2.Subnet`. */
export function subnet(name: string, options: SubnetOptions): Resource {
  const { vpc, cidrBlock, availabilityZone, ipv6 = false, parent } = options;
  const inputs: Readonly<Record<string, Input>> = {
    vpcId: idOfReference(vpc),
    ...(ipv6 === "only" ? { ipv6Native: true } : { cidrBlock: cidrBlock ?? unusedBlock(vpc) }),
    ...(ipv6 === false ? {} : { ipv6CidrBlock: "2001:db8:1234:1a00::/64", assignIpv6AddressOnCreation: true }),
    ...(availabilityZone === undefined ? {} : { availabilityZone }),
    ...(options.public === true ? { mapPublicIpOnLaunch: true } : {}),
  };
  return resource("aws:ec2/subnet:Subnet", name, inputs, parent);
}

/** A block of the VPC, by its third octet: of a VPC of the stack whose range is written, else of 10.0.0.0/16. */
export function blockIn(vpc: Reference, third: number, prefix = 24): string {
  const range = typeof vpc === "string" || vpc instanceof Output ? undefined : vpc.inputs["cidrBlock"];
  const [first, second] = typeof range === "string" ? range.split(".") : ["10", "0"];
  return `${first}.${second}.${third}.0/${prefix}`;
}

/** The number of blocks assigned to subnets without an explicit range, by VPC. */
const taken = new Map<Reference, number>();

/** Assigned from the end, because the subnets of `vpc()` start at the beginning of the range. */
function unusedBlock(vpc: Reference): string {
  const owner = vpc instanceof Output ? (vpc.dependsOn[0] ?? vpc) : vpc;
  const index = taken.get(owner) ?? 0;
  taken.set(owner, index + 1);
  return blockIn(owner, 255 - (index % 128));
}
