import { definePolicy, integer, limit, type Pack, type Policy } from "@lambda-vpc/policy-kit";
import type { PackInFolder } from "../packs/pack-in-folder";

export const fewFunctions: Policy = definePolicy({
  id: "few-functions",
  title: "A stack has few functions in a VPC.",
  severity: "low",
  level: "advisory",
  config: {
    max: integer({ description: "Functions in a VPC.", default: 50, minimum: 1 }),
    maxSets: limit({ description: "Sets: a | b.", minimum: 1 }),
  },
  check: () => [],
});

export const samplePack: Pack = { name: "sample", description: "Says: few.", policies: [fewFunctions] };

export const samplePlace: PackInFolder = {
  pack: samplePack,
  folder: "policies/sample",
  pages: new Map([["few-functions", "policies/sample/src/few-functions.md"]]),
};
