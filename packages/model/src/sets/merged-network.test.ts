import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import { arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { mergedNetwork } from "./merged-network";

test("merges save what the plan states, move no function to other subnets, and leave nothing to save", () => {
  checkLaw({ "a merge saves combinations": 5, "no merge saves any": 30 }, [arbitraryNetwork()], (network, met) => {
    const resolved = resolveNetwork(network);
    const plan = planEnis(resolved);
    const merged = mergedNetwork(resolved, plan);
    const after = planEnis(merged);
    const saves = plan.vpcs.some(({ avoidable }) => avoidable.likely > 0);
    met("a merge saves combinations", saves);
    met("no merge saves any", !saves);

    expect(merged.attachments.map(({ consumer, subnets }) => ({ consumer, subnets }))).toEqual(
      resolved.attachments.map(({ consumer, subnets }) => ({ consumer, subnets })),
    );
    expect(after.combinations.min).toBeLessThanOrEqual(plan.combinations.min);
    expect(after.combinations.max).toBeLessThanOrEqual(plan.combinations.max);
    expect(after.vpcs.map(({ avoidable }) => avoidable.likely)).toEqual(after.vpcs.map(() => 0));
    for (const [index, { combinations, avoidable }] of plan.vpcs.entries()) {
      const left = after.vpcs[index]?.combinations;
      expect(left?.likely).toBe(combinations.likely - avoidable.likely);
    }
  });
});
