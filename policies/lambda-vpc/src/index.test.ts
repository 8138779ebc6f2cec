import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { expect, test } from "@jest/globals";
import { lambdaVpc, lambdaVpcPack } from "./index";

test("the pack holds every policy of the others", () => {
  expect(lambdaVpc.policies.map(({ id }) => id)).toEqual(eniConsolidation.policies.map(({ id }) => id));
});

test("a pack set up in code has what a configuration file would say", () => {
  const { configuration } = lambdaVpcPack({ all: "advisory", shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 } });
  expect(configuration).toEqual({ all: "advisory", "share-security-groups": { enforcementLevel: "mandatory", maxSetsPerVpc: 2 } });
});

test("a wrong name fails with the nearest right one", () => {
  // @ts-expect-error -- the policy is called shareSecurityGroups
  expect(() => lambdaVpcPack({ shareSecurityGroup: "mandatory" })).toThrow('did you mean "shareSecurityGroups"');
});

test.each(["recommended", "strict"] as const)("the preset %s fits the pack", (preset) => {
  expect(() => lambdaVpcPack({ preset })).not.toThrow();
});
