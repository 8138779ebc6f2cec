import type { Certainty, Knowable, Subnet } from "@lambda-vpc/model";
import { availabilityZones } from "./availability-zones";
import { isAdopting } from "../stack/aws-types";
import { outboundRoutes } from "./outbound-routes";
import { publicSubnets } from "./public-subnets";
import { readDeletedFirst } from "../stack/deleted-first";
import type { Stack } from "../stack/stack";
import { given, givenOrOutput, isBeingCreated, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** The subnets of a stack with their VPC, zone and address ranges. */
export function readSubnets(stack: Stack): readonly Subnet[] {
  const publicKeys = publicSubnets(stack);
  const zones = availabilityZones(stack);
  const routes = outboundRoutes(stack);
  const withAssociatedRange = new Set(
    stack.ofKind("subnet-ipv6-association").flatMap((association) => stack.referenceOf(association, "subnetId", "subnet") ?? []),
  );
  return stack.ofKind("subnet").map((subnet) => {
    const vpc = stack.referenceOf(subnet, "vpcId", "vpc");
    const zone = zones.get(subnet.urn);
    const cidrBlock = ipv4Range(subnet);
    return {
      key: subnet.urn,
      ...(vpc === undefined ? (isAdopting(subnet.type) ? { inDefaultVpc: true } : {}) : { vpc }),
      public: publicKeys.has(subnet.urn),
      ...(zone === undefined ? {} : { zone }),
      ...(cidrBlock === undefined ? {} : { cidrBlock }),
      ...(routes.has(subnet.urn) ? { routesOut: knowable(routes.get(subnet.urn)) } : {}),
      ipv6: withAssociatedRange.has(subnet.urn) ? { ok: true, value: true } : hasIpv6(subnet),
      ...(isAdopting(subnet.type)
        ? { adopted: true }
        : { ...(isBeingCreated(subnet) ? { creating: true } : {}), ...readDeletedFirst(subnet) }),
    };
  });
}

function knowable(routesOut: Certainty): Knowable<boolean> {
  return routesOut === undefined ? { ok: false, error: "its routes are unknown until the deployment" } : { ok: true, value: routesOut };
}

/** An IPv6-only subnet has no IPv4 range. Every other subnet has one, specified by the program or allocated by an address pool. */
function ipv4Range(subnet: StackResource): Knowable<string> | undefined {
  if (given(subnet, "ipv6Native") === true) return undefined;
  const range = givenOrOutput(subnet, "cidrBlock");
  if (typeof range === "string" && range !== "") return { ok: true, value: range };
  return { ok: false, error: "its IPv4 range is unknown until the deployment" };
}

/** Properties that imply an IPv6 range: the range, its source, or settings that require one. */
const ipv6Properties = ["ipv6CidrBlock", "ipv6IpamPoolId", "ipv6NetmaskLength", "ipv6Native", "assignIpv6AddressOnCreation"];

function hasIpv6(subnet: StackResource): Knowable<boolean> {
  // The provider removes a range that the program no longer specifies, but not from an adopted subnet.
  const seen = isAdopting(subnet.type) ? givenOrOutput : given;
  const values = ipv6Properties.map((property) => seen(subnet, property) ?? null);
  if (values.some((value) => value === true || (typeof value === "string" && value !== "") || typeof value === "number"))
    return { ok: true, value: true };
  const hidden = values.includes(UNKNOWN) || (isAdopting(subnet.type) && isBeingCreated(subnet));
  return hidden ? { ok: false, error: "whether it has an IPv6 range is unknown until the deployment" } : { ok: true, value: false };
}
