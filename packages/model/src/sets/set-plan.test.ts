import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { arbitraryNetwork } from "../testing/arbitrary/arbitrary-network";
import { arbitraryShuffling } from "../testing/variations/shuffling";
import { planEnis } from "../combinations/eni-plan";
import { resolveNetwork } from "../combinations/resolved-network";
import { planSets } from "./set-plan";
import type { Network } from "../facts/network";

const setsOf = (network: Network) => {
  const resolved = resolveNetwork(network);
  return planEnis(resolved).vpcs.map((vpc) => ({ vpc, sets: planSets(resolved, vpc) }));
};

test("the sets of a VPC hold each of its functions once, and their most combinations add up to those of the VPC", () => {
  checkLaw({ "a VPC has several sets": 20, "functions share a set": 20 }, [arbitraryNetwork()], (network, met) => {
    for (const { vpc, sets } of setsOf(network)) {
      met("a VPC has several sets", sets.length > 1);
      met(
        "functions share a set",
        sets.some(({ consumers }) => consumers.length > 1),
      );
      expect(sets.flatMap(({ consumers }) => consumers).sort()).toEqual(vpc.attachments.map(({ consumer }) => consumer).sort());
      const most = sets.reduce((sum, { combinations }) => sum + combinations.max, 0);
      expect(vpc.combinations.max).toBeGreaterThanOrEqual(most);
      expect(vpc.reachable.length > 0 || vpc.combinations.max === most).toBe(true);
    }
  });
});

test("order and duplicates never change the sets of a VPC", () => {
  const pairs = arbitraryNetwork().chain((network) => fc.tuple(fc.constant(network), arbitraryShuffling(network)));
  checkLaw({ "a VPC has several sets": 20 }, [pairs], ([network, shuffled], met) => {
    const sets = setsOf(network).map((one) => one.sets);
    met(
      "a VPC has several sets",
      sets.some(({ length }) => length > 1),
    );
    expect(setsOf(shuffled).map((one) => one.sets)).toEqual(sets);
  });
});
