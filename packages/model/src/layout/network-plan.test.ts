import { describe, expect, test } from "@jest/globals";
import { formatAddressBlock } from "../addresses/address-block";
import { type NetworkRequest, planNetwork } from "./network-plan";
import { block, capacityOf, requestOf } from "../testing/samples/sample-network-request";
import type { ZonePlan } from "./zone-plan";

function zonesOf(parts: Partial<NetworkRequest>): readonly ZonePlan[] {
  const plan = planNetwork(requestOf(parts));
  if (!plan.ok) throw new Error(plan.error);
  return plan.value;
}

function written(zones: readonly ZonePlan[]): readonly string[] {
  return zones.flatMap(({ subnets }) => subnets.map((subnet) => formatAddressBlock(subnet.block)));
}

describe("a network", () => {
  test("gives each zone the slot of its own letter or number", () => {
    expect(written(zonesOf({ zones: ["us-east-1c", "us-east-1a"] }))).toEqual(["10.0.64.0/24", "10.0.0.0/24"]);
    expect(written(zonesOf({ zones: ["use1-az3", "use1-az6"] }))).toEqual(["10.0.64.0/24", "10.0.160.0/24"]);
  });

  test("adds subnets if the first one is too small, and lists the addresses used and reserved for growth", () => {
    const capacity = capacityOf({ sets: 3, changeover: 1, consumers: [{ kind: "interface-endpoint", count: 246 }] });
    const [zone] = zonesOf({ zones: ["us-east-1a"], capacity });
    expect(zone?.subnets).toEqual([
      { block: block("10.0.0.0/24"), usable: 251, needed: 251, free: 0, fits: true },
      { block: block("10.0.1.0/24"), usable: 251, needed: 7, free: 244, fits: true },
    ]);
    expect(zone?.reserved.map(formatAddressBlock)).toEqual(["10.0.2.0/23", "10.0.4.0/22"]);
  });

  test("puts a load balancer where AWS takes it", () => {
    const capacity = capacityOf({ consumers: [{ kind: "application-load-balancer", count: 1 }] });
    expect(written(zonesOf({ zones: ["us-east-1a"], firstPrefixLength: 28, capacity }))).toEqual([
      "10.0.0.0/28",
      "10.0.0.16/28",
      "10.0.0.32/27",
    ]);
  });

  test("keeps in the first subnet what lies there", () => {
    const consumers = [
      { kind: "application-load-balancer", count: 1 },
      { kind: "interface-endpoint", count: 27, inFirst: true },
    ] as const;
    const [zone] = zonesOf({ firstPrefixLength: 26, capacity: capacityOf({ consumers: [...consumers] }) });
    expect(zone?.subnets.map(({ needed }) => needed)).toEqual([36]);
    const [small] = zonesOf({
      firstPrefixLength: 27,
      capacity: capacityOf({ consumers: [{ ...consumers[0] }, { ...consumers[1], count: 26 }] }),
    });
    expect(small?.subnets.map(({ needed }) => needed)).toEqual([27, 9]);
  });

  test("lets one zone bear the connections of all", () => {
    const capacity = capacityOf({ connections: 650_000 });
    expect(zonesOf({ firstPrefixLength: 28, capacity }).map(({ subnets }) => subnets.map(({ needed }) => needed))).toEqual([[10], [10]]);
  });

  test("avoids taken blocks", () => {
    expect(written(zonesOf({ taken: [block("10.0.0.128/28")] }))).toEqual(["10.0.1.0/24", "10.0.32.0/24"]);
  });

  test("may hold exactly as many ENIs as AWS grants a VPC", () => {
    expect(written(zonesOf({ capacity: capacityOf({ sets: 250 }) }))).toEqual(["10.0.0.0/24", "10.0.32.0/24"]);
  });

  test("may have exactly as many subnets as a function takes", () => {
    const zones = ["a", "b", "c", "d"].map((letter) => `us-east-1${letter}`);
    const capacity = capacityOf({ consumers: [{ kind: "network-interface", count: 60 }] });
    expect(written(zonesOf({ zones, firstPrefixLength: 28, capacity }))).toHaveLength(16);
  });

  test("has public subnets where requested, even if the public blocks of other zones are taken", () => {
    expect(zonesOf({ publicZones: ["us-east-1b"] })).toHaveLength(2);
    expect(zonesOf({ publicZones: ["us-east-1b"], taken: [block("10.0.16.0/24")] })).toHaveLength(2);
  });

  test("has a public subnet apart in each slot", () => {
    expect(zonesOf({}).map((zone) => formatAddressBlock(zone.public))).toEqual(["10.0.16.0/26", "10.0.48.0/26"]);
  });
});

