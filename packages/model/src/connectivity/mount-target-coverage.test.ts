import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import * as fc from "fast-check";
import type { SubnetFact } from "../alignment/subnet-facts";
import { mayStandFor, select, type Selection } from "../selections/selection";
import type { Key } from "../facts/key";
import type { MountTarget } from "../facts/lambda-function";
import { knownList, type PartialList } from "../facts/partial-list";
import { mountTargetCoverage } from "./mount-target-coverage";

const facts = new Map<Key, SubnetFact>([
  ["a", { public: false, zone: "zone-a" }],
  ["also-a", { public: false, zone: "zone-a" }],
  ["b", { public: false, zone: "zone-b" }],
  ["hidden", { public: false }],
]);
const one = (list: PartialList): Selection => select(list, 16);
const anyOf = (...candidates: readonly Key[]): PartialList => ({ known: [], holes: "unknown", candidates });
const elsewhere: PartialList = { known: [], holes: "unknown", candidates: [] };
const inSubnet = (subnet: Key): MountTarget => ({ key: `in-${subnet}`, subnet });
const somewhere: MountTarget = { key: "somewhere" };

describe("the subnets of a function without a mount target in their zone", () => {
  const none = { certain: [], least: 0, possible: [] };
  const only = (subnet: Key) => ({ certain: [subnet], least: 1, possible: [subnet] });

  test.each([
    { of: "a mount target in its subnet", list: knownList(["a"]), targets: [inSubnet("a")], expected: none },
    { of: "one in another subnet of its zone", list: knownList(["also-a"]), targets: [inSubnet("a")], expected: none },
    { of: "one in one of its two zones", list: knownList(["a", "b"]), targets: [inSubnet("a")], expected: only("b") },
    { of: "one in another zone", list: knownList(["a"]), targets: [inSubnet("b")], expected: only("a") },
    {
      of: "no mount target",
      list: knownList(["a", "hidden"]),
      targets: [],
      expected: { certain: ["a", "hidden"], least: 2, possible: ["a", "hidden"] },
    },
    { of: "one in its subnet, whose zone is unknown", list: knownList(["hidden"]), targets: [inSubnet("hidden")], expected: none },
    {
      of: "one in another subnet than its own, whose zone is unknown",
      list: knownList(["hidden"]),
      targets: [inSubnet("a")],
      expected: { ...none, cause: "zones-not-shown" },
    },
    {
      of: "one in a subnet whose zone is unknown",
      list: knownList(["a"]),
      targets: [inSubnet("hidden")],
      expected: { ...none, cause: "zones-not-shown" },
    },
    { of: "one in an unknown subnet", list: knownList(["a"]), targets: [somewhere], expected: { ...none, cause: "zones-not-shown" } },
    {
      of: "any of two subnets, of which one is covered",
      list: anyOf("a", "b"),
      targets: [inSubnet("a")],
      expected: { ...none, possible: ["b"], cause: "list-unknown" },
    },
    {
      of: "any of two subnets, and no mount target",
      list: anyOf("a", "b"),
      targets: [],
      expected: { certain: [], least: 1, possible: ["a", "b"] },
    },
    {
      of: "subnets of which nothing is known, and no mount target",
      list: elsewhere,
      targets: [],
      expected: { ...none, cause: "no-candidates" },
    },
  ])("$of", ({ list, targets, expected }) => {
    expect(mountTargetCoverage(one(list), { key: "files", mountTargets: targets }, facts).lacking).toEqual(expected);
  });

  test("mount targets that may belong to the file system: uncertain where no other one covers the zone", () => {
    const files = { key: "files", mountTargets: [inSubnet("a")], mayHaveOthers: true };
    expect(mountTargetCoverage(one(knownList(["a"])), files, facts).lacking).toEqual(none);
    expect(mountTargetCoverage(one(knownList(["a", "b"])), files, facts).lacking).toEqual({ ...none, cause: "zones-not-shown" });
  });
});

