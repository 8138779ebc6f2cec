import path from "node:path";
import { builtFromGo, type GoBuild } from "./built-from-go";
import { engineVersion } from "./engine-version";
import { type DeadEnd, type PulumiExecutable } from "./pulumi-executable";
import { type SearchSurroundings } from "./search-surroundings";

const pulumi: GoBuild = {
  what: "a Pulumi CLI",
  // Our language host lies beside the CLI.
  packages: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"],
  // Without the tables that only debuggers read: a third smaller.
  linkerFlags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`,
  wayOut: "install a Pulumi CLI: https://www.pulumi.com/docs/install/",
};

/**
 * The CLI built from the pinned Go module, with our language host beside it.
 *
 * @throws EngineError when there is a Go to build with and the build fails.
 */
export async function pulumiFromGo(surroundings: SearchSurroundings): Promise<PulumiExecutable | DeadEnd> {
  const origin = "Go module";
  const built = await builtFromGo(pulumi, surroundings);
  return "reason" in built ? { origin, reason: built.reason } : { origin, path: path.join(built.folder, "pulumi") };
}
