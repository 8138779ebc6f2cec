import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type AddressBlock, contains, overlaps } from "../addresses/address-block";
import type { Capacity } from "../budget/capacity";
import { type NetworkRequest, planNetwork } from "./network-plan";
import { arbitraryBlockIn } from "../testing/arbitrary/arbitrary-block";
import { block, capacityOf, requestOf } from "../testing/samples/sample-network-request";
import { largestFirstSubnet } from "./zone-layout";
import type { ZonePlan } from "./zone-plan";

const vpc = block("10.0.0.0/16");
const zoneNames = ["a", "b", "c", "d", "e", "f", "g", "h"].map((letter) => `us-east-1${letter}`);

const counts = fc.record({
  kind: fc.constantFrom("interface-endpoint", "application-load-balancer", "database", "mount-target", "network-interface"),
  count: fc.nat({ max: 30 }),
});

const capacities: fc.Arbitrary<Capacity> = fc
  .record({
    sets: fc.integer({ min: 0, max: 12 }),
    connections: fc.nat({ max: 1_000_000 }),
    consumers: fc.array(counts, { maxLength: 3 }),
    changeover: fc.constantFrom(0, 0.5, 1),
    growth: fc.constantFrom(0, 0.3, 1),
    headroom: fc.constantFrom(0, 0.2),
  })
  .map((parts) => capacityOf({ ...parts, consumers: parts.consumers as Capacity["consumers"] }));

const requests: fc.Arbitrary<NetworkRequest> = fc
  .oneof({ weight: 3, arbitrary: fc.integer({ min: 16, max: 20 }) }, { weight: 1, arbitrary: fc.constantFrom(21, 22) })
  .map((prefixLength) => ({ first: vpc.first, prefixLength }))
  .chain((range) =>
    fc.record({
      range: fc.constant(range),
      zones: fc.shuffledSubarray(zoneNames, { minLength: 1, maxLength: 4 }),
      firstPrefixLength: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: largestFirstSubnet(range), max: 28 }) },
        { weight: 2, arbitrary: fc.constantFrom(26, 27) },
      ),
      taken: fc.array(arbitraryBlockIn(range, range.prefixLength + 4), { maxLength: 4 }),
      capacity: capacities,
    }),
  )
  .map(requestOf);

const runs = { numRuns: 200 };

/** The zones of a request that is planned, none of one that is refused. */
function zonesOf(request: NetworkRequest): readonly ZonePlan[] {
  const plan = planNetwork(request);
  return plan.ok ? plan.value : [];
}

function blocksOf(zones: readonly ZonePlan[]): readonly AddressBlock[] {
  return zones.flatMap(({ subnets, reserved, public: publicBlock }) => [
    ...subnets.map((subnet) => subnet.block),
    ...reserved,
    publicBlock,
  ]);
}

