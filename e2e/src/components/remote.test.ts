import { beforeAll, expect, test } from "@jest/globals";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { yamlLanguageHost } from "../languages/yaml-language-host";
import { yamlExample, yamlProgram } from "../languages/yaml-program";
import { strictPreset, toldCombinations, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printedFindings } from "@lambda-vpc/test-stacks/printed-findings";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, type Program, repositoryRoot, type Workspace, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that a destroy here does. */
const SCALE = "0.005";

/** A VPC with two subnets that is there before the program. */
const existing = join(repositoryRoot, "examples/03-existing-vpc/network.json");

const HEAD = `
name: shop
runtime: yaml
packages:
  lambda-vpc: packages/components
`;

const ORDERS = `
      runtime: nodejs22.x
      handler: index.handler
      code: { fn::fileArchive: ./code }
`;

/** A network, a shared configuration and a function, each on its own, and a description of functions in that network. */
const PARTS = `${HEAD}
resources:
  main:
    type: lambda-vpc:Network
    properties: { cidrBlock: 10.0.0.0/16, zones: [us-east-1a, us-east-1b], nat: one, natZone: us-east-1a }
  internet:
    type: lambda-vpc:SharedVpcConfig
    properties:
      vpcId: \${main.vpcId}
      subnetIds: \${main.subnetIds}
      reach: { https: { port: 443, cidr: 0.0.0.0/0 } }
  orders:
    type: lambda-vpc:Function
    properties:
      vpcConfig: { subnetIds: "\${internet.subnetIds}", securityGroupIds: "\${internet.securityGroupIds}" }${ORDERS}
  reports:
    type: lambda-vpc:LambdaVpc
    properties:
      existingNetwork: { vpcId: "\${main.vpcId}", subnetIds: "\${main.subnetIds}", plan: "\${main.plan}", zones: [us-east-1a, us-east-1b], internet: true }
      sets: { web: { reach: { https: { port: 8443, cidr: 0.0.0.0/0 } } } }
      functions:
        monthly: { runtime: nodejs22.x, handler: index.handler, code: { fn::fileArchive: ./code } }
`;

const KEPT = { vpcId: "vpc-0c0ffee0000000001", subnetIds: ["subnet-0a0000000000000a1", "subnet-0b0000000000000b2"] };

/** The outputs of a role. */
const ROLE = { roleArn: "${role.roleArn}", roleName: "${role.roleName}", networkPolicyId: "${role.networkPolicyId}" };

/** A shared configuration and a function, each on its own, in a VPC that is there before and stays. */
const APART = `${HEAD}
resources:
  shared:
    type: lambda-vpc:SharedVpcConfig
    properties: ${JSON.stringify(KEPT)}
  orders:
    type: lambda-vpc:Function
    properties:
      vpcConfig: { subnetIds: "\${shared.subnetIds}", securityGroupIds: "\${shared.securityGroupIds}" }${ORDERS}
`;

/** The same, with a role that is created before both. */
const ORDERED = APART.replace(
  "resources:",
  `resources:
  role: { type: lambda-vpc:FunctionRole }`,
)
  .replace(JSON.stringify(KEPT), JSON.stringify({ ...KEPT, roles: [ROLE] }))
  .replace("vpcConfig: {", `executionRole: ${JSON.stringify(ROLE)}\n      vpcConfig: {`);

/** The same from one description. */
const TOGETHER = `${HEAD}
resources:
  shop:
    type: lambda-vpc:LambdaVpc
    properties:
      network: ${JSON.stringify(KEPT)}
      sets: { shared: {} }
      functions:
        orders: { runtime: nodejs22.x, handler: index.handler, code: { fn::fileArchive: ./code } }
`;

const CAUTION = "Destroying function orders can delete its role before Lambda has deleted its ENIs";

describeWithGo("a program in YAML", "build Pulumi's language host for YAML; no program in YAML is run", () => {
  let host: string;
  beforeAll(async () => {
    host = await yamlLanguageHost();
  }, 3_600_000);

  test.each([
    { what: "the whole from one description", combinations: 2, change: (source: string) => source },
    { what: "its parts one by one", combinations: 4, change: () => PARTS },
  ])(
    "that makes $what has each unknown id counted exactly, passes the strictest policies, and leaves nothing",
    ({ combinations, change }) =>
      withWorkspace(async (workspace) => {
        const stack = await yamlProgram(workspace, host, change);
        const told = { "eni-budget": { enforcementLevel: "advisory", warnAt: 0 } };
        const preview = await succeeds(stack, "preview", ...withPack(stack, { ...strictPreset(), ...told }, wholePack));
        expect(printedFindings(preview.stdout).map(({ policy }) => policy)).toEqual(["eni-budget"]);
        expect(toldCombinations(preview)).toBe(String(combinations));

        await succeeds(stack, "up --yes --skip-preview");
        expect(await heldCombinations(workspace.engine)).toBe(combinations);
        await succeeds(stack, "preview --expect-no-changes");
        await destroyed(workspace, stack);
        expect(await orphanedInterfaces(workspace.engine)).toBe(0);
        expect(await heldCombinations(workspace.engine)).toBe(0);
      }),
  );

  test("is given the components by pulumi package add, as the README says", () =>
    withWorkspace(async (workspace) => {
      const stack = await yamlProgram(workspace, host, (source) => source.replace(/^packages:\n.*\n/m, ""));
      mkdirSync(join(stack.folder, "node_modules"));
      symlinkSync(join(repositoryRoot, "packages/components"), join(stack.folder, "node_modules/lambda-vpc"));
      const [, command = ""] = /^pulumi (package add .*)$/m.exec(readFileSync(join(yamlExample, "../README.md"), "utf8")) ?? [];
      await succeeds(stack, command);
      await succeeds(stack, "preview");
    }));

  test.each([
    { what: "one description orders a function, its group and its role", source: TOGETHER },
    { what: "the group of a function depends on a role that is created first", source: ORDERED },
  ])("orphans no interface in a VPC that stays, where $what", ({ source }) =>
    withWorkspace(async (workspace) => {
      const { told, orphaned } = await lifeInExistingVpc(workspace, host, source);
      expect(told).not.toMatch(CAUTION);
      expect(orphaned).toBe(0);
    }),
  );

  test("is told where it may orphan interfaces, which it does: with a function and its group apart, in a VPC that stays", () =>
    withWorkspace(async (workspace) => {
      const { told, orphaned } = await lifeInExistingVpc(workspace, host, APART);
      expect(told).toMatch(CAUTION);
      expect(told).toMatch("Create a FunctionRole first");
      expect(orphaned).toBe(2);
    }));
});

/** What the update of a program prints, and how many interfaces its destroy orphans. */
async function lifeInExistingVpc(workspace: Workspace, host: string, source: string): Promise<{ told: string; orphaned: number }> {
  await workspace.engine.simulatedAws(["seed", existing]);
  const stack = await yamlProgram(workspace, host, () => source);
  const told = printed(await succeeds(stack, "up --yes --skip-preview"));
  await destroyed(workspace, stack);
  return { told, orphaned: await orphanedInterfaces(workspace.engine) };
}

/** Destroys everything, at AWS's pace in small. Where interfaces are orphaned their group stays, and the destroy fails. */
async function destroyed({ engine }: Workspace, { folder }: Program): Promise<void> {
  await engine.pulumi(["--non-interactive", "-C", folder, "destroy", "--yes", "--skip-preview"], {
    environment: { SIMULATED_AWS_TIME_SCALE: SCALE },
  });
}
