import { describe, expect, test } from "@jest/globals";
import type { Properties } from "@lambda-vpc/test-stacks/json";
import { comparable } from "./comparable";
import { describeDifference, differencesBetween } from "./difference";
import { exceptions } from "./exceptions";
import type { Sighting } from "./sighting";

const sighting = (view: Sighting["view"], name: string, props: Properties, type = "aws:lambda/function:Function"): Sighting => ({
  phase: "preview",
  view,
  type,
  name,
  props,
  dependencies: {},
});
const differences = (bridge: readonly Sighting[], simulation: readonly Sighting[]): readonly string[] =>
  differencesBetween(comparable(bridge), comparable(simulation)).map(describeDifference);

describe("what may differ from run to run is no difference", () => {
  const run = (subnet: string, group: string, digits: string): readonly Sighting[] => [
    sighting("stack", "s0", { id: subnet, arn: `arn:aws:ec2:us-east-1:123456789012:subnet/${subnet}` }),
    sighting("stack", "g0", { id: group, egress: [{ securityGroups: [group, "sg-0a"] }, { cidrBlocks: ["10.0.0.0/8"] }] }),
    sighting("resource", "f0", { name: `f0-${digits}`, vpcConfig: { subnetIds: ["subnet-0a", subnet] } }),
    sighting("stack", "f0", { id: `f0-${digits}`, vpcConfig: { subnetIds: ["subnet-0a", subnet].sort(), vpcId: "U" } }),
  ];
  const one = run("subnet-0123456789abcdef0", "sg-00000000000000001", "abcdef0");

  test("ids, names, and the order that they give to sets", () => {
    expect(differences(one, run("subnet-00000000000000000", "sg-0fffffffffffffff1", "0123456"))).toEqual([]);
  });

  test("the order in which resources were seen", () => {
    expect(differences(one, [...one].reverse())).toEqual([]);
  });
});

describe("everything else is", () => {
  const f = (subnetIds: Properties[string], view: Sighting["view"] = "stack") => [sighting(view, "f0", { vpcConfig: { subnetIds } })];
  const rows = [
    { says: "known elements beside an unknown one", bridge: f("U"), simulation: f(["subnet-0a", "U"]), path: "props.vpcConfig.subnetIds" },
    {
      says: "nothing in place of null",
      bridge: f(null),
      simulation: [sighting("stack", "f0", { vpcConfig: {} })],
      path: "props.vpcConfig.subnetIds",
    },
    { says: "a set that is not sorted", bridge: f(["a", "b"]), simulation: f(["b", "a"]), path: "props.vpcConfig.subnetIds[0]" },
    {
      says: "another order in the inputs",
      bridge: f(["a", "b"], "resource"),
      simulation: f(["b", "a"], "resource"),
      path: "props.vpcConfig.subnetIds[0]",
    },
    { says: "a resource that only one shows", bridge: f([]), simulation: [], path: "all of it" },
    { says: "a number given as a text", bridge: f(3), simulation: f("3"), path: "props.vpcConfig.subnetIds" },
  ];
  test.each(rows)("$says", ({ bridge, simulation, path }) => {
    expect(differences(bridge, simulation)).toContainEqual(
      expect.stringContaining(`f0 (aws:lambda/function:Function): ${path}: the bridge shows`),
    );
  });

  test("dependencies and parents too", () => {
    const [seen] = f([]);
    if (seen === undefined) throw new Error("nothing seen");
    expect(differences([{ ...seen, dependencies: { vpcConfig: ["s0"] }, parent: "team" }], [seen])).toHaveLength(2);
  });
});

describe("the exceptions", () => {
  test("still compare whether a value is known", () => {
    const role = (uniqueId: string) => [sighting("stack", "role", { uniqueId }, "aws:iam/role:Role")];
    expect(differences(role("AROA1"), role("AROA2"))).toEqual([]);
    expect(differences(role("U"), role("AROA2"))).toHaveLength(1);
  });

  test("are few, and none of them touches a network", () => {
    expect(exceptions.length).toBeLessThanOrEqual(4);
    for (const { type, field } of exceptions) expect(`${type} ${field}`).not.toMatch(/aws:(ec2|vpc)|vpcConfig|[sS]ecurityGroup/);
  });
});
