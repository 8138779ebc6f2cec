import { lambdaVpcPack } from "@lambda-vpc/lambda-vpc";
import { twoSubnets } from "./two-subnets";

/** What this team holds its stacks to: every policy of lambda-vpc as a remark but two, two of them as a rule, and one of its own. */
export const teamPolicies = lambdaVpcPack({
  all: "advisory",
  deletionWithoutWaiting: "disabled",
  noEniCallsByFunctionCode: "disabled",
  shareSecurityGroups: { level: "mandatory", maxSetsPerVpc: 2 },
  eniBudget: { level: "mandatory", maxPerStack: 30 },
  policies: [twoSubnets],
});
