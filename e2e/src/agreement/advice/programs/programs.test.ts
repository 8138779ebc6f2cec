import { expect, test } from "@jest/globals";
import { declarationOrder } from "../description/declaration-order";
import { idOf, type ProgramDescription, type ResourceDescription, urnOf } from "../description/program-description";
import { choicesOf } from "./random-choice";
import { simplerPrograms, smallestProgram } from "./simpler-programs";
import { variedProgram } from "./vary-program";

const custom = (type: string, name: string, inputs: ResourceDescription["inputs"] = {}): ResourceDescription => ({
  kind: "custom",
  type,
  name,
  inputs,
});
const group = custom("aws:ec2/securityGroup:SecurityGroup", "orders");
const lambda = custom("aws:lambda/function:Function", "orders", { vpcConfig: { subnetIds: [], securityGroupIds: [idOf(urnOf(group))] } });
const table = custom("aws:dynamodb/table:Table", "orders");
const program: ProgramDescription = { resources: [group, lambda, table], configuration: {} };

test("whatever a seed makes of programs can be declared, and no two resources have one URN", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const { resources } = variedProgram([program, program], choicesOf(seed));
    expect(declarationOrder(resources)).toEqual(resources);
    expect(new Set(resources.map(urnOf)).size).toBe(resources.length);
  }
});

test("a simpler program has no reference to what it lacks", () => {
  for (const { resources } of simplerPrograms(program)) expect(declarationOrder(resources)).toEqual(resources);
});

test("the smallest program that fails keeps what the failure needs", async () => {
  const smallest = await smallestProgram(program, ({ resources }) => resources.includes(lambda), 20);
  expect(smallest.resources).toEqual([group, lambda]);
});
