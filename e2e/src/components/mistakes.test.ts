import { beforeAll, describe, expect, test } from "@jest/globals";
import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { yamlLanguageHost } from "../languages/yaml-language-host";
import { yamlProgram } from "../languages/yaml-program";
import { succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A program in TypeScript without types. */
const untyped = (program: string): string => `
import * as components from "@lambda-vpc/components";
import * as pulumi from "@pulumi/pulumi";

const { LambdaVpc, VpcFunction } = components as any;
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ({});") });
const settings = { runtime: "nodejs22.x", handler: "index.handler", code };
${program}
`;

const yaml = (resources: string): string =>
  `name: shop\nruntime: yaml\npackages:\n  lambda-vpc: packages/components\nresources:${resources}`;

/** A function in YAML. */
const orders = (vpcConfig: string): string => `
  orders:
    type: lambda-vpc:Function
    properties: { runtime: nodejs22.x, handler: index.handler, code: { fn::fileArchive: ./code }, vpcConfig: ${vpcConfig} }
`;

const NO_NETWORK = "orders.vpcConfig: Expected the network of the function, got undefined. Pass a SharedVpcConfig";

const NETWORK = `cidrBlock: "10.0.0.0/16", zones: ["us-east-1a"], nat: "one", gatewayEndpoints: ["s3"], interfaceEndpoints: ["sqs"]`;

/** What a description creates and no function can use, in the same words in every language. */
const WARNINGS = [
  "shop.network.nat: No set may reach the internet",
  "shop.network.gatewayEndpoints: No set may reach s3. Add it to the services",
  "shop.network.interfaceEndpoints: No set may reach sqs. Add it to the services",
];

const described = (set: string): string =>
  untyped(`new LambdaVpc("shop", { network: { ${NETWORK} }, sets: { internal: ${set} }, functions: { orders: settings } });`);

describe("the preview of a program without types", () => {
  test.each([
    { mistake: "a function without a network", program: `new VpcFunction("orders", settings);`, reports: NO_NETWORK },
    {
      mistake: "an output without a value in a list",
      program: `new VpcFunction("orders", { ...settings, vpcConfig: { subnetIds: [pulumi.output(undefined)], securityGroupIds: ["sg-1"] } });`,
      reports: "orders.vpcConfig.subnetIds[0]: Expected an id, got undefined.",
    },
  ])("fails for $mistake, without a stack trace", ({ program: source, reports }) =>
    withWorkspace(async ({ program }) => {
      const stack = await program("02-one-shared-configuration", () => untyped(source));
      const preview = await stack.pulumi("preview");
      expect(printed(preview)).toMatch(reports);
      expect(printed(preview)).not.toMatch(/TypeError|\.[tj]s:\d+/);
      expect(preview.exitCode).not.toBe(0);
    }),
  );
});

test("what no set may use is a warning, and the ways out that it names deploy without one", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", () => described("{}"));
    const preview = printed(await succeeds(stack, "preview"));
    for (const warning of WARNINGS) expect(preview).toMatch(warning);

    stack.edit(() => described(`{ services: ["s3", "sqs"], reach: { internet: { port: 443, cidr: "0.0.0.0/0" } } }`));
    expect(printed(await succeeds(stack, "up --yes --skip-preview"))).not.toMatch("No set may reach");
    await succeeds(stack, "preview --expect-no-changes");
  }));

describeWithGo("a program in YAML", "build Pulumi's language host for YAML; no program in YAML is run", () => {
  let host: string;
  beforeAll(async () => {
    host = await yamlLanguageHost();
  }, 3_600_000);

  test.each([
    { mistake: "a function without a network", resources: orders("null"), reports: [NO_NETWORK] },
    {
      mistake: "parts of the network that no set may use",
      resources: `\n  shop: { type: lambda-vpc:LambdaVpc, properties: { network: { ${NETWORK} }, sets: { internal: {} } } }\n`,
      reports: WARNINGS,
    },
  ])("is told the same about $mistake", ({ resources, reports }) =>
    withWorkspace(async (workspace) => {
      const stack = await yamlProgram(workspace, host, () => yaml(resources));
      const preview = printed(await stack.pulumi("preview"));
      for (const one of reports) expect(preview).toMatch(one);
    }),
  );
});
