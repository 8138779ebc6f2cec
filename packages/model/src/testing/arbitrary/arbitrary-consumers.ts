import fc from "fast-check";
import type { AddressConsumer, AddressConsumerKind } from "../../facts/address-consumer";
import { addressNeeds } from "../../budget/address-needs";
import type { Assumptions } from "../../facts/assumptions";
import type { Network } from "../../facts/network";
import { arbitraryList } from "./arbitrary-list";
import { arbitraryNetwork } from "./arbitrary-network";

const SUBNETS = ["subnet-1", "subnet-2", "subnet-3", "subnet-4"];
const RANGES = ["10.0.0.0/28", "10.0.1.0/24", "10.0.2.5/24", "2001:db8::/64", "10.1.0.0/16"];
const kinds = Object.keys(addressNeeds) as AddressConsumerKind[];

const withMembers: readonly AddressConsumerKind[] = ["container-service", "search-domain", "kafka-cluster", "cache"];

/** A consumer of any kind whose list is of every kind that a preview shows. */
export function arbitraryConsumer(name: string): fc.Arbitrary<AddressConsumer> {
  const further = fc.option(
    fc.oneof(
      fc.constantFrom(1, 2).map((value) => ({ ok: true, value }) as const),
      fc.constant({ ok: false, error: "unknown" } as const),
    ),
    { nil: undefined, freq: 3 },
  );
  const members = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.nat(4), fc.nat(4)).map(([usual, more]) => ({ ok: true, value: { usual, most: usual + more } }) as const),
    },
    { weight: 1, arbitrary: fc.constant({ ok: false, error: "unknown" } as const) },
  );
  return fc
    .tuple(fc.constantFrom(...kinds, ...withMembers), arbitraryList(SUBNETS), further, fc.boolean(), members)
    .map(([kind, subnets, more, creating, some]) => ({
      ...{ consumer: name, kind, subnets, creating },
      ...(more && { further: more }),
      ...(withMembers.includes(kind) ? { members: some } : {}),
    }));
}

/** Networks with consumers, connectors, ranges and sometimes an inventory with free addresses. */
export function arbitraryNeedyNetwork(): fc.Arbitrary<Network> {
  const range = fc.option(
    fc.constantFrom(...RANGES).map((value) => ({ ok: true, value }) as const),
    { nil: { ok: false, error: "unknown" } as const },
  );
  const facts = fc.record({
    network: arbitraryNetwork(),
    consumers: fc
      .array(fc.constant(null), { maxLength: 3 })
      .chain((some) => fc.tuple(...some.map((_, n) => arbitraryConsumer(`consumer-${n}`)))),
    lists: fc.array(fc.tuple(arbitraryList(SUBNETS), arbitraryList(["group-1", "group-2"])), { maxLength: 2 }),
    ranges: fc.tuple(range, range, range, range),
    available: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  });
  return facts.map(({ network, consumers, lists, ranges, available }) => ({
    ...network,
    subnets: network.subnets.map((subnet, n) => ({ ...subnet, cidrBlock: ranges[n] ?? ranges[0] })),
    addressConsumers: consumers,
    connectors: lists.map(([subnets, securityGroups], n) => ({ consumer: `connector-${n}`, subnets, securityGroups })),
    ...(network.inventory && {
      inventory: {
        ...network.inventory,
        subnets: network.inventory.subnets.map((one) => ({
          ...one,
          ...(available === undefined ? {} : { availableAddresses: available }),
        })),
      },
    }),
  }));
}

/** Assumptions about the functions of `arbitraryNetwork`. */
export const arbitraryAssumptions: fc.Arbitrary<Assumptions> = fc.record({
  changeover: fc.constantFrom(0, 0.5, 1),
  growth: fc.constantFrom(0, 0.1, 1),
  connections: fc.array(fc.record({ function: fc.constantFrom("*", "function-1"), peak: fc.integer({ min: 1, max: 300_000 }) }), {
    maxLength: 2,
  }),
  enisPerVpc: fc.constant(500),
});
