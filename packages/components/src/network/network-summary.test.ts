import { expect, test } from "@jest/globals";
import { type Capacity, lessShare, planNetwork, readAddressBlock } from "@lambda-vpc/model";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { summarizeNetwork } from "./network-summary";

const zones = ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`);

/** What planning `capacity` over `zoneCount` zones of a /16 comes to: the summary, or the reason why it is refused. */
function summaryOf(zoneCount: number, capacity: Capacity) {
  const reading = readAddressBlock("10.0.0.0/16");
  if (!reading.ok) throw new Error(reading.error);
  const request = { range: reading.value, zones: zones.slice(0, zoneCount), firstPrefixLength: 24, taken: [], publicZones: [], capacity };
  const plan = planNetwork(request);
  return plan.ok ? { summary: summarizeNetwork(plan.value, capacity) } : { why: plan.error };
}

const capacity: Capacity = { sets: 1, connections: 0, consumers: [], changeover: 0.25, growth: 0, headroom: 0.2, enisPerVpc: 10 };

test("a plan is refused whose peak passes the quota only because shares are rounded up in each subnet", () => {
  expect(summaryOf(6, capacity)).toEqual({ why: expect.stringContaining("up to 12 ENIs") as unknown });
  expect(summaryOf(6, { ...capacity, enisPerVpc: 15 })).toMatchObject({ summary: { combinations: 6, peakEnis: 12, enisPerVpc: 15 } });
});

test("the summary of an accepted plan stays below the quota less its headroom, and a refused one names the quota where nothing else is short", () => {
  const capacities = fc.record({
    sets: fc.integer({ min: 1, max: 8 }),
    changeover: fc.constantFrom(0, 0.1, 0.25, 0.3),
    headroom: fc.constantFrom(0, 0.2, 0.3),
    // Around the quota that the peak just fits.
    spare: fc.integer({ min: -3, max: 5 }),
  });
  checkLaw(
    { "the plan is accepted": 25, "the plan is refused": 25, "rounding per subnet decides": 5 },
    [fc.integer({ min: 2, max: 6 }), capacities],
    (zoneCount, { spare, ...parts }, met) => {
      const peak = Math.round((parts.sets * zoneCount * (1 + parts.changeover)) / (1 - parts.headroom));
      const asked = { ...capacity, ...parts, enisPerVpc: Math.max(1, peak + spare) };
      const { summary, why } = summaryOf(zoneCount, asked);
      const limit = lessShare(asked.enisPerVpc, asked.headroom);
      if (met("the plan is accepted", summary)) expect(summary.peakEnis).toBeLessThanOrEqual(limit);
      if (met("the plan is refused", why)) expect(why).toContain("L-9FEE3D26");
      const together = Math.ceil(asked.sets * zoneCount * (1 + asked.changeover));
      if (met("rounding per subnet decides", why !== undefined && together <= limit)) expect(summary).toBeUndefined();
    },
  );
});
