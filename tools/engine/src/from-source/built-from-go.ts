import { existsSync } from "node:fs";
import path from "node:path";
import { EngineError } from "../errors/engine-error";
import { buildKey, buildSources } from "./build-key";
import { withoutUserSetup } from "../process/environment";
import { exitCodes } from "../errors/exit-codes";
import { goToolchain } from "./go-toolchain";
import { makeOnce } from "../search/make-once";
import { runProcess } from "../process/run-process";
import { type SearchContext } from "../search/search-context";

/** A build from nothing was seen to take 4 minutes on two cores; slower machines and networks exist. Seconds. */
const buildTimeout = 3_600;

/** What is built out of a Go module. */
export interface GoBuild {
  /** What it makes, in words that go on after "building" and "Building". */
  readonly what: string;
  /** Absolute path of the module. */
  readonly module: string;
  /** What is compiled out of it, as `go build` names it. */
  readonly packages: readonly string[];
  readonly linkerFlags: string;
  /** What to do instead where the build cannot work. */
  readonly fix: string;
}

/**
 * The folder with the executables of a build; made on first use and kept under a key of its
 * sources. Without a Go to build with, the reason, in words that end a sentence.
 *
 * @throws EngineError when there is a Go to build with and the build fails.
 */
export async function builtFromGo(
  build: GoBuild,
  { environment, cacheFolder, report }: SearchContext,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const folder = path.join(cacheFolder, buildKey(buildSources(build.module), `${process.platform}-${process.arch}`));
  if (existsSync(folder)) return { folder };

  const go = await goToolchain(environment);
  if ("reason" in go) return go;
  await makeOnce(folder, {
    onWait: () => report(`waiting for another process that builds ${build.what}`),
    make: async (unfinished) => {
      report(`building ${build.what} from its Go module, about 4 minutes, once per machine`);
      const { exitCode, stderr } = await runProcess({
        executable: go.path,
        commandLine: ["build", "-ldflags", build.linkerFlags, "-o", `${unfinished}${path.sep}`, ...build.packages],
        workingDirectory: build.module,
        // A go.work of the user's must not change what is built.
        environment: { ...withoutUserSetup(environment), GOWORK: "off" },
        timeoutSeconds: buildTimeout,
      });
      if (exitCode !== 0) throw buildFailed(build, stderr);
    },
  });
  return { folder };
}

function buildFailed({ what, module, fix }: GoBuild, stderr: string): EngineError {
  const lastLines = stderr.trim().split("\n").slice(-15).join("\n");
  return new EngineError(
    exitCodes.buildFailed,
    `Building ${what} in ${module} failed:\n${lastLines}\nCheck that Go's module proxy can be reached (GOPROXY), or ${fix}`,
  );
}
