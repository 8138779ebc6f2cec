import { defaultGroupKey } from "@lambda-vpc/model";
import { expect, test } from "@jest/globals";
import type { ListFigures } from "../laboratory/plan-figures";
import { misread } from "./misread";

const urn = "urn:pulumi:dev::shop::aws:lambda/function:Function::orders";
const any: ListFigures = { certain: [], possible: [], least: 1, most: 5, open: true, basis: "known" };
const groups: ListFigures = { certain: ["urn:a"], possible: ["urn:a", "urn:b"], least: 1, most: 2, open: false, basis: "dependencies" };
const lists: ListFigures = { ...groups, certain: [], possible: ["urn:a", "urn:b", "sg-c"], alternatives: [["urn:a"], ["urn:b", "sg-c"]] };
const connector = "urn:pulumi:dev::shop::aws:lambda/coreNetworkConnector:CoreNetworkConnector::one";
const ofVpc: ListFigures = { ...groups, certain: [], possible: [defaultGroupKey("urn:vpc")], least: 1, most: 1 };

test.each<[string, ListFigures, readonly string[], number]>([
  ["what it must hold, and what it may", groups, ["sg-b", "sg-a"], 0],
  ["not what it must hold", groups, ["sg-b"], 1],
  ["what it cannot hold", groups, ["sg-a", "sg-c"], 1],
  ["more than it can", { ...groups, most: 1 }, ["sg-a", "sg-b"], 1],
  ["less than it can", { ...groups, least: 2 }, ["sg-a"], 1],
  ["what nothing names, where the list is open", { ...groups, open: true }, ["sg-a", "sg-c"], 0],
  ["one of its alternatives", lists, ["sg-b", "sg-c"], 0],
  ["parts of two alternatives", lists, ["sg-a", "sg-b"], 1],
  ["the default group of a VPC", ofVpc, ["sg-default"], 0],
])("a list that holds %s", (_, figures, held, misreadLists) => {
  const found = misread(
    {
      stack: { min: 0, likely: 0, max: 0, basis: "known" },
      vpcs: [],
      subnets: [],
      closed: true,
      uncertainties: [],
      functions: [{ consumer: urn, subnets: any, securityGroups: figures, publishes: false }],
      connectors: [{ consumer: connector, subnets: any, securityGroups: figures }],
    },
    {
      held: [],
      versions: {},
      ids: { "urn:a": "sg-a", "urn:b": "sg-b" },
      defaultGroups: { "urn:vpc": "sg-default" },
      functions: { [urn]: { subnets: ["subnet-1"], groups: held, ipv6: false, publishes: false } },
      connectors: { [connector]: { subnets: ["subnet-1"], groups: held } },
    },
  );
  // The function and the connector have the same lists.
  expect(found).toHaveLength(2 * misreadLists);
  for (const { restsOnS } of found) expect(restsOnS).toBe(true);
});
