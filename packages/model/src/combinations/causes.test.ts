import { describe, expect, test } from "@jest/globals";
import { PossibleAliases } from "./possible-aliases";
import { causesOf, groupCauses, pairsOf } from "./causes";
import { resolveAttachments } from "./resolved-attachment";
import { attach, listWithHoles, sampleNetwork, unknownList } from "../testing/samples/sample-network";
import { uncertainties } from "../count/uncertainty";

const distinct = new PossibleAliases([]);
const resolved = resolveAttachments(
  sampleNetwork({
    attachments: [
      attach("exact", ["a"], ["x", "y"]),
      attach("sliced", unknownList("a", "b"), listWithHoles(1, ["x", "y"])),
      attach("applied", unknownList("a", "b"), unknownList("x", "y")),
    ],
  }),
);

describe("causes of inexact figures", () => {
  test("are grouped by cause, with the consumers that they concern, each once", () => {
    expect([...causesOf(resolved, [], distinct).combinations]).toEqual([
      ["list-unknown", ["applied", "sliced"]],
      ["part-of-candidates", ["sliced"]],
    ]);
  });

  test("about sets rest on security groups alone", () => {
    expect([...causesOf(resolved, [], distinct).sets]).toEqual([
      ["part-of-candidates", ["sliced"]],
      ["list-unknown", ["applied"]],
    ]);
  });

  test("name whose VPC does not show", () => {
    const { combinations, sets } = causesOf([], resolved.slice(0, 1), distinct);
    expect([combinations.get("vpc-unknown"), sets.get("vpc-unknown")]).toEqual([["exact"], ["exact"]]);
  });

  test("do not name it besides where the subnets are in doubt and that is said: the VPC follows from them", () => {
    const { combinations, sets } = causesOf([], resolved.slice(2), distinct);
    expect([combinations.get("vpc-unknown"), sets.get("vpc-unknown")]).toEqual([undefined, undefined]);
    const onlySubnets = resolved.slice(2).map((one) => ({ ...one, securityGroups: resolved[0]?.securityGroups ?? one.securityGroups }));
    expect(causesOf([], onlySubnets, distinct).sets.get("vpc-unknown")).toEqual(["applied"]);
  });

  test("name who uses what may be the same as something else", () => {
    const aliases = new PossibleAliases([["x", "sg-1"]]);
    expect([...causesOf(resolved.slice(0, 1), [], aliases).sets]).toEqual([["perhaps-same-resource", ["exact"]]]);
  });

  test("name functions of several providers, for combinations only", () => {
    const scoped = resolved.slice(0, 1).flatMap((one) => [one, { ...one, consumer: "elsewhere", scope: "another provider" }]);
    expect([...causesOf(scoped, [], distinct).combinations]).toEqual([["perhaps-same-account", ["elsewhere", "exact"]]]);
    expect(causesOf(scoped, [], distinct).sets.size).toBe(0);
  });

  test("are pairs again, one for each consumer", () => {
    const pairs = [
      ["vpc-unknown", "f"],
      ["vpc-unknown", "g"],
      ["list-unknown", "f"],
    ] as const;
    expect(pairsOf(groupCauses([...pairs].reverse()))).toEqual([
      ["list-unknown", "f"],
      ["vpc-unknown", "f"],
      ["vpc-unknown", "g"],
    ]);
  });

  test("all say why they are, and what fixes them", () => {
    expect(uncertainties).not.toEqual({});
    for (const { why, fix } of Object.values(uncertainties))
      expect([why, fix]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  });
});
