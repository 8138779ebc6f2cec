import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import * as fc from "fast-check";
import { mayStandFor, select, type Selection } from "../selections/selection";
import type { Key } from "../facts/key";
import { knownList, type PartialList } from "../facts/partial-list";
import { blockedSet } from "./blocked-set";
import { allowsTraffic, type Certainty } from "./outbound-reach";

const allows = new Map<Key, Certainty>([
  ["blocking", false],
  ["blocking-too", false],
  ["open", true],
  ["unknown", undefined],
]);

const one = (list: PartialList): Selection => select(list, 5);
const holes = (holes: number | "unknown", ...candidates: readonly Key[]): PartialList => ({ known: [], holes, candidates });

describe("a set of groups", () => {
  test.each([
    { of: "one that blocks", list: knownList(["blocking"]), expected: { groups: ["blocking"] } },
    { of: "two that block", list: knownList(["blocking-too", "blocking"]), expected: { groups: ["blocking", "blocking-too"] } },
    { of: "one that blocks and one that allows", list: knownList(["blocking", "open"]), expected: undefined },
    { of: "one that blocks and one outside the stack", list: knownList(["blocking", "sg-1"]), expected: undefined },
    {
      of: "one that is unknown",
      list: knownList(["blocking", "unknown"]),
      expected: { groups: ["blocking", "unknown"], cause: "rules-unknown" },
    },
    { of: "no group", list: knownList([]), expected: undefined },
    { of: "any that block", list: holes("unknown", "blocking", "blocking-too"), expected: { groups: ["blocking", "blocking-too"] } },
    {
      of: "any, of which one blocks",
      list: holes("unknown", "blocking", "open"),
      expected: { groups: ["blocking"], cause: "list-unknown" },
    },
    { of: "two of three, of which one blocks", list: holes(2, "blocking", "open", "sg-1"), expected: undefined },
    { of: "one that blocks and one of anything", list: { ...holes(2, "blocking"), known: [] }, expected: undefined },
  ])("$of", ({ list, expected }) => {
    expect(blockedSet(one(list), allows)).toEqual(expected);
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

test("a set that is certainly blocked contains no group that may allow traffic, whatever the list stands for", () => {
  checkLaw({ "it is blocked": 10, "it may be blocked": 10 }, [partialList, certainties], (list, allowing, met) => {
    const selection = one(list);
    const blocked = blockedSet(selection, allowing);
    const possibleSets = subsets.filter((set) => set.length > 0 && mayStandFor(selection, set));
    const blocking = possibleSets.filter((set) => set.every((key) => allowing.get(key) === false));
    if (met("it is blocked", blocked !== undefined && blocked.cause === undefined)) expect(blocking).toEqual(possibleSets);
    if (met("it may be blocked", blocked?.cause !== undefined)) expect(blocking.length).toBeLessThan(possibleSets.length);
    const isSilent = blocked === undefined && !selection.open;
    expect(isSilent && blocking.length > 0).toBe(false);
  });
});

test("a group that turns out to allow traffic never adds a finding", () => {
  checkLaw({ "nothing was reported": 15 }, [partialList, certainties, fc.constantFrom(...keys)], (list, allowing, key, met) => {
    const before = blockedSet(one(list), allowing);
    const after = blockedSet(one(list), new Map([...allowing, [key, true]]));
    if (met("nothing was reported", before === undefined)) expect(after).toBeUndefined();
  });
});

test("rules allow traffic if there is one, known or not", () => {
  const rule = { direction: "outbound", protocol: "tcp", fromPort: 443, toPort: 443, peer: { kind: "cidr", cidr: "10.0.0.0/8" } } as const;
  expect(allowsTraffic({ known: [rule] })).toBe(true);
  expect(allowsTraffic({ known: [rule], hidden: "possible" })).toBe(true);
  expect(allowsTraffic({ known: [], hidden: "certain" })).toBe(true);
  expect(allowsTraffic({ known: [], hidden: "possible" })).toBeUndefined();
  expect(allowsTraffic({ known: [] })).toBe(false);
});
