import { expect, test } from "@jest/globals";
import { mutantsOf } from "./mutant-report";
import { reportOf } from "./testing/report";

test("a mutant names the code that it replaces, its line, and its replacement, each on one line", () => {
  const source = "const one = 1;\n  if (a &&\n      b) {\n";
  const mutants = mutantsOf(
    reportOf("a.ts", source, { mutatorName: "LogicalOperator", replacement: "a ||\n b", location: { start: [2, 7], end: [3, 8] } }),
  );
  expect(mutants).toEqual([
    {
      file: "a.ts",
      line: 2,
      column: 7,
      mutator: "LogicalOperator",
      status: "Survived",
      lineText: "if (a &&",
      original: "a && b",
      replacement: "a || b",
    },
  ]);
});

test("mutants are in the order of files, lines and columns", () => {
  const at = (line: number, column: number) => ({ location: { start: [line, column], end: [line, column + 1] } }) as const;
  const files = { ...reportOf("b.ts", "x\ny\n", at(2, 1), at(1, 1)).files, ...reportOf("a.ts", "x x\n", at(1, 3), at(1, 1)).files };
  expect(mutantsOf({ files }).map(({ file, line, column }) => [file, line, column])).toEqual([
    ["a.ts", 1, 1],
    ["a.ts", 1, 3],
    ["b.ts", 1, 1],
    ["b.ts", 2, 1],
  ]);
});
