import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { knownList, type PartialList } from "../facts/partial-list";
import { mayContainOthers, mayStandFor, select, type Selection } from "./selection";
import { arbitraryList } from "../testing/arbitrary/arbitrary-list";
import { listWithHoles, unknownList } from "../testing/samples/sample-network";

const LIMIT = 5;
const many = ["a", "b", "c", "d", "e", "f", "g"];

interface Case {
  readonly name: string;
  readonly list: PartialList;
  readonly unlikely?: readonly string[];
  readonly expected: Partial<Selection>;
}

/** What an exact list is, wherever its elements come from. */
function exactly(...keys: readonly string[]): Partial<Selection> {
  return { certain: keys, likely: keys, possible: keys, least: keys.length, most: keys.length, open: false };
}

const exact: readonly Case[] = [
  {
    name: "a list without holes is its set, sorted and distinct",
    list: knownList(["b", "a", "b"]),
    expected: { ...exactly("a", "b"), basis: "known" },
  },
  {
    name: "a list that comes whole from elsewhere rests on assumption S",
    list: { ...knownList(["a"]), assumed: true },
    expected: { ...exactly("a"), basis: "dependencies" },
  },
  { name: "an empty list is the empty set, not an unknown one", list: knownList([]), expected: { ...exactly(), basis: "known" } },
  {
    name: "a list without holes is known even where its property depends on more",
    list: { known: ["a"], holes: 0, candidates: ["b"], opaque: "foreign-dependency" },
    expected: { ...exactly("a"), basis: "known" },
  },
  {
    name: "as many holes as candidates take them all",
    list: listWithHoles(2, ["c", "b"], ["a"]),
    expected: { ...exactly("a", "b", "c"), basis: "dependencies" },
  },
  {
    name: "a candidate that a known element names is none: the hole is another",
    list: listWithHoles(1, ["a", "b"], ["a"]),
    expected: { ...exactly("a", "b"), basis: "dependencies" },
  },
  { name: "duplicate candidates are one", list: listWithHoles(1, ["a", "a"]), expected: { ...exactly("a"), basis: "dependencies" } },
  {
    name: "an unknown list over one candidate is that one: it is not empty",
    list: unknownList("a"),
    expected: { ...exactly("a"), basis: "dependencies" },
  },
  {
    name: "a list longer than AWS takes is counted as it is written",
    list: knownList(many),
    expected: { ...exactly(...many), basis: "known" },
  },
];

