import { describe, expect, jest, test } from "@jest/globals";
import { asset } from "@pulumi/pulumi";
import type { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { list } from "../configuration/configuration";
import type { Policy } from "./define-policy";
import { packArguments } from "../pack/policy-pack";
import { defineRemediation } from "./define-remediation";
import { text } from "../configuration/schema";

/** The SDK's own functions, through which it hands resources over and takes them back. */
const { secretsPreservingProxy } = jest.requireActual<{ secretsPreservingProxy: (props: object) => object }>("@pulumi/policy/secret");
const { unknownCheckingProxy } = jest.requireActual<{ unknownCheckingProxy: (props: object) => Record<string, unknown> }>(
  "@pulumi/policy/proxy",
);
const { serializeProperties } = jest.requireActual<{ serializeProperties: (props: object) => Promise<unknown> }>(
  "@pulumi/policy/deserialize",
);
const { Secret } = jest.requireActual<{ Secret: new (value: unknown) => object }>("@pulumi/policy/policy");

const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const ORDERS = "urn:pulumi:dev::shop::aws:lambda/function:Function::orders";
const SECRET = "4dabf18193072939515e22adb298388d";

/** Moves every function whose group is known to be sg-1 to the subnets that are configured. */
const moveToSubnets = defineRemediation({
  id: "move-to-subnets",
  title: "Functions on sg-1 are on the configured subnets.",
  severity: "low",
  level: "disabled",
  config: { subnetIds: list(text(), { description: "Subnets." }) },
  remediate: ({ subnetIds, securityGroupIds }, config) =>
    securityGroupIds.holes === 0 && securityGroupIds.known.join() === "sg-1" && subnetIds.known.join() !== config.subnetIds.join()
      ? { name: "there", subnetIds: config.subnetIds, securityGroupIds: ["sg-1"] }
      : undefined,
  check: () => [],
});

const config = { subnetIds: ["subnet-9"] };
const elsewhere = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
const moved = { subnetIds: ["subnet-9"], securityGroupIds: ["sg-1"] };

type SdkPolicy = ResourceValidationPolicy & StackValidationPolicy;

function sdkPolicy(policy: Policy): SdkPolicy {
  const [first] = packArguments({ name: "pack", description: "A pack.", policies: [policy] }, () => "2026-11-24").policies as SdkPolicy[];
  if (first === undefined) throw new Error("no policy was made");
  return first;
}

const opts = {
  ...{ protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] },
  customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
};

const context = {
  stackTags: new Map<string, string>(),
  getConfig: <T extends object>() => config as unknown as T,
  notApplicable: (): never => {
    throw new Error("nothing of ours is not applicable");
  },
};

function sdkFunction(props: object, wrap = (inner: object) => inner, type = "aws:lambda/function:Function"): PolicyResource {
  const resource = { urn: ORDERS, type, name: "orders", props: unknownCheckingProxy(wrap(props)), dependencies: [] };
  return { ...resource, propertyDependencies: {}, opts, isType: () => false, asType: () => undefined };
}

/** What the engine is handed back of a function with `inputs`; undefined where the function is left as it is. */
async function remediated(inputs: object, type?: string, policy: Policy = moveToSubnets): Promise<unknown> {
  const remediate = sdkPolicy(policy).remediateResource;
  const result = await remediate?.({ ...sdkFunction(inputs, secretsPreservingProxy, type), ...context, asType: () => undefined });
  return typeof result === "object" ? serializeProperties(result) : undefined;
}

/** What is reported of a stack with one function that is deployed with `inputs`. */
function reported(
  inputs: object,
  policy: Policy = moveToSubnets,
): readonly { readonly message: string; readonly enforcementLevel?: string }[] {
  const { validateResource, validateStack } = sdkPolicy(policy);
  const reports: { message: string }[] = [];
  const report = (violation: unknown): number => reports.push(violation as { message: string });
  if (typeof validateResource === "function")
    void validateResource({ ...sdkFunction(inputs), ...context, asType: () => undefined }, report);
  void validateStack({ resources: [sdkFunction(inputs)], ...context }, report);
  return reports;
}

const archive = new asset.FileArchive("../code");
const inMemory = new asset.AssetArchive({ "index.js": new asset.StringAsset("exports.handler = async () => 1;") });

