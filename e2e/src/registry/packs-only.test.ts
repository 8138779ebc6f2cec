import { expect, jest, test } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { globSync, lstatSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { printed } from "@lambda-vpc/test-stacks/workspace";
import { withConsumers } from "./consumers";
import { installCommands } from "./install-commands";
import { shopFiles } from "./shop-files";

// It installs three times, and nobody knows how far away a registry is.
jest.setTimeout(600_000);

function linesOf(result: ProcessResult): readonly string[] {
  return printed(result)
    .split("\n")
    .map((line) => line.trim());
}

test("a project that installs a pack as the README says is refused by it at preview, with one copy of the SDK, and never previews without it or on an old Node.js", () =>
  withConsumers(async (open) => {
    const shop = open("shop", { example: "01-a-group-per-function", files: shopFiles });
    await shop.npm("install --save-dev @lambda-vpc/simulated-aws typescript@~5.9.0");
    const { run, succeed } = await shop.shell();
    await succeed("pulumi stack init dev");

    rmSync(join(shop.folder, ".npmrc"));
    const commands = installCommands(shop.registry);
    for (const command of commands.slice(0, -1)) await succeed(command);
    const refused = await run(commands.at(-1) ?? "");
    expect(refused.exitCode).not.toBe(0);
    expect(policySection(refused.stdout)).toMatch(/\[mandatory\].*share-security-groups/);

    expect(globSync("node_modules/**/@pulumi/{pulumi,policy}/package.json", { cwd: shop.folder }).sort()).toEqual([
      "node_modules/@pulumi/policy/package.json",
      "node_modules/@pulumi/pulumi/package.json",
    ]);
    expect(lstatSync(join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc")).isSymbolicLink()).toBe(false);
    const plainly = await run("pulumi preview --policy-pack node_modules/@lambda-vpc/lambda-vpc");
    expect(policySection(plainly.stdout)).toBe(policySection(refused.stdout));

    expect(await succeed("npx lambda-vpc --help")).toContain("lambda-vpc COMMAND --help");
    const before = readFileSync(join(shop.folder, "package.json"), "utf8");
    expect(await succeed("npx --no -- lambda-vpc init")).toContain("Nothing to do: all files are present.");
    expect(readFileSync(join(shop.folder, "package.json"), "utf8")).toBe(before);

    const missing = await run("npx --no -- lambda-vpc preview --pack @lambda-vpc/gone -- --non-interactive");
    expect(missing).toMatchObject({
      exitCode: 69,
      stdout: "",
      stderr: expect.stringContaining('Policy pack "@lambda-vpc/gone" not found'),
    });

    await shop.npm("install --save-dev node@20");
    const tooOld =
      /^(?:lambda-vpc|This policy pack) requires Node\.js 22 or later and runs on Node\.js 20\.\d+\.\d+ \(\S+\): upgrade Node\.js\.$/;
    const oldCommand = await run("npx --no -- lambda-vpc --help");
    expect(oldCommand).toMatchObject({ exitCode: 72, stdout: "" });
    expect(oldCommand.stderr.trimEnd()).toMatch(tooOld);
    const oldPack = await run("pulumi preview --policy-pack node_modules/@lambda-vpc/lambda-vpc");
    expect(oldPack.exitCode).not.toBe(0);
    expect(linesOf(oldPack)).toContainEqual(expect.stringMatching(tooOld));
    expect(printed(oldPack)).not.toMatch(/\bbug\b|unhandled exception|\n\s+at /);
    await shop.npm("uninstall node");

    await shop.npm("uninstall @lambda-vpc/cli");
    const commandGone = await run(commands.at(-1) ?? "");
    expect(commandGone.exitCode).not.toBe(0);
    expect(printed(commandGone)).not.toContain("share-security-groups");
  }));
