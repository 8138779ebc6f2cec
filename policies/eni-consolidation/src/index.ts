import type { Pack } from "@lambda-vpc/policy-kit";
import { alignSubnets } from "./align-subnets";
import { approvedVpcConfigs } from "./approved-vpc-configs";
import { eniBudget } from "./eni-budget";
import { mergeEquivalentSecurityGroups } from "./merge-equivalent-security-groups";
import { moveToApprovedVpcConfig } from "./move-to-approved-vpc-config";
import { shareSecurityGroups } from "./share-security-groups";
import { useSharedConfiguration } from "./use-shared-configuration";

export {
  alignSubnets,
  approvedVpcConfigs,
  eniBudget,
  mergeEquivalentSecurityGroups,
  moveToApprovedVpcConfig,
  shareSecurityGroups,
  useSharedConfiguration,
};

/** Policies that keep the number of Hyperplane ENIs low. The import has no side effects. */
export const eniConsolidation = {
  name: "lambda-vpc-eni-consolidation",
  description: "Keeps the number of Hyperplane ENIs of Lambda functions low. Decides at preview.",
  policies: [
    alignSubnets,
    approvedVpcConfigs,
    eniBudget,
    mergeEquivalentSecurityGroups,
    moveToApprovedVpcConfig,
    shareSecurityGroups,
    useSharedConfiguration,
  ],
} as const satisfies Pack;