describe("a function is moved", () => {
  test("and everything else about it comes back as it was: unknowns, secrets, archives", async () => {
    const variables = { KEY: new Secret("hidden"), ROLE: UNKNOWN_TEXT };
    const vpcConfig = { ...elsewhere, __defaults: [], ipv6AllowedForDualStack: true };
    expect(await remediated({ code: archive, role: UNKNOWN_TEXT, environment: { variables }, vpcConfig })).toEqual({
      code: expect.objectContaining({ path: "../code" }),
      role: UNKNOWN_TEXT,
      environment: { variables: { KEY: expect.objectContaining({ [SECRET]: expect.any(String), value: "hidden" }), ROLE: UNKNOWN_TEXT } },
      vpcConfig: { ...moved, __defaults: [], ipv6AllowedForDualStack: true },
    });
  });

  test("over subnets that are unknown", async () => {
    const result = await remediated({ code: archive, vpcConfig: { subnetIds: [UNKNOWN_TEXT], securityGroupIds: ["sg-1"] } });
    expect(result).toMatchObject({ vpcConfig: moved });
  });

  const secret = [
    { whatIsSecret: "the whole configuration", vpcConfig: new Secret(elsewhere) },
    { whatIsSecret: "a list", vpcConfig: { ...elsewhere, securityGroupIds: new Secret(["sg-1"]) } },
    { whatIsSecret: "an element", vpcConfig: { ...elsewhere, securityGroupIds: [new Secret("sg-1")] } },
  ];

  test.each(secret)("where $whatIsSecret is secret", async ({ vpcConfig }) => {
    expect(await remediated({ vpcConfig })).toEqual({ vpcConfig: moved });
  });

  test("of aws-native too", async () => {
    expect(await remediated({ vpcConfig: elsewhere }, "aws-native:lambda:Function")).toMatchObject({ vpcConfig: moved });
  });
});

describe("a function is left as it is", () => {
  const left = [
    { sentence: "outside any VPC", inputs: { code: archive } },
    { sentence: "where it should be", inputs: { code: archive, vpcConfig: moved } },
    { sentence: "with unknown groups", inputs: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: [UNKNOWN_TEXT] } } },
    { sentence: "with an unknown configuration", inputs: { vpcConfig: UNKNOWN_TEXT } },
    { sentence: "with an AssetArchive, which the SDK cannot hand back", inputs: { code: inMemory, vpcConfig: elsewhere } },
  ];

  test.each(left)("$sentence", async ({ inputs }) => {
    expect(await remediated(inputs)).toBeUndefined();
  });

  test("where it is no function", async () => {
    expect(await remediated({ vpcConfig: elsewhere }, "aws:eks/cluster:Cluster")).toBeUndefined();
  });
});

describe("a function that matches and is not moved is reported", () => {
  test("as a warning with the fix where its code is an AssetArchive", () => {
    const [only, ...others] = reported({ code: inMemory, vpcConfig: elsewhere });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ enforcementLevel: "advisory", urn: ORDERS });
    expect(only?.message).toMatch(
      /Function orders matches there and is not moved: its code is an AssetArchive\.[^]*or use a FileArchive for the code/,
    );
    expect(only?.message).toContain("Set securityGroupIds to [sg-1] and subnetIds to [subnet-9] in ");
  });

  test("at the level that the user chose where the policy only checks", () => {
    const [only, ...others] = reported({ code: archive, vpcConfig: elsewhere });
    expect(others).toEqual([]);
    expect(only).not.toHaveProperty("enforcementLevel");
    expect(only?.message).toMatch(
      /Function orders matches there and is not moved\.[^]*Set securityGroupIds to .*, or set the policy to remediate/,
    );
  });

  test("and a function that was moved is not", () => {
    expect(reported({ code: archive, vpcConfig: moved })).toEqual([]);
  });
});

test("a fault of the policy moves nothing, ends nothing and is reported", async () => {
  const faulty = defineRemediation({
    ...{ id: "faulty", title: "It fails.", severity: "low", level: "disabled", check: () => [] },
    config: { subnetIds: list(text(), { description: "Subnets." }) },
    remediate: () => {
      throw new Error("no such thing");
    },
  });
  expect(await remediated({ vpcConfig: elsewhere }, undefined, faulty)).toBeUndefined();
  expect(reported({ vpcConfig: elsewhere }, faulty)).toMatchObject([{ message: expect.stringMatching("Internal error in policy faulty") }]);
});