describe("an impossible request is refused with the fix:", () => {
  const many = (count: number) => capacityOf({ consumers: [{ kind: "network-interface", count }] });
  const refusals: readonly { sentence: string; parts: Partial<NetworkRequest>; why: string }[] = [
    {
      sentence: "a zone twice",
      parts: { zones: ["us-east-1a", "us-east-1a"] },
      why: "zone us-east-1a is listed twice; list each zone once",
    },
    { sentence: "no zone", parts: { zones: [] }, why: "expected 1 to 6 zones, got 0" },
    {
      sentence: "more than six zones",
      parts: { zones: ["a", "b", "c", "d", "e", "f", "g"].map((letter) => `us-east-1${letter}`) },
      why: "expected 1 to 6 zones, got 7",
    },
    {
      sentence: "names and ids, which may be one zone",
      parts: { zones: ["us-east-1a", "use1-az1"] },
      why: "us-east-1a is a zone name and use1-az1 a zone id, and both may be the same zone; use either",
    },
    {
      sentence: "zones of two Regions",
      parts: { zones: ["us-east-1a", "us-west-2b"] },
      why: "us-east-1a and us-west-2b are in different Regions",
    },
    { sentence: "a text that is not a zone", parts: { zones: ["a"] }, why: '"a" is not an availability zone; write its name' },
    {
      sentence: "a public subnet elsewhere",
      parts: { publicZones: ["us-east-1c"] },
      why: "us-east-1c is not one of the zones (us-east-1a, us-east-1b); specify one of them",
    },
    {
      sentence: "a small range",
      parts: { range: block("10.0.0.0/25") },
      why: "10.0.0.0/25 is too small for the slots of eight zones; specify a range of /16 to /24",
    },
    {
      sentence: "large subnets",
      parts: { firstPrefixLength: 19 },
      why: "first subnets of /19 do not fit 10.0.0.0/16; choose a prefix length from 20 to 28",
    },
    {
      sentence: "subnets that AWS does not take",
      parts: { firstPrefixLength: 29 },
      why: "first subnets of /29 do not fit 10.0.0.0/16; choose a prefix length from 20 to 28",
    },
    {
      sentence: "more than the slot holds next to taken blocks, where much larger subnets fit",
      parts: { firstPrefixLength: 28, capacity: many(110), taken: [block("10.0.0.64/26"), block("10.0.0.128/25")] },
      why: "; use first subnets of /26 (subnetPrefix)",
    },
    {
      sentence: "more than all but the largest subnets hold",
      parts: { capacity: many(4089) },
      why: "; use first subnets of /20 (subnetPrefix)",
    },
    {
      sentence: "more than the range holds next to taken blocks, where a larger range fits",
      parts: { range: block("10.0.0.0/22"), firstPrefixLength: 28, capacity: many(30), taken: [block("10.0.0.32/27")] },
      why: "; use a range of /21 with first subnets of /25 (cidrBlock, subnetPrefix)",
    },
    {
      sentence: "more than all but the largest range hold",
      parts: { range: block("10.0.0.0/17"), capacity: many(4089) },
      why: "; use a range of /16 with first subnets of /20 (cidrBlock, subnetPrefix)",
    },
    {
      sentence: "more than the slot holds, where larger subnets fit",
      parts: { firstPrefixLength: 28, capacity: many(110) },
      why: "the capacity does not fit zone us-east-1a, whose slot has 10.0.0.0/28, 10.0.0.16/28, 10.0.0.32/27, 10.0.0.64/26 with a first subnet of /28; use first subnets of /27 (subnetPrefix)",
    },
    {
      sentence: "more than the range holds, where a larger range fits",
      parts: { range: block("10.0.0.0/24"), firstPrefixLength: 28, capacity: many(40) },
      why: "a range of /22 with first subnets of /26 (cidrBlock, subnetPrefix)",
    },
    {
      sentence: "more than any range holds",
      parts: { capacity: many(5000) },
      why: "and not even a /16 is large enough; plan fewer sets and consumers",
    },
    {
      sentence: "a slot that is taken",
      parts: { taken: [block("10.0.0.0/17")] },
      why: "has no free block in its slot of 10.0.0.0/16 (free: 10.0.128.0/17); specify a free block",
    },
    {
      sentence: "a slot that is taken, with the first three blocks that are free",
      parts: { taken: [block("10.0.0.0/20")] },
      why: "(free: 10.0.16.0/20, 10.0.32.0/19, 10.0.64.0/18); specify a free block",
    },
    {
      sentence: "a range that is taken in two parts",
      parts: { taken: [block("10.0.0.0/17"), block("10.0.128.0/17")] },
      why: "has no free block in its slot of 10.0.0.0/16 (free: none); specify a free block",
    },
    { sentence: "a range that is taken", parts: { taken: [block("10.0.0.0/16")] }, why: "10.0.0.0/16 is completely taken" },
    {
      sentence: "a public subnet's block that is taken",
      parts: { publicZones: ["us-east-1b"], taken: [block("10.0.48.0/24")] },
      why: "the public subnet of zone us-east-1b needs 10.0.48.0/26 of 10.0.0.0/16, which is taken",
    },
    {
      sentence: "a public subnet's block that is taken, among others",
      parts: { publicZones: ["us-east-1b"], taken: [block("10.0.200.0/24"), block("10.0.48.0/28")] },
      why: "the public subnet of zone us-east-1b needs 10.0.48.0/26 of 10.0.0.0/16, which is taken",
    },
    {
      sentence: "more ENIs than AWS grants",
      parts: { capacity: capacityOf({ sets: 120, changeover: 1, headroom: 0.2 }) },
      why: "120 sets over 2 subnets hold up to 480 ENIs during changeover, and 400 of the 500 that AWS allows per VPC can be used; share sets",
    },
    {
      sentence: "seventeen subnets and more",
      parts: {
        zones: ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`),
        firstPrefixLength: 28,
        capacity: many(30),
      },
      why: "the capacity needs 18 subnets, and a function can have at most 16; plan fewer zones, or use first subnets larger than /28",
    },
  ];

  test.each(refusals)("$sentence", ({ parts, why }) => {
    expect(planNetwork(requestOf(parts))).toEqual({ ok: false, error: expect.stringContaining(why) as unknown });
  });
});
