import { existsSync } from "node:fs";
import path from "node:path";
import { EngineError } from "../errors/engine-error";
import { exitCodes } from "../errors/exit-codes";
import { withoutUserSetup } from "../process/environment";
import { type ProcessResult, runProcess } from "../process/run-process";
import { makeOnce } from "../search/make-once";
import { type SearchContext } from "../search/search-context";
import { buildKey, buildSources } from "./build-key";
import { type BuildProgress, clock, countLine, progressText, withoutProgress } from "./build-progress";
import { goToolchain } from "./go-toolchain";

/** The longest build seen took 4 minutes on two cores. Slower machines and networks exist. Seconds. */
const buildTimeout = 3_600;

/** What is built from a Go module. */
export interface GoBuild {
  /** What it makes, in words that follow "Building". */
  readonly what: string;
  /** Absolute path of the module. */
  readonly module: string;
  /** What is compiled, as `go build` names it. */
  readonly packages: readonly string[];
  readonly linkerFlags: string;
  /** How long a first build takes on two cores. Minutes. */
  readonly minutes: number;
  /** What to do if the build fails, in words that follow "or". */
  readonly fix: string;
}

/**
 * The folder with the executables of a build. They are built on first use and kept under a key of their sources. Without a Go that can
 * build them, the reason, in words that end a sentence.
 *
 * @throws EngineError if Go is there and the build fails.
 */
export async function builtFromGo(
  build: GoBuild,
  context: SearchContext,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const folder = path.join(context.cacheFolder, buildKey(buildSources(build.module), `${process.platform}-${process.arch}`));
  if (existsSync(folder)) return { folder };

  const go = await goToolchain(context.environment);
  if ("reason" in go) return go;
  await makeOnce(folder, {
    onWait: () => context.report(`Waiting for another process that builds ${build.what}.`),
    make: (unfinished) => compile(build, context, go.path, unfinished),
  });
  return { folder };
}

/** Builds into `folder`, and reports how far it is once a second. */
async function compile(build: GoBuild, { environment, report, progress }: SearchContext, go: string, folder: string): Promise<void> {
  const { what, module, packages, linkerFlags, minutes } = build;
  report(`Building ${what} from source, once per machine. This takes about ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`);
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1_000;
  let done: BuildProgress = { modules: 0, packages: 0 };
  const timer = setInterval(() => progress.update(progressText(what, done, elapsed(), minutes * 60)), 1_000);
  const run = async (...commandLine: readonly string[]): Promise<ProcessResult> => {
    const result = await runProcess({
      executable: go,
      commandLine,
      workingDirectory: module,
      // A go.work of the user's must not change what is built.
      environment: { ...withoutUserSetup(environment), GOWORK: "off" },
      timeoutSeconds: buildTimeout,
      onErrorLine: (line) => (done = countLine(done, line)),
    });
    if (result.exitCode !== 0) throw buildFailed(build, result.stderr);
    return result;
  };
  try {
    // Downloads the modules, and shows how many packages there are to compile.
    const { stdout } = await run("list", "-deps", ...packages);
    done = { ...done, allPackages: stdout.trim().split("\n").length };
    await run("build", "-ldflags", linkerFlags, "-o", `${folder}${path.sep}`, "-v", ...packages);
  } finally {
    clearInterval(timer);
    progress.end();
  }
  report(`Built ${what} in ${clock(elapsed())} minutes.`);
}

function buildFailed({ what, module, fix }: GoBuild, stderr: string): EngineError {
  const lastLines = withoutProgress(stderr).split("\n").slice(-15).join("\n");
  return new EngineError(
    exitCodes.buildFailed,
    `Building ${what} in ${module} failed:\n${lastLines}\nCheck that Go can reach its module proxy (GOPROXY), or ${fix}`,
  );
}
