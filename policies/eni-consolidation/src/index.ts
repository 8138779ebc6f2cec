import type { Pack } from "@lambda-vpc/policy-kit";
import { eniBudget } from "./eni-budget";
import { mergeEquivalentSecurityGroups } from "./merge-equivalent-security-groups";
import { shareSecurityGroups } from "./share-security-groups";

export { eniBudget, mergeEquivalentSecurityGroups, shareSecurityGroups };

/** Policies that keep the number of Hyperplane ENIs low. Importing it starts nothing. */
export const eniConsolidation = {
  name: "lambda-vpc-eni-consolidation",
  description: "Keeps the number of Hyperplane ENIs of Lambda functions low, decided at preview.",
  policies: [eniBudget, mergeEquivalentSecurityGroups, shareSecurityGroups],
} as const satisfies Pack;
