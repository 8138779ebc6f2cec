import { describe, expect, test } from "@jest/globals";
import { countCombinations, countSets } from "./combinations";
import type { Attachment } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import { sameReadings } from "../count/readings";
import { resolveAttachments } from "./resolved-attachment";
import { attach, listWithHoles, sampleNetwork, subnetIn, unknownList } from "../testing/samples/sample-network";

const opaque = (list: PartialList): PartialList => ({ ...list, opaque: "foreign-dependency" });

/** An awsx VPC with two private and two public subnets: `privateSubnetIds` is one unknown value that depends on all four. */
const awsx = [
  subnetIn("vpc", "private-1"),
  subnetIn("vpc", "private-2"),
  { ...subnetIn("vpc", "public-1"), public: true },
  { ...subnetIn("vpc", "public-2"), public: true },
];
const privateSubnetIds = unknownList("private-1", "private-2", "public-1", "public-2");

/** The same, known to be one of the lists that the component hands out. */
const handedOut: PartialList = {
  ...privateSubnetIds,
  oneOf: [
    ["private-1", "private-2"],
    ["public-1", "public-2"],
  ],
};
const uneven: PartialList = { ...handedOut, oneOf: [["private-1", "private-2"], ["public-1"]] };
const first: PartialList = { ...handedOut, holes: 1 };
const unknownGroups = unknownList("x", "y");

interface Case {
  readonly name: string;
  readonly attachments: readonly Attachment[];
  readonly combinations: readonly [min: number, likely: number, max: number];
  readonly sets: readonly [min: number, likely: number, max: number];
}

