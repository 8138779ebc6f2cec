import {
  applied,
  arnOf,
  fromElsewhere,
  lambda,
  policyAttachment,
  role,
  resource,
  rolePolicy,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { executionRoleManagesEnis } from "./execution-role-manages-enis";

const main = vpc("main", { subnets: 2 });
const config = { subnets: main.subnets, securityGroups: [securityGroup("shared", { vpc: main })] };
const allow = (...Action: readonly string[]) => [{ Effect: "Allow", Action, Resource: "*" }] as const;
const aws = "arn:aws:iam::aws:policy";

const functions = role("functions");
const access = policyAttachment("network", functions);
const orders = lambda("orders", config, { role: arnOf(functions) });
const users = lambda("users", config, { role: arnOf(functions) });

const alone = (name: string, own: ReturnType<typeof role>) => lambda(name, config, { role: arnOf(own) });
const custom = role("custom", { network: allow("ec2:*") });
const legacy = role("legacy");
const denied = role("denied", { network: [...allow("ec2:*"), { Effect: "Deny", Action: "ec2:Delete*", Resource: "*" }] });
const bounded = role("bounded", { network: allow("ec2:*") }, { permissionsBoundary: `${aws}/service-role/AWSLambdaBasicExecutionRole` });
const advised = role("advised", {
  network: [
    ...allow("ec2:*"),
    {
      Effect: "Deny",
      Action: "ec2:*",
      Resource: "*",
      Condition: { ArnEquals: { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:*" } },
    },
  ],
});
const sometimes = role("sometimes", {
  network: [{ Effect: "Allow", Action: "ec2:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
});
const table = resource("aws:dynamodb/table:Table", "table");

testPolicy(executionRoleManagesEnis, [
  { name: "AWS's policy for functions in a VPC, attached: no finding", stack: stack(access, orders), finds: [] },
  { name: "the actions by a wildcard, in the role itself: no finding", stack: stack(alone("orders", custom)), finds: [] },
  {
    name: "a policy that is unknown until deployed, together with one that grants: no finding",
    stack: stack(access, rolePolicy("data", functions, applied([table], "{}")), orders),
    finds: [],
  },
  {
    name: "the denial to function code that AWS advises: no finding, for it spares Lambda",
    stack: stack(alone("orders", advised)),
    finds: [],
  },
  {
    name: "a function in no VPC needs nothing: no finding",
    stack: stack(access, orders, lambda("free", config, { role: arnOf(role("bare")), vpcConfig: {} })),
    finds: [],
  },
  {
    name: "a role that may only write logs: refused once for all its functions, with the actions and the fix",
    stack: stack(policyAttachment("logs", functions, `${aws}/service-role/AWSLambdaBasicExecutionRole`), orders, users),
    finds: [
      {
        verdict: "violation",
        about: functions,
        says: [
          "2 functions (orders, users) with role functions, which does not allow ec2:CreateNetworkInterface",
          "ec2:UnassignPrivateIpAddresses.",
          "InsufficientRolePermissions",
          "Attach aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole to role functions",
        ],
      },
    ],
  },
  {
    name: "a role without any policy: refused",
    stack: stack(alone("orders", role("bare"))),
    finds: [{ verdict: "violation", says: ["1 function (orders) with role bare"] }],
  },
  {
    name: "AWS's older policy for ENIs: refused, for it lacks one action",
    stack: stack(policyAttachment("old", legacy, `${aws}/service-role/AWSLambdaENIManagementAccess`), alone("orders", legacy)),
    finds: [{ verdict: "violation", says: ["1 function (orders)", "does not allow ec2:DescribeSubnets."] }],
  },
  {
    name: "a denial: refused, and no grant is advised, for none would help",
    stack: stack(alone("orders", denied)),
    finds: [
      {
        verdict: "violation",
        says: ["ec2:DeleteNetworkInterface", "Change the policy or permissions boundary of role denied that denies these actions"],
      },
    ],
  },
  {
    name: "a boundary that leaves the actions out: refused",
    stack: stack(alone("orders", bounded)),
    finds: [{ verdict: "violation", says: ["Change the policy or permissions boundary of role bounded"] }],
  },
  {
    name: "a policy that is unknown until deployed: undecided",
    stack: stack(rolePolicy("data", functions, applied([table], JSON.stringify({ Statement: allow("ec2:*") }))), orders),
    finds: [
      {
        verdict: "undecided",
        about: functions,
        says: [
          "1 function whose role functions possibly does not allow Lambda to manage ENIs",
          "a policy of the execution role is unknown until",
        ],
      },
    ],
  },
  {
    name: "a grant under a condition: undecided",
    stack: stack(alone("orders", sometimes)),
    finds: [{ verdict: "undecided", says: ["only to some resources, or only under a condition"] }],
  },
  {
    name: "a policy of another account: undecided",
    stack: stack(policyAttachment("theirs", functions, "arn:aws:iam::123456789012:policy/theirs"), orders),
    finds: [{ verdict: "undecided", says: ["a managed policy whose document is unknown"] }],
  },
  {
    name: "roles of other stacks, by ARN or by an output: undecided, in one line",
    stack: stack(
      lambda("orders", config, { role: "arn:aws:iam::123456789012:role/theirs" }),
      lambda("users", config, { role: fromElsewhere("arn:aws:iam::123456789012:role/others") }),
    ),
    finds: [
      {
        verdict: "undecided",
        about: lambda("orders", config),
        says: ["for 2 functions (orders, users)", "the execution role is not in this stack"],
      },
    ],
  },
]);
