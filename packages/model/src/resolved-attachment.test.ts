import { describe, expect, test } from "@jest/globals";
import { byExactSet } from "./combinations";
import { exactSet, resolveAttachments, uncertaintiesOf } from "./resolved-attachment";
import { attach, listWithHoles, sampleNetwork, unknownList } from "./testing/sample-network";
import { uncertainties } from "./uncertainty";

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

describe("the uncertainties of attachments", () => {
  test("are told with the consumers they concern, each once", () => {
    expect([...uncertaintiesOf(resolved, ["subnets", "securityGroups"])]).toEqual([
      ["list-unknown", ["sliced", "applied"]],
      ["part-of-candidates", ["sliced"]],
    ]);
  });

  test("are only those of the lists that a figure rests on", () => {
    expect([...uncertaintiesOf(resolved, ["securityGroups"])]).toEqual([
      ["part-of-candidates", ["sliced"]],
      ["list-unknown", ["applied"]],
    ]);
  });

  test("all say why they are, and what would settle them", () => {
    for (const { why, settle } of Object.values(uncertainties))
      expect([why, settle]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  });
});
