import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { PartialList } from "../facts/partial-list";
import { arbitraryList } from "../testing/arbitrary/arbitrary-list";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";
import { worldsOf } from "../testing/worlds/worlds";
import { resolveAttachments } from "./resolved-attachment";
import { leastSubnets, mostSubnets } from "./subnets-used";

function used(...lists: readonly PartialList[]): readonly [least: number, most: number] {
  const attachments = resolveAttachments(sampleNetwork({ attachments: lists.map((list, index) => attach(`f${index}`, list, ["x"])) }));
  return [leastSubnets(attachments), mostSubnets(attachments)];
}

const known = (...keys: readonly string[]): PartialList => ({ known: keys, holes: 0, candidates: [] });
const oneOf = (...lists: readonly (readonly string[])[]): PartialList => ({ ...unknownList(...lists.flat()), oneOf: lists });

describe("functions use together", () => {
  test.each<readonly [sentence: string, lists: readonly PartialList[], bounds: readonly [number, number]]>([
    ["no subnet without a function", [], [0, 0]],
    ["what is certain of each", [known("a", "b"), known("b", "c")], [3, 3]],
    ["one of what is certain and another, if nothing else can be", [known("a"), listWithHoles(1, ["b", "c"])], [2, 2]],
    ["perhaps no more than what is certain", [known("a", "b"), listWithHoles(1, ["b", "c"])], [2, 3]],
    [
      "no more than what is certain and the elements that are not",
      [known("a"), known("a"), listWithHoles(1, ["a", "b", "c", "d"])],
      [1, 2],
    ],
    ["the shortest to the longest list of a component", [oneOf(["a"], ["b", "c", "d"])], [1, 3]],
    ["a list of a component and what is certain outside it", [oneOf(["a", "b"], ["c", "d"]), known("e")], [3, 3]],
    ["at most the elements of both lists of a component", [oneOf(["a", "b"], ["c", "d"]), oneOf(["a", "b"], ["c", "d"])], [2, 4]],
    ["one list of a component, if it is the certain one", [oneOf(["a", "b"], ["c", "d"]), known("a", "b")], [2, 4]],
    ["the lists of two components", [oneOf(["a", "b"], ["c", "d"]), oneOf(["e"], ["f", "g"])], [3, 4]],
    ["one list, if it has one origin", ["f", "g"].map(() => ({ ...oneOf(["a", "b"], ["c", "d"]), origin: "shared" })), [2, 2]],
    ["lists of different origins", ["f", "g"].map((origin) => ({ ...oneOf(["a", "b"], ["c", "d"]), origin })), [2, 4]],
  ])("%s", (_, lists, bounds) => {
    expect(used(...lists)).toEqual(bounds);
  });

  test("a number within the bounds, in every way in which their lists may turn out", () => {
    const lists = fc.array(arbitraryList(["a", "b", "c", "d", "e"]), { minLength: 1, maxLength: 3 });
    checkLaw(
      { "the bounds differ": 20, "the least is met": 60, "the most is met": 40 },
      [lists],
      (some, met) => {
        const [least, most] = used(...some);
        const worlds = worldsOf(sampleNetwork({ attachments: some.map((list, index) => attach(`f${index}`, list, ["x"])) }));
        const truths = worlds.map((world) => new Set(world.flatMap(({ subnets }) => subnets)).size);
        met("the bounds differ", least < most);
        met("the least is met", truths.includes(least));
        met("the most is met", truths.includes(most));
        for (const truth of truths) expect({ truth, within: least <= truth && truth <= most }).toEqual({ truth, within: true });
      },
      { numRuns: 300 },
    );
  });
});
