import { describe, expect, test } from "@jest/globals";
import { differentSets, isSettled, truthOf } from "./truth";

const made = (name: string, version = "$LATEST") => ({
  urn: `urn:${name}`,
  type: "aws:lambda/function:Function",
  outputs: { name, version },
});
const interfaceOf = (subnet: string, securityGroups: readonly string[], ...heldBy: readonly string[]) => ({
  vpc: "vpc-1",
  subnet,
  interfaceType: "lambda",
  securityGroups,
  heldBy,
});

describe("the truth after a deployment", () => {
  const cases = [
    {
      name: "is what the account holds for the stack's functions, each combination once",
      state: [made("orders"), made("users")],
      interfaces: [interfaceOf("subnet-1", ["sg-2", "sg-1"], "orders"), interfaceOf("subnet-1", ["sg-1", "sg-2"], "users")],
      published: {},
      held: [{ vpc: "vpc-1", subnet: "subnet-1", groups: ["sg-1", "sg-2"] }],
    },
    {
      name: "leaves out what other stacks hold, and what waits to be deleted",
      state: [made("orders")],
      interfaces: [interfaceOf("subnet-1", ["sg-1"], "elsewhere"), interfaceOf("subnet-2", ["sg-1"])],
      published: {},
      held: [],
    },
    {
      name: "leaves out interfaces that are not Lambda's, whatever the name of what has them",
      state: [made("orders")],
      interfaces: [{ ...interfaceOf("subnet-1", ["sg-1"], "orders"), interfaceType: "interface" }],
      published: {},
      held: [],
    },
    {
      name: "counts a version that this deployment published",
      state: [made("orders", "2")],
      interfaces: [interfaceOf("subnet-1", ["sg-1"], "orders:2")],
      published: { orders: "1" },
      held: [{ vpc: "vpc-1", subnet: "subnet-1", groups: ["sg-1"] }],
    },
    {
      name: "leaves out a version that was there before",
      state: [made("orders", "2")],
      interfaces: [interfaceOf("subnet-1", ["sg-1"], "orders:1"), interfaceOf("subnet-2", ["sg-1"], "orders:2")],
      published: { orders: "2" },
      held: [],
    },
  ];
  test.each(cases)("$name", ({ state, interfaces, published, held }) => {
    expect(truthOf(state, interfaces, published).held).toEqual(held);
  });

  test("names a replaced resource by its new id, not by the one that is still to be deleted", () => {
    const subnet = { urn: "urn:subnet", type: "aws:ec2/subnet:Subnet" };
    const state = [
      { ...subnet, id: "subnet-new" },
      { ...subnet, id: "subnet-old", delete: true },
    ];
    expect(truthOf(state, [], {}).ids).toEqual({ "urn:subnet": "subnet-new" });
  });

  test("names nothing by a resource that the program reads", () => {
    const read = { urn: "urn:read", type: "aws:ec2/subnet:Subnet", id: "subnet-1", external: true };
    expect(truthOf([read], [], {}).ids).toEqual({});
  });
});

test("sets are different where their groups are", () => {
  const held = (subnet: string, ...groups: readonly string[]) => ({ vpc: "vpc-1", subnet, groups });
  expect(differentSets([held("subnet-1", "sg-1"), held("subnet-2", "sg-1"), held("subnet-1", "sg-1", "sg-2")])).toBe(2);
});

describe("a deployment is settled", () => {
  const violation = "error: DependencyViolation: The subnet has dependencies";
  const cases = [
    { name: "when it succeeded", exitCode: 0, stdout: "", settled: true },
    {
      name: "when all that failed is the deletion of what an older version holds",
      exitCode: 1,
      stdout: ` -- aws:ec2:Subnet a **deleting failed** ${violation}\n    pulumi:pulumi:Stack s **failed** 1 error`,
      settled: true,
    },
    {
      name: "not when something could not be made",
      exitCode: 1,
      stdout: " + aws:ec2:Subnet a **creating failed** error: no",
      settled: false,
    },
    { name: "not when it failed without a word", exitCode: 1, stdout: "", settled: false },
  ];
  test.each(cases)("$name", ({ exitCode, stdout, settled }) => {
    expect(isSettled({ exitCode, stdout, stderr: "" })).toBe(settled);
  });
});
