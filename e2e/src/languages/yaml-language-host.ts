import { searchContext } from "@lambda-vpc/engine";
import { builtFromGo } from "@lambda-vpc/engine/from-source";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/**
 * The folder with Pulumi's own language host for YAML, built on first use and kept outside the work tree.
 *
 * @throws Error without a Go to build with, and EngineError when the build fails.
 */
export async function yamlLanguageHost(): Promise<string> {
  const built = await builtFromGo(
    {
      what: "Pulumi's language host for YAML",
      module: join(repositoryRoot, "e2e/languages"),
      packages: ["github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"],
      linkerFlags: "-s -w",
      minutes: 1,
      fix: "take Go off PATH: programs in YAML are then not run",
    },
    searchContext(process.env),
  );
  if ("reason" in built) throw new Error(`There is no language host for YAML: ${built.reason}.`);
  return built.folder;
}
