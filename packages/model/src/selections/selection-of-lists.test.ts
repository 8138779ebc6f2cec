import { describe, expect, test } from "@jest/globals";
import { knownList, type PartialList } from "../facts/partial-list";
import { listWithHoles, unknownList } from "../testing/samples/sample-network";
import { mayStandFor, select, type Selection } from "./selection";

const LIMIT = 5;
const many = ["a", "b", "c", "d", "e", "f", "g"];

interface Case {
  readonly name: string;
  readonly list: PartialList;
  readonly unlikely?: readonly string[];
  readonly expected: Partial<Selection>;
}

function exactly(...keys: readonly string[]): Partial<Selection> {
  return { certain: keys, likely: keys, possible: keys, least: keys.length, most: keys.length, open: false };
}

const [privates, publics] = [
  ["p1", "p2"],
  ["q1", "q2", "q3"],
];
const handedOut = { ...unknownList("p1", "p2", "q1", "q2", "q3"), oneOf: [privates, publics] };

const oneOfLists: readonly Case[] = [
  {
    name: "a list of a component is one of its lists, likely the one without public subnets",
    list: handedOut,
    unlikely: publics,
    expected: {
      certain: [],
      likely: privates,
      possible: [...privates, ...publics],
      least: 2,
      most: 3,
      uncertainty: "one-of-lists",
      alternatives: [
        { keys: privates, least: 2, most: 2 },
        { keys: publics, least: 3, most: 3 },
      ],
    },
  },
  { name: "a list of a component is likely its usual one", list: { ...handedOut, usual: publics }, expected: { likely: publics } },
  {
    name: "a list of a component has no likely elements where no list is likelier than another",
    list: handedOut,
    expected: { certain: [], likely: [] },
  },
  {
    name: "elements of a component's list are elements of one of its lists that is long enough",
    list: { ...handedOut, holes: 2 },
    unlikely: publics,
    expected: {
      certain: [],
      likely: privates,
      least: 2,
      most: 2,
      alternatives: [
        { keys: privates, least: 2, most: 2 },
        { keys: publics, least: 2, most: 2 },
      ],
    },
  },
  {
    name: "lists that overlap have their common elements for certain",
    list: {
      ...unknownList("a", "b", "c"),
      oneOf: [
        ["a", "b"],
        ["a", "c"],
      ],
    },
    expected: {
      certain: ["a"],
      likely: ["a"],
      least: 2,
      most: 2,
      alternatives: [
        { keys: ["b"], least: 1, most: 1 },
        { keys: ["c"], least: 1, most: 1 },
      ],
    },
  },
  {
    name: "a list that AWS refuses for its length is not the one",
    list: { ...unknownList(...many, "z"), oneOf: [many, ["z"], ["a"]] },
    expected: { most: 1 },
  },
  {
    name: "elements beside a known one are others",
    list: { ...listWithHoles(1, ["p1", "p2", "q1"], ["p1"]), oneOf: [privates, ["q1"]] },
    expected: { certain: ["p1"], possible: ["p1", "p2", "q1"], least: 2, most: 2 },
  },
  {
    name: "more unknown elements than any list has are no elements of one list",
    list: { ...handedOut, holes: 4 },
    expected: { possible: [...privates, ...publics], least: 4, most: 4, uncertainty: "part-of-candidates" },
  },
  {
    name: "what depends on something else too is opaque, whatever lists there are",
    list: { ...handedOut, opaque: "foreign-dependency" },
    expected: { open: true, uncertainty: "foreign-dependency" },
  },
];

const onlyList: readonly Case[] = [
  {
    name: "the only list of a component is it",
    list: {
      ...unknownList("a", "b"),
      oneOf: [
        ["b", "a"],
        ["a", "b"],
      ],
    },
    expected: exactly("a", "b"),
  },
  {
    name: "as many elements as the only list that is long enough has are that list",
    list: { ...listWithHoles(2, ["a", "b", "c"]), oneOf: [["a", "b"], ["c"]] },
    expected: exactly("a", "b"),
  },
];

describe("select, for a list of a component", () => {
  test.each(onlyList)("$name", ({ list, expected }) => {
    const selection = select(list, LIMIT);
    expect(selection).toMatchObject({ basis: "dependencies", ...expected });
    expect(selection).not.toHaveProperty("uncertainty");
  });

  test.each(oneOfLists)("$name", ({ list, unlikely, expected }) => {
    expect(select(list, LIMIT, new Set(unlikely))).toMatchObject({ basis: "dependencies", ...expected });
  });
});

test("a selection over the lists of a component stands for these alone", () => {
  const selection = select(handedOut, LIMIT);
  expect([privates, publics, ["p1"], ["p1", "q1"], ["q1", "q2"]].map((keys) => mayStandFor(selection, keys))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a list has its origin, exact or not", () => {
  expect([knownList(["a"]), handedOut].map((list) => select({ ...list, origin: "shared" }, LIMIT).origin)).toEqual(["shared", "shared"]);
});
