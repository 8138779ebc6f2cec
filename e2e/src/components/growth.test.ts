import { expect, test } from "@jest/globals";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { undoneNext } from "@lambda-vpc/test-stacks/planned-steps";
import { inScaledTime, stackOutput, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, type Workspace, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that an update here does. */
const SCALE = 0.005;

interface Situation {
  readonly zones: readonly string[];
  /** How many functions each set has. */
  readonly sets: Readonly<Record<string, number>>;
}

/** One description of everything, as users write it. */
function source({ zones, sets }: Situation): string {
  return `
import { LambdaVpc } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const functions = Object.entries(${JSON.stringify(sets)}).flatMap(([set, size]) =>
  Array.from({ length: size }, (_, index) => [set + "-" + index, { set, runtime: "nodejs22.x", handler: "index.handler", code }]),
);
const reach = { postgres: { port: 5432, cidr: "10.9.0.0/16" } };
const shop = new LambdaVpc("shop", {
  network: { cidrBlock: "10.0.0.0/20", zones: ${JSON.stringify(zones)}, interfaceEndpoints: ["sqs"] },
  sets: { database: { reach }, internal: { endpoints: true } },
  functions: Object.fromEntries(functions),
});
export const { plan, securityGroupIds, functionNames } = shop;
`;
}

const fresh: Situation = { zones: ["us-east-1b", "us-east-1c"], sets: { internal: 3 } };
const zones = ["us-east-1a", ...fresh.zones];

/** From one step to the next; what it may take away is named by the ends of names. */
const steps: readonly {
  readonly step: string;
  readonly situation: Situation;
  readonly combinations: number;
  readonly gone: readonly string[];
}[] = [
  { step: "ten functions", situation: { ...fresh, sets: { internal: 13 } }, combinations: 2, gone: [] },
  { step: "a set", situation: { ...fresh, sets: { internal: 13, database: 1 } }, combinations: 4, gone: [] },
  { step: "a zone, in front of the others", situation: { zones, sets: { internal: 13, database: 1 } }, combinations: 6, gone: [] },
  {
    step: "a function less",
    situation: { zones, sets: { internal: 12, database: 1 } },
    combinations: 6,
    gone: ["shop-internal-12", "shop-internal-12-log", "shop-internal-12-network"],
  },
  {
    step: "a set's last function less",
    situation: { zones, sets: { internal: 12 } },
    combinations: 3,
    gone: ["shop-database", "shop-database-0", "shop-database-0-log", "shop-database-0-network"],
  },
];

test("one description that grows and shrinks replaces nothing, holds what it plans at each step, and orphans no interface", () =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.hosted("02-one-shared-configuration", () => source(fresh));
    await succeeds(stack, "up --yes --skip-preview");
    expect(await standing(workspace, stack)).toEqual({ planned: 2, held: 2, orphaned: 0 });

    for (const { step, situation, combinations, gone } of steps) {
      stack.edit(() => source(situation));
      expect({ step, undone: deletions(await undoneNext(stack)) }).toEqual({ step, undone: gone });
      await succeeds(gone.length === 0 ? stack : inScaledTime(stack, SCALE), "up --yes --skip-preview");
      expect({ step, ...(await standing(workspace, stack)) }).toEqual({ step, planned: combinations, held: combinations, orphaned: 0 });
    }

    await succeeds(inScaledTime(stack, SCALE), "destroy --yes --skip-preview");
    expect([await heldCombinations(workspace.engine), await orphanedInterfaces(workspace.engine)]).toEqual([0, 0]);
  }));

/** A configuration with one function or none. */
const alone = (names: readonly string[]): string => `
import { FunctionRole, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const { vpcId, subnetIds } = new Network("main", { cidrBlock: "10.0.0.0/20", zones: ["us-east-1a"] });
const roles = ${JSON.stringify(names)}.map((name) => ({ name, executionRole: new FunctionRole(name, {}) }));
const vpcConfig = new SharedVpcConfig("internal", { vpcId, subnetIds, roles: roles.map(({ executionRole }) => executionRole) });
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
for (const { name, executionRole } of roles)
  new VpcFunction(name, { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig, executionRole });
`;

test("the group of a configuration is deleted with its last function, so that the role waits and no interface is orphaned", () =>
  withWorkspace(async (workspace) => {
    const stack = await workspace.hosted("02-one-shared-configuration", () => alone(["orders"]));
    await succeeds(stack, "up --yes --skip-preview");
    stack.edit(() => alone([]));
    await succeeds(inScaledTime(stack, SCALE), "up --yes --skip-preview");
    expect([await heldCombinations(workspace.engine), await orphanedInterfaces(workspace.engine)]).toEqual([0, 0]);
  }));

/** The names of deleted resources; other operations are kept as text. */
function deletions(undone: readonly string[]): readonly string[] {
  return [...new Set(undone.map((step) => step.replace(/^delete .*::/, "")))].sort();
}

async function standing({ engine }: Workspace, stack: Program): Promise<{ planned: number; held: number; orphaned: number }> {
  const { combinations } = (await stackOutput(stack, "plan")) as { readonly combinations: number };
  return { planned: combinations, held: await heldCombinations(engine), orphaned: await orphanedInterfaces(engine) };
}
