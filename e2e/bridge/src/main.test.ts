import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

test("the command `npm run bridge` starts outside of jest, and reports how it is called", () => {
  const command = join(repositoryRoot, "e2e/bridge/dist/main.js");
  const { stderr, status } = spawnSync(process.execPath, [command, "--programs", "none"], { encoding: "utf8" });
  expect({ stderr, status }).toEqual({
    stderr: "--programs must be a positive integer\nusage: npm run bridge -- [--programs N] [--seed S]\n",
    status: 2,
  });
});
