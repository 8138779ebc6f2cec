import { expect, test } from "@jest/globals";
import { globSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "../expected-preview";
import { printed } from "../workspace";
import { withConsumers } from "./consumers";

const program = {
  "package.json": JSON.stringify({ name: "shop", private: true, dependencies: { "@pulumi/aws": "7.48.0", "@pulumi/pulumi": "3.270.0" } }),
};

test("a project that installs a pack from a registry is refused by it at preview, with one copy of the SDK and nothing of this repository", () =>
  withConsumers(async (open) => {
    const shop = open("shop", { example: "01-a-group-per-function", files: program });
    await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/simulated-aws typescript@~5.9.0");
    expect(globSync("node_modules/**/@pulumi/{pulumi,policy}/package.json", { cwd: shop.folder }).sort()).toEqual([
      "node_modules/@pulumi/policy/package.json",
      "node_modules/@pulumi/pulumi/package.json",
    ]);
    expect(lstatSync(join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc")).isSymbolicLink()).toBe(false);

    const engine = await shop.engine();
    const pulumi = (command: string) =>
      engine.pulumi(["--non-interactive", "-C", shop.folder, ...command.split(" ")], { cwd: shop.folder });
    expect(await pulumi("stack init dev")).toMatchObject({ exitCode: 0 });

    const without = await pulumi("preview");
    expect({ exitCode: without.exitCode, output: without.exitCode === 0 ? "" : printed(without) }).toEqual({ exitCode: 0, output: "" });

    const refused = await pulumi("preview --policy-pack node_modules/@lambda-vpc/lambda-vpc");
    expect(refused.exitCode).not.toBe(0);
    expect(policySection(refused.stdout)).toMatch(/\[mandatory\].*share-security-groups/);
  }));
