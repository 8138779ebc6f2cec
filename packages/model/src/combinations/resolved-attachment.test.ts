import { describe, expect, test } from "@jest/globals";
import { byExactSet } from "./combinations";
import { basisOf, exactSet, resolveAttachments } from "./resolved-attachment";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";

const resolved = resolveAttachments(
  sampleNetwork({
    attachments: [
      attach("exact", ["a"], ["y", "x", "y"]),
      attach("alike", ["b"], listWithHoles(2, ["x", "y"])),
      attach("sliced", unknownList("a", "b"), listWithHoles(1, ["x", "y"])),
      attach("applied", unknownList("a", "b"), unknownList("x", "y")),
    ],
  }),
);

describe("attachments of one exact set", () => {
  test("have one text for it, whatever the order and however it came to be known", () => {
    expect(resolved.map(exactSet)).toEqual(["x + y", "x + y", undefined, undefined]);
  });

  test("are grouped, and those whose set is not exact are left out", () => {
    expect([...byExactSet(resolved)].map(([set, attachments]) => [set, attachments.map(({ consumer }) => consumer)])).toEqual([
      ["x + y", ["exact", "alike"]],
    ]);
  });
});

test("figures rest on dependencies if lists do, or if that providers are of one account does", () => {
  const [exact] = resolved;
  const assumed = resolved.slice(0, 1).map((one) => ({ ...one, scopeAssumed: true }));
  expect([basisOf(exact === undefined ? [] : [exact]), basisOf(resolved), basisOf(assumed), basisOf([])]).toEqual([
    "known",
    "dependencies",
    "dependencies",
    "known",
  ]);
});
