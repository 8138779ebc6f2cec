import { describe, expect, test } from "@jest/globals";
import { change, type Step } from "@lambda-vpc/policy-kit";
import {
  type Described,
  idOf,
  type Node,
  type ProgramDescription,
  type ResourceDescription,
  urnOf,
} from "../description/program-description";
import { applyChange } from "./apply-fix";
import { NotApplicable } from "./edit-resource";

const custom = (type: string, name: string, inputs: ResourceDescription["inputs"] = {}): ResourceDescription => ({
  kind: "custom",
  type,
  name,
  inputs,
});

const group = (name: string): ResourceDescription => custom("aws:ec2/securityGroup:SecurityGroup", name);
const [orders, shared] = [group("orders"), group("shared")];
const access = custom("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "access");
const applied: Node = { $: "applied", value: { subnetIds: ["subnet-a"], securityGroupIds: [idOf(urnOf(orders))] }, after: [urnOf(orders)] };
const lambda = custom("aws:lambda/function:Function", "orders", { vpcConfig: applied, publish: true });
const program: ProgramDescription = { resources: [orders, lambda, shared, access], configuration: {} };

function followed(...steps: readonly [Step, ...Step[]]): readonly ResourceDescription[] {
  return applyChange(change(steps), program).at(-1)?.resources ?? [];
}

function inputsOf(resources: readonly ResourceDescription[], { type, name }: ResourceDescription): Described {
  return resources.find((one) => one.type === type && one.name === name)?.inputs ?? null;
}

const move: Step = { step: "set-vpc-config", functions: [urnOf(lambda)], securityGroups: [urnOf(shared), "sg-0123456789abcdef0"] };

test("a function gets exactly the groups of the fix, and keeps its subnets", () => {
  expect(inputsOf(followed(move), lambda)).toEqual({
    publish: true,
    vpcConfig: { subnetIds: ["subnet-a"], securityGroupIds: [idOf(urnOf(shared)), "sg-0123456789abcdef0"] },
  });
});

test("what a function uses afterwards is declared before it", () => {
  expect(followed(move).map(({ name }) => name)).toEqual(["orders", "shared", "access", "orders"]);
});

test("a group that nothing uses can be removed", () => {
  expect(followed(move, { step: "remove-resources", resources: [urnOf(orders)] })).not.toContain(orders);
});

test("a new resource waits for what it must wait for, and others wait for it", () => {
  const resources = followed({
    step: "add-resource",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    properties: { role: "worker" },
    dependsOn: [urnOf(access)],
    dependents: [urnOf(shared)],
  });
  const added = resources.find(({ name }) => name === "advised-1");
  expect(added).toMatchObject({ inputs: { role: "worker" }, dependsOn: [urnOf(access)] });
  expect(resources.find(({ name }) => name === "shared")?.dependsOn).toEqual([added === undefined ? "" : urnOf(added)]);
});

describe("a fix cannot be followed", () => {
  test.each<[string, Step]>([
    [
      "if it names a resource that is not in the program",
      { ...move, functions: ["urn:pulumi:dev::shop::aws:lambda/function:Function::users"] },
    ],
    ["if it removes a group that a function still uses", { step: "remove-resources", resources: [urnOf(orders)] }],
    ["if it removes an input that is not there", { step: "remove-property", resources: [urnOf(lambda)], property: "skipDestroy" }],
    ["if it removes a dependency that is not there", { step: "do-not-depend-on", resources: [urnOf(lambda)], on: [urnOf(access)] }],
    ["if resources would wait for each other", { step: "depend-on", resources: [urnOf(orders)], on: [urnOf(lambda)] }],
  ])("%s", (_, step) => {
    expect(() => followed(step)).toThrow(NotApplicable);
  });
});