const cases: readonly Case[] = [
  { name: "no functions hold nothing", attachments: [], combinations: [0, 0, 0], sets: [0, 0, 0] },
  {
    name: "one function holds a combination a subnet",
    attachments: [attach("f", ["a", "b"], ["x", "y"])],
    combinations: [2, 2, 2],
    sets: [1, 1, 1],
  },
  {
    name: "functions with equal sets share in the subnets that both name",
    attachments: [attach("f", ["a", "b"], ["x", "y"]), attach("g", ["b", "c"], ["y", "x", "y"])],
    combinations: [3, 3, 3],
    sets: [1, 1, 1],
  },
  {
    name: "a subset of the groups is not a match",
    attachments: [attach("f", ["a"], ["x"]), attach("g", ["a"], ["x", "y"])],
    combinations: [2, 2, 2],
    sets: [2, 2, 2],
  },
  {
    name: "an empty group list is a set of its own",
    attachments: [attach("f", ["a"], []), attach("g", ["a"], ["x"]), attach("h", ["a"], [])],
    combinations: [2, 2, 2],
    sets: [2, 2, 2],
  },
  {
    name: "a function without subnets holds no combination",
    attachments: [attach("f", [], ["x"])],
    combinations: [0, 0, 0],
    sets: [1, 1, 1],
  },
  {
    name: "two functions on x and one on y over awsx's privateSubnetIds hold {2, 4, 8}",
    attachments: [attach("f", privateSubnetIds, ["x"]), attach("g", privateSubnetIds, ["x"]), attach("h", privateSubnetIds, ["y"])],
    combinations: [2, 4, 8],
    sets: [2, 2, 2],
  },
  {
    name: "functions with separate sets over one of the lists of a component, of one length, are exact",
    attachments: [attach("f", handedOut, ["x"]), attach("g", handedOut, ["y"])],
    combinations: [4, 4, 4],
    sets: [2, 2, 2],
  },
  {
    name: "functions of one set may take different lists of a component, and likely take the private one",
    attachments: [attach("f", handedOut, ["x"]), attach("g", handedOut, ["x"])],
    combinations: [2, 2, 4],
    sets: [1, 1, 1],
  },
  {
    name: "functions of one shared configuration take one list, whichever it is",
    attachments: [attach("f", { ...handedOut, origin: "shared" }, ["x"]), attach("g", { ...handedOut, origin: "shared" }, ["x"])],
    combinations: [2, 2, 2],
    sets: [1, 1, 1],
  },
  {
    name: "functions of one shared configuration are in one set, whichever it is",
    attachments: ["f", "g", "h"].map((name) => attach(name, { ...handedOut, origin: "shared" }, { ...unknownGroups, origin: "shared" })),
    combinations: [2, 2, 2],
    sets: [1, 1, 1],
  },
  {
    name: "a list of a component lies between the shortest and the longest",
    attachments: [attach("f", uneven, ["x"])],
    combinations: [1, 2, 2],
    sets: [1, 1, 1],
  },
  {
    name: "an element of a list of a component is one combination",
    attachments: [attach("f", first, ["x"]), attach("g", { ...first, holes: 2 }, ["y"])],
    combinations: [3, 3, 3],
    sets: [2, 2, 2],
  },
  {
    name: "a function on other subnets than a component's never shares with those on its lists",
    attachments: [attach("f", handedOut, ["x"]), attach("g", ["a"], ["x"])],
    combinations: [3, 3, 3],
    sets: [1, 1, 1],
  },
  {
    name: "functions that each take one of two subnets may take the same, and likely do",
    attachments: [attach("f", listWithHoles(1, ["a", "b"]), ["x"]), attach("g", listWithHoles(1, ["b", "a"]), ["x"])],
    combinations: [1, 1, 2],
    sets: [1, 1, 1],
  },
  {
    name: "functions that each take one of three subnets touch no more subnets than they are",
    attachments: [attach("f", listWithHoles(1, ["a", "b", "c"]), ["x"]), attach("g", listWithHoles(1, ["a", "b", "c"]), ["x"])],
    combinations: [1, 1, 2],
    sets: [1, 1, 1],
  },
  {
    name: "a function that takes one of two subnets likely takes the same as one that takes one of them beside a known one",
    attachments: [attach("f", listWithHoles(1, ["b", "c"], ["a"]), ["x"]), attach("g", listWithHoles(1, ["b", "c"]), ["x"])],
    combinations: [2, 2, 3],
    sets: [1, 1, 1],
  },
  {
    name: "functions that each take one of two other subnets take different ones",
    attachments: [attach("f", listWithHoles(1, ["ab", "c"]), ["x"]), attach("g", listWithHoles(1, ["a", "bc"]), ["x"])],
    combinations: [2, 2, 2],
    sets: [1, 1, 1],
  },
  {
    name: "the longest list of a set is its least",
    attachments: [attach("f", ["a"], ["x"]), attach("g", listWithHoles(2, ["a", "b", "c"]), ["x"])],
    combinations: [2, 3, 3],
    sets: [1, 1, 1],
  },
  {
    name: "different exact sets never share, so their least lengths add up",
    attachments: [attach("f", unknownList("a", "b"), ["x"]), attach("g", unknownList("a", "b"), ["y"])],
    combinations: [2, 4, 4],
    sets: [2, 2, 2],
  },
  {
    name: "a set that is not exact may be that of any other function",
    attachments: [attach("f", ["a"], ["x"]), attach("g", ["a"], listWithHoles(1, ["x", "y"]))],
    combinations: [1, 2, 2],
    sets: [1, 2, 2],
  },
  {
    name: "sets that are not exact still need the subnets that are certain",
    attachments: [attach("f", ["a", "b"], listWithHoles(1, ["x", "y"])), attach("g", ["b", "c"], listWithHoles(1, ["x", "y"]))],
    combinations: [3, 3, 4],
    sets: [1, 1, 2],
  },
  {
    name: "an open list may reach any subnet: up to sixteen on its own",
    attachments: [attach("f", ["a"], ["x"]), attach("g", opaque(unknownList()), ["x"])],
    combinations: [1, 2, 17],
    sets: [1, 1, 1],
  },
  {
    name: "an open list of two elements brings two subnets at most, and its known one is certain",
    attachments: [attach("f", ["a"], ["x"]), attach("g", opaque(listWithHoles(1, ["a"], ["b"])), ["x"])],
    combinations: [2, 2, 3],
    sets: [1, 1, 1],
  },
  {
    name: "open group lists are likely equal where they show the same, and never for certain",
    attachments: [attach("f", ["a"], opaque(unknownList("x"))), attach("g", ["a"], opaque(unknownList("x")))],
    combinations: [1, 1, 2],
    sets: [1, 1, 2],
  },
  {
    name: "an open group list is not the set of what is known of it",
    attachments: [attach("f", ["a"], ["x"]), attach("g", ["a"], opaque(listWithHoles(1, [], ["x"])))],
    combinations: [1, 2, 2],
    sets: [1, 2, 2],
  },
];

describe("counts are {min, likely, max}", () => {
  test.each(cases)("$name", ({ attachments, combinations, sets }) => {
    const resolved = sameReadings(resolveAttachments(sampleNetwork({ subnets: awsx, attachments })));
    const [counted, countedSets] = [countCombinations(resolved), countSets(resolved)];
    expect([counted.min, counted.likely, counted.max]).toEqual(combinations);
    expect([countedSets.min, countedSets.likely, countedSets.max]).toEqual(sets);
  });

  test("rest on dependencies as soon as one list has an unknown", () => {
    const basisOf = (...attachments: readonly Attachment[]): string =>
      countCombinations(sameReadings(resolveAttachments(sampleNetwork({ attachments })))).basis;
    expect(basisOf(attach("f", ["a"], ["x"]))).toBe("known");
    expect(basisOf(attach("f", ["a"], ["x"]), attach("g", listWithHoles(1, ["a"]), ["x"]))).toBe("dependencies");
    expect(basisOf(attach("f", ["a"], listWithHoles(1, ["x"])))).toBe("dependencies");
  });
});
