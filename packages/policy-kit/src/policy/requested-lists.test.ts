import { describe, expect, test } from "@jest/globals";
import { UNKNOWN, type Value } from "@lambda-vpc/sources";
import { defineRemediation, type RequestedVpcConfig } from "./define-remediation";

const seen: RequestedVpcConfig[] = [];
const policy = defineRemediation({
  id: "move-nothing",
  title: "Nothing is moved.",
  severity: "low",
  level: "disabled",
  config: {},
  remediate: (requested) => {
    seen.push(requested);
    return undefined;
  },
  check: () => [],
});

/** What the policy is given of a function with this `vpcConfig`; undefined if it is not called. */
function requested(vpcConfig: Value | undefined, configuration = {}): RequestedVpcConfig | undefined {
  seen.length = 0;
  policy.remediation?.(vpcConfig === undefined ? {} : { vpcConfig }, configuration);
  return seen[0];
}

const unknown = { known: [], holes: "unknown", candidates: [] };
const none = { known: [], holes: 0, candidates: [] };

describe("the lists that a remediation is given", () => {
  test.each<{ sentence: string; vpcConfig: Value; lists: unknown }>([
    {
      sentence: "an unknown configuration has unknown lists",
      vpcConfig: UNKNOWN,
      lists: { subnetIds: unknown, securityGroupIds: unknown },
    },
    { sentence: "absent lists are empty", vpcConfig: {}, lists: { subnetIds: none, securityGroupIds: none } },
    {
      sentence: "a list that is null is empty, and one that is unknown is unknown",
      vpcConfig: { subnetIds: null, securityGroupIds: UNKNOWN },
      lists: { subnetIds: none, securityGroupIds: unknown },
    },
    {
      sentence: "known elements are listed, unknown ones are counted",
      vpcConfig: { subnetIds: ["subnet-1", UNKNOWN, UNKNOWN], securityGroupIds: ["sg-1"] },
      lists: {
        subnetIds: { known: ["subnet-1"], holes: 2, candidates: [] },
        securityGroupIds: { known: ["sg-1"], holes: 0, candidates: [] },
      },
    },
  ])("$sentence", ({ vpcConfig, lists }) => expect(requested(vpcConfig)).toEqual(lists));

  test.each<{ sentence: string; vpcConfig: Value | undefined; configuration?: object }>([
    { sentence: "a function without vpcConfig", vpcConfig: undefined },
    { sentence: "a vpcConfig that is null", vpcConfig: null },
    { sentence: "a vpcConfig that is a text", vpcConfig: "subnet-1" },
    { sentence: "a wrong configuration of the policy", vpcConfig: {}, configuration: { wrong: 1 } },
  ])("$sentence is not given to it", ({ vpcConfig, configuration }) => expect(requested(vpcConfig, configuration)).toBeUndefined());
});
