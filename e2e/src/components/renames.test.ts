import { expect, test } from "@jest/globals";
import { remadeNext } from "@lambda-vpc/test-stacks/planned-steps";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** Every component, with every kind of child, set and function, under names that end with `suffix`; `formerly` is how the names ended before. */
function source(suffix: string, formerly?: string): string {
  return `
import { FunctionRole, LambdaVpc, Nat, Network, SharedVpcConfig, VersionTrimmer, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const network = { zones: ["us-east-1a", "us-east-1b"], nat: Nat.One, natZone: "us-east-1a", interfaceEndpoints: ["sqs"], gatewayEndpoints: ["s3"] };
const reach = { web: { port: 443, cidr: "0.0.0.0/0" } };
const named = (name: string) => name + ${JSON.stringify(suffix)};
const before = (name: string) => (${formerly === undefined ? "{}" : `{ aliases: [{ name: name + ${JSON.stringify(formerly)} }] }`});
const formerly = (name: string) => (${formerly === undefined ? "{}" : `{ formerly: name + ${JSON.stringify(formerly)} }`});

const main = new Network(named("main"), { cidrBlock: "10.0.0.0/16", dualStack: true, egressOnlyInternetGateway: true, ...network }, before("main"));
const executionRole = new FunctionRole(named("orders"), {}, before("orders"));
const shared = new SharedVpcConfig(named("shared"), { vpcId: main.vpcId, subnetIds: main.subnetIds, reach, roles: [executionRole] }, before("shared"));
const trimmer = new VersionTrimmer(named("trimmer"), {}, before("trimmer"));
const trimming = { trimmer, keep: 2 };
new VpcFunction(named("orders"), { ...settings, vpcConfig: shared, executionRole, publish: true, trimming }, before("orders"));
new LambdaVpc(named("shop"), {
  network: { cidrBlock: "10.1.0.0/16", ...network },
  sets: { [named("web")]: { reach, endpoints: true, ...formerly("web") } },
  functions: { [named("refunds")]: { ...settings, set: named("web"), ...formerly("refunds") } },
}, before("shop"));
`;
}

test("a component that is renamed with an alias, and its sets and functions with their former names, replaces, makes and deletes nothing", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("02-one-shared-configuration", () => source("-one"));
    await succeeds(stack, "up --yes --skip-preview");
    stack.edit(() => source("-two", "-one"));
    expect(await remadeNext(stack)).toEqual([]);
    await succeeds(stack, "up --yes --skip-preview");
    stack.edit(() => source("-two"));
    expect(await remadeNext(stack)).toEqual([]);
    await succeeds(stack, "destroy --yes");
  }));