describe("whatever the network,", () => {
  test("its subnets lie inside the range and do not overlap each other, reserved blocks or taken blocks", () => {
    checkLaw(
      { "the network can be planned": 20, "something is taken": 30 },
      [requests],
      (request, met) => {
        const zones = zonesOf(request);
        met("the network can be planned", zones.length > 0);
        met("something is taken", request.taken.length > 0);
        const blocks = blocksOf(zones);
        for (const [index, one] of blocks.entries()) {
          expect(contains(request.range, one)).toBe(true);
          expect(blocks.slice(index + 1).some((other) => overlaps(one, other))).toBe(false);
        }
        const made = zones.flatMap(({ subnets, reserved }) => [...subnets.map((subnet) => subnet.block), ...reserved]);
        expect(made.some((one) => request.taken.some((other) => overlaps(one, other)))).toBe(false);
      },
      runs,
    );
  });

  test("the subnets of one function differ at most fourfold in size", () => {
    checkLaw(
      { "the network can be planned": 20, "subnets differ in size": 5 },
      [requests],
      (request, met) => {
        const lengths = zonesOf(request).flatMap(({ subnets }) => subnets.map((subnet) => subnet.block.prefixLength));
        if (!met("the network can be planned", lengths.length > 0)) return;
        const difference = Math.max(...lengths) - Math.min(...lengths);
        met("subnets differ in size", difference > 0);
        expect(difference).toBeLessThanOrEqual(2);
      },
      runs,
    );
  });

  test("each zone holds its sets, its other consumers and the headroom", () => {
    checkLaw(
      { "the network can be planned": 20, "other consumers are planned": 15, "headroom is planned": 10 },
      [requests],
      (request, met) => {
        const { sets, changeover, consumers, headroom } = request.capacity;
        const zones = zonesOf(request);
        met("the network can be planned", zones.length > 0);
        met("other consumers are planned", zones.length > 0 && consumers.some(({ count }) => count > 0));
        met("headroom is planned", zones.length > 0 && headroom > 0);
        for (const { subnets } of zones) {
          const others = consumers.reduce((sum, { kind, count }) => sum + count * (kind === "application-load-balancer" ? 8 : 1), 0);
          const combinations = subnets.length * (sets + Math.ceil(sets * changeover));
          const needed = subnets.reduce((sum, subnet) => sum + subnet.needed, 0);
          expect(needed).toBeGreaterThanOrEqual(combinations + others);
          for (const { usable, needed: here } of subnets) expect(here).toBeLessThanOrEqual(usable - usable * headroom + 1e-6);
        }
      },
      runs,
    );
  });

  test("no step of growth moves, resizes or removes a subnet: more of anything, further zones anywhere, what others take elsewhere", () => {
    const steps = fc.record({
      sets: fc.nat({ max: 12 }),
      connections: fc.nat({ max: 500_000 }),
      consumers: fc.array(counts, { maxLength: 2 }),
      changeover: fc.constantFrom(0, 0, 0.5),
      growth: fc.constantFrom(0, 0, 0.5),
      zones: fc.oneof(
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
        { weight: 2, arbitrary: fc.shuffledSubarray(zoneNames, { minLength: 1, maxLength: 2 }) },
      ),
      others: fc.array(arbitraryBlockIn(vpc, 22), { maxLength: 4 }),
    });
    checkLaw(
      { "the grown network can be planned": 10, "a zone gets a further subnet": 5, "a further zone": 5 },
      [requests, steps],
      (request, step, met) => {
        const before = zonesOf(request);
        const made = before.flatMap(({ subnets }) => subnets.map((subnet) => subnet.block));
        const { capacity } = request;
        const after = zonesOf({
          ...request,
          zones: [...step.zones.filter((zone) => !request.zones.includes(zone)), ...request.zones.toReversed()],
          taken: [...step.others.filter((other) => !made.some((one) => overlaps(one, other))), ...request.taken],
          capacity: {
            ...capacity,
            sets: capacity.sets + step.sets,
            connections: capacity.connections + step.connections,
            consumers: [...(step.consumers as Capacity["consumers"]), ...capacity.consumers],
            changeover: capacity.changeover + step.changeover,
            growth: capacity.growth + step.growth,
          },
        });
        if (!met("the grown network can be planned", after.length > 0)) return;
        met("a further zone", after.length > before.length);
        for (const { zone, subnets } of before) {
          const later = after.find((other) => other.zone === zone)?.subnets ?? [];
          met("a zone gets a further subnet", later.length > subnets.length);
          expect(later.slice(0, subnets.length).map((subnet) => subnet.block)).toEqual(subnets.map((subnet) => subnet.block));
        }
      },
      runs,
    );
  });

  test("nothing is thrown, and a refusal says why", () => {
    const zones = fc.array(fc.oneof(fc.constantFrom(...zoneNames), fc.string()), { maxLength: 8 });
    checkLaw({ "the request is refused": 50 }, [zones, fc.double()], (names, firstPrefixLength, met) => {
      const plan = planNetwork(requestOf({ zones: names, firstPrefixLength }));
      const refusal = plan.ok ? undefined : plan.error;
      if (met("the request is refused", refusal)) expect(refusal).not.toBe("");
    });
  });
});
