import { join } from "node:path";
import type { Request } from "./arguments";
import type { Shard } from "./targets";

/** Where the results of mutation tests lie, relative to the root of the repository. */
export const RESULTS = ".state/mutation";

/** The options of the Stryker run for one shard. Paths are relative to the root of the repository. */
export function strykerOptions(
  { target, name, patterns }: Shard,
  { fresh, concurrency }: Request,
  root: string,
): Readonly<Record<string, unknown>> {
  const tools = join(root, "tools/mutation/jest");
  return {
    testRunner: "jest",
    plugins: ["@stryker-mutator/jest-runner"],
    coverageAnalysis: "perTest",
    mutate: [...patterns, "!**/*.test.ts", "!**/testing/**"],
    jest: {
      projectType: "custom",
      configFile: `${target.path}/jest.config.cjs`,
      enableFindRelatedTests: true,
      config: {
        testEnvironment: join(tools, "mutant-environment.cjs"),
        testSequencer: join(tools, "covering-tests-sequencer.cjs"),
      },
    },
    incremental: true,
    incrementalFile: incrementalFile(target.name, name),
    force: fresh,
    concurrency,
    // Jest keeps memory of each run until the process ends.
    testRunnerNodeArgs: ["--max-old-space-size=1536"],
    maxTestRunnerReuse: 150,
    // The machine may be busy, and a mutant that is slow is not killed. Stryker itself ends endless loops early, by counting.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    // Tests run in a copy: an interrupted run leaves no mutant in the sources.
    tempDirName: `${RESULTS}/copies`,
    ignorePatterns: ["dist", ".state", "e2e", "examples", "bench", ".nx", ".test-results"],
    // Types are not checked: a mutant that does not compile is killed by no test.
    disableTypeChecks: false,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: reportFile(target.name, name) },
    allowEmpty: true,
  };
}

/** The results of earlier runs of a shard. */
export function incrementalFile(target: string, shard: string): string {
  return `${RESULTS}/${target}/${shard}.incremental.json`;
}

/** The report of the last run of a shard. */
export function reportFile(target: string, shard: string): string {
  return `${RESULTS}/${target}/${shard}.json`;
}
