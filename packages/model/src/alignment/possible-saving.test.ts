import { describe, expect, test } from "@jest/globals";
import type { Key } from "../facts/key";
import type { Attachment, Subnet } from "../facts/network";
import type { PartialList } from "../facts/partial-list";
import { possibleSavings } from "./possible-saving";
import { resolveNetwork } from "../combinations/resolved-network";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";

/** A digit in the name of a subnet is its zone; that of x, y, z and w is unknown. */
const subnets = ["a1", "b1", "a2", "b2", "a3", "b3", "a4", "x", "y", "z", "w"].map((key): Subnet => {
  const zone = /\d/.exec(key)?.[0];
  return { key, public: false, ...(zone === undefined ? {} : { zone }) };
});

const unknownSet = listWithHoles(1, ["sg", "other"]);

/** A function, by default with the set `sg`. */
function uses(consumer: Key, list: readonly Key[] | PartialList, groups: readonly Key[] | PartialList = ["sg"]): Attachment {
  return attach(consumer, list, groups);
}

function most(attachments: readonly Attachment[], aliases: readonly (readonly Key[])[] = []): readonly number[] {
  return possibleSavings(resolveNetwork(sampleNetwork({ subnets, attachments, aliases }))).map((saving) => saving.most);
}

describe("aligning may save at most", () => {
  test.each<[string, readonly number[], readonly Attachment[]]>([
    ["exactly what the best move saves, if everything is known", [2], [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"])]],
    ["nothing, if all have one list", [], [uses("f", ["a1", "a2"]), uses("g", ["a2", "a1"])]],
    [
      "what a move saves that depends on zones, although another certainly keeps them",
      [5],
      [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", ["x", "y", "z"])],
    ],
    [
      "all but the shortest list, if only that one may remain",
      [2],
      [uses("f", ["a1", "b1", "a2", "b2"]), uses("g", unknownList("a1", "a2"))],
    ],
    [
      "all but two subnets, if a list of several may move to one of two",
      [4],
      [uses("f", ["a1", "b1", "x", "y"]), uses("g", unknownList("z", "w"))],
    ],
    ["all but as many subnets as a list has zones", [1], [uses("f", ["a1", "a2", "a3"]), uses("g", unknownList("a1", "b1"))]],
    [
      "all but the shortest list, if all are longer than two",
      [3],
      [uses("f", ["x", "y", "z"]), uses("g", listWithHoles(3, ["w", "a1", "b1", "a2"]))],
    ],
    ["nothing, for a function that is alone", [], [uses("f", unknownList("a1", "a2", "a3"))]],
    [
      "nothing, for functions of two providers",
      [],
      [uses("f", ["a1", "a2"]), { ...uses("g", ["b1", "b2"], unknownSet), scope: "elsewhere" }],
    ],
    ["all but two subnets of functions whose sets are unknown", [3], [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2", "x"], unknownSet)]],
    [
      "all but two subnets of each known set, and of functions whose sets are unknown",
      [2],
      [uses("f", ["a1", "a2"]), uses("g", ["a1", "a2"], ["other"]), uses("h", ["b1", "b2"], unknownSet)],
    ],
    [
      "the sum over sets, if each is known",
      [1, 2],
      [
        uses("f", ["a1", "a2", "a3"]),
        uses("g", listWithHoles(1, ["b1", "b2"])),
        uses("h", ["a1", "a2"], ["other"]),
        uses("i", ["b1", "b2"], ["other"]),
      ],
    ],
    ["what others have, for a function outside any VPC", [2], [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", [])]],
    [
      "all but the shortest list that is not empty, for a function outside any VPC beside unknown lists",
      [3],
      [uses("f", ["x", "y", "z"]), uses("g", listWithHoles(3, ["w", "a1", "b1", "a2"])), uses("h", [])],
    ],
  ])("%s: %j", (_, expected, attachments) => {
    expect(most(attachments)).toEqual(expected);
  });

  const oneOfTwo: PartialList = {
    known: [],
    holes: "unknown",
    candidates: ["a1", "a2", "b1", "b2"],
    oneOf: [
      ["a1", "a2"],
      ["b1", "b2"],
    ],
  };
  const shared: PartialList = { ...oneOfTwo, origin: "shared" };

  test.each<[string, readonly number[], readonly Attachment[]]>([
    ["one of the lists of a component, if functions may take different ones", [2], [uses("f", oneOfTwo), uses("g", oneOfTwo)]],
    ["nothing, if functions take both lists from one shared configuration", [], [uses("f", shared), uses("g", shared)]],
    ["nothing, whatever the sets of functions are that take one list", [], [uses("f", shared, unknownSet), uses("g", shared)]],
    ["what one more function adds that does not take it", [2], [uses("f", shared), uses("g", shared), uses("h", ["a1", "a2"])]],
    ["what other lists add, for shared ones", [2], [uses("f", shared), uses("g", { ...shared, origin: "other" })]],
  ])("%s: %j", (_, expected, attachments) => {
    expect(most(attachments)).toEqual(expected);
  });

  test("one more than the lists show, if two subnets of a list may be one", () => {
    const attachments = [uses("f", ["a1", "b1"]), uses("g", listWithHoles(1, ["x", "y"]))];
    expect([most(attachments), most(attachments, [["a1", "b1"]])]).toEqual([[1], [2]]);
  });
});

describe("the functions that move although their zones are unknown are", () => {
  const zoneless = (...attachments: readonly Attachment[]) =>
    possibleSavings(resolveNetwork(sampleNetwork({ subnets, attachments }))).map((saving) => saving.zoneless);

  test.each<[string, readonly Key[], readonly Attachment[]]>([
    ["none, if the best move certainly keeps the zones", [], [uses("f", ["a1", "a2"]), uses("g", ["x", "y"])]],
    ["those of every best move", ["f", "g"], [uses("f", ["x", "y"]), uses("g", ["z", "w"])]],
    [
      "those of the best move, although a smaller one keeps the zones",
      ["f", "g", "h"],
      [uses("f", ["a1", "a2"]), uses("g", ["b1", "b2"]), uses("h", ["x", "y", "z"])],
    ],
    ["not listed, if lists are unknown", [], [uses("f", ["x", "y"]), uses("g", unknownList("z", "w"))]],
  ])("%s", (_, movers, attachments) => {
    expect(zoneless(...attachments)).toEqual([movers]);
  });
});
