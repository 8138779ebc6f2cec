import { describe, expect, test } from "@jest/globals";
import { descendants, listProcesses } from "./process-list";

describe("the descendants of a process", () => {
  const processes = [
    { id: 1, parent: 0 },
    { id: 10, parent: 1 },
    { id: 11, parent: 10 },
    { id: 12, parent: 11 },
    { id: 20, parent: 1 },
  ];

  test.each([
    ["children and their children", 10, [11, 12]],
    ["nobody when it started nobody", 20, []],
    ["nobody when it is gone", 99, []],
  ])("are %s", (_, root, expected) => {
    expect(descendants(root, processes)).toEqual(expected);
  });

  test("do not loop over a process that is its own parent", () => {
    expect(descendants(0, [{ id: 0, parent: 0 }])).toEqual([]);
  });
});

test("this process and its parent are on the list of this machine", () => {
  expect(listProcesses()).toContainEqual({ id: process.pid, parent: process.ppid });
});
