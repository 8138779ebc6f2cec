import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** The peer dependencies on libraries of Pulumi. */
export const sdkPackages = ["@pulumi/pulumi", "@pulumi/policy", "@pulumi/aws"] as const;

export type Sdk = Readonly<Record<(typeof sdkPackages)[number], string>>;

/** What a project runs on. */
export interface Versions {
  readonly node: string;
  readonly sdk: Sdk;
}

/**
 * The lowest versions in the peer ranges. Up to 1.15 @pulumi/policy prints a finding as "[object Object]"; 1.20.0 asks for
 * @pulumi/pulumi 3.204.0; and @pulumi/aws 7.2.0 was the first version 7 available for a trial.
 */
export const lowest: Sdk = { "@pulumi/pulumi": "3.204.0", "@pulumi/policy": "1.20.0", "@pulumi/aws": "7.2.0" };

/** The versions that this repository is built and tested with. */
export const highest: Sdk = pinned();

/** The first Node.js that we support, and the newest. */
export const nodes = ["22.0.0", "24.21.0"] as const;

/** Both ends of every range on both ends of Node.js; the versions of this repository come last. */
export const matrix: readonly Versions[] = [lowest, highest].flatMap((sdk) => nodes.map((node) => ({ node, sdk })));

function pinned(): Sdk {
  const { devDependencies } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as { readonly devDependencies: Sdk };
  return Object.fromEntries(sdkPackages.map((name) => [name, devDependencies[name]])) as Sdk;
}
