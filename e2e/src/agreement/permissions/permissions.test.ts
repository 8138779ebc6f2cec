import { beforeAll, describe, expect, test } from "@jest/globals";
import { judge, judged, type Judgement } from "./judgement";
import type { RoleDescription } from "./roles-program";

/*
 * The model and simulated AWS judge roles each by itself. Here they judge the same roles: what the policy rejects cannot be deployed, and what it
 * accepts can be deployed.
 */

interface Row extends RoleDescription {
  readonly says: string;
}

const VPC_ACCESS = "aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole";

const content: readonly Row[] = [
  { name: "minimum", says: "AWS's minimum for interfaces", attached: "aws.iam.ManagedPolicy.AWSLambdaENIManagementAccess" },
  { name: "five", says: "the same five actions, written out", inline: [`allow("ec2:*NetworkInterface*", "ec2:*signPrivateIpAddresses")`] },
  { name: "attached", says: "AWS's policy for functions in a VPC", attached: VPC_ACCESS },
  { name: "unawaited", says: "AWS's policy, attached while the function is made", attached: VPC_ACCESS, order: "together" },
  { name: "wildcard", says: "all actions of the service", inline: [`allow("EC2:*")`] },
  { name: "all-but", says: "all actions but another service's", apart: [`{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }`] },
  {
    name: "advised",
    says: "the denial to function code that AWS advises",
    inline: [`allow("ec2:*")`, `{ ...deny("ec2:*"), ...byFunctionCode }`],
  },
  { name: "denied-else", says: "a denial of other actions", attached: VPC_ACCESS, apart: [`deny("ec2:RunInstances", "s3:*")`] },
  { name: "wide-boundary", says: "a boundary that takes nothing away", attached: VPC_ACCESS, boundary: [`allow("ec2:*")`] },
];

const refused: readonly Row[] = [
  { name: "bare", says: "no policy" },
  { name: "logs", says: "AWS's policy for logs", attached: "aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole" },
  { name: "readers", says: "AWS's policy for readers", attached: "aws.iam.ManagedPolicy.ReadOnlyAccess" },
  { name: "no-describe", says: "no action to describe", inline: [`allow("ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface")`] },
  {
    name: "scoped",
    says: "interfaces described on some resources alone",
    inline: [`{ ...allow("ec2:*"), Resource: "arn:aws:ec2:*:*:network-interface/*" }`],
  },
  { name: "denied", says: "a denial beside the grant", inline: [`allow("*")`, `deny("ec2:Delete*")`] },
  { name: "denied-apart", says: "a denial in another policy", attached: VPC_ACCESS, apart: [`deny("ec2:?eleteNetworkInterface")`] },
  {
    name: "denied-all-but",
    says: "a denial of all but logs",
    attached: VPC_ACCESS,
    apart: [`{ Effect: "Deny", NotAction: "logs:*", Resource: "*" }`],
  },
  { name: "code-only", says: "a grant to function code alone", inline: [`{ ...allow("ec2:*"), ...byFunctionCode }`] },
  { name: "boundary", says: "a boundary without the actions", attached: VPC_ACCESS, boundary: [`allow("logs:*")`] },
];

/** What AWS accepts and asks to complete. */
const advised: readonly Row[] = [
  {
    name: "three",
    says: "the three actions that AWS needs",
    inline: [`allow("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface")`],
  },
  { name: "kafka", says: "AWS's policy for Kafka", attached: "aws.iam.ManagedPolicy.AWSLambdaMSKExecutionRole" },
  {
    name: "addresses-denied",
    says: "a denial of the address actions",
    attached: VPC_ACCESS,
    apart: [`deny("ec2:?nassignPrivateIpAddresses")`],
  },
];

/** What is permitted only after the function. */
const late: readonly Row[] = [
  { name: "attached-late", says: "AWS's policy, attached after the function", attached: VPC_ACCESS, order: "after" },
  { name: "put-late", says: "a policy, put after the function", apart: [`allow("ec2:*")`], order: "after" },
];

/** What neither can judge. */
const undecided: readonly Row[] = [
  {
    name: "scoped-writes",
    says: "interfaces created and deleted on some resources alone",
    inline: [
      `allow("ec2:Describe*")`,
      `{ ...allow("ec2:*"), Resource: ["arn:aws:ec2:*:*:network-interface/*", "arn:aws:ec2:*:*:subnet/*"] }`,
    ],
  },
  {
    name: "sometimes",
    says: "a grant under a condition",
    inline: [`{ ...allow("ec2:*"), Condition: { Bool: { "aws:SecureTransport": "true" } } }`],
  },
  {
    name: "sometimes-denied",
    says: "a denial of some resources",
    inline: [`allow("ec2:*")`, `{ ...deny("ec2:*"), Resource: "arn:aws:ec2:*:*:vpc/*" }`],
  },
];

let judgement: Judgement;

beforeAll(async () => {
  judgement = await judge([...content, ...refused, ...advised, ...late, ...undecided]);
}, 300_000);

describe("a function in a VPC with a role that has", () => {
  test.each(content)("$says: nothing is said of it, and it comes up", ({ name }) => {
    expect(judged(judgement, name)).toEqual(["comes up"]);
  });

  test.each(refused)("$says: the role is refused, and the function fails", ({ name }) => {
    expect(judged(judgement, name)).toEqual(["refused", "fails"]);
  });

  test.each(advised)("$says: the role is advised, and the function comes up", ({ name }) => {
    expect(judged(judgement, name)).toEqual(["advice", "comes up"]);
  });

  test.each(late)("$says: the role is refused as late, and the function fails", ({ name }) => {
    expect(judged(judgement, name)).toEqual(["late", "fails"]);
  });

  test.each(undecided)("$says: the role is undecided, and the function comes up", ({ name }) => {
    expect(judged(judgement, name)).toEqual(["undecided", "comes up"]);
  });
});

test("functions fail for want of permissions exactly where the policies refuse their roles", () => {
  expect(judgement.failures).toEqual([...judgement.violations, ...judgement.late].sort());
});
