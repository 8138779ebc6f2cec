import { describe, expect, test } from "@jest/globals";
import { AccountExample, VPC_ACCESS } from "../../testing/account-example";
import { deniedActions } from "./interface-permissions";
import { createFunction, deleteFunction, updateFunction } from "../lambda/lambda-function";
import { createManagedPolicy, deleteManagedPolicy, updateManagedPolicy } from "../iam/managed-policy";
import { attachPolicy, createRole, deleteRole, detachPolicy, putRolePolicy, removeRolePolicy } from "../iam/role";

const SIX = 6;
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
    says: "wildcards that cover the six actions are enough",
    statements: [allow("ec2:*NetworkInterface*", "ec2:DescribeSubnets", "ec2:*PrivateIpAddresses")],
  },
  { says: "all actions of the service are enough", statements: [allow("ec2:*")] },
  { says: "everything is enough", statements: [allow("*")] },
  {
    says: "letters may be large or small",
    statements: [allow("EC2:*networkinterface*", "EC2:describesubnets", "ec2:*privateipaddresses")],
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
  { says: "a grant on some resources may hold", statements: [{ ...allow("ec2:*"), Resource: "arn:aws:ec2:*:*:subnet/*" }] },
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
  { says: "no policy grants nothing", policies: [], refused: SIX },
  { says: "a text that is no document grants nothing", policies: ["nonsense"], refused: SIX },
  { says: "another service is not this one", policies: [document(allow("s3:*"))], refused: SIX },
  { says: "a wildcard stops where it stops", policies: [document(allow("ec2:*NetworkInterface"))], refused: 4 },
  { says: "each action counts by itself", policies: [document(allow("ec2:CreateNetworkInterface", "ec2:DescribeSubnets"))], refused: 4 },
  {
    says: "all but this service is nothing of it",
    policies: [document({ Effect: "Allow", NotAction: ["EC2:*"], Resource: "*" })],
    refused: SIX,
  },
  { says: "a denial beats a grant beside it", policies: [document(allow("*"), deny("ec2:DeleteNetworkInterface"))], refused: 1 },
  { says: "a denial beats a grant whatever comes first", policies: [document(deny("ec2:Describe*"), allow("*"))], refused: 2 },
  { says: "a denial beats a grant of another policy", policies: [document(allow("*")), document(deny("ec2:*"))], refused: SIX },
  {
    says: "a denial of all but other services denies",
    policies: [document(allow("*"), { Effect: "Deny", NotAction: "logs:*", Resource: "*" })],
    refused: SIX,
  },
  { says: "a grant to function code is none to Lambda", policies: [document(when(BY_CODE, allow("ec2:*")))], refused: SIX },
  { says: "one statement needs no list", policies: [JSON.stringify({ Statement: allow("ec2:Describe*") })], refused: 4 },
])("$says: $refused of six actions are refused", ({ policies, refused }) => {
  expect(refusedWith(...policies)).toHaveLength(refused);
});

test.each([
  { says: "AWS's policy for functions in a VPC grants all", policy: VPC_ACCESS, refused: 0 },
  { says: "AWS's policy for administrators grants all", policy: aws("AdministratorAccess"), refused: 0 },
  {
    says: "AWS's older policy for interfaces lacks ec2:DescribeSubnets",
    policy: aws("service-role/AWSLambdaENIManagementAccess"),
    refused: 1,
  },
  { says: "AWS's policy for logs grants none", policy: aws("service-role/AWSLambdaBasicExecutionRole"), refused: SIX },
  { says: "AWS's policy for queues grants none", policy: aws("service-role/AWSLambdaSQSQueueExecutionRole"), refused: SIX },
  { says: "AWS's policy for power users grants all but what is about identities", policy: aws("PowerUserAccess"), refused: 0 },
  { says: "a policy of AWS's that is not known here may grant all", policy: aws("AmazonVPCFullAccess"), refused: 0 },
])("$says", ({ policy, refused }) => {
  const of = bare();
  attachPolicy(of.account, "other", policy);
  expect(of.refused()).toBe(refused);
});

test("AWS's older policy lacks the one action that is told", () => {
  const { account, arn } = bare();
  attachPolicy(account, "other", aws("service-role/AWSLambdaENIManagementAccess"));
  expect(deniedActions(account, arn)).toEqual(["ec2:DescribeSubnets"]);
});

test("a role of elsewhere is taken to have all, and so may each while something that is not understood grants policies", () => {
  const { account, refused } = bare();
  expect(deniedActions(account, "arn:aws:iam::123456789012:role/elsewhere")).toEqual([]);
  expect(refused()).toBe(SIX);
  account.tables.foreignResources.put({ id: "sim-0", type: "aws:iam/policyAttachment:PolicyAttachment" });
  expect(refused()).toBe(0);
  putRolePolicy(account, "other", "own", document(deny("ec2:*")));
  expect(refused()).toBe(SIX);
});

test.each([
  { says: "that grants the actions leaves them", policy: document(allow("ec2:*")), refused: 0 },
  { says: "that leaves some out takes those away", policy: document(allow("ec2:Describe*")), refused: 4 },
  { says: "that denies takes away", policy: document(allow("*"), deny("ec2:*")), refused: SIX },
  { says: "that spares Lambda takes nothing away", policy: document(allow("*"), when(BY_CODE, deny("ec2:*"))), refused: 0 },
])("a boundary $says, and grants nothing by itself", ({ policy, refused }) => {
  const arn = "arn:aws:iam::123456789012:policy/boundary";
  const of = bare(arn);
  expect(createManagedPolicy(of.account, { name: "boundary", path: "/", description: "", policy, tags: {} }).id).toBe(arn);
  expect(of.refused()).toBe(SIX);
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
  expect(refused()).toBe(SIX);
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
