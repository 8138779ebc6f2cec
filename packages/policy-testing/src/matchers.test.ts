import { describe, expect, test } from "@jest/globals";
import { findingsOf } from "./matchers";
import { clean, fewSets, main, violating } from "./testing/few-sets";

const content = findingsOf(fewSets, clean.stack);
const complaining = findingsOf(fewSets, violating.stack);
const tooMany = { verdict: "violation", about: main, says: ["too many sets"] } as const;

describe("toBeClean", () => {
  test("passes where a policy finds nothing, also by its configuration", () => {
    expect(content).toBeClean();
    expect(findingsOf(fewSets, violating.stack, { config: { maxSets: 2 } })).toBeClean();
  });

  test("shows what a policy finds", () => {
    expect(() => expect(complaining).toBeClean()).toThrow(/to be content, found \n {2}violation about main: too many sets/);
    expect(() => expect(content).not.toBeClean()).toThrow("to find something, found nothing");
  });
});

describe("toFind", () => {
  test("passes where a policy finds such a thing", () => {
    expect(complaining).toFind(tooMany);
    expect(complaining).not.toFind({ ...tooMany, verdict: "warning" });
    expect(content).not.toFind(tooMany);
  });

  test("shows what was expected and what is found", () => {
    expect(() => expect(complaining).toFind({ ...tooMany, says: ["too few"] })).toThrow(/about main: too few\n, found \n {2}violation/);
    expect(() => expect(complaining).not.toFind(tooMany)).toThrow(/expected no such finding, found \n {2}violation about main/);
  });
});

test("anything else than what a policy finds is refused", () => {
  expect(() => expect(fewSets).toBeClean()).toThrow("findingsOf(policy, stack)");
});
