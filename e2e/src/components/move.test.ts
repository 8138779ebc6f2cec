import { expect, test } from "@jest/globals";
import { remadeNext } from "@lambda-vpc/test-stacks/planned-steps";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const SETTINGS = `
import { FunctionRole, LambdaVpc, Network, SharedVpcConfig, VpcFunction } from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
const network = { cidrBlock: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"] };
const reach = { web: { port: 443, cidr: "10.0.0.0/8" } };
`;

const ONE_BY_ONE = `${SETTINGS}
const { vpcId, subnetIds } = new Network("main", { ...network, capacity: { functions: 2, sets: 1 } });
const roles = ["orders", "users"].map((name) => [name, new FunctionRole(name, {})] as const);
const vpcConfig = new SharedVpcConfig("internet", { vpcId, subnetIds, reach, roles: roles.map(([, role]) => role) });
for (const [name, executionRole] of roles) new VpcFunction(name, { ...settings, vpcConfig, executionRole });
`;

/** Each component that moves keeps its URN of before as an alias, which its children inherit. */
const WHOLE = `${SETTINGS}
const before: Record<string, string> = {
  "shop": "main", "shop-internet": "internet", "shop-orders": "orders", "shop-users": "users",
};
const moved: pulumi.ResourceTransform = ({ custom, type, name, props, opts }) => {
  const former = custom || type === LambdaVpc.type ? undefined : before[name];
  if (former === undefined) return undefined;
  return { props, opts: pulumi.mergeOptions(opts, { aliases: [pulumi.createUrn(former, type)] }) };
};
const functions = { orders: settings, users: settings };
new LambdaVpc("shop", { network, sets: { internet: { reach } }, functions }, { transforms: [moved] });
`;

/** The network moves out again, so that a database can stand between it and the functions. */
const NETWORK_APART = `${SETTINGS}
const capacity = { functions: 2, sets: 1 };
const aliases = [{ parent: pulumi.createUrn("shop", LambdaVpc.type) }];
const existingNetwork = new Network("shop", { ...network, capacity }, { aliases });
const functions = { orders: settings, users: settings };
new LambdaVpc("shop", { existingNetwork, sets: { internet: { reach } }, functions });
`;

test("a network, its configurations and functions move into one description by aliases, the network moves out of it, and nothing is made anew", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", () => ONE_BY_ONE);
    await succeeds(stack, "up --yes --skip-preview");
    stack.edit(() => WHOLE);
    expect(await remadeNext(stack)).toEqual(["create urn:pulumi:dev::one-shared-configuration::lambda-vpc:index:LambdaVpc::shop"]);
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(stack, "preview --expect-no-changes");
    stack.edit(() => NETWORK_APART);
    expect(await remadeNext(stack)).toEqual([]);
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(stack, "preview --expect-no-changes");
    await succeeds(stack, "destroy --yes");
  }));
