import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printed } from "@lambda-vpc/test-stacks/workspace";
import { withConsumers } from "./consumers";
import { teamFiles, teamTools } from "./team-files";

test("a team tests a policy of its own with the installed kit, and its pack refuses what the policy refuses", () =>
  withConsumers(async (open) => {
    const project = open("team", { example: "04-your-own-pack", files: teamFiles() });
    await project.npm(`install --save-dev @lambda-vpc/lambda-vpc ${teamTools}`);
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
