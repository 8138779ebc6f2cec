import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const main = join(__dirname, "../../dist/main.js");

/** The modules that a command loads, by a hook of the process that runs it. */
function loaded(...commandLine: readonly string[]): string {
  const script = `process.argv = ["node", "lambda-vpc", ...${JSON.stringify(commandLine)}]; require(${JSON.stringify(main)});
    process.on("exit", () => console.error(Object.keys(require.cache).join("\\n")));`;
  const { stderr, status } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect(status).toBe(0);
  return stderr;
}

test.each([[["--help"]], [["audit", "--help"]], [["simulate"]]])("%j loads no client of AWS", (commandLine) => {
  const modules = loaded(...commandLine);
  expect(modules).toContain("command-line.js");
  expect(modules).not.toMatch(/@aws-sdk|@smithy|packages\/account\//);
});

test("audit loads them", () => {
  expect(loaded("audit", "--iam-policy")).toMatch(/packages\/account\/dist/);
});
