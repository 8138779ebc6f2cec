import type { Pack } from "@lambda-vpc/policy-kit";
import { dualStackSubnets } from "./dual-stack-subnets";
import { functionsInPrivateSubnets } from "./functions-in-private-subnets";
import { noDedicatedTenancyVpc } from "./no-dedicated-tenancy-vpc";
import { noInboundRulesOnFunctionGroups } from "./no-inbound-rules-on-function-groups";
import { noVpcIdInVpcConfig } from "./no-vpc-id-in-vpc-config";
import { trimPublishedVersions } from "./trim-published-versions";

export {
  dualStackSubnets,
  functionsInPrivateSubnets,
  noDedicatedTenancyVpc,
  noInboundRulesOnFunctionGroups,
  noVpcIdInVpcConfig,
  trimPublishedVersions,
};

/** Policies that find what keeps functions from reaching, or leaving, their VPC. Importing it starts nothing. */
export const functionNetworking = {
  name: "lambda-vpc-function-networking",
  description: "Finds what keeps Lambda functions from reaching or leaving their VPC, decided at preview.",
  policies: [
    dualStackSubnets,
    functionsInPrivateSubnets,
    noDedicatedTenancyVpc,
    noInboundRulesOnFunctionGroups,
    noVpcIdInVpcConfig,
    trimPublishedVersions,
  ],
} as const satisfies Pack;
