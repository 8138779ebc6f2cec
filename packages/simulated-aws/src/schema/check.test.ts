import { describe, expect, test } from "@jest/globals";
import { type Properties, UNKNOWN } from "../property/value";
import { lambdaFunction } from "../resources/lambda/function";
import { role } from "../resources/iam/role";
import { securityGroup } from "../resources/vpc/security-group";
import { check, type CheckContext } from "./check";
import type { Fields } from "./field";

const context: CheckContext = { resourceName: "orders", seed: new Uint8Array([1, 2, 3]) };
const network: Properties = { subnetIds: ["subnet-1"], securityGroupIds: [UNKNOWN] };

describe("what Check fills in", () => {
  const { inputs, failures } = check(lambdaFunction.fields, { role: "r", vpcConfig: network }, context);

  test("defaults that say something, under their names, and a list of these names", () => {
    expect(inputs).toMatchObject({ memorySize: 128, timeout: 3, packageType: "Zip" });
    expect(inputs["__defaults"]).toEqual(["memorySize", "name", "packageType", "reservedConcurrentExecutions", "timeout"]);
    expect(failures).toEqual([]);
  });

  test("no default that is false: the planned outputs have it", () => {
    expect(inputs).not.toHaveProperty("publish");
  });

  test("the list of defaults in every object, and nothing else in it", () => {
    expect(inputs["vpcConfig"]).toEqual({ ...network, __defaults: [] });
  });

  test("a name from the resource's own and seven digits", () => {
    expect(inputs["name"]).toMatch(/^orders-[0-9a-f]{7}$/);
  });

  test("no list of defaults in a map, which is data", () => {
    expect(check(role.fields, { assumeRolePolicy: "{}", tags: { a: "1" } }, context).inputs["tags"]).toEqual({ a: "1" });
  });

  test("the list of defaults in every block of a list", () => {
    const egress = [{ protocol: "tcp", fromPort: 1, toPort: 2 }];
    expect(check(securityGroup.fields, { egress }, context).inputs["egress"]).toEqual([{ ...egress[0], __defaults: [] }]);
  });
});

describe("a value for what AWS alone decides", () => {
  const failures = (vpcConfig: Properties) => check(lambdaFunction.fields, { role: "r", vpcConfig }, context).failures;
  const known: Properties = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"], vpcId: "vpc-1" };

  test("is refused where all of its block is known", () => {
    expect(failures(known)).toEqual([
      {
        path: "vpcConfig.vpcId",
        reason: expect.stringMatching(/^Value for unconfigurable attribute. Can't configure a value for "vpcConfig.vpcId"/),
      },
    ]);
  });

  test("passes while something in its block is unknown, as on the bridge: the update will refuse it", () => {
    expect(failures({ ...known, subnetIds: [UNKNOWN] })).toEqual([]);
    expect(failures({ ...known, vpcId: UNKNOWN })).toEqual([]);
  });

  test("is refused at the top whatever else is unknown", () => {
    expect(check(lambdaFunction.fields, { role: "r", arn: UNKNOWN }, context).failures).toMatchObject([{ path: "arn" }]);
  });
});

describe("what Check keeps from the last time", () => {
  const olds: Properties = { name: "orders-0000000", memorySize: 512, __defaults: ["name"] };
  const again = (news: Properties) => check(lambdaFunction.fields, { role: "r", ...news }, { ...context, olds }).inputs;

  test("the name that was made then, so that nothing is replaced", () => {
    expect(again({})["name"]).toBe("orders-0000000");
  });

  test("no value that the program gave then and gives no more", () => {
    expect(again({})["memorySize"]).toBe(128);
  });

  test("no name where the program gives one now", () => {
    expect(again({ name: "mine" })).toMatchObject({ name: "mine", __defaults: expect.not.arrayContaining(["name"]) });
  });
});

const kinds: readonly { readonly says: string; readonly fields: Fields; readonly given: Properties; readonly becomes: Properties }[] = [
  { says: "a number becomes the text that is wanted", fields: securityGroup.fields, given: { name: 7 }, becomes: { name: "7" } },
  { says: "a text becomes the number that is wanted", fields: lambdaFunction.fields, given: { timeout: "30" }, becomes: { timeout: 30 } },
  {
    says: "a text becomes the truth value that is wanted",
    fields: lambdaFunction.fields,
    given: { publish: "true" },
    becomes: { publish: true },
  },
  {
    says: "a document given as an object becomes its text",
    fields: role.fields,
    given: { assumeRolePolicy: { b: 1, a: 2 } },
    becomes: { assumeRolePolicy: '{"a":2,"b":1}' },
  },
  {
    says: "a document with an unknown in it is unknown",
    fields: role.fields,
    given: { assumeRolePolicy: { a: UNKNOWN } },
    becomes: { assumeRolePolicy: UNKNOWN },
  },
  {
    says: "an unknown passes for every kind",
    fields: lambdaFunction.fields,
    given: { timeout: UNKNOWN, vpcConfig: UNKNOWN },
    becomes: { timeout: UNKNOWN, vpcConfig: UNKNOWN },
  },
  { says: "what is null is not given", fields: lambdaFunction.fields, given: { timeout: null }, becomes: { timeout: 3 } },
];

test.each(kinds)("$says", ({ fields, given, becomes }) => {
  expect(check(fields, given, context).inputs).toMatchObject(becomes);
});

const refused: readonly {
  readonly says: string;
  readonly fields: Fields;
  readonly given: Properties;
  readonly path: string;
  readonly reason: RegExp;
}[] = [
  {
    says: "a required argument that is missing",
    fields: lambdaFunction.fields,
    given: {},
    path: "role",
    reason: /^Missing required argument/,
  },
  {
    says: "one that is missing in an object",
    fields: lambdaFunction.fields,
    given: { role: "r", vpcConfig: { subnetIds: [] } },
    path: "vpcConfig.securityGroupIds",
    reason: /^Missing/,
  },
  {
    says: "one that is missing in a block of a list",
    fields: securityGroup.fields,
    given: { egress: [{ protocol: "tcp", fromPort: 1 }] },
    path: "egress[0].toPort",
    reason: /^Missing/,
  },
  { says: "a key that nobody knows", fields: securityGroup.fields, given: { egres: [] }, path: "egres", reason: /^Invalid or unknown key/ },
  {
    says: "a value for what only AWS decides",
    fields: securityGroup.fields,
    given: { arn: "a" },
    path: "arn",
    reason: /^Value for unconfigurable attribute/,
  },
  {
    says: "a list where a text is wanted",
    fields: securityGroup.fields,
    given: { vpcId: ["a"] },
    path: "vpcId",
    reason: /^Expected a text, got a list/,
  },
  {
    says: "a text where a list is wanted",
    fields: securityGroup.fields,
    given: { egress: "x" },
    path: "egress",
    reason: /^Expected a list, got the text "x"/,
  },
  {
    says: "a name too long to be made",
    fields: { name: { shape: "string", presence: "optionalComputed", autonamed: 8 } },
    given: {},
    path: "name",
    reason: /^The generated name is longer than 8 characters/,
  },
];

test.each(refused)("Check refuses $says, and says where", ({ fields, given, path, reason }) => {
  expect(check(fields, given, context).failures).toContainEqual({ path, reason: expect.stringMatching(reason) });
});
