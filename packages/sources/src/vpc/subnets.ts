import type { Knowable, Subnet } from "@lambda-vpc/model";
import { availabilityZones } from "./availability-zones";
import { isAdopting } from "../stack/aws-types";
import { publicSubnets } from "./public-subnets";
import type { Stack } from "../stack/stack";
import { given, givenOrMade, isBeingMade, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** The subnets of a stack: where they are, and what addresses they have. */
export function readSubnets(stack: Stack): readonly Subnet[] {
  const open = publicSubnets(stack);
  const zones = availabilityZones(stack);
  const withFurtherRange = new Set(
    stack.ofKind("subnet-ipv6-association").flatMap((association) => stack.referenceOf(association, "subnetId", "subnet") ?? []),
  );
  return stack.ofKind("subnet").map((subnet) => {
    const vpc = stack.referenceOf(subnet, "vpcId", "vpc");
    const zone = zones.get(subnet.urn);
    const cidrBlock = ipv4Range(subnet);
    return {
      key: subnet.urn,
      ...(vpc === undefined ? {} : { vpc }),
      public: open.has(subnet.urn),
      ...(zone === undefined ? {} : { zone }),
      ...(cidrBlock === undefined ? {} : { cidrBlock }),
      ipv6: withFurtherRange.has(subnet.urn) ? { ok: true, value: true } : hasIpv6(subnet),
      ...(isAdopting(subnet.type) ? { adopted: true } : isBeingMade(subnet) ? { creating: true } : {}),
    };
  });
}

/** A subnet made for IPv6 alone has no IPv4 range; every other one has one, chosen by the program or by an address pool. */
function ipv4Range(subnet: StackResource): Knowable<string> | undefined {
  if (given(subnet, "ipv6Native") === true) return undefined;
  const range = givenOrMade(subnet, "cidrBlock");
  if (typeof range === "string" && range !== "") return { ok: true, value: range };
  return { ok: false, error: "its IPv4 range shows only after the deployment" };
}

/** What says that a subnet has an IPv6 range: the range itself, where it comes from, or what only such a subnet can do. */
const ipv6Properties = ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength", "ipv6Native", "assignIpv6AddressOnCreation"];

function hasIpv6(subnet: StackResource): Knowable<boolean> {
  // The provider takes away the range that a program no longer names, but not that of a subnet which it only took over.
  const seen = isAdopting(subnet.type) ? givenOrMade : given;
  const values = ipv6Properties.map((property) => seen(subnet, property) ?? null);
  if (values.some((value) => value === true || (typeof value === "string" && value !== "") || typeof value === "number"))
    return { ok: true, value: true };
  const hidden = values.includes(UNKNOWN) || (isAdopting(subnet.type) && isBeingMade(subnet));
  return hidden ? { ok: false, error: "whether it has an IPv6 range shows only after the deployment" } : { ok: true, value: false };
}
