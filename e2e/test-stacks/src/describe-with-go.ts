import { describe } from "@jest/globals";
import { spawnSync } from "node:child_process";

const hasGo = spawnSync("go", ["env", "GOVERSION"], { timeout: 20_000 }).status === 0;

/** Tests that build something with Go. Where there is none, a Pulumi CLI was there already: they are skipped then, and `missed` says what is not tried. */
export function describeWithGo(title: string, missed: string, tests: () => void): void {
  if (!hasGo) process.stderr.write(`SKIPPED: there is no Go here to ${missed}.\n`);
  (hasGo ? describe : describe.skip)(title, tests);
}
