import { lambdaVpcPack } from "@lambda-vpc/lambda-vpc";
import { twoSubnets } from "./two-subnets";

/** The rules of this team: all policies of lambda-vpc as advisory, except two that are disabled and two that are mandatory, and one policy of the team. */
export const teamPolicies = lambdaVpcPack({
  all: "advisory",
  deletionWithoutWaiting: "disabled",
  noEniCallsByFunctionCode: "disabled",
  shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 },
  eniBudget: { level: "mandatory", maxPerStack: 30 },
  policies: [twoSubnets],
});
