import { describe, expect, test } from "@jest/globals";
import { type Alignment, alignments } from "./alignment";
import { exactly } from "../count/count";
import type { Key } from "../facts/key";
import type { Attachment, Subnet } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import { resolveNetwork } from "../combinations/resolved-network";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";

/** A digit in the name of a subnet is its zone; that of x, y, z and w is unknown, and `open3` and `wide2` are public. */
const subnets = ["a1", "b1", "a2", "b2", "c2", "a3", "b3", "x", "y", "z", "w", "a4", "open3", "wide2"].map((key): Subnet => {
  const zone = /\d/.exec(key)?.[0];
  return { key, public: ["open3", "wide2"].includes(key), ...(zone === undefined ? {} : { zone }) };
});

/** A function, by default with the set `sg`. */
function uses(consumer: Key, list: readonly Key[] | PartialList, groups: readonly Key[] | PartialList = ["sg"]): Attachment {
  return attach(consumer, list, groups);
}

function aligned(...attachments: readonly Attachment[]): readonly Alignment[] {
  return alignments(resolveNetwork(sampleNetwork({ subnets, attachments })));
}

test("functions of one set move onto the list of another, which saves the subnets that only they use", () => {
  expect(aligned(uses("orders", ["a1", "a2"]), uses("users", ["a1", "b2"]))).toEqual([
    {
      securityGroups: ["sg"],
      users: ["orders", "users"],
      onto: ["a1", "a2"],
      holders: ["orders"],
      movers: ["users"],
      saved: exactly(1),
      coverage: "ok",
    },
  ]);
});

test("alignments of several sets are in the order of the sets, whatever the order of the functions", () => {
  const attachments = ["z", "y", "x"].flatMap((group) => [uses(`${group}-1`, ["a1"], [group]), uses(`${group}-2`, ["b1"], [group])]);
  const ordered = [["x"], ["y"], ["z"]];
  expect(aligned(...attachments).map(({ securityGroups }) => securityGroups)).toEqual(ordered);
  expect(aligned(...attachments.toReversed()).map(({ securityGroups }) => securityGroups)).toEqual(ordered);
});

test("alignments of one set with two providers are in the order of the functions", () => {
  const attachments = ["z", "y"].flatMap((scope) => [
    { ...uses(`${scope}-1`, ["a1"]), scope },
    { ...uses(`${scope}-2`, ["b1"]), scope },
  ]);
  expect(aligned(...attachments).map(({ users }) => users[0])).toEqual(["y-1", "z-1"]);
});

describe("of the lists to keep, the best is", () => {
  const best = (...attachments: readonly Attachment[]) =>
    aligned(...attachments).map(({ onto, saved: { min, max }, coverage }) => [onto, min, max, coverage]);

  test("the one that saves most, however many move", () => {
    expect(best(uses("f", ["a1", "b1", "a2"]), uses("g", ["a1", "b1", "a2"]), uses("h", ["b2", "a3"]))).toEqual([
      [["a3", "b2"], 3, 3, "ok"],
    ]);
  });

  test("of those that save as much, the one that fewest move to", () => {
    expect(best(uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", ["b1", "b2"]))).toEqual([[["b1", "b2"], 2, 2, "ok"]]);
  });

  test("of those that as few move to, the first by name", () => {
    expect(best(uses("f", ["b1", "b2"]), uses("g", ["a1", "a2"]))).toEqual([[["a1", "a2"], 2, 2, "ok"]]);
  });

  test("one that surely keeps every zone, before one that saves more and perhaps loses some", () => {
    expect(best(uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", ["x", "y", "z"]))).toEqual([[["a1", "a2"], 2, 2, "ok"]]);
  });

  test("one that perhaps loses zones, where there is no other", () => {
    expect(best(uses("f", ["x", "y"]), uses("g", ["w", "z"]))).toEqual([[["w", "z"], 2, 2, "undecided"]]);
  });

  const anything: PartialList = { known: [], holes: "unknown", candidates: [], opaque: "foreign-dependency" };

  test("where nothing surely is saved, the one that may save most, with all who may move to it", () => {
    const found = aligned(uses("e", anything), uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", ["x", "y", "z"]));
    expect(found).toMatchObject([{ onto: ["a1", "a2"], movers: ["g", "h"], saved: { min: 0, likely: 5, max: 5 }, coverage: "undecided" }]);
  });

  test("where nothing surely is saved, and two may save as much, the one that surely keeps every zone", () => {
    expect(best(uses("e", anything), uses("f", ["b1", "b2"]), uses("g", ["X", "Y"]))).toEqual([[["b1", "b2"], 0, 2, "ok"]]);
  });
});

describe("not aligned are", () => {
  test.each<[string, readonly Attachment[]]>([
    ["functions of one list", [uses("f", ["a1", "a2"]), uses("g", ["a2", "a1"])]],
    ["functions of different sets", [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"], ["other"])]],
    ["functions of two providers", [uses("f", ["a1", "a2"]), { ...uses("g", ["b1", "b2"]), scope: "elsewhere" }]],
    ["a function whose list does not all show", [uses("f", ["a1", "a2"]), uses("g", listWithHoles(1, ["a3", "b3"], ["b1", "b2"]))]],
    ["a function outside any VPC", [uses("f", ["a1", "a2"]), uses("g", [])]],
    ["functions that would lose their way to the internet", [uses("f", ["a1", "open3"]), uses("g", ["b1", "wide2"])]],
    [
      "functions whose subnets others keep: those who cannot move",
      [uses("f", ["a1", "a2", "a3"]), uses("g", ["b1", "b2"]), uses("h", ["b1", "b2", "open3", "a4"])],
    ],
    [
      "functions whose subnets others keep: those whose lists do not all show",
      [uses("f", ["a1", "a2"]), uses("g", ["b1"]), uses("h", listWithHoles(1, ["a3", "b3"], ["a2", "b1", "a1"]))],
    ],
  ])("%s", (_, attachments) => {
    expect(aligned(...attachments)).toEqual([]);
  });
});

describe("what is saved excludes what others hold:", () => {
  const three = uses("f", ["a1", "a2", "a3"]);
  const two = uses("g", ["b1", "b2"]);
  const savedBeside = (other: Attachment) => aligned(three, two, other).map(({ onto, saved }) => ({ onto: onto.join(), ...saved }));

  test("what a list surely has is held, and what it may have perhaps", () => {
    expect(savedBeside(uses("h", listWithHoles(1, ["b2", "c2"], ["b1"])))).toEqual([
      { onto: "a1,a2,a3", min: 0, likely: 1, max: 1, basis: "dependencies" },
    ]);
  });

  test("what a list likely has is likely held", () => {
    expect(savedBeside(uses("h", unknownList("b2", "c2")))).toEqual([
      { onto: "a1,a2,a3", min: 1, likely: 1, max: 2, basis: "dependencies" },
    ]);
  });

  test("a function whose set may be this one perhaps holds its subnets", () => {
    expect(savedBeside(uses("h", ["b1", "b2"], listWithHoles(1, ["sg", "other"])))).toEqual([
      { onto: "a1,a2,a3", min: 0, likely: 2, max: 2, basis: "dependencies" },
    ]);
  });

  test("a function whose set cannot be this one holds nothing of it", () => {
    expect(savedBeside(uses("h", ["b1", "b2"], listWithHoles(1, ["else", "other"])))).toEqual([
      { onto: "a1,a2,a3", min: 2, likely: 2, max: 2, basis: "dependencies" },
    ]);
  });
});
