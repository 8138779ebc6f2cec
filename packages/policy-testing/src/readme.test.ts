import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";

test("the README's program is the one that is compiled and run here", () => {
  const program = readFileSync(join(__dirname, "readme-example.test.ts"), "utf8");
  const readme = readFileSync(join(__dirname, "../README.md"), "utf8");
  expect(readme).toContain(program.replace('"./index"', '"@lambda-vpc/policy-testing"'));
});
