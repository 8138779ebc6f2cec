import { byHand } from "../fix/fix";
import type { Network } from "@lambda-vpc/model";
import { describe, expect, jest, test } from "@jest/globals";
import type { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { integer } from "../configuration/configuration";
import { definePolicy, type Policy } from "../policy/define-policy";
import type { Finding } from "../findings/finding";
import { packArguments } from "./policy-pack";

const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const sdk = jest.requireActual<{ unknownCheckingProxy: (props: object) => Record<string, unknown> }>("@pulumi/policy/proxy");

const ORDERS = "urn:pulumi:dev::shop::aws:lambda/function:Function::orders";
const SUBNET = "urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::private";

/** A resource as the SDK hands it over: its properties throw when an unknown is touched. */
function sdkResource(urn: string, props: object, propertyDependencies: Record<string, PolicyResource[]> = {}): PolicyResource {
  const [type = "", name = ""] = urn.split("::").slice(2);
  const customTimeouts = { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 };
  return {
    ...{ urn, type, name, props: sdk.unknownCheckingProxy(props), dependencies: [], propertyDependencies },
    opts: { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [], customTimeouts },
    isType: () => false,
    asType: () => undefined,
  };
}

const subnet = sdkResource(SUBNET, { id: UNKNOWN_TEXT });
const planned = { id: UNKNOWN_TEXT, vpcConfig: { subnetIds: UNKNOWN_TEXT, securityGroupIds: ["sg-1"], vpcId: UNKNOWN_TEXT } };
const stack = [subnet, sdkResource(ORDERS, planned, { vpcConfig: [subnet] })];
const inputs = { vpcConfig: { subnetIds: [UNKNOWN_TEXT, "subnet-1"], securityGroupIds: ["sg-1"], __defaults: [] }, __defaults: [] };

type SdkPolicy = ResourceValidationPolicy & StackValidationPolicy;

function sdkPolicies(...policies: readonly Policy[]): readonly SdkPolicy[] {
  return packArguments({ name: "pack", description: "A pack.", policies }, () => "2026-11-24").policies as SdkPolicy[];
}

function sdkPolicy(policy: Policy): SdkPolicy {
  const [only] = sdkPolicies(policy);
  if (only === undefined) throw new Error("no policy was made");
  return only;
}

function callContext(config: object): { stackTags: Map<string, string>; getConfig: <T extends object>() => T; notApplicable: () => never } {
  const notApplicable = (): never => {
    throw new Error("nothing of ours is not applicable");
  };
  return { stackTags: new Map(), getConfig: <T extends object>() => config as T, notApplicable };
}

/** What resource validation of `policy` reports of a function with such `props`. */
function validateFunction({ validateResource }: SdkPolicy, props: object): readonly unknown[] {
  if (typeof validateResource !== "function") throw new Error("one function was expected");
  const reported: unknown[] = [];
  const resource = { ...sdkResource(ORDERS, props), ...callContext({}), asType: () => undefined };
  void validateResource(resource, (violation: unknown) => reported.push(violation));
  return reported;
}

/** What stack validation of `policy` reports, as the SDK receives it. */
function validateStack({ validateStack }: SdkPolicy, resources: PolicyResource[], config: object = {}): readonly unknown[] {
  const reported: unknown[] = [];
  void validateStack({ resources, ...callContext(config) }, (violation: unknown) => reported.push(violation));
  return reported;
}

/** A policy whose check does as `decide` does. */
function deciding(decide: (network: Network) => readonly Finding[]): Policy {
  const config = { max: integer({ description: "Most things.", default: 5, minimum: 1 }) };
  const data = { id: "few-things", title: "Things are few.", severity: "low", level: "mandatory" } as const;
  return definePolicy({ ...data, config, check: ({ network }) => decide(network) });
}

function violation(subject: string, verdict: "violation" | "warning" = "violation"): Finding {
  return { verdict, subject, what: "36 things", why: "they cost", fix: byHand("have fewer", "only people know"), basis: "known" };
}

test("the SDK is given what the policy's data says, and a schema of its keys and the common ones", () => {
  expect(sdkPolicy(deciding(() => []))).toMatchObject({
    ...{ name: "few-things", description: "Things are few.", enforcementLevel: "mandatory", severity: "low" },
    configSchema: {
      properties: {
        max: { type: "integer", description: "Most things.", default: 5, minimum: 1 },
        onUndecided: { type: "string", enum: ["advisory", "mandatory"], default: "advisory" },
      },
    },
  });
});

test("the description of a deprecated policy begins with that", () =>
  expect(sdkPolicy({ ...deciding(() => []), deprecated: true })).toMatchObject({ description: "Deprecated. Things are few." }));

describe("a policy decides upon inputs joined with dependencies", () => {
  const seenBy = (networks: Network[]): Policy =>
    deciding((network) => {
      networks.push(network);
      return [];
    });
  const whole = { known: ["subnet-1"], holes: 1, candidates: [SUBNET] };
  const hidden = { known: [], holes: "unknown", candidates: [SUBNET], opaque: "inputs-not-seen" };

  test("inputs that resource validation showed keep their known elements, and validation of a resource reports nothing", () => {
    const networks: Network[] = [];
    const policy = sdkPolicy(seenBy(networks));
    expect(validateFunction(policy, inputs)).toEqual([]);
    expect(validateStack(policy, stack)).toEqual([]);
    expect(networks).toMatchObject([{ attachments: [{ consumer: ORDERS, subnets: whole }] }]);
  });

  test("without them an unknown set is opaque", () => {
    const networks: Network[] = [];
    validateStack(sdkPolicy(seenBy(networks)), stack);
    expect(networks).toMatchObject([{ attachments: [{ subnets: hidden }] }]);
  });

  test("whichever policy of a pack was shown the inputs, all have seen them; another pack has not", () => {
    const networks: Network[] = [];
    const [first, second] = sdkPolicies(seenBy(networks), seenBy(networks));
    if (first === undefined || second === undefined) throw new Error("two policies were expected");
    validateFunction(second, inputs);
    for (const policy of [first, second, sdkPolicy(seenBy(networks))]) validateStack(policy, stack);
    expect(networks.map(({ attachments }) => attachments[0]?.subnets)).toEqual([whole, whole, hidden]);
  });
});

describe("a finding", () => {
  test("points at its subject where the stack has it", () => {
    expect(validateStack(sdkPolicy(deciding(() => [violation(ORDERS)])), stack)).toEqual([
      { message: "36 things\nwhy: they cost\nfix: Have fewer. By hand: only people know.", urn: ORDERS },
    ]);
  });

  test.each(["vpc-0123456789abcdef0", "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::elsewhere"])(
    "about %s falls back to the stack",
    (subject) => {
      const [found] = validateStack(sdkPolicy(deciding(() => [violation(subject)])), stack);
      expect(found).toMatchObject({ message: expect.stringContaining("36 things") });
      expect(found).not.toHaveProperty("urn");
    },
  );

  test("leaves its level to the user, a warning is advisory, and what is undecided is as the user chose", () => {
    const undecided: Finding = { verdict: "undecided", subject: ORDERS, what: "perhaps", causes: new Map([["list-unknown", [ORDERS]]]) };
    const policy = sdkPolicy(deciding(() => [violation(SUBNET), violation(ORDERS, "warning"), undecided]));
    const levels = validateStack(policy, stack, { onUndecided: "mandatory" });
    expect(levels).toMatchObject([{ urn: SUBNET }, { urn: ORDERS, enforcementLevel: "advisory" }, { enforcementLevel: "mandatory" }]);
    expect(levels[0]).not.toHaveProperty("enforcementLevel");
  });
});

describe("a policy never breaks a preview", () => {
  test.each([
    { sentence: "an error", thrown: new TypeError("hunter2 is not a number") },
    { sentence: "a text", thrown: "hunter2" },
  ])(
    "$sentence that it throws becomes one finding about the stack, which says whose fault it is and no value of the program",
    ({ thrown }) => {
      const faulty = deciding(() => {
        throw thrown;
      });
      const reported = validateStack(sdkPolicy(faulty), stack);
      expect(reported).toEqual([{ message: expect.stringMatching(/Internal error in policy few-things.*checked nothing/) }]);
      expect(JSON.stringify(reported)).not.toContain("hunter2");
    },
  );

  test("a stack without functions in a VPC is met with silence, whatever the policy and its configuration", () => {
    const faulty = deciding(() => {
      throw new Error("never called");
    });
    expect(validateStack(sdkPolicy(faulty), [subnet], { max: 0 })).toEqual([]);
    expect(validateStack(sdkPolicy(faulty), [])).toEqual([]);
  });

  test("a mistake in the configuration is reported about the stack", () => {
    const reported = validateStack(sdkPolicy(deciding(() => [])), stack, { maxx: 1 });
    expect(reported).toEqual([{ message: expect.stringMatching(/^Configuration of few-things: Unknown key "maxx".*mean "max"/) }]);
  });
});
