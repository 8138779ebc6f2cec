import { eniConsolidation } from "@lambda-vpc/eni-consolidation";
import { functionNetworking } from "@lambda-vpc/function-networking";
import { type Pack } from "@lambda-vpc/policy-kit";
import { subnetSizing } from "@lambda-vpc/subnet-sizing";
import { expect, test } from "@jest/globals";
import { lambdaVpc, lambdaVpcPack } from "./index";

test("the pack holds every policy of the others", () => {
  const packs: readonly Pack[] = [eniConsolidation, functionNetworking, subnetSizing];
  expect(lambdaVpc.policies).toEqual(packs.flatMap(({ policies }) => policies));
});

test("a pack set up in code has what a configuration file would say", () => {
  const { configuration } = lambdaVpcPack({ all: "advisory", shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 } });
  expect(configuration).toEqual({
    all: "advisory",
    "share-security-groups": { enforcementLevel: "mandatory", maxSetsPerVpc: 2 },
    // The engine would enable them: `all` never does.
    ...{
      "deletion-without-waiting": "disabled",
      "move-to-approved-vpc-config": "disabled",
      "no-eni-calls-by-function-code": "disabled",
    },
  });
});

test("a wrong name fails with the nearest right one", () => {
  // @ts-expect-error -- the policy is called shareSecurityGroups
  expect(() => lambdaVpcPack({ shareSecurityGroup: "mandatory" })).toThrow('Did you mean "shareSecurityGroups"');
});

test.each(["recommended", "strict"] as const)("the preset %s fits the pack", (preset) => {
  expect(() => lambdaVpcPack({ preset })).not.toThrow();
});
