import { byHand } from "../fix/fix";
import type { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { describe, expect, test } from "@jest/globals";
import type { Network } from "@lambda-vpc/model";
import { definePolicy } from "../policy/define-policy";
import { packArguments } from "../pack/policy-pack";

const ORDERS = "urn:pulumi:dev::shop::aws:lambda/function:Function::orders";
const USERS = "urn:pulumi:dev::shop::aws:lambda/function:Function::users";
const vpcConfig = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };

/** A function as the SDK shows it. */
function lambda(urn: string): PolicyResource {
  return {
    urn,
    type: "aws:lambda/function:Function",
    name: urn,
    props: { vpcConfig },
    propertyDependencies: {},
  } as unknown as PolicyResource;
}

/** What each policy of a pack reports of two functions under `configuration`, which the engine hands out by policy; and the networks it saw. */
function analysed(configuration: Readonly<Record<string, object>>, functions = [ORDERS, USERS], { fails = false } = {}) {
  const networks: Network[] = [];
  const everyFunction = definePolicy({
    ...{ id: "every-function", title: "There are none.", severity: "low", level: "mandatory", config: {} },
    check: ({ network }) => {
      if (fails) throw new Error("a bug");
      networks.push(network);
      return network.attachments.map(({ consumer }) => ({
        ...{ verdict: "violation", subject: consumer, what: "is there", why: "w", fix: byHand("f", "only people know"), basis: "known" },
      }));
    },
  });
  const pack = { name: "pack", description: "A pack.", policies: [everyFunction] };
  const policies = packArguments(pack, () => "2026-11-24").policies as (ResourceValidationPolicy & StackValidationPolicy)[];
  const reported: { policy: string; message: string; urn?: string }[] = [];
  const resources = functions.map(lambda);
  for (const resource of resources)
    for (const { name, validateResource } of policies)
      if (typeof validateResource === "function")
        void validateResource({ ...resource, getConfig: () => configuration[name] ?? {} } as never, () => undefined);
  for (const { name, validateStack } of policies)
    void validateStack(
      { resources, getConfig: () => configuration[name] ?? {} } as never,
      ((violation: { message: string; urn?: string }) => reported.push({ policy: name, ...violation })) as never,
    );
  return { networks, reported };
}

const waiver = { policy: "every-function", subject: ORDERS, reason: "moving out", expires: "2026-12-31" };

describe("waivers", () => {
  test("hold for every policy of the pack, and for nothing else", () => {
    expect(analysed({ waivers: { entries: [waiver] } }).reported).toMatchObject([{ policy: "every-function", urn: USERS }]);
  });

  test("that match nothing any more are reported, so that a fixed finding is seen", () => {
    expect(analysed({ waivers: { entries: [waiver] } }, [USERS]).reported).toMatchObject([
      { policy: "every-function", urn: USERS },
      { policy: "waivers", message: expect.stringContaining("matches no finding") },
    ]);
  });

  test("that are wrong hold for nothing, and are told", () => {
    const { reported } = analysed({ waivers: { entries: [{ ...waiver, expires: "soon" }] } });
    expect(reported.map(({ policy }) => policy)).toEqual(["every-function", "every-function", "waivers"]);
    expect(reported[2]?.message).toMatch(/Configuration of waivers: "entries\[0\]\.expires" is "soon"\. Expected a day/);
  });

  test("of a policy with an internal error are not reported: what it would have found is unknown", () => {
    expect(analysed({ waivers: { entries: [waiver] } }, [ORDERS, USERS], { fails: true }).reported).toEqual([
      { policy: "every-function", message: expect.stringContaining("Internal error in policy every-function") },
    ]);
  });

  test("of a policy with a wrong configuration are not reported either", () => {
    const { reported } = analysed({ waivers: { entries: [waiver] }, "every-function": { wrong: 1 } });
    expect(reported.map(({ policy }) => policy)).toEqual(["every-function"]);
  });

  test("are silent where no function is in a VPC", () => {
    expect(analysed({ waivers: { entries: [waiver] } }, []).reported).toEqual([]);
  });
});

describe("an inventory", () => {
  test("is shown to every policy", () => {
    const inventory = { subnets: [{ id: "subnet-1", vpcId: "vpc-1" }], combinations: [] };
    expect(analysed({ inventory }).networks).toMatchObject([{ inventory: { subnets: [{ subnet: "subnet-1", vpc: "vpc-1" }] } }]);
  });

  test("that contradicts itself about a subnet is reported", () => {
    const subnets = ["vpc-1", "vpc-2"].map((vpcId) => ({ id: "subnet-1", vpcId }));
    const told = analysed({ inventory: { subnets } }).reported.filter(({ policy }) => policy === "inventory");
    expect(told).toMatchObject([{ message: expect.stringContaining("subnet-1 in vpc-1 and in vpc-2") }]);
  });

  test("that is wrong is told, and nothing of it is believed", () => {
    const { networks, reported } = analysed({ inventory: { subnets: [{ id: "vpc-1" }] } });
    expect(networks[0]).not.toHaveProperty("inventory");
    expect(reported.filter(({ policy }) => policy === "inventory")).toHaveLength(1);
  });
});
