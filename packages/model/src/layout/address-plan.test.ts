import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type AddressBlock, contains, formatAddressBlock, overlaps, readAddressBlock, usableAddresses } from "../addresses/address-block";
import { type AddressPlan, allocateSubnets, type ZoneAddresses } from "./address-plan";
import { arbitraryBlockIn } from "../testing/arbitrary-block";

function block(text: string): AddressBlock {
  const reading = readAddressBlock(text);
  if (!reading.valid) throw new Error(reading.why);
  return reading.block;
}

function planned(parts: Partial<AddressPlan>): AddressPlan {
  return { ranges: [block("10.0.0.0/20")], zones: ["a", "b"], need: 40, firstPrefixLength: 26, doublings: 2, ...parts };
}

/** The zones of a plan that can be had, none of one that cannot. */
function zonesOf(plan: AddressPlan, taken: readonly AddressBlock[] = []): readonly ZoneAddresses[] {
  const allocation = allocateSubnets(plan, taken);
  return allocation.allocated ? allocation.zones : [];
}

function written(zones: readonly ZoneAddresses[]): readonly string[][] {
  return zones.map(({ subnets }) => subnets.map(formatAddressBlock));
}

describe("a plan", () => {
  test("gives each zone a region, and makes as many subnets of it as the need asks for", () => {
    expect(written(zonesOf(planned({})))).toEqual([["10.0.0.0/26"], ["10.0.1.0/26"]]);
    expect(written(zonesOf(planned({ need: 60 })))).toEqual([
      ["10.0.0.0/26", "10.0.0.64/26"],
      ["10.0.1.0/26", "10.0.1.64/26"],
    ]);
  });

  test("shows the room that is left", () => {
    expect(zonesOf(planned({ zones: ["a"] })).map(({ room }) => room.map(formatAddressBlock))).toEqual([["10.0.0.64/26", "10.0.0.128/25"]]);
  });

  test("keeps clear of what others have", () => {
    expect(written(zonesOf(planned({}), [block("10.0.0.128/28")]))).toEqual([["10.0.1.0/26"], ["10.0.2.0/26"]]);
  });

  test.each([
    { parts: { need: 300 }, why: "a zone needs 300 addresses, and a /26 with 2 doublings has 241; put" },
    { parts: { need: NaN }, why: "a zone needs NaN addresses" },
    { parts: { zones: ["a", "b", "a"] }, why: "zone a is named twice; name each zone once" },
    {
      parts: { ranges: [block("10.0.0.0/24")] },
      why: "zone b finds no free /24, of which each of 2 zones needs one: 10.0.0.0/24 is free; add",
    },
    { parts: { ranges: [] }, why: "zone a finds no free /24, of which each of 2 zones needs one: nothing is free; add" },
    { parts: { firstPrefixLength: 29 }, why: "a first subnet of /29 with 2 doublings cannot be had" },
    { parts: { doublings: -1 }, why: "a first subnet of /26 with -1 doublings cannot be had" },
  ])("that cannot be had says so: $why", ({ parts, why }) => {
    expect(allocateSubnets(planned(parts), [])).toEqual({ allocated: false, why: expect.stringContaining(why) as unknown });
  });
});

describe("whatever the plan,", () => {
  const runs = { numRuns: 300 };
  const vpc = block("10.0.0.0/18");
  const plans = fc
    .record({
      ranges: fc.array(arbitraryBlockIn(vpc, 18), { minLength: 1, maxLength: 3 }),
      zones: fc.integer({ min: 1, max: 6 }).map((count) => ["a", "b", "c", "d", "e", "f"].slice(0, count)),
      need: fc.nat({ max: 100 }),
      firstPrefixLength: fc.integer({ min: 24, max: 28 }),
      doublings: fc.integer({ min: 1, max: 3 }),
    })
    .chain((plan) => fc.tuple(fc.constant(plan), fc.array(arbitraryBlockIn(vpc, 22), { maxLength: 6 })));

  const everything = (zones: readonly ZoneAddresses[]) => zones.flatMap(({ subnets, room }) => [...subnets, ...room]);

  test("subnets and the room beside them lie inside a range, apart from each other and from what is taken", () => {
    checkLaw(
      { "the plan can be allocated": 20, "something is taken": 30 },
      [plans],
      ([plan, taken], met) => {
        const blocks = everything(zonesOf(plan, taken));
        met("the plan can be allocated", blocks.length > 0);
        met("something is taken", taken.length > 0);
        for (const [index, one] of blocks.entries()) {
          expect(plan.ranges.some((range) => contains(range, one))).toBe(true);
          expect([...blocks.slice(index + 1), ...taken].some((other) => overlaps(one, other))).toBe(false);
        }
      },
      runs,
    );
  });

  test("a zone's subnets hold its need, and would not without the last one", () => {
    checkLaw(
      { "the plan can be allocated": 20, "a zone has several subnets": 5 },
      [plans],
      ([plan, taken], met) => {
        const hold = (subnets: readonly AddressBlock[]) =>
          subnets.reduce((sum, { prefixLength }) => sum + usableAddresses(prefixLength), 0);
        const zones = zonesOf(plan, taken);
        met("the plan can be allocated", zones.length > 0);
        for (const { subnets } of zones) {
          expect(hold(subnets)).toBeGreaterThanOrEqual(plan.need);
          if (met("a zone has several subnets", subnets.length > 1)) expect(hold(subnets.slice(0, -1))).toBeLessThan(plan.need);
        }
      },
      runs,
    );
  });

  test("no step of growth moves or resizes a subnet: a greater need, a further zone, what others take elsewhere", () => {
    const steps = fc.record({
      need: fc.nat({ max: 200 }),
      zones: fc.constantFrom([], ["g"], ["g", "h"]),
      others: fc.array(arbitraryBlockIn(vpc, 22)),
    });
    checkLaw(
      { "the grown plan can be allocated": 10, "a zone gets a further subnet": 5, "a further zone": 5 },
      [plans, steps],
      ([plan, taken], { need, zones, others }, met) => {
        const before = zonesOf(plan, taken);
        const elsewhere = others.filter((other) => !everything(before).some((one) => overlaps(one, other)));
        const grown = { ...plan, need: plan.need + need, zones: [...plan.zones, ...zones] };
        const after = zonesOf(grown, [...taken, ...elsewhere]);
        if (!met("the grown plan can be allocated", after.length > 0)) return;
        met("a further zone", after.length > before.length);
        for (const [index, { zone, subnets }] of before.entries()) {
          const later = after[index];
          met("a zone gets a further subnet", (later?.subnets.length ?? 0) > subnets.length);
          expect(later?.zone).toBe(zone);
          expect(later?.subnets.slice(0, subnets.length)).toEqual(subnets);
        }
      },
      runs,
    );
  });
});
