import { describe, expect, test } from "@jest/globals";
import { AccountExample, VPC_ACCESS } from "../../testing/account-example";
import { deniedActions } from "./interface-permissions";
import { createFunction, deleteFunction, updateFunction } from "../lambda/lambda-function";
import { createManagedPolicy, deleteManagedPolicy, updateManagedPolicy } from "../iam/managed-policy";
import { attachPolicy, createRole, deleteRole, detachPolicy, putRolePolicy, removeRolePolicy } from "../iam/role";

const ALL = 3;
const NOT_PERMITTED = "The provided execution role does not have permissions";
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const allow = (...Action: readonly string[]) => ({ Effect: "Allow", Action, Resource: "*" });
const deny = (...Action: readonly string[]) => ({ Effect: "Deny", Action, Resource: "*" });
const when = (Condition: object, statement: object) => ({ ...statement, Condition });
const document = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
/** The condition of the denial that AWS advises (docs/aws-facts.md#eni-denial). */
const BY_CODE = { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:orders" } };

/** An account with a role `other`, which has no policy yet. */
function bare(permissionsBoundary?: string) {
  const example = new AccountExample();
  const { account } = example;
  const role = { id: "other", path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} };
  const { arn } = createRole(account, { ...role, permissionsBoundary });
  return { example, account, arn, refused: () => deniedActions(account, arn).length };
}

function refusedWith(...policies: readonly string[]): readonly string[] {
  const { account, arn } = bare();
  for (const [index, policy] of policies.entries()) putRolePolicy(account, "other", `policy-${index}`, policy);
  return deniedActions(account, arn);
}

test.each([
  {
    says: "wildcards that cover the three actions are enough",
    statements: [allow("ec2:*NetworkInterface*")],
  },
  { says: "all actions of the service are enough", statements: [allow("ec2:*")] },
  { says: "everything is enough", statements: [allow("*")] },
  {
    says: "letters may be large or small",
    statements: [allow("EC2:*networkinterface*")],
  },
  { says: "? stands for one character", statements: [allow("ec?:*")] },
  { says: "all but the actions of other services are enough", statements: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }] },
  { says: "a denial of other actions takes nothing away", statements: [allow("ec2:*"), deny("ec2:RunInstances", "iam:*")] },
  {
    says: "a denial of all but this service takes nothing away",
    statements: [allow("ec2:*"), { ...deny(), Action: undefined, NotAction: "ec2:*" }],
  },
  { says: "the denial to function code that AWS advises spares Lambda", statements: [allow("ec2:*"), when(BY_CODE, deny("ec2:*"))] },
  { says: "a grant under another condition may hold", statements: [when({ Bool: { "aws:SecureTransport": "true" } }, allow("ec2:*"))] },
  {
    says: "a grant to create and delete on some resources may hold",
    statements: [allow("ec2:Describe*"), { ...allow("ec2:*"), Resource: "arn:aws:ec2:*:*:subnet/*" }],
  },
  {
    says: "a grant on all resources but some may hold",
    statements: [{ ...allow("ec2:*"), Resource: undefined, NotResource: "arn:aws:s3:::a" }],
  },
  {
    says: "a denial of the address actions takes nothing away",
    statements: [allow("ec2:*"), deny("ec2:*PrivateIpAddresses", "ec2:DescribeSubnets")],
  },
  {
    says: "a denial under another condition may not hold",
    statements: [allow("ec2:*"), when({ Bool: { "aws:ViaAWSService": "true" } }, deny("ec2:*"))],
  },
  {
    says: "a denial on some resources may not hold",
    statements: [allow("ec2:*"), { ...deny("ec2:*"), Resource: "arn:aws:ec2:*:*:vpc/*" }],
  },
])("$says", ({ statements }) => {
  expect(refusedWith(document(...statements))).toEqual([]);
});

