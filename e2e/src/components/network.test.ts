import { expect, test } from "@jest/globals";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { undoneNext } from "@lambda-vpc/test-stacks/planned-steps";
import { stackOutput, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

interface Situation {
  readonly zones: readonly string[];
  /** Further arguments of the network, as a program writes them. */
  readonly further: string;
  readonly sets: readonly string[];
  /** How many functions each set has. */
  readonly functions: number;
}

/** A network with shared configurations and functions, as users write them; its first subnets are as small as AWS makes them. */
function source({ zones, further, sets, functions }: Situation): string {
  return `
import { AddressConsumer, FunctionRole, Nat, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const network = new Network("main", {
  cidrBlock: "10.0.0.0/20", subnetPrefix: 28, zones: ${JSON.stringify(zones)}, interfaceEndpoints: ["sqs"], gatewayEndpoints: ["s3"], ${further}
});
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
for (const set of ${JSON.stringify(sets)}) {
  const reach = { sqs: { port: 443, securityGroupId: network.endpointSecurityGroupId }, [set]: { port: set === "orders" ? 5432 : 3306, cidr: "10.9.0.0/16" } };
  const roles = Array.from({ length: ${functions} }, (_, index) => new FunctionRole(\`\${set}-\${index}\`, {}));
  const vpcConfig = new SharedVpcConfig(set, { vpcId: network.vpcId, subnetIds: network.subnetIds, reach, roles });
  for (const [index, executionRole] of roles.entries())
    new VpcFunction(\`\${set}-\${index}\`, { runtime: "nodejs22.x", handler: "index.handler", code, vpcConfig, executionRole });
}
export const { subnetCidrBlocks, plan } = network;
`;
}

const small: Situation = { zones: ["us-east-1b", "us-east-1c"], further: "capacity: { sets: 1 }", sets: ["orders"], functions: 1 };
const wide: Situation = { ...small, zones: ["us-east-1a", ...small.zones] };
const busy: Situation = { ...wide, functions: 3 };
const two: Situation = { ...busy, further: "capacity: { sets: 2 }", sets: ["reports", "orders"] };
const outgrown: Situation = {
  ...two,
  further: "capacity: { sets: 2, consumers: [{ kind: AddressConsumer.NetworkInterface, count: 5 }] }, nat: Nat.One, natZone: 'us-east-1c'",
};

const firsts = ["10.0.0.0/28", "10.0.2.0/28", "10.0.4.0/28"];

const steps: readonly { readonly step: string; readonly situation: Situation; readonly ranges: readonly string[] }[] = [
  { step: "a zone in front", situation: wide, ranges: firsts },
  { step: "two functions", situation: busy, ranges: firsts },
  { step: "a set", situation: two, ranges: firsts },
  {
    step: "more than the first subnets hold, and a NAT gateway",
    situation: outgrown,
    ranges: ["10.0.0.0/28", "10.0.0.16/28", "10.0.2.0/28", "10.0.2.16/28", "10.0.4.0/28", "10.0.4.16/28"],
  },
];

test("a network that grows replaces nothing, keeps every range, holds what it plans, and goes without a trace", () =>
  withWorkspace(async ({ engine, hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source(small));
    await passesStrictPolicies(stack);
    await succeeds(stack, "up --yes --skip-preview");
    expect(await stackOutput(stack, "subnetCidrBlocks")).toEqual(["10.0.2.0/28", "10.0.4.0/28"]);

    for (const { step, situation, ranges } of steps) {
      stack.edit(() => source(situation));
      expect({ step, undone: await undoneNext(stack) }).toEqual({ step, undone: [] });
      await succeeds(stack, "up --yes --skip-preview");
      expect({ step, ranges: await stackOutput(stack, "subnetCidrBlocks") }).toEqual({ step, ranges });
      const { combinations } = (await stackOutput(stack, "plan")) as { readonly combinations: number };
      expect({ step, held: await heldCombinations(engine) }).toEqual({ step, held: combinations });
    }

    await passesStrictPolicies(stack);
    await succeeds(stack, "destroy --yes");
    expect(await heldCombinations(engine)).toBe(0);
  }));

async function passesStrictPolicies(stack: Program): Promise<void> {
  await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack));
}
