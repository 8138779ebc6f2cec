import { expect, test } from "@jest/globals";
import { globSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "../expected-preview";
import { printed } from "../workspace";
import { withConsumers } from "./consumers";

const program = {
  "package.json": JSON.stringify({ name: "shop", private: true, dependencies: { "@pulumi/aws": "7.48.0", "@pulumi/pulumi": "3.270.0" } }),
};

test("a project that installs a pack from a registry is refused by it at preview, with one copy of the SDK, and never previews without it", () =>
  withConsumers(async (open) => {
    const shop = open("shop", { example: "01-a-group-per-function", files: program });
    await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/cli @lambda-vpc/simulated-aws typescript@~5.9.0");
    expect(globSync("node_modules/**/@pulumi/{pulumi,policy}/package.json", { cwd: shop.folder }).sort()).toEqual([
      "node_modules/@pulumi/policy/package.json",
      "node_modules/@pulumi/pulumi/package.json",
    ]);
    expect(lstatSync(join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc")).isSymbolicLink()).toBe(false);

    const { run, succeed } = await shop.shell();
    await succeed("pulumi stack init dev");
    await succeed("pulumi preview");

    for (const command of [
      "pulumi preview --policy-pack node_modules/@lambda-vpc/lambda-vpc",
      "npx --no lambda-vpc preview --pack @lambda-vpc/lambda-vpc -- --non-interactive",
    ]) {
      const refused = await run(command);
      expect(refused.exitCode).not.toBe(0);
      expect(policySection(refused.stdout)).toMatch(/\[mandatory\].*share-security-groups/);
    }

    const missing = await run("npx --no lambda-vpc preview --pack @lambda-vpc/gone -- --non-interactive");
    expect(missing).toMatchObject({ exitCode: 69, stdout: "", stderr: expect.stringContaining('There is no pack "@lambda-vpc/gone"') });
    await shop.npm("uninstall @lambda-vpc/cli");
    const commandGone = await run("npx --no lambda-vpc preview --pack @lambda-vpc/lambda-vpc -- --non-interactive");
    expect(commandGone.exitCode).not.toBe(0);
    expect(printed(commandGone)).not.toContain("share-security-groups");
  }));