describe("the mount targets for which a function does not wait", () => {
  const unordered = (...subnets: readonly Key[]) => subnets.map((subnet) => ({ ...inSubnet(subnet), unordered: true }));

  test.each([
    { of: "one in its zone", list: knownList(["also-a"]), targets: unordered("a"), expected: { certain: ["in-a"], possible: ["in-a"] } },
    { of: "one that it waits for", list: knownList(["a"]), targets: [inSubnet("a")], expected: { certain: [], possible: [] } },
    { of: "one in a zone that it does not use", list: knownList(["a"]), targets: unordered("b"), expected: { certain: [], possible: [] } },
    { of: "one in an unknown zone", list: knownList(["a"]), targets: unordered("hidden"), expected: { certain: [], possible: [] } },
    {
      of: "two in zones that it may use",
      list: anyOf("a", "b"),
      targets: unordered("b", "a"),
      expected: { certain: [], possible: ["in-a", "in-b"], cause: "list-unknown" },
    },
  ])("$of", ({ list, targets, expected }) => {
    expect(mountTargetCoverage(one(list), { key: "files", mountTargets: targets }, facts).unordered).toEqual(expected);
  });
});

const keys = ["a", "b", "c"];
const zones = ["1", "2"];
const partialList = fc.record({
  known: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
  holes: fc.oneof(fc.nat(2), fc.constant("unknown" as const)),
  candidates: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 }),
});
/** The zone of each subnet, and whether it is known. */
const zoned = fc.tuple(...keys.map(() => fc.record({ zone: fc.constantFrom(...zones), known: fc.boolean() })));
const shownZones = (places: readonly { readonly zone: string; readonly known: boolean }[]): Map<Key, SubnetFact> =>
  new Map(keys.map((key, index) => [key, { public: false, ...(places[index]?.known === true ? { zone: places[index].zone } : {}) }]));
const mountTarget = fc.record({ subnet: fc.constantFrom(...keys), unordered: fc.boolean() });
const mountTargets = fc
  .array(mountTarget, { maxLength: 2 })
  .map((targets) => targets.map((target, index) => ({ key: `target-${index}`, ...target })));
const subsets = keys.reduce<readonly (readonly Key[])[]>((all, key) => [...all, ...all.map((some) => [...some, key])], [[]]);

test("whatever a list and unknown zones turn out to be, at least the certain number of subnets lacks a mount target", () => {
  checkLaw({ "some certainly lack one": 15, "it is uncertain": 15 }, [partialList, zoned, mountTargets], (list, places, targets, met) => {
    const selection = one(list);
    const shown = shownZones(places);
    const { lacking } = mountTargetCoverage(selection, { key: "files", mountTargets: targets }, shown);
    const zoneOf = new Map(keys.map((key, index) => [key, places[index]?.zone]));
    const covered = new Set(targets.map(({ subnet }) => zoneOf.get(subnet)));
    const counts = subsets
      .filter((set) => set.length > 0 && mayStandFor(selection, set))
      .map((set) => set.filter((key) => !covered.has(zoneOf.get(key))).length);
    if (met("some certainly lack one", lacking.least > 0)) expect(Math.min(...counts)).toBeGreaterThanOrEqual(lacking.least);
    if (met("it is uncertain", lacking.cause !== undefined)) expect(lacking.least).toBe(0);
    const isSilent = lacking.least === 0 && lacking.cause === undefined && !selection.open;
    expect(isSilent && Math.max(...counts, 0) > 0).toBe(false);
  });
});

test("one more mount target for which the function waits never adds a subnet or a mount target", () => {
  checkLaw(
    { "some lacked one": 15 },
    [partialList, zoned, mountTargets, fc.constantFrom(...keys)],
    (list, places, targets, subnet, met) => {
      const shown = shownZones(places);
      const coverage = (all: readonly MountTarget[]) => mountTargetCoverage(one(list), { key: "files", mountTargets: all }, shown);
      const [before, after] = [coverage(targets), coverage([...targets, { key: "more", subnet }])];
      met("some lacked one", before.lacking.least > 0);
      expect(after.lacking.least).toBeLessThanOrEqual(before.lacking.least);
      expect(after.unordered).toEqual(before.unordered);
    },
  );
});
