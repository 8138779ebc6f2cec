import { describe, expect, test } from "@jest/globals";
import { problemText, readConfiguration } from "../configuration/configuration";
import { inventoryFields, inventoryOf } from "./inventory";

/** The inventory that a configuration specifies, or what is wrong with it. */
function told(configuration: Readonly<Record<string, unknown>>) {
  const read = readConfiguration(inventoryFields, configuration);
  return read.ok ? inventoryOf(read.value) : read.error.map(problemText);
}

describe("a configured inventory", () => {
  test("tells subnets, with or without VPC and addresses, and combinations, with or without groups", () => {
    const inventory = {
      subnets: [{ id: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }, { id: "subnet-2" }],
      combinations: [
        { subnetId: "subnet-1", securityGroupIds: ["sg-1", "sg-2"] },
        { subnetId: "subnet-2", securityGroupIds: [] },
      ],
    };
    expect(told(inventory)).toEqual(inventory);
  });

  test("is empty where nothing is said", () => {
    expect(told({})).toEqual({ subnets: [], combinations: [] });
  });

  const mistakes: readonly { sentence: string; configuration: Readonly<Record<string, unknown>>; says: string }[] = [
    {
      sentence: "a group where a subnet belongs",
      configuration: { combinations: [{ subnetId: "sg-1", securityGroupIds: [] }] },
      says: '"combinations[0].subnetId" is "sg-1". Expected the id of a subnet',
    },
    {
      sentence: "a group without a list around it",
      configuration: { combinations: [{ subnetId: "subnet-1", securityGroupIds: "sg-1" }] },
      says: '"combinations[0].securityGroupIds" is "sg-1". Expected a list',
    },
    {
      sentence: "a key by another name",
      configuration: { subnets: [{ id: "subnet-1", vpc: "vpc-1" }] },
      says: 'Did you mean "vpcId"?',
    },
    {
      sentence: "no addresses",
      configuration: { subnets: [{ id: "subnet-1", cidrBlock: "10.0.0.0" }] },
      says: '"subnets[0].cidrBlock" is "10.0.0.0". Expected an IPv4 range',
    },
  ];

  test.each(mistakes)("is refused with its place and the fix: $sentence", ({ configuration, says }) => {
    expect(told(configuration)).toEqual([expect.stringContaining(says)]);
  });
});
