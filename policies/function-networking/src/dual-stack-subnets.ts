import {
  between,
  type Count,
  displayName,
  displayNames,
  type Key,
  type Knowable,
  type Selection,
  type Subnet,
  type Uncertainty,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";

export const dualStackSubnets = definePolicy({
  id: "dual-stack-subnets",
  title: "Functions that ask for IPv6 are in dual-stack subnets only.",
  severity: "high",
  level: "mandatory",
  config: {},
  check: ({ network, plan }) => {
    const stacks = new Map(network.subnets.map((subnet) => [subnet.key, isDualStack(subnet)]));
    const asking = new Map((network.functions ?? []).map(({ key, dualStack }) => [key, dualStack]));
    return plan.attachments.flatMap(({ consumer, subnets }) => {
      const asks = asking.get(consumer);
      return asks === undefined || (asks.known && !asks.value) ? [] : checkFunction(consumer, asks, subnets, stacks);
    });
  },
});

/** Whether a subnet has both an IPv4 and an IPv6 range; undefined where that does not show. */
type DualStack = boolean | undefined;

function isDualStack({ cidrBlock, ipv6 }: Subnet): DualStack {
  if (cidrBlock === undefined) return false;
  return ipv6?.known === true ? ipv6.value : undefined;
}

function checkFunction(subject: Key, asks: Knowable<boolean>, subnets: Selection, stacks: ReadonlyMap<Key, DualStack>): readonly Finding[] {
  const lacking = subnets.certain.filter((key) => stacks.get(key) === false);
  const count = lackingOf(subnets, stacks);
  const measure = { count, noun: "subnet" };
  if (count.max === 0) return [];
  if (!asks.known || lacking.length === 0)
    return [
      {
        verdict: "undecided",
        subject,
        measure,
        what: `without both IPv4 and IPv6 under ${displayName(subject)}, which ${asks.known ? "asks" : "may ask"} for IPv6`,
        causes: causesOf(subject, asks, subnets, stacks),
      },
    ];
  return [
    {
      verdict: "violation",
      subject,
      measure,
      what: `without both IPv4 and IPv6 under ${displayName(subject)}, which asks for IPv6: ${displayNames(lacking)}.`,
      why: WHY,
      fix: `give ${displayNames(lacking)} an IPv6 range beside the IPv4 one, leave them out, or drop ipv6AllowedForDualStack`,
      basis: count.basis,
    },
  ];
}

/** How many of the list's subnets are not dual-stack. */
function lackingOf({ certain, likely, possible, most, open, basis }: Selection, stacks: ReadonlyMap<Key, DualStack>): Count {
  const lacks = (keys: readonly Key[]): number => keys.filter((key) => stacks.get(key) === false).length;
  const mayLack = possible.filter((key) => stacks.get(key) !== true).length;
  const room = most - certain.filter((key) => stacks.get(key) === true).length;
  return between(lacks(certain), lacks(likely), open ? room : Math.min(room, mayLack), basis);
}

function causesOf(
  consumer: Key,
  asks: Knowable<boolean>,
  { possible, uncertainty }: Selection,
  stacks: ReadonlyMap<Key, DualStack>,
): ReadonlyMap<Uncertainty, readonly Key[]> {
  const hidden = !asks.known || possible.some((key) => stacks.get(key) === undefined);
  const causes = [uncertainty, hidden ? ("ipv6-unknown" as const) : undefined];
  return new Map(causes.flatMap((cause) => (cause === undefined ? [] : [[cause, [consumer]]])));
}

/** Source: docs/aws-facts.md#dual-stack. */
const WHY =
  "Lambda needs every subnet of a function that uses IPv6 to be dual-stack, and takes no IPv6-only subnet: nothing promises that it deploys this one, or that its IPv6 calls arrive";
