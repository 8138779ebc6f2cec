import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import * as fc from "fast-check";
import { mayStandFor, select, type Selection } from "../selections/selection";
import type { Key } from "../facts/key";
import { knownList, type PartialList } from "../facts/partial-list";
import { subnetsLacking } from "./lacking-subnets";
import { allowsInternet, type Certainty } from "./outbound-reach";
import { reachOf } from "./reach";

const has = new Map<Key, Certainty>([
  ["lacking", false],
  ["lacking-too", false],
  ["having", true],
  ["unknown", undefined],
]);
const one = (list: PartialList): Selection => select(list, 16);
const holes = (holes: number | "unknown", ...candidates: readonly Key[]): PartialList => ({ known: [], holes, candidates });

describe("the subnets of a list that lack something", () => {
  test.each([
    { of: "one that lacks it", list: knownList(["lacking"]), certain: ["lacking"], least: 1, cause: undefined },
    { of: "one of two", list: knownList(["lacking", "having"]), certain: ["lacking"], least: 1, cause: undefined },
    { of: "none", list: knownList(["having"]), certain: [], least: 0, cause: undefined },
    { of: "one outside the stack", list: knownList(["subnet-1"]), certain: [], least: 0, cause: undefined },
    { of: "one that is unknown", list: knownList(["unknown", "having"]), certain: [], least: 0, cause: "zones-not-shown" },
    { of: "any of two that lack it", list: holes("unknown", "lacking", "lacking-too"), certain: [], least: 1, cause: undefined },
    { of: "any of two, of which one lacks it", list: holes("unknown", "lacking", "having"), certain: [], least: 0, cause: "list-unknown" },
    {
      of: "any of two, of which one is unknown",
      list: holes("unknown", "unknown", "having"),
      certain: [],
      least: 0,
      cause: "list-unknown",
    },
    {
      of: "two of three, of which two lack it",
      list: holes(2, "lacking", "lacking-too", "having"),
      certain: [],
      least: 1,
      cause: undefined,
    },
  ])("$of", ({ list, certain, least, cause }) => {
    expect(subnetsLacking(one(list), has, "zones-not-shown")).toMatchObject({ certain, least, ...(cause === undefined ? {} : { cause }) });
    expect(subnetsLacking(one(list), has, "zones-not-shown").cause).toBe(cause);
  });

  test("one of the lists of a component, of which one lacks it: nothing is certain, and there is no cause", () => {
    const list = { ...holes("unknown", "lacking", "having"), oneOf: [["lacking"], ["having"]] };
    expect(subnetsLacking(one(list), has, "routes-unknown")).toEqual({ certain: [], least: 0, possible: ["lacking"] });
  });
});

const keys = ["a", "b", "c", "d"];
const partialList = fc.record({
  known: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 2 }),
  holes: fc.oneof(fc.nat(2), fc.constant("unknown" as const)),
  candidates: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 4 }),
});
const certainties = fc
  .array(fc.constantFrom(true, false, false, undefined), { minLength: 4, maxLength: 4 })
  .map((values) => new Map(keys.map((key, index) => [key, values[index]] as const)));
const subsets = keys.reduce<readonly (readonly Key[])[]>((all, key) => [...all, ...all.map((some) => [...some, key])], [[]]);

test("every set that a list stands for has at least the certain number of subnets that lack something", () => {
  checkLaw({ "some certainly lack it": 20, "it is uncertain": 5 }, [partialList, certainties], (list, given, met) => {
    const selection = one(list);
    const found = subnetsLacking(selection, given, "routes-unknown");
    const counts = subsets
      .filter((set) => set.length > 0 && mayStandFor(selection, set))
      .map((set) => set.filter((key) => given.get(key) === false).length);
    if (met("some certainly lack it", found.least > 0)) expect(Math.min(...counts)).toBeGreaterThanOrEqual(found.least);
    if (met("it is uncertain", found.cause !== undefined)) expect(found.least).toBe(0);
    expect(found.cause === undefined && found.least === 0 && !selection.open && Math.min(...counts, 9) > 0).toBe(counts.length === 0);
  });
});

test("a subnet that turns out to have a route never adds a finding", () => {
  checkLaw({ "nothing was certain": 5 }, [partialList, certainties, fc.constantFrom(...keys)], (list, given, key, met) => {
    const before = subnetsLacking(one(list), given, "routes-unknown");
    const after = subnetsLacking(one(list), new Map([...given, [key, true]]), "routes-unknown");
    expect(after.least).toBeLessThanOrEqual(before.least);
    if (met("nothing was certain", before.least === 0 && before.cause === undefined)) expect(after.cause).toBeUndefined();
  });
});

describe("what the groups of a function allow", () => {
  const open = new Map<Key, Certainty>([
    ["open", true],
    ["closed", false],
    ["unknown", undefined],
  ]);
  test.each([
    { of: "one that allows it", list: knownList(["open", "closed"]), expected: { allowed: true } },
    { of: "one that does not", list: knownList(["closed"]), expected: { allowed: false } },
    { of: "one outside the stack", list: knownList(["sg-1"]), expected: { allowed: false } },
    { of: "one that is unknown", list: knownList(["closed", "unknown"]), expected: { allowed: undefined, cause: "rules-unknown" } },
    {
      of: "any, of which one allows it",
      list: holes("unknown", "open", "closed"),
      expected: { allowed: undefined, cause: "list-unknown" },
    },
    { of: "any of one", list: holes("unknown", "open"), expected: { allowed: true } },
  ])("$of", ({ list, expected }) => {
    expect(reachOf(one(list), open)).toEqual(expected);
  });

  test.each([
    { cidr: "0.0.0.0/0", allows: true },
    { cidr: "::/0", allows: true },
    { cidr: "10.0.0.0/8", allows: false },
    { cidr: "everywhere", allows: false },
  ])("a rule for $cidr", ({ cidr, allows }) => {
    const rule = { direction: "outbound", protocol: "-1", fromPort: 0, toPort: 0, peer: { kind: "cidr", cidr } } as const;
    expect(allowsInternet({ known: [rule] })).toBe(allows);
    expect(allowsInternet({ known: [rule], hidden: "certain" })).toBe(allows ? true : undefined);
  });
});
