import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Subnet } from "../facts/network";
import { mayStandFor, select } from "../selections/selection";
import { countZones } from "./zone-count";

/** Zones `1`, `2` and `3` hold two subnets each, zone `4` one; the zones of x and y are unknown. */
const subnets = ["a1", "b1", "a2", "b2", "a3", "b3", "a4", "x", "y"];
const facts = new Map(
  subnets.map((key): [string, Subnet] => [key, { key, public: false, ...(key[1] === undefined ? {} : { zone: key[1] }) }]),
);

const rows = [
  { sentence: "two subnets of two zones", known: ["a1", "a2"], zones: [2, 2, 2] },
  { sentence: "two subnets of one zone", known: ["a1", "b1"], zones: [1, 1, 1] },
  { sentence: "a subnet of an unknown zone may be in that of the other", known: ["a1", "x"], zones: [1, 2, 2] },
  { sentence: "one subnet is in one zone, whichever", known: ["x"], zones: [1, 1, 1] },
  { sentence: "two out of three subnets of different zones", known: [], holes: 2, candidates: ["a1", "a2", "a3"], zones: [2, 2, 2] },
  {
    sentence: "two out of three subnets of which two are in one zone",
    known: [],
    holes: 2,
    candidates: ["a1", "b1", "a2"],
    zones: [1, 1, 2],
  },
  { sentence: "one more beside a known one, perhaps of its zone", known: ["a1"], holes: 1, candidates: ["b1", "a2"], zones: [1, 1, 2] },
  { sentence: "a subnet that nobody has heard of is in one zone", known: ["elsewhere"], zones: [1, 1, 1] },
  { sentence: "one more of another zone beside a known one", known: ["a1"], holes: 1, candidates: ["a2", "a3"], zones: [2, 2, 2] },
  {
    sentence: "one more of another zone beside two of one zone",
    known: ["a1", "b1"],
    holes: 1,
    candidates: ["a2", "a3"],
    zones: [2, 2, 2],
  },
  { sentence: "one more, perhaps of an unknown zone", known: ["a1"], holes: 1, candidates: ["a2", "x"], zones: [1, 1, 2] },
  {
    sentence: "one more, perhaps of a subnet that nobody has heard of",
    known: ["a1"],
    holes: 1,
    candidates: ["a2", "elsewhere"],
    zones: [1, 1, 2],
  },
  {
    sentence: "three more, of which one may lie in the first zone and two lie elsewhere",
    known: ["b1"],
    holes: 3,
    candidates: ["a1", "a2", "a3", "a4"],
    zones: [3, 3, 4],
  },
  { sentence: "two of which both may lie in the second zone", known: [], holes: 2, candidates: ["a1", "a2", "b2"], zones: [1, 1, 2] },
  {
    sentence: "one of two lists with as many zones",
    known: [],
    holes: "unknown",
    candidates: ["a1", "a2", "b1", "b2"],
    oneOf: [
      ["a1", "a2"],
      ["b1", "b2"],
    ],
    zones: [2, 2, 2],
  },
  {
    sentence: "one of two lists of which one has fewer zones",
    known: [],
    holes: "unknown",
    candidates: ["a1", "a2", "a3", "b1"],
    oneOf: [
      ["a1", "b1"],
      ["a1", "a2", "a3"],
    ],
    zones: [1, 1, 3],
  },
  {
    sentence: "a known one and two elements of one of two lists",
    known: ["a4"],
    holes: 2,
    candidates: ["a1", "b1", "a2", "a3", "x"],
    oneOf: [
      ["a1", "b1", "a2"],
      ["a3", "x"],
    ],
    zones: [2, 2, 3],
  },
  {
    sentence: "four more, of which two may lie in the first zone and two lie elsewhere",
    known: ["a1"],
    holes: 4,
    candidates: ["a2", "a3", "a4", "x", "y"],
    zones: [3, 3, 5],
  },
] as const;

test.each(rows)("$sentence", ({ known, zones, ...list }) => {
  const { min, likely, max } = countZones(select({ holes: 0, candidates: [], ...list, known }, 16), facts);
  expect([min, likely, max]).toEqual(zones);
});

test("the bounds hold for every set that a list may be and every way in which unknown zones may lie", () => {
  const list = fc.record({
    known: fc.subarray(subnets, { maxLength: 2 }),
    holes: fc.oneof(fc.nat(4), fc.constant("unknown" as const)),
    candidates: fc.subarray(subnets),
    feeds: fc.constantFrom(true, false, false),
    oneOf: fc.option(fc.array(fc.subarray(subnets, { minLength: 1 }), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  });
  /** A list and a set of a length that it may stand for. */
  const lists = list.chain((one) =>
    fc
      .tuple(fc.subarray([...new Set(one.oneOf?.[0] ?? one.candidates)]), fc.boolean(), fc.subarray(subnets))
      .map(([some, whole, others]) => ({
        ...one,
        set: [...new Set([...one.known, ...(whole ? (one.oneOf?.[0] ?? some) : some), ...(one.feeds ? others : [])])],
      })),
  );
  const zone = fc.constantFrom("1", "2", "4", "5");
  checkLaw(
    { "the list may be this set": 20, "the bounds differ": 10, "it is one of several lists": 10 },
    [lists, zone, zone],
    ({ feeds, set, oneOf, ...of }, x, y, met) => {
      const lists = oneOf === undefined ? {} : { oneOf, candidates: [...new Set(oneOf.flat())] };
      const selection = select({ ...of, ...lists, ...(feeds ? { opaque: "foreign-dependency" as const } : {}) }, 16);
      if (!met("the list may be this set", mayStandFor(selection, set))) return;
      const zones = new Set(set.map((subnet) => facts.get(subnet)?.zone ?? (subnet === "x" ? x : y)));
      const { min, max } = countZones(selection, facts);
      met("the bounds differ", min < max);
      met("it is one of several lists", selection.alternatives !== undefined);
      expect(zones.size).toBeGreaterThanOrEqual(min);
      expect(zones.size).toBeLessThanOrEqual(max);
    },
    { numRuns: 300 },
  );
});
