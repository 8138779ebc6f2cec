import { existsSync } from "node:fs";
import path from "node:path";
import { EngineError } from "./engine-error";
import { engineKey, engineSources } from "./engine-key";
import { withoutUserSetup } from "./environment";
import { exitCodes } from "./exit-codes";
import { goToolchain } from "./go-toolchain";
import { makeOnce } from "./make-once";
import { runProcess } from "./run-process";
import { type SearchSurroundings } from "./search-surroundings";

/** A build from nothing was seen to take 4 minutes on two cores; slower machines and networks exist. Seconds. */
const buildTimeout = 3_600;

/** What is built out of a Go module. */
export interface GoBuild {
  /** What it makes, in words that go on after "building" and "Building". */
  readonly what: string;
  readonly packages: readonly string[];
  readonly linkerFlags: string;
  /** What to do instead where the build cannot work. */
  readonly wayOut: string;
}

/**
 * The folder with the executables built from the Go module that `surroundings` name; built on first use and kept under a key of its
 * sources. Without a Go to build with, the reason, in words that end a sentence.
 *
 * @throws EngineError when there is a Go to build with and the build fails.
 */
export async function builtFromGo(
  build: GoBuild,
  { environment, cacheFolder, goModule, report }: SearchSurroundings,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const folder = path.join(cacheFolder, engineKey(engineSources(goModule), `${process.platform}-${process.arch}`));
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
        workingDirectory: goModule,
        // A go.work of the user's must not change what is built.
        environment: { ...withoutUserSetup(environment), GOWORK: "off" },
        timeoutSeconds: buildTimeout,
      });
      if (exitCode !== 0) throw buildFailed(build, goModule, stderr);
    },
  });
  return { folder };
}

function buildFailed({ what, wayOut }: GoBuild, goModule: string, stderr: string): EngineError {
  const lastLines = stderr.trim().split("\n").slice(-15).join("\n");
  return new EngineError(
    exitCodes.buildFailed,
    `Building ${what} in ${goModule} failed:\n${lastLines}\nCheck that Go's module proxy can be reached (GOPROXY), or ${wayOut}`,
  );
}
