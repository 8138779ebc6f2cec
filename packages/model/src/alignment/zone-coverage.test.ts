import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { Verdict } from "../count/count";
import type { SubnetFact } from "./subnet-facts";
import { keepsCoverage } from "./zone-coverage";

/** Zones `1` and `2` hold two subnets each; the zones of x, y and z are unknown; `open` is public in zone 1, `wide` in zone 2. */
const facts = new Map<string, SubnetFact>([
  ...["a1", "b1", "a2", "b2"].map((key): [string, SubnetFact] => [key, { public: false, zone: key.slice(1) }]),
  ...["x", "y", "z"].map((key): [string, SubnetFact] => [key, { public: false }]),
  ["open", { public: true, zone: "1" }],
  ["wide", { public: true, zone: "2" }],
]);

const rows: readonly { sentence: string; from: readonly string[]; onto: readonly string[]; verdict: Verdict }[] = [
  { sentence: "as many zones: kept", from: ["a1", "a2"], onto: ["b1", "b2"], verdict: "ok" },
  { sentence: "more zones: kept", from: ["a1", "b1"], onto: ["a1", "a2"], verdict: "ok" },
  { sentence: "fewer zones: lost", from: ["a1", "a2"], onto: ["a1", "b1"], verdict: "violation" },
  {
    sentence: "two subnets of one zone to one: lost, however many zones there were",
    from: ["a1", "b1"],
    onto: ["a2"],
    verdict: "violation",
  },
  { sentence: "one subnet to one whose zone nobody knows: kept", from: ["a1"], onto: ["x"], verdict: "ok" },
  { sentence: "more subnets around those there are: kept, whatever their zones", from: ["x", "y"], onto: ["x", "y", "z"], verdict: "ok" },
  { sentence: "unknown zones for unknown ones: undecided", from: ["a1", "x"], onto: ["y", "z"], verdict: "undecided" },
  { sentence: "two zones for two subnets of unknown zones: kept", from: ["x", "y"], onto: ["a1", "a2"], verdict: "ok" },
  { sentence: "a public subnet for a private one: its way out is lost", from: ["a1"], onto: ["open"], verdict: "violation" },
  {
    sentence: "a public and a private subnet for two private ones: a way out is lost",
    from: ["a1", "b2"],
    onto: ["open", "a2"],
    verdict: "violation",
  },
  {
    sentence: "another public subnet for a private one, where one was public: its way out is lost",
    from: ["open", "a2"],
    onto: ["a1", "wide"],
    verdict: "violation",
  },
  { sentence: "one public subnet for another: kept", from: ["open"], onto: ["open", "a2"], verdict: "ok" },
];

test.each(rows)("$sentence", ({ from, onto, verdict }) => {
  expect(keepsCoverage(from, onto, facts)).toBe(verdict);
});

test("its result for unknown zones holds for every possible zone", () => {
  const some = fc.subarray(["a1", "b1", "a2", "b2", "x", "y", "z"], { minLength: 1 });
  checkLaw(
    { "it says kept": 10, "it says lost": 10, "it says undecided": 5 },
    [some, some, fc.array(fc.constantFrom("1", "2", "3"), { minLength: 3, maxLength: 3 })],
    (from, onto, zones, met) => {
      const verdict = keepsCoverage(from, onto, facts);
      const zoneOf = (key: string): string => zones["xyz".indexOf(key)] ?? key.slice(1);
      const count = (keys: readonly string[]): number => new Set(keys.map(zoneOf)).size;
      const kept = onto.length >= Math.min(from.length, 2) && count(onto) >= count(from);
      met("it says undecided", verdict === "undecided");
      if (met("it says kept", verdict === "ok")) expect(kept).toBe(true);
      if (met("it says lost", verdict === "violation")) expect(kept).toBe(false);
    },
    { numRuns: 1_000 },
  );
});
