import path from "node:path";
import { builtFromGo, type GoBuild } from "./built-from-go";
import { engineVersion } from "../search/engine-version";
import { type DeadEnd, type PulumiExecutable } from "../search/pulumi-executable";
import { type SearchContext } from "../search/search-context";

/** The Go module of the CLI and of our language host. */
const ownModule = path.resolve(__dirname, "../../from-source");

const pulumi: Omit<GoBuild, "module"> = {
  what: "a Pulumi CLI",
  // The repository's language host is next to the CLI.
  packages: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"],
  // Without the tables that only debuggers read: a third smaller.
  linkerFlags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`,
  minutes: 4,
  fix: "install a Pulumi CLI: https://www.pulumi.com/docs/install/",
};

/**
 * The CLI built from the pinned Go module, with the repository's language host next to it.
 *
 * @throws EngineError if Go is there and the build fails.
 */
export async function pulumiFromSource(context: SearchContext, module = ownModule): Promise<PulumiExecutable | DeadEnd> {
  const origin = "Go module";
  const built = await builtFromGo({ ...pulumi, module }, context);
  return "reason" in built ? { origin, reason: built.reason } : { origin, path: path.join(built.folder, "pulumi") };
}
