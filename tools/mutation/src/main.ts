import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArguments, type Request } from "./arguments";
import { acceptEquivalents, type EquivalentMutant } from "./equivalent-mutants";
import { forgetStaticSurvivors, type IncrementalReport } from "./forget-static-survivors";
import { mutantsOf, type StrykerReport } from "./mutant-report";
import { passes, printedResult, type FolderResult } from "./print-result";
import { incrementalFile, reportFile, RESULTS, strykerOptions } from "./stryker-options";
import { changedShards, shardsOf, targets, type Shard } from "./targets";

const root = join(__dirname, "../../..");

/** Runs the mutation tests that were asked for. Fails below a threshold, on a stale entry, and when Stryker fails. */
function main(): void {
  const request = readArguments(process.argv.slice(2));
  const shards = request.changedSince === undefined ? requestedShards(request) : changedShards(changedFiles(request.changedSince), root);
  if (shards.length === 0) process.stdout.write("No file to measure changed.\n");
  const started = Date.now();
  for (const target of new Set(shards.map((shard) => shard.target))) {
    const results = shards.filter((shard) => shard.target === target).map((shard) => measure(shard, request));
    process.stdout.write(`${printedResult(target, results)}\n`);
    if (!passes(target, results)) process.exitCode = 1;
  }
  process.stdout.write(`\n${((Date.now() - started) / 60_000).toFixed(1)} minutes\n`);
}

function requestedShards({ packages, folder }: Request): readonly Shard[] {
  const shards = packages.flatMap((name) => {
    const target = targets.find((one) => one.name === name);
    if (target === undefined)
      throw new Error(`Package ${name} is not measured. Specify one of: ${targets.map((one) => one.name).join(", ")}.`);
    return shardsOf(target, root);
  });
  const selected = shards.filter(({ name }) => folder === undefined || name === folder);
  if (selected.length === 0) throw new Error(`Folder ${folder} not found. Specify one of: ${shards.map(({ name }) => name).join(", ")}.`);
  return selected;
}

/** Committed, staged and unstaged changes since the branch left `commit`. */
function changedFiles(commit: string): readonly string[] {
  const git = (...args: readonly string[]): string => execFileSync("git", [...args], { cwd: root, encoding: "utf8" }).trim();
  return git("diff", "--name-only", git("merge-base", commit, "HEAD")).split("\n");
}

function measure(shard: Shard, request: Request): FolderResult {
  const { target, name } = shard;
  process.stdout.write(`\n── ${target.name}, ${name}\n`);
  const report = join(root, reportFile(target.name, name));
  const options = join(root, RESULTS, target.name, `${name}.options.json`);
  mkdirSync(dirname(options), { recursive: true });
  rmSync(report, { force: true });
  const earlier = join(root, incrementalFile(target.name, name));
  if (existsSync(earlier)) {
    const known = JSON.parse(readFileSync(earlier, "utf8")) as IncrementalReport;
    writeFileSync(earlier, JSON.stringify(forgetStaticSurvivors(known)));
  }
  writeFileSync(options, JSON.stringify(strykerOptions(shard, request, root), null, 2));
  const folder = shard.folder === undefined ? {} : { MUTATION_FOLDER: shard.folder };
  const env = { ...process.env, PROPERTY_PROFILE: "mutation", ...folder };
  const { status } = spawnSync("stryker", ["run", options], { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
  if (status !== 0 || !existsSync(report)) throw new Error(`Stryker failed on ${target.name}, ${name}: exit code ${status}`);
  const mutants = mutantsOf(JSON.parse(readFileSync(report, "utf8")) as StrykerReport);
  return { folder: name, mutants, ...acceptEquivalents(mutants, equivalentMutants()) };
}

function equivalentMutants(): readonly EquivalentMutant[] {
  return JSON.parse(readFileSync(join(root, "tools/mutation/equivalent-mutants.json"), "utf8")) as readonly EquivalentMutant[];
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
