import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import type { OpenConsumer, Shell } from "../registry/consumers";
import { teamFiles, teamTools } from "../registry/team-files";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { Versions } from "./matrix";

/** What our packages do in a project of some versions. */
export interface Trial {
  readonly versions: Versions;
  /** What the whole pack prints of a network that it accepts, and of one that it refuses. */
  readonly packs: string;
  /** How many combinations the components hold in the account, and whether they are served to other languages. */
  readonly components: string;
}

/**
 * Installs the packages together with `versions` from a registry, tests a policy with the kit, and uses packs and components on the real engine.
 *
 * @throws Error if any step fails.
 */
export async function trial(open: OpenConsumer, versions: Versions): Promise<Trial> {
  const { node, sdk } = versions;
  const name = [node, ...Object.values(sdk)].join("-");
  const shop = open(name, { example: "04-your-own-pack", files: teamFiles({ ...sdk, node }) });
  await shop.npm(`install @lambda-vpc/lambda-vpc @lambda-vpc/components @lambda-vpc/simulated-aws ${teamTools}`);
  const shell = await shop.shell();
  expectSame(await shell.succeed("node --version"), `v${node}`);
  await shell.succeed("pulumi stack init dev");
  await shell.succeed("npx --no tsc -- --project policy-pack");
  await shell.succeed("npx --no jest -- --config policy-pack/jest.config.cjs");
  const accepted = await previewed(shell);
  await shell.succeed("pulumi up --yes --skip-preview");
  const held = await heldCombinations(shell.engine);
  // Named by its path, it would be taken for a package with a version: what stands behind the @.
  const served = await shell.succeed("cd node_modules/@lambda-vpc/components && pulumi package get-schema .");
  writeFileSync(join(shop.folder, "index.ts"), readFileSync(join(repositoryRoot, "examples/01-a-group-per-function/index.ts")));
  const refused = await previewed(shell);
  const types = [...served.matchAll(/"lambda-vpc:index:\w+": \{/g)].length;
  return {
    versions,
    packs: `${accepted}${refused}`,
    components: `${held} combinations, ${types} types in the schema`,
  };
}

async function previewed(shell: Shell): Promise<string> {
  const { exitCode, stdout } = await shell.run("pulumi preview --policy-pack node_modules/@lambda-vpc/lambda-vpc");
  return `exit ${exitCode}\n${policySection(stdout)}`;
}

function expectSame(actual: string, expected: string): void {
  if (actual.trim() !== expected) throw new Error(`this project has to run on Node.js ${expected}, and runs on ${actual}`);
}
