import { searchContext } from "@lambda-vpc/engine";
import { builtFromGo } from "@lambda-vpc/engine/from-source";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** The executable that Pulumi takes for the provider of every `aws` resource when it is on PATH. */
export const providerName = "pulumi-resource-aws";

/**
 * The folder with the provider on the real Terraform bridge, built on first use and kept outside the work tree; without a Go to build with,
 * the reason why there is none.
 *
 * @throws EngineError when the build fails.
 */
export function bridgeProvider(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  return builtFromGo(
    {
      what: "a provider on the Terraform bridge",
      module: join(repositoryRoot, "e2e/bridge/provider"),
      packages: [`./${providerName}`],
      linkerFlags: "-s -w",
      minutes: 2,
      fix: "take Go off PATH: the comparison with the bridge is then skipped",
    },
    searchContext(process.env),
  );
}
