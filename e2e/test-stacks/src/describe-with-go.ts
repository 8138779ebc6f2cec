import { describe } from "@jest/globals";
import { spawnSync } from "node:child_process";

const hasGo = spawnSync("go", ["env", "GOVERSION"], { timeout: 20_000 }).status === 0;

/** Tests that build something with Go. They are skipped without Go, which is possible if a Pulumi CLI is installed. `missed` describes what the skip leaves untested. */
export function describeWithGo(title: string, missed: string, tests: () => void): void {
  if (!hasGo) process.stderr.write(`SKIPPED: there is no Go here to ${missed}.\n`);
  (hasGo ? describe : describe.skip)(title, tests);
}
