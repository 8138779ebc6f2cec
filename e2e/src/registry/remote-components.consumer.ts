import { expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { yamlExample } from "../languages/yaml-program";
import { yamlLanguageHost } from "../languages/yaml-language-host";
import { withConsumers } from "./consumers";
import { installCommands } from "./install-commands";

/** The program of the example, with components that npm has installed. The path has to be a `source`: alone, its @ would begin a version. */
function program(hostFolder: string): string {
  const source = readFileSync(join(yamlExample, "Pulumi.yaml"), "utf8");
  const installed = source.replace(/^( +lambda-vpc:) .*$/m, "$1 { source: ./node_modules/@lambda-vpc/components }");
  return `${installed}\nplugins: ${JSON.stringify({ languages: [{ name: "yaml", path: hostFolder }] })}\n`;
}

test("a project in YAML builds its network with installed components, under a pack that is installed as the README says", async () => {
  const host = await yamlLanguageHost();
  await withConsumers(async (open) => {
    const shop = open("shop", { example: "other-languages/yaml", files: { "Pulumi.yaml": program(host) } });
    await shop.npm("install @lambda-vpc/components @lambda-vpc/simulated-aws");
    const { engine, succeed } = await shop.shell();
    await succeed("pulumi stack init dev");
    const printed = [];
    for (const command of installCommands(shop.registry)) printed.push(await succeed(command));
    expect(policySection(printed.at(-1) ?? "")).toContain("✅ lambda-vpc");
    expect(globSync("node_modules/**/@pulumi/{pulumi,policy}/package.json", { cwd: shop.folder })).toHaveLength(2);

    await succeed("pulumi up --yes --skip-preview");
    expect(await heldCombinations(engine)).toBeGreaterThan(0);
    await succeed("pulumi preview --expect-no-changes");
    await succeed("pulumi destroy --yes --skip-preview");
    expect(await heldCombinations(engine)).toBe(0);
  });
});
