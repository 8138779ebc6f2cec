import { builtFromGo, repositoryAt, searchSurroundings } from "@lambda-vpc/engine";
import { join } from "node:path";
import { repositoryRoot } from "../workspace";

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
      packages: [`./${providerName}`],
      linkerFlags: "-s -w",
      wayOut: "take Go off PATH: the comparison with the bridge is then skipped",
    },
    { ...searchSurroundings(process.env, repositoryAt()), goModule: join(repositoryRoot, "e2e/bridge") },
  );
}
