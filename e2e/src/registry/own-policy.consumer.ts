import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printed } from "../workspace";
import { withConsumers } from "./consumers";

/** The team's pack as it stands alone: in this repository its settings lean on those of all packages. */
const team = {
  "package.json": JSON.stringify({
    name: "team",
    private: true,
    dependencies: { "@pulumi/aws": "7.48.0", "@pulumi/pulumi": "3.270.0" },
    // What this repository pins too: not every registry holds the newest version.
    overrides: { "unrs-resolver": "1.12.2" },
  }),
  "policy-pack/jest.config.cjs": 'module.exports = { roots: ["<rootDir>/dist"] };',
  "policy-pack/tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, target: "es2023", module: "nodenext", rootDir: "src", outDir: "dist", skipLibCheck: true },
    include: ["src"],
  }),
};

test("a team tests a policy of its own with the installed kit, and its pack refuses what the policy refuses", () =>
  withConsumers(async (open) => {
    const project = open("team", { example: "04-your-own-pack", files: team });
    const kit = "@lambda-vpc/policy-kit @lambda-vpc/model @lambda-vpc/policy-testing";
    await project.npm(`install --save-dev @lambda-vpc/lambda-vpc ${kit} typescript@~5.9.0 @types/node@24 jest@30.5.2 @jest/globals@30.5.2`);
    await project.npm("install @lambda-vpc/components @lambda-vpc/simulated-aws");
    const { run, succeed } = await project.shell();
    await succeed("npx --no tsc -- --project policy-pack");
    expect(await succeed("npx --no jest -- --config policy-pack/jest.config.cjs")).toMatch(/one subnet: refused/);
    await succeed("pulumi stack init dev");
    expect(await succeed("pulumi preview --policy-pack policy-pack")).toContain("✅ lambda-vpc");

    const program = join(project.folder, "index.ts");
    writeFileSync(program, readFileSync(program, "utf8").replace("subnetIds: subnets.map", "subnetIds: subnets.slice(0, 1).map"));
    const refused = await run("pulumi preview --policy-pack policy-pack");
    expect(refused.exitCode).not.toBe(0);
    expect(printed(refused)).toMatch(/\[mandatory\].*two-subnets/);
  }));
