import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { EngineError } from "./engine-error";
import { engineKey, engineSources } from "./engine-key";
import { engineVersion } from "./engine-version";
import { type Environment, withoutUserSetup } from "./environment";
import { exitCodes } from "./exit-codes";
import { goToolchain } from "./go-toolchain";
import { onlyOne } from "./only-one";
import { type DeadEnd, type PulumiExecutable, type SearchSurroundings } from "./pulumi-executable";
import { runProcess } from "./run-process";

/** A build from nothing was seen to take 4 minutes on two cores; slower machines and networks exist. Seconds. */
const buildTimeout = 3_600;

/** The Go package of the CLI, and our language host beside it. */
const packages = ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"];

/**
 * The CLI built from the pinned Go module, with our language host beside it; built on first use and kept under a key of its sources.
 *
 * @throws EngineError when there is a Go to build with and the build fails.
 */
export async function pulumiFromGo(surroundings: SearchSurroundings): Promise<PulumiExecutable | DeadEnd> {
  const { environment, cacheFolder, goModule, report } = surroundings;
  const origin = "Go module";
  const folder = path.join(cacheFolder, engineKey(engineSources(goModule), `${process.platform}-${process.arch}`));
  const executable: PulumiExecutable = { path: path.join(folder, "pulumi"), origin };
  if (existsSync(folder)) return executable;

  const go = await goToolchain(environment);
  if ("reason" in go) return { origin, reason: go.reason };
  await onlyOne(
    cacheFolder,
    () => report("waiting for another process that builds a Pulumi CLI"),
    async () => {
      if (existsSync(folder)) return;
      report("building a Pulumi CLI from its Go module, about 4 minutes, once per machine");
      await build(go.path, goModule, folder, environment);
    },
  );
  return executable;
}

/** Builds beside the target and renames: a folder under its key is always complete. */
async function build(go: string, goModule: string, folder: string, environment: Environment): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`;
    const built = await runProcess({
      executable: go,
      commandLine: ["build", "-ldflags", `-s -w ${version}`, "-o", `${unfinished}${path.sep}`, ...packages],
      workingDirectory: goModule,
      // A go.work of the user's must not change what is built.
      environment: { ...withoutUserSetup(environment), GOWORK: "off" },
      timeoutSeconds: buildTimeout,
    });
    if (built.exitCode !== 0) {
      throw new EngineError(
        exitCodes.buildFailed,
        `Building a Pulumi CLI in ${goModule} failed:\n${built.stderr.trim().split("\n").slice(-15).join("\n")}\n` +
          "Check that Go's module proxy can be reached (GOPROXY), or install a Pulumi CLI: https://www.pulumi.com/docs/install/",
      );
    }
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
