import { describe, expect, test } from "@jest/globals";
import { acceptEquivalents, type EquivalentMutant } from "./equivalent-mutants";
import type { Mutant } from "./mutant-report";
import { passes, printedResult, type FolderResult } from "./print-result";
import { mutantOf } from "./testing/report";

const target = { name: "model", path: "packages/model", threshold: 75 };
const killed = mutantOf({});
const survived = mutantOf({ status: "Survived" });
const unreached = mutantOf({ status: "NoCoverage", line: 4 });
const entry: EquivalentMutant = { file: "a.ts", line: "return false;", mutator: "BooleanLiteral", replacement: "true", reason: "dead" };

function folder(name: string, mutants: readonly Mutant[], entries: readonly EquivalentMutant[] = []): FolderResult {
  return { folder: name, mutants, ...acceptEquivalents(mutants, entries) };
}

test("a result lists survivors, the score of each folder, and the score of all", () => {
  const folders = [folder("access", [killed, killed, unreached]), folder("count", [survived, mutantOf({ status: "Timeout" })])];
  expect(printedResult(target, folders)).toBe(`
Survivors
  a.ts:4:9 BooleanLiteral (no test reaches it): \`false\` → \`true\`
  a.ts:3:9 BooleanLiteral: \`false\` → \`true\`

Mutation score of model (at least 75)
  access                66.6  2 killed, 1 survived, 0 equivalent
  count                 50.0  1 killed, 1 survived, 0 equivalent
  all                   60.0  3 killed, 2 survived, 0 equivalent`);
});

test("a result lists stale entries", () => {
  expect(printedResult(target, [folder("access", [killed], [entry])])).toContain(
    "a.ts: no survivor matches BooleanLiteral of `return false;` to `true`",
  );
});

test("long code is shortened", () => {
  const printed = printedResult(target, [folder("access", [{ ...survived, original: "x".repeat(100) }])]);
  expect(printed).toContain(`\`${"x".repeat(79)}…\``);
});

describe("a run", () => {
  const three = [killed, killed, killed];

  test.each<[string, readonly FolderResult[], boolean]>([
    ["passes at its threshold", [folder("access", [...three, survived])], true],
    ["fails below its threshold", [folder("access", [killed, killed, survived])], false],
    ["passes when one folder is below and all together are not", [folder("access", three), folder("count", [survived])], true],
    ["does not count equivalent mutants", [folder("access", [survived], [entry])], true],
    ["does not count mutants that do not run", [folder("access", [killed, mutantOf({ status: "RuntimeError" })])], true],
    ["fails on a stale entry", [folder("access", [killed], [entry])], false],
    ["passes without mutants", [folder("facts", [])], true],
  ])("%s", (_, folders, passed) => {
    expect(passes(target, folders)).toBe(passed);
  });
});
