import { expect, test } from "@jest/globals";
import { programPositions } from "./program-positions";
import type { StackResource } from "./stack-resource";

const resource = (urn: string, parent?: string, line?: number): StackResource => ({
  ...{ urn, type: "t", custom: true, outputs: {}, propertyDependencies: {} },
  ...(parent === undefined ? {} : { parent }),
  ...(line === undefined ? {} : { position: { file: "index.ts", line, column: 1 } }),
});

test("a child without a position is where the program creates the nearest component that contains it", () => {
  const resources = [
    resource("stack"),
    resource("shop", "stack", 3),
    resource("network", "shop"),
    resource("subnet", "network"),
    resource("group", "network", 9),
    resource("vpc", "stack"),
    resource("role", "elsewhere"),
  ];
  const lines = [...programPositions(resources)].map(([urn, { line }]) => [urn, line]);
  expect(lines).toEqual([
    ["shop", 3],
    ["network", 3],
    ["subnet", 3],
    ["group", 9],
  ]);
});

test("parents in a circle have no position", () => {
  expect(programPositions([resource("a", "b"), resource("b", "a"), resource("c", "c")]).size).toBe(0);
});
