import fc from "fast-check";
import type { RoleDescription } from "./roles-program";

/** A statement as a program writes it. */
type Statement = string;

/** Patterns that cover all, some or none of what Lambda does, in whatever case. */
const pattern = fc.constantFrom(
  "*",
  "ec2:*",
  "EC2:*NetworkInterface*",
  "ec2:Describe*",
  "ec2:?eleteNetworkInterface",
  "ec2:*PrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:RunInstances",
  "logs:*",
);

/** Mostly none: a statement with a limit leaves less to judge. */
const limit = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  fc.constantFrom(
    ...["ArnEquals", "ArnLike", "StringEquals", "StringLike"].map(
      (operator) => `, Condition: { ${operator}: { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:*" } }`,
    ),
    `, Condition: { Bool: { "aws:SecureTransport": "true" } }`,
  ),
);

/** A statement about actions, or about all but those, on everything or on VPCs alone. */
const statement = (effect: "Allow" | "Deny"): fc.Arbitrary<Statement> =>
  fc
    .record({
      actions: fc.oneof({ weight: 5, arbitrary: fc.constant("Action") }, fc.constant("NotAction")),
      patterns: fc.oneof(fc.constant(["ec2:*"]), fc.uniqueArray(pattern, { minLength: 1, maxLength: 3 })),
      resource: fc.oneof({ weight: 8, arbitrary: fc.constant("*") }, fc.constant("arn:aws:ec2:*:*:vpc/*")),
      limit,
    })
    .map(
      ({ actions, patterns, resource, limit }) =>
        `{ Effect: "${effect}", ${actions}: ${JSON.stringify(patterns)}, Resource: "${resource}"${limit} }`,
    );

const statements = fc
  .tuple(
    fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }),
    fc.oneof(fc.constant([]), fc.array(statement("Deny"), { maxLength: 1 })),
  )
  .map((lists) => lists.flat());

const attached = fc.constantFrom(
  ...[
    ...["AWSLambdaVPCAccessExecutionRole", "AWSLambdaBasicExecutionRole", "AWSLambdaENIManagementAccess", "PowerUserAccess"],
    ...["AWSLambdaMSKExecutionRole", "AmazonS3FullAccess", "LambdaFullAccess", "AmazonEC2ReadOnlyAccess", "NetworkAdministrator"],
  ].map((name) => `aws.iam.ManagedPolicy.${name}`),
);

/** A role with inline, separate and attached policies, and sometimes a boundary. */
export const arbitraryRole: fc.Arbitrary<Omit<RoleDescription, "name">> = fc.record(
  {
    inline: statements,
    apart: statements,
    attached,
    boundary: statements,
    order: fc.constantFrom("before" as const, "before" as const, "together" as const, "after" as const),
  },
  { requiredKeys: [] },
);