test.each([
  { says: "no policy grants nothing", policies: [], refused: ALL },
  { says: "a text that is no document grants nothing", policies: ["nonsense"], refused: ALL },
  { says: "another service is not this one", policies: [document(allow("s3:*"))], refused: ALL },
  { says: "a wildcard stops where it stops", policies: [document(allow("ec2:*NetworkInterface"))], refused: 1 },
  { says: "each action counts by itself", policies: [document(allow("ec2:CreateNetworkInterface", "ec2:DescribeSubnets"))], refused: 2 },
  {
    says: "all but this service is nothing of it",
    policies: [document({ Effect: "Allow", NotAction: ["EC2:*"], Resource: "*" })],
    refused: ALL,
  },
  { says: "a denial beats a grant beside it", policies: [document(allow("*"), deny("ec2:DeleteNetworkInterface"))], refused: 1 },
  { says: "a denial beats a grant whatever comes first", policies: [document(deny("ec2:Describe*"), allow("*"))], refused: 1 },
  { says: "a denial beats a grant of another policy", policies: [document(allow("*")), document(deny("ec2:*"))], refused: ALL },
  {
    says: "a denial of all but other services denies",
    policies: [document(allow("*"), { Effect: "Deny", NotAction: "logs:*", Resource: "*" })],
    refused: ALL,
  },
  { says: "a grant to function code is none to Lambda", policies: [document(when(BY_CODE, allow("ec2:*")))], refused: ALL },
  { says: "one statement needs no list", policies: [JSON.stringify({ Statement: allow("ec2:Describe*") })], refused: 2 },
  {
    says: "describing interfaces works on all resources alone",
    policies: [document({ ...allow("ec2:*"), Resource: "arn:aws:ec2:*:*:network-interface/*" })],
    refused: 1,
  },
])("$says: $refused of three actions are refused", ({ policies, refused }) => {
  expect(refusedWith(...policies)).toHaveLength(refused);
});

test.each([
  { says: "AWS's policy for functions in a VPC grants all", policy: VPC_ACCESS, refused: 0 },
  { says: "AWS's policy for administrators grants all", policy: aws("AdministratorAccess"), refused: 0 },
  { says: "AWS's minimum for interfaces grants all", policy: aws("service-role/AWSLambdaENIManagementAccess"), refused: 0 },
  { says: "AWS's policy for Kafka grants all", policy: aws("service-role/AWSLambdaMSKExecutionRole"), refused: 0 },
  { says: "AWS's policy for readers describes interfaces alone", policy: aws("ReadOnlyAccess"), refused: 2 },
  { says: "AWS's policy for Lambda itself grants none", policy: aws("AWSLambda_FullAccess"), refused: ALL },
  { says: "a policy of another partition is AWS's too", policy: "arn:aws-cn:iam::aws:policy/AmazonS3FullAccess", refused: ALL },
  { says: "AWS's policy for logs grants none", policy: aws("service-role/AWSLambdaBasicExecutionRole"), refused: ALL },
  { says: "AWS's policy for queues grants none", policy: aws("service-role/AWSLambdaSQSQueueExecutionRole"), refused: ALL },
  { says: "AWS's policy for power users grants all but what is about identities", policy: aws("PowerUserAccess"), refused: 0 },
  { says: "a policy of AWS's that is not known here may grant all", policy: aws("AmazonWorkMailFullAccess"), refused: 0 },
])("$says", ({ policy, refused }) => {
  const of = bare();
  attachPolicy(of.account, "other", policy);
  expect(of.refused()).toBe(refused);
});

test("a role of elsewhere is taken to have all", () => {
  const { account, refused } = bare();
  expect(deniedActions(account, "arn:aws:iam::123456789012:role/elsewhere")).toEqual([]);
  expect(refused()).toBe(ALL);
});

