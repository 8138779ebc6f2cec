import { describe, expect, test } from "@jest/globals";
import { awsManagedPolicy } from "./aws-managed-policy";

const allows = (...only: readonly string[]) => ({ statements: [{ effect: "Allow", actions: { only } }] });
const arnOf = (path: string, partition = "aws"): string => `arn:${partition}:iam::aws:policy/${path}`;
const interfaces = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"];
const addresses = ["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"];

describe("a policy of AWS", () => {
  test.each<[string, object]>([
    ["service-role/AWSLambdaVPCAccessExecutionRole", allows(...interfaces, ...addresses, "ec2:DescribeSubnets")],
    ["service-role/AWSLambdaENIManagementAccess", allows(...interfaces, ...addresses)],
    ["service-role/AWSLambdaMSKExecutionRole", allows(...interfaces, "ec2:DescribeSubnets")],
    ["AWSLambda_FullAccess", allows("ec2:DescribeSubnets")],
    ["ReadOnlyAccess", allows("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets")],
    ["AmazonEC2FullAccess", allows("ec2:*")],
    ["AdministratorAccess", allows("*")],
    ["PowerUserAccess", { statements: [{ effect: "Allow", actions: { allBut: ["iam:*", "organizations:*", "account:*"] } }] }],
    ["service-role/AWSLambdaBasicExecutionRole", allows()],
    ["service-role/AWSLambdaKinesisExecutionRole", allows()],
    ["service-role/AWSLambdaDynamoDBExecutionRole", allows()],
    ["service-role/AWSLambdaSQSQueueExecutionRole", allows()],
    ["AWSXRayDaemonWriteAccess", allows()],
    ["CloudWatchLambdaInsightsExecutionRolePolicy", allows()],
  ])("%s allows what its published text allows of EC2", (path, text) => {
    expect(awsManagedPolicy(arnOf(path))).toEqual(text);
  });

  test.each([
    ...["AWSLambda_FullAccess", "CloudWatchFullAccessV2", "CloudWatchEventsFullAccess", "AmazonS3FullAccess", "AmazonDynamoDBFullAccess"],
    ...["AmazonSQSFullAccess", "AmazonKinesisFullAccess", "AmazonCognitoPowerUser", "AWSXrayWriteOnlyAccess"],
  ])("%s, which callback functions have by default, creates no interface", (path) => {
    const [statement] = awsManagedPolicy(arnOf(path))?.statements ?? [];
    expect(statement?.actions).not.toMatchObject({ only: expect.arrayContaining(["ec2:CreateNetworkInterface"]) });
  });

  test.each(["aws-cn", "aws-us-gov", "aws-iso-b"])("is the same in the partition %s", (partition) => {
    expect(awsManagedPolicy(arnOf("AdministratorAccess", partition))).toEqual(allows("*"));
  });
});

test.each([
  ["a policy that is not in the table", arnOf("SomethingNew")],
  ["a name that every object inherits", arnOf("constructor")],
  ["a policy of an account", "arn:aws:iam::123456789012:policy/AdministratorAccess"],
  ["a policy of something that is not AWS", "arn:gcp:iam::aws:policy/AdministratorAccess"],
  ["an ARN with a text before it", `copy of ${arnOf("AdministratorAccess")}`],
  ["an ARN with a text on a second line", `${arnOf("AdministratorAccess")}\nnext`],
  ["an ARN without a name", arnOf("")],
  ["a name alone", "AdministratorAccess"],
])("%s is unknown", (_name, arn) => {
  expect(awsManagedPolicy(arn)).toBeUndefined();
});
