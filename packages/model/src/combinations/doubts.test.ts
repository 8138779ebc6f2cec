import { describe, expect, test } from "@jest/globals";
import { AlikeKeys } from "./alike";
import { doubtsAbout } from "./doubts";
import { resolveAttachments } from "./resolved-attachment";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/sample-network";
import { uncertainties } from "../count/uncertainty";

const distinct = new AlikeKeys([]);
const resolved = resolveAttachments(
  sampleNetwork({
    attachments: [
      attach("exact", ["a"], ["x", "y"]),
      attach("sliced", unknownList("a", "b"), listWithHoles(1, ["x", "y"])),
      attach("applied", unknownList("a", "b"), unknownList("x", "y")),
    ],
  }),
);

describe("doubts about figures", () => {
  test("are told by cause with the consumers they concern, each once", () => {
    expect([...doubtsAbout(resolved, [], distinct).combinations]).toEqual([
      ["list-unknown", ["sliced", "applied"]],
      ["part-of-candidates", ["sliced"]],
    ]);
  });

  test("about sets rest on security groups alone", () => {
    expect([...doubtsAbout(resolved, [], distinct).sets]).toEqual([
      ["part-of-candidates", ["sliced"]],
      ["list-unknown", ["applied"]],
    ]);
  });

  test("name whose VPC does not show", () => {
    const { combinations, sets } = doubtsAbout([], resolved.slice(0, 1), distinct);
    expect([combinations.get("vpc-unknown"), sets.get("vpc-unknown")]).toEqual([["exact"], ["exact"]]);
  });

  test("do not name it besides where the subnets are in doubt and that is said: the VPC follows from them", () => {
    const { combinations, sets } = doubtsAbout([], resolved.slice(2), distinct);
    expect([combinations.get("vpc-unknown"), sets.get("vpc-unknown")]).toEqual([undefined, undefined]);
    const onlySubnets = resolved.slice(2).map((one) => ({ ...one, securityGroups: resolved[0]?.securityGroups ?? one.securityGroups }));
    expect(doubtsAbout([], onlySubnets, distinct).sets.get("vpc-unknown")).toEqual(["applied"]);
  });

  test("name who uses what may be the same as something else", () => {
    const alike = new AlikeKeys([["x", "sg-1"]]);
    expect([...doubtsAbout(resolved.slice(0, 1), [], alike).sets]).toEqual([["perhaps-same-resource", ["exact"]]]);
  });

  test("name functions of several providers, for combinations only", () => {
    const scoped = resolved.slice(0, 1).flatMap((one) => [one, { ...one, consumer: "elsewhere", scope: "another provider" }]);
    expect([...doubtsAbout(scoped, [], distinct).combinations]).toEqual([["perhaps-same-account", ["exact", "elsewhere"]]]);
    expect(doubtsAbout(scoped, [], distinct).sets.size).toBe(0);
  });

  test("all say why they are, and what fixes them", () => {
    for (const { why, fix } of Object.values(uncertainties))
      expect([why, fix]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  });
});
