import type { Policy } from "@lambda-vpc/policy-kit";
import { applied, type Configuration, type Inputs, type Resource, resource, stack } from "@lambda-vpc/policy-testing";
import { findingsOf } from "@lambda-vpc/policy-testing/matchers";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { lambdaVpc } from "./index";

/** Secrets reach policies in clear text (docs/engine-facts.md#secrets-in-policies). */
const SECRET = "hunter2";

const values: fc.Arbitrary<fc.JsonValue> = fc.letrec<{ value: fc.JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(SECRET, `postgres://shop:${SECRET}@db`, 7, true, null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("description", "protocol", "fromPort", "self", "variables", SECRET), tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** Properties that hold no id of a subnet, a group or a VPC, nor a CIDR: those are what findings are about. */
const secretive = {
  "aws:lambda/function:Function": ["environment", "tags", "role", "code", "publish", "description", "capacityProviderConfig"],
  "aws:ec2/securityGroup:SecurityGroup": ["ingress", "egress", "description", "tags", "name"],
  "aws:ec2/securityGroupRule:SecurityGroupRule": ["type", "protocol", "fromPort", "self", "description"],
  "aws:ec2/subnet:Subnet": ["tags", "mapPublicIpOnLaunch", "availabilityZone"],
} as const;

const network = {
  "aws:lambda/function:Function": { vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] } },
  "aws:ec2/securityGroup:SecurityGroup": { vpcId: "vpc-1" },
  "aws:ec2/securityGroupRule:SecurityGroupRule": { securityGroupId: "sg-1" },
  "aws:ec2/subnet:Subnet": { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" },
} as const;

type Type = keyof typeof secretive;

const resources = fc
  .array(
    fc
      .constantFrom(...(Object.keys(secretive) as Type[]))
      .chain((type) => fc.tuple(fc.constant(type), fc.dictionary(fc.constantFrom(...secretive[type]), values), fc.boolean())),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts.map(([type, properties, unknown], index): Resource => {
      const inputs = { ...network[type], ...properties } as Inputs;
      const before = resource("aws:ec2/vpc:Vpc", `vpc-${index}`);
      return resource(type, `${type.split(":")[2] ?? ""}-${index}`, unknown ? { ...inputs, tags: applied([before], SECRET) } : inputs);
    }),
  );

const approved = { name: "web", subnetIds: ["subnet-0"], securityGroupIds: ["sg-1"] };

/** A configuration with which policies report as much as possible. */
const reportingAll: Readonly<Record<string, Configuration>> = {
  "approved-vpc-configs": { configurations: [approved] },
  "eni-budget": { warnAt: 0 },
  "move-to-approved-vpc-config": { configurations: [approved] },
  "share-security-groups": { maxSetsPerVpc: 1 },
};

/** Everything that policies print of a program. */
function printed(policies: readonly Policy[], program: readonly Resource[]): string {
  return JSON.stringify(policies.flatMap((policy) => findingsOf(policy, stack(program), { config: reportingAll[policy.id] ?? {} })));
}

test("whatever a program holds, no secret of it is printed", () => {
  fc.assert(fc.property(resources, (program) => expect(printed(lambdaVpc.policies, program)).not.toContain(SECRET)));
});

test("the programs do make the pack speak", () => {
  const spoken = fc.sample(resources, { numRuns: 50, seed: 1 }).filter((program) => printed(lambdaVpc.policies, program) !== "[]");
  expect(spoken.length).toBeGreaterThan(10);
});

test("a policy that fails over a program prints none of it either", () => {
  const failing = lambdaVpc.policies.map((policy) => ({
    ...policy,
    evaluate: () => {
      throw new Error(SECRET);
    },
  }));
  const program = [resource("aws:lambda/function:Function", "orders", network["aws:lambda/function:Function"])];
  expect(printed(failing, program)).toMatch(/Internal error in policy (?!.*hunter2)/);
});
