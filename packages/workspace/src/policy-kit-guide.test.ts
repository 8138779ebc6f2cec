import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../../..");
const readme = readFileSync(join(root, "packages/policy-kit/README.md"), "utf8");

test.each(["two-subnets.ts", "two-subnets.test.ts"])("the guide shows %s of example 04, which is compiled and run there", (file) => {
  expect(readme).toContain(readFileSync(join(root, "examples/04-your-own-pack/policy-pack/src", file), "utf8"));
});
