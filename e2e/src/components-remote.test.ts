import { beforeAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { heldCombinations, orphanedInterfaces } from "./account";
import { yamlLanguageHost } from "./languages/yaml-language-host";
import { yamlProgram } from "./languages/yaml-program";
import { strictPreset, tellCombinations, toldCombinations, wholePack, withPack } from "./packs";
import { printedFindings } from "./pages/printed-findings";
import { stackOutput, succeeds } from "./stack-commands";
import { printed, type Program, repositoryRoot, type Workspace, withWorkspace } from "./workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that a destroy here does. */
const SCALE = "0.005";

/** A VPC with two subnets that is there before the program. */
const existing = join(repositoryRoot, "examples/03-existing-vpc/network.json");

/** A shared configuration and a function apart, in the VPC that is there. */
const APART = `
name: apart
runtime: yaml
packages:
  lambda-vpc: packages/components
resources:
  shared:
    type: lambda-vpc:SharedVpcConfig
    properties:
      vpcId: vpc-0c0ffee0000000001
      subnetIds: [subnet-0a0000000000000a1, subnet-0b0000000000000b2]
  orders:
    type: lambda-vpc:Function
    properties:
      runtime: nodejs22.x
      handler: index.handler
      code: { fn::fileArchive: ./orders }
      vpcConfig: { subnetIds: "\${shared.subnetIds}", securityGroupIds: "\${shared.securityGroupIds}" }
`;

const hasGo = spawnSync("go", ["env", "GOVERSION"], { timeout: 20_000 }).status === 0;
if (!hasGo) process.stderr.write("SKIPPED: there is no Go here to build Pulumi's language host for YAML; no program in YAML is run.\n");

(hasGo ? describe : describe.skip)("a program in YAML", () => {
  let host: string;
  beforeAll(async () => {
    const built = await yamlLanguageHost();
    if ("reason" in built) throw new Error(`There is no language host for YAML: ${built.reason}.`);
    host = built.folder;
  }, 3_600_000);

  test("has each unknown id counted exactly at its first preview, passes the strictest policies, and is deployed as previewed", () =>
    withWorkspace(async (workspace) => {
      const stack = await yamlProgram(workspace, host);
      expect(toldCombinations(await succeeds(stack, "preview", ...withPack(stack, tellCombinations)))).toBe("2");
      const preview = await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack));
      expect(printedFindings(preview.stdout)).toEqual([]);

      await succeeds(stack, "up --yes --skip-preview");
      expect(await heldCombinations(workspace.engine)).toBe(2);
      expect(await stackOutput(stack, "orders")).toMatch(/^arn:aws:lambda:/);
      expect(await stackOutput(stack, "plan")).toMatchObject({
        combinations: 4,
        subnets: [{ zone: "us-east-1a" }, { zone: "us-east-1b" }],
      });
      await succeeds(stack, "preview --expect-no-changes");

      await destroyed(workspace, stack);
      expect(await orphanedInterfaces(workspace.engine)).toBe(0);
      expect(await heldCombinations(workspace.engine)).toBe(0);
    }));

  test("is told that a function apart from its shared configuration may orphan its interfaces, as it does in a VPC that stays", () =>
    withWorkspace(async (workspace) => {
      await workspace.engine.simulatedAws(["seed", existing]);
      const stack = await yamlProgram(workspace, host, () => APART);
      expect(printed(await succeeds(stack, "up --yes --skip-preview"))).toMatch(
        "Destroying function orders may take its role before Lambda has deleted its ENIs",
      );
      await destroyed(workspace, stack);
      expect(await orphanedInterfaces(workspace.engine)).toBe(2);
    }));
});

/** Destroys everything, at AWS's pace in small. Where interfaces are orphaned their group stays, and the destroy fails. */
async function destroyed({ engine }: Workspace, { folder }: Program): Promise<void> {
  await engine.pulumi(["--non-interactive", "-C", folder, "destroy", "--yes", "--skip-preview"], {
    environment: { SIMULATED_AWS_TIME_SCALE: SCALE },
  });
}
