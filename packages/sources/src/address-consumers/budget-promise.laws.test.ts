import { type Assumptions, budgetSubnets, type Count, type Network, planEnis, resolveNetwork, type SubnetBudget } from "@lambda-vpc/model";
import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { arbitraryPrograms } from "../testing/arbitrary-program";
import { networkOf } from "../testing/network-of";
import { preview, settled } from "../testing/program";

const nothingOnTop: Assumptions = { changeover: 0, growth: 0, connections: [], enisPerVpc: 500 };
const movingAndGrowing: Assumptions = { ...nothingOnTop, changeover: 0.5, growth: 0.25 };

function budgetsOf(network: Network, assumptions: Assumptions): ReadonlyMap<string, SubnetBudget> {
  return new Map(
    budgetSubnets(resolveNetwork(network), planEnis(resolveNetwork(network)), assumptions).map((budget) => [budget.subnet, budget]),
  );
}

function within({ min, max }: Count, truth: Count): boolean {
  return min <= truth.min && truth.max <= max;
}

describe("what a subnet holds after up lies within the bounds of its budget at preview", () => {
  test.each([
    { sentence: "as the stack asks", assumptions: nothingOnTop },
    { sentence: "with changeover and growth on top", assumptions: movingAndGrowing },
  ])("$sentence", ({ assumptions }) => {
    checkLaw(
      { "what is used has bounds": 30, "the range is known at preview": 60 },
      [arbitraryPrograms],
      ({ program, existing }, met) => {
        const promised = budgetsOf(networkOf(preview(program, existing)), assumptions);
        for (const [subnet, truth] of budgetsOf(networkOf(settled(program)), assumptions)) {
          const budget = promised.get(subnet);
          if (budget === undefined) throw new Error(`no budget was promised for ${subnet}`);
          expect({ subnet, used: within(budget.used, truth.used), peak: within(budget.peak, truth.peak) }).toEqual({
            subnet,
            used: true,
            peak: true,
          });
          met("what is used has bounds", budget.used.min < budget.used.max);
          if (met("the range is known at preview", budget.cidrBlock.ok)) expect(truth.cidrBlock).toEqual(budget.cidrBlock);
        }
      },
      { numRuns: 300 },
    );
  });
});
