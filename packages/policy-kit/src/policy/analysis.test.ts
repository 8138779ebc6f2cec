import { expect, test } from "@jest/globals";
import { knownList, type Network, success } from "@lambda-vpc/model";
import { Analysis } from "./analysis";
import { definePolicy } from "./define-policy";

const network: Network = {
  subnets: [{ key: "subnet-1", public: false, cidrBlock: success("10.0.0.0/28"), creating: true }],
  securityGroups: [],
  attachments: [{ consumer: "orders", subnets: knownList(["subnet-1"]), securityGroups: knownList(["sg-1"]) }],
};

test("without assumptions a stack has no margins, and AWS's default quota", () => {
  expect(new Analysis(network).assumptions).toEqual({ changeover: 0, growth: 0, connections: [], enisPerVpc: 500 });
});

test("each part of an analysis is computed once, and only if it is read", () => {
  const analysis = new Analysis(network);
  expect(analysis.plan).toBe(analysis.plan);
  expect(analysis.budgets).toBe(analysis.budgets);
  expect(analysis.resolved).toBe(analysis.resolved);
  expect(analysis.budgets).toMatchObject([{ subnet: "subnet-1", used: { min: 1, max: 1 } }]);
});

test("a policy is given every part of the analysis", () => {
  const analysis = new Analysis(network);
  const given: unknown[] = [];
  const policy = definePolicy({
    ...{ id: "sees-all", title: "It sees all.", severity: "low", level: "advisory", config: {} },
    check: ({ network: seen, resolved, plan, budgets, assumptions }) => {
      given.push(seen, resolved, plan, budgets, assumptions);
      return [];
    },
  });
  policy.evaluate(analysis, {});
  expect(given).toEqual([network, analysis.resolved, analysis.plan, analysis.budgets, analysis.assumptions]);
});