const inexact: readonly Case[] = [
  {
    name: "fewer holes than candidates take that many of them, and no name is likelier than another",
    list: listWithHoles(1, ["b", "c"], ["a"]),
    expected: {
      certain: ["a"],
      likely: ["a"],
      possible: ["a", "b", "c"],
      least: 2,
      most: 2,
      open: false,
      uncertainty: "part-of-candidates",
    },
  },
  {
    name: "holes that the private candidates fill exactly are likely those",
    list: listWithHoles(2, ["private-1", "public-1", "private-2"]),
    unlikely: ["public-1"],
    expected: { certain: [], likely: ["private-1", "private-2"], least: 2, most: 2, uncertainty: "part-of-candidates" },
  },
  {
    name: "holes that outnumber the private candidates may be any",
    list: listWithHoles(2, ["private-1", "public-1", "public-2"]),
    unlikely: ["public-1", "public-2"],
    expected: { certain: [], likely: [], possible: ["private-1", "public-1", "public-2"], least: 2, most: 2 },
  },
  {
    name: "a list unknown as a whole is at least one of its candidates and likely all",
    list: unknownList("b", "a"),
    expected: { certain: [], likely: ["a", "b"], possible: ["a", "b"], least: 1, most: 2, open: false, uncertainty: "list-unknown" },
  },
  {
    name: "a list unknown as a whole likely leaves public subnets out where private ones remain",
    list: unknownList("private-1", "private-2", "public-1", "public-2"),
    unlikely: ["public-1", "public-2"],
    expected: { likely: ["private-1", "private-2"], least: 1, most: 4 },
  },
  {
    name: "a list unknown as a whole over public subnets only is likely all of them",
    list: unknownList("public-1", "public-2"),
    unlikely: ["public-1", "public-2"],
    expected: { likely: ["public-1", "public-2"] },
  },
  {
    name: "a list unknown as a whole is likely what it usually is",
    list: { ...unknownList("a", "b", "c"), usual: ["b", "a"] },
    expected: { certain: [], likely: ["a", "b"], possible: ["a", "b", "c"], least: 1, most: 3 },
  },
  {
    name: "a list unknown as a whole takes no more candidates than AWS takes",
    list: unknownList(...many),
    expected: { least: 1, most: LIMIT, possible: many, uncertainty: "list-unknown" },
  },
  {
    name: "more holes than candidates are opaque, bounded by their number",
    list: listWithHoles(2, ["b"], ["a"]),
    expected: {
      certain: ["a"],
      likely: ["a"],
      possible: ["a", "b"],
      least: 1,
      most: 3,
      open: true,
      uncertainty: "more-unknown-than-candidates",
    },
  },
  {
    name: "holes without candidates are opaque",
    list: listWithHoles(1, [], ["a"]),
    expected: { certain: ["a"], possible: ["a"], least: 1, most: 2, open: true, uncertainty: "no-candidates" },
  },
  {
    name: "a list unknown as a whole without candidates is opaque, bounded by what AWS takes",
    list: unknownList(),
    expected: { certain: [], likely: [], possible: [], least: 1, most: LIMIT, open: true, uncertainty: "no-candidates" },
  },
  {
    name: "a foreign dependency makes holes opaque although they have as many candidates",
    list: { ...listWithHoles(1, ["a"]), opaque: "foreign-dependency" },
    expected: { certain: [], possible: ["a"], least: 1, most: 1, open: true, uncertainty: "foreign-dependency" },
  },
  {
    name: "a list of which only the planned output shows may hide known elements: opaque",
    list: { ...unknownList("a"), opaque: "inputs-not-seen" },
    expected: { certain: [], possible: ["a"], least: 1, most: LIMIT, open: true, uncertainty: "inputs-not-seen" },
  },
  {
    name: "an opaque list takes no more elements than AWS takes",
    list: listWithHoles(9, [], ["a"]),
    expected: { certain: ["a"], least: 1, most: LIMIT },
  },
  {
    name: "an opaque list longer than AWS takes still holds what is known of it",
    list: listWithHoles(1, [], many),
    expected: { certain: many, least: many.length, most: many.length },
  },
];

describe("select", () => {
  test.each(exact)("$name", ({ list, expected }) => {
    const selection = select(list, LIMIT);
    expect(selection).toMatchObject(expected);
    expect(selection).not.toHaveProperty("uncertainty");
  });

  test.each(inexact)("$name", ({ list, unlikely, expected }) => {
    expect(select(list, LIMIT, new Set(unlikely))).toMatchObject({ basis: "dependencies", ...expected });
  });

  test("keeps certain within likely within possible, and the lengths in order", () => {
    const keys = ["a", "b", "c", "d"];
    checkLaw(
      { "likely is more than certain": 5, "possible is more than likely": 10, "the length is unknown": 10 },
      [arbitraryList(keys), fc.subarray(keys)],
      (list, unlikely, met) => {
        const { certain, likely, possible, least, most } = select(list, LIMIT, new Set(unlikely));
        met("likely is more than certain", likely.length > certain.length);
        met("possible is more than likely", possible.length > likely.length);
        met("the length is unknown", least < most);
        expect(likely).toEqual(expect.arrayContaining([...certain]));
        expect(possible).toEqual(expect.arrayContaining([...likely]));
        expect([certain.length, least, most].toSorted((a, b) => a - b)).toEqual([certain.length, least, most]);
        for (const members of [certain, likely, possible]) expect(members).toEqual([...new Set(members)].toSorted());
      },
      { numRuns: 1_000 },
    );
  });
});

test("a selection stands for sets of its candidates alone", () => {
  const selection = select(listWithHoles(2, ["a", "b", "c"]), LIMIT);
  expect([["a", "b"], ["a", "z"], ["a"], ["a", "b", "c"]].map((keys) => mayStandFor(selection, keys))).toEqual([true, false, false, false]);
});

const EMPTY = select(knownList([]), 16);

test.each<readonly [open: boolean, uncertainty: Selection["uncertainty"], expected: boolean]>([
  [true, "list-unknown", true],
  [true, "no-candidates", false],
  [false, "list-unknown", false],
  [false, "no-candidates", false],
])("a list that is open (%s) because of %s may contain others: %s", (open, uncertainty, expected) => {
  expect(mayContainOthers({ ...EMPTY, open, ...(uncertainty === undefined ? {} : { uncertainty }) })).toBe(expected);
});
