import type { PolicyText } from "@lambda-vpc/model";

/**
 * The EC2 actions of AWS managed policies whose text AWS publishes, by the path in their ARNs. Policies outside the table are unknown. Sources:
 * docs/aws-facts.md#managed-policies. [1] is the page of that name, [2] the page of Lambda, [3] that of Resource Explorer.
 */
const grants: Readonly<Record<string, readonly string[] | { readonly allBut: readonly string[] }>> = {
  // [1], v3
  "service-role/AWSLambdaVPCAccessExecutionRole": [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ],
  // [1], v2: it lacks ec2:DescribeSubnets
  "service-role/AWSLambdaENIManagementAccess": [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ],
  // [3]
  AdministratorAccess: ["*"],
  // [1], v12
  PowerUserAccess: { allBut: ["iam:*", "organizations:*", "account:*"] },
  // [1], v1
  "service-role/AWSLambdaBasicExecutionRole": [],
  // [1], v2
  "service-role/AWSLambdaKinesisExecutionRole": [],
  // [2]: streams, queues, traces, metrics and logs
  "service-role/AWSLambdaDynamoDBExecutionRole": [],
  "service-role/AWSLambdaSQSQueueExecutionRole": [],
  AWSXRayDaemonWriteAccess: [],
  CloudWatchLambdaInsightsExecutionRolePolicy: [],
};

const ARN = /^arn:aws[a-z-]*:iam::aws:policy\/(.+)$/;

/** The EC2 statements of the policy with this ARN. Undefined if it is not an AWS managed policy, or not in the table. */
export function awsManagedPolicy(arn: string): PolicyText | undefined {
  const path = ARN.exec(arn)?.[1] ?? "";
  const granted = Object.hasOwn(grants, path) ? grants[path] : undefined;
  if (granted === undefined) return undefined;
  return { statements: [{ effect: "Allow", actions: "allBut" in granted ? granted : { only: granted } }] };
}
