import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { alternativesOf, mayBe, remaining } from "./alternative";

describe("the alternatives of a list", () => {
  test("unknown as a whole are the lists as a whole, each once, in canonical order, without empty ones", () => {
    expect(alternativesOf([["b", "a"], [], ["c"], ["a", "b", "a"]], [], "unknown", 5)).toEqual([
      { keys: ["a", "b"], least: 2, most: 2 },
      { keys: ["c"], least: 1, most: 1 },
    ]);
  });

  test("with holes are elements of the lists that are long enough without what is known", () => {
    expect(alternativesOf([["a", "b", "c"], ["a", "d"], ["e"]], ["a"], 2, 5)).toEqual([{ keys: ["b", "c"], least: 2, most: 2 }]);
  });

  test("are those that AWS accepts, unless it accepts none", () => {
    expect(alternativesOf([["a", "b"], ["c"]], [], "unknown", 1)).toEqual([{ keys: ["c"], least: 1, most: 1 }]);
    expect(alternativesOf([["a", "b"]], [], "unknown", 1)).toEqual([{ keys: ["a", "b"], least: 2, most: 2 }]);
    expect(alternativesOf([["a"]], [], "unknown", 1)).toHaveLength(1);
  });
});

test("what remains of an alternative may be any of what it may be, without the removed keys, and nothing else", () => {
  const keys = ["a", "b", "c", "d"];
  const parts = keys.reduce<string[][]>((all, key) => [...all, ...all.map((some) => [...some, key])], [[]]);
  const alternative = fc
    .tuple(fc.subarray(keys), fc.nat(4), fc.nat(4))
    .map(([some, one, two]) => ({ keys: some, least: Math.min(one, two, some.length), most: Math.min(Math.max(one, two), some.length) }));
  checkLaw({ "a key is removed": 30, "the number varies": 20 }, [alternative, fc.subarray(keys)], (one, removed, met) => {
    const rest = remaining(one, new Set(removed));
    met("a key is removed", rest.keys.length < one.keys.length);
    met("the number varies", rest.least < rest.most);
    const before = parts.filter((part) => mayBe(one, part)).map((part) => part.filter((key) => !removed.includes(key)).join());
    const after = parts.filter((part) => mayBe(rest, part)).map((part) => part.join());
    expect(after).toEqual(expect.arrayContaining(before));
    expect([...after].sort()).toEqual([...new Set(before)].sort());
  });
});
