import { expect, test } from "@jest/globals";
import { summarizeSets } from "./lambda-vpc-summary";
import type { NetworkSummary } from "../network/network-outputs";

const network: NetworkSummary = {
  combinations: 6,
  peakEnis: 12,
  enisPerVpc: 500,
  subnets: [
    { cidrBlock: "10.0.0.0/27", usable: 27, needed: 9, free: 18 },
    { cidrBlock: "10.0.0.32/28", usable: 11, needed: 7, free: 4 },
  ],
  reserved: [],
};
const setByFunction = new Map([
  ["orders", "internal"],
  ["users", "internal"],
  ["stock", "database"],
]);

test("addresses are told apart: those used once deployed, and those of the peak", () => {
  expect(summarizeSets({ setByFunction, subnets: 2, endpointInterfaces: 3 }, network)).toEqual({
    functions: 3,
    setsInUse: ["database", "internal"],
    combinations: 4,
    addresses: { usable: 38, used: 7, free: 31, usedAtPeak: 16, freeAtPeak: 22 },
    network,
  });
});

test("another function in a set that is in use costs nothing", () => {
  const before = summarizeSets({ setByFunction, subnets: 2, endpointInterfaces: 0 }, network);
  const after = summarizeSets({ setByFunction: new Map(setByFunction).set("web", "internal"), subnets: 2, endpointInterfaces: 0 }, network);
  expect(after).toEqual({ ...before, functions: 4 });
});

test("addresses are not told where the ranges of adopted subnets are not", () => {
  const unknown = { ...network, subnets: [] };
  expect(summarizeSets({ setByFunction, subnets: 2, endpointInterfaces: 0 }, unknown)).not.toHaveProperty("addresses");
});
