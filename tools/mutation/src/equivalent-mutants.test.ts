import { describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acceptEquivalents, type EquivalentMutant } from "./equivalent-mutants";
import { mutantOf } from "./testing/report";

const entry: EquivalentMutant = {
  file: "a.ts",
  line: "return false;",
  mutator: "BooleanLiteral",
  replacement: "true",
  reason: "no caller reads it",
};
const survivor = mutantOf({ status: "Survived" });

describe("an entry for an equivalent mutant", () => {
  test("accepts the survivor that it describes, on whatever line it is", () => {
    const moved = { ...survivor, line: 80 };
    expect(acceptEquivalents([moved], [entry])).toEqual({ equivalent: [moved], survivors: [], stale: [] });
  });

  test.each<[string, Partial<EquivalentMutant>]>([
    ["another line", { line: "return true;" }],
    ["another mutator", { mutator: "BlockStatement" }],
    ["another replacement", { replacement: "{}" }],
  ])("does not accept a survivor with %s, and is stale", (_, difference) => {
    const other = { ...entry, ...difference };
    expect(acceptEquivalents([survivor], [other])).toEqual({ equivalent: [], survivors: [survivor], stale: [other] });
  });

  test("accepts one survivor of two that look alike on one line", () => {
    const alike = { ...survivor, column: 40 };
    expect(acceptEquivalents([survivor, alike], [entry])).toEqual({ equivalent: [survivor], survivors: [alike], stale: [] });
    expect(acceptEquivalents([survivor, alike], [entry, { ...entry }]).survivors).toEqual([]);
  });

  test("is stale once a test kills the mutant", () => {
    expect(acceptEquivalents([mutantOf({})], [entry])).toEqual({ equivalent: [], survivors: [], stale: [entry] });
  });

  test("is not stale while its file is not measured", () => {
    expect(acceptEquivalents([{ ...survivor, file: "b.ts" }], [entry]).stale).toEqual([]);
  });
});

test("a mutant that no test reaches is a survivor", () => {
  const unreached = mutantOf({ status: "NoCoverage" });
  expect(acceptEquivalents([unreached, mutantOf({ status: "Timeout" })], []).survivors).toEqual([unreached]);
});

test("each listed entry names a file of this repository and a reason", () => {
  const tool = join(__dirname, "..");
  const entries = JSON.parse(readFileSync(join(tool, "equivalent-mutants.json"), "utf8")) as readonly EquivalentMutant[];
  const faulty = entries.filter(({ file, reason }) => reason.length < 10 || !existsSync(join(tool, "../..", file)));
  expect(faulty).toEqual([]);
});
