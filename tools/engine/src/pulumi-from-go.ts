import { existsSync } from "node:fs";
import path from "node:path";
import { EngineError } from "./engine-error";
import { engineKey, engineSources } from "./engine-key";
import { engineVersion } from "./engine-version";
import { withoutUserSetup } from "./environment";
import { exitCodes } from "./exit-codes";
import { goToolchain } from "./go-toolchain";
import { makeOnce } from "./make-once";
import { type DeadEnd, type PulumiExecutable } from "./pulumi-executable";
import { runProcess } from "./run-process";
import { type SearchSurroundings } from "./search-surroundings";

/** A build from nothing was seen to take 4 minutes on two cores; slower machines and networks exist. Seconds. */
const buildTimeout = 3_600;

/** The Go package of the CLI, and our language host beside it. */
const packages = ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"];

/** Without the tables that only debuggers read: a third smaller. */
const linkerFlags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`;

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
  await makeOnce(folder, {
    onWait: () => report("waiting for another process that builds a Pulumi CLI"),
    make: async (unfinished) => {
      report("building a Pulumi CLI from its Go module, about 4 minutes, once per machine");
      const { exitCode, stderr } = await runProcess({
        executable: go.path,
        commandLine: ["build", "-ldflags", linkerFlags, "-o", `${unfinished}${path.sep}`, ...packages],
        workingDirectory: goModule,
        // A go.work of the user's must not change what is built.
        environment: { ...withoutUserSetup(environment), GOWORK: "off" },
        timeoutSeconds: buildTimeout,
      });
      if (exitCode !== 0) throw buildFailed(goModule, stderr);
    },
  });
  return executable;
}

function buildFailed(goModule: string, stderr: string): EngineError {
  const lastLines = stderr.trim().split("\n").slice(-15).join("\n");
  return new EngineError(
    exitCodes.buildFailed,
    `Building a Pulumi CLI in ${goModule} failed:\n${lastLines}\n` +
      "Check that Go's module proxy can be reached (GOPROXY), or install a Pulumi CLI: https://www.pulumi.com/docs/install/",
  );
}
