import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Counts } from "./counts";

/** Runs the tests of the Go module in `folder` and leaves their counts in `file`. Without Go they are skipped, and the skip is reported and counted. */
function main(folder: string, file: string): void {
  const { status, stdout, error } = spawnSync("go", ["test", "-json", "./..."], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error !== undefined) process.stdout.write(`Go does not start (${error.message}): the tests of ${folder} are skipped\n`);
  const counts = error !== undefined ? { passed: 0, failed: 0, skipped: 1 } : goCounts(stdout);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(counts)}\n`);
  if (status === 0 || error !== undefined) return;
  process.stdout.write(stdout);
  process.exitCode = 1;
}

/** Counts of a `go test -json` stream: events about a named test; a package that does not build is one failure. */
export function goCounts(stream: string): Counts {
  const events = stream.split("\n").filter((line) => line.startsWith("{"));
  const ended = events.map((line) => JSON.parse(line) as { Action: string; Test?: string; FailedBuild?: string });
  const count = (action: string): number =>
    ended.filter(({ Action, Test, FailedBuild }) => Action === action && (Test ?? FailedBuild)).length;
  return { passed: count("pass"), failed: count("fail"), skipped: count("skip") };
}

const [folder, file] = process.argv.slice(2);
if (require.main === module && folder !== undefined && file !== undefined) main(folder, file);