test.each([
  { says: "that grants the actions leaves them", policy: document(allow("ec2:*")), refused: 0 },
  { says: "that leaves some out takes those away", policy: document(allow("ec2:Describe*")), refused: 2 },
  { says: "that denies takes away", policy: document(allow("*"), deny("ec2:*")), refused: ALL },
  { says: "that spares Lambda takes nothing away", policy: document(allow("*"), when(BY_CODE, deny("ec2:*"))), refused: 0 },
])("a boundary $says, and grants nothing by itself", ({ policy, refused }) => {
  const arn = "arn:aws:iam::123456789012:policy/boundary";
  const of = bare(arn);
  expect(createManagedPolicy(of.account, { name: "boundary", path: "/", description: "", policy, tags: {} }).id).toBe(arn);
  expect(of.refused()).toBe(ALL);
  putRolePolicy(of.account, "other", "own", document(allow("*")));
  expect(of.refused()).toBe(refused);
});

test("a managed policy counts for every role that has it, as it stands", () => {
  const { account, refused } = bare();
  const policy = createManagedPolicy(account, {
    name: "network",
    path: "/",
    description: "",
    policy: document(allow("ec2:*")),
    tags: {},
  });
  attachPolicy(account, "other", policy.id);
  expect(refused()).toBe(0);
  updateManagedPolicy(account, { ...policy, policy: document(allow("s3:*")) });
  expect(refused()).toBe(ALL);
  expect(() => deleteManagedPolicy(account, policy.id)).toThrow(/^DeleteConflict/);
});

describe("a function in a VPC", () => {
  const place = (example: AccountExample) => [[example.subnet()], [example.group()]] as const;

  test("is refused with a role that does not let Lambda manage interfaces, and leaves nothing behind", () => {
    const { example, account, arn } = bare();
    putRolePolicy(account, "other", "own", document(allow("*"), deny("ec2:DeleteNetworkInterface")));
    const request = { ...example.request("orders", ...place(example)), role: arn };
    expect(() => createFunction(account, request)).toThrow(
      "InvalidParameterValueException: function orders: The provided execution role does not have permissions to call DeleteNetworkInterface on EC2",
    );
    expect([account.tables.functions.get("orders"), ...example.combinations]).toEqual([undefined]);
  });

  test("is refused on a combination that another function holds already too", () => {
    const { example, account, arn } = bare();
    const shared = place(example);
    example.lambda("users", ...shared);
    expect(() => createFunction(account, { ...example.request("orders", ...shared), role: arn })).toThrow(NOT_PERMITTED);
  });

  test("needs the permissions for another combination, not for a change of anything else", () => {
    const example = new AccountExample();
    const { account } = example;
    const first = place(example);
    example.lambda("orders", ...first);
    putRolePolicy(account, "functions", "own", document(deny("ec2:*")));
    updateFunction(account, example.request("orders", ...first, true));
    expect(() => updateFunction(account, example.request("orders", ...place(example)))).toThrow(NOT_PERMITTED);
    removeRolePolicy(account, "functions", "own");
    updateFunction(account, example.request("orders", ...place(example)));
  });

  test("needs none in no VPC", () => {
    const { example, account, arn } = bare();
    expect(createFunction(account, { ...example.request("orders", [], []), role: arn }).interfacesCreated).toBe(0);
  });
});

test.each([
  { says: "a denial comes", take: ({ account }: AccountExample) => putRolePolicy(account, "functions", "own", document(deny("ec2:*"))) },
  { says: "the grant goes", take: ({ account }: AccountExample) => detachPolicy(account, "functions", VPC_ACCESS) },
  { says: "the role goes", take: ({ account }: AccountExample) => deleteRole(account, "functions") },
])("interfaces that wait to be deleted stay for ever when $says meanwhile", ({ take }) => {
  const example = new AccountExample({ timeScale: 1 });
  example.lambda("one", [example.subnet()], [example.group()]);
  deleteFunction(example.account, "one");
  take(example);
  expect(example.account.tables.networkInterfaces.all()).toMatchObject([{ orphaned: true }]);
});
