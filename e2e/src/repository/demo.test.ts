import { expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

test("the demo ends well, and the README shows what it prints", async () => {
  const demo = join(repositoryRoot, "tools/demo/dist/main.js");
  const { stdout } = await promisify(execFile)(process.execPath, [demo], { timeout: 120_000, killSignal: "SIGKILL" });
  const printed = stdout.split("\n").map((line) => line.trimEnd().replace(/@v\S+ \(local: .*\)$/, ""));
  const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
  const shown = /<!-- demo -->\s*```\n([^]*?)```\s*<!-- \/demo -->/.exec(readme)?.[1]?.split("\n") ?? [];
  expect(shown.length).toBeGreaterThan(10);

  let position = 0;
  const missing = shown
    .filter((line) => line !== "…")
    .filter((line) => {
      const found = printed.indexOf(line.trimEnd(), position);
      if (found >= 0) position = found;
      return found < 0;
    });
  expect(missing).toEqual([]);
});
