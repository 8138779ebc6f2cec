import { describe, expect, test } from "@jest/globals";
import type { StackResource } from "@lambda-vpc/sources";
import { descriptionOf } from "../experiment";
import { modelledResources, viewDifferences } from "./compare-views";
import { madeUpId } from "./made-up-id";

const { first } = descriptionOf(90018);
const recorded = modelledResources(first, undefined, (urn) => madeUpId(urn, "", 0));
const isFunction = ({ type }: StackResource): boolean => type === "aws:lambda/function:Function";

function differencesWith(change: (resources: readonly StackResource[]) => readonly StackResource[]): readonly string[] {
  return viewDifferences(change(recorded), first, undefined, {});
}

test("views of the same program are equal, in any order and with any digits in generated names", () => {
  const renamed = recorded.map((one) => (one.inputs === undefined ? one : { ...one, inputs: withDigits(one.inputs) }));
  expect(differencesWith(() => renamed.toReversed())).toEqual([]);
});

describe("the comparison finds", () => {
  const changed = (more: Partial<StackResource>) => (resources: readonly StackResource[]) =>
    resources.map((one) => (isFunction(one) ? { ...one, ...more } : one));
  test.each<[string, (resources: readonly StackResource[]) => readonly StackResource[]]>([
    ["an input", changed({ inputs: {} })],
    ["a planned output", changed({ outputs: {} })],
    ["a dependency of a property", changed({ propertyDependencies: {} })],
    ["a dependency", changed({ dependencies: [] })],
    ["a parent", changed({ parent: "urn:other" })],
    [
      "a resource that only the engine has",
      (resources) => [...resources, ...resources.slice(0, 1).map((one) => ({ ...one, urn: "urn:other" }))],
    ],
    ["a resource that only the model has", (resources) => resources.slice(1)],
  ])("%s", (_, change) => {
    expect(differencesWith(change).length).toBeGreaterThan(0);
  });
});

function withDigits(inputs: NonNullable<StackResource["inputs"]>): NonNullable<StackResource["inputs"]> {
  const { name } = inputs;
  return typeof name === "string" ? { ...inputs, name: name.replace("-0000000", "-1a2b3c4") } : inputs;
}
