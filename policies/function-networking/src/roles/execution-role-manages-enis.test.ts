import {
  applied,
  arnOf,
  fromElsewhere,
  lambda,
  madeAfter,
  policyAttachment,
  type PolicyStatementText,
  role,
  resource,
  rolePolicy,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
  VPC_ACCESS,
} from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
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
const three = allow("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface");
const minimal = role("minimal", { network: three });
const onInterfaces = (name: string, ...statements: readonly PolicyStatementText[]) =>
  role(name, {
    network: [...statements, { Effect: "Allow", Action: "ec2:*NetworkInterface*", Resource: "arn:aws:ec2:*:*:network-interface/*" }],
  });
const scoped = onInterfaces("scoped", ...allow("ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"));
const described = onInterfaces("described", ...allow("ec2:Describe*"));
const LOGS = `${aws}/service-role/AWSLambdaBasicExecutionRole`;
const listing = role("listing", {}, { managedPolicyArns: [LOGS] });
const late = madeAfter(role("late"), ...config.securityGroups);
/** What aws.lambda.CallbackFunction makes with its default policies. */
const ofCallback = role("callback");
const callback = lambda("callback", config, { role: arnOf(ofCallback), handler: "__index.handler" });
const defaults = [
  ...["AWSLambda_FullAccess", "CloudWatchFullAccessV2", "CloudWatchEventsFullAccess", "AmazonS3FullAccess", "AmazonDynamoDBFullAccess"],
  ...["AmazonSQSFullAccess", "AmazonKinesisFullAccess", "AmazonCognitoPowerUser", "AWSXrayWriteOnlyAccess"],
].map((name, index) => policyAttachment(`callback-${index}`, ofCallback, `${aws}/${name}`));
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
          "ec2:DeleteNetworkInterface.",
          "AWS refuses new functions without them",
          "Add a RolePolicyAttachment (role: functions.name, policyArn: ManagedPolicy.AWSLambdaVPCAccessExecutionRole) to the dependsOn of SecurityGroup shared.",
        ],
        fix: change([
          {
            step: "add-resource",
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            properties: { role: { resource: urnOf(functions), output: "name" }, policyArn: VPC_ACCESS },
            dependents: config.securityGroups.map(urnOf),
          },
        ]),
      },
    ],
  },
  {
    name: "a role without any policy: refused",
    stack: stack(alone("orders", role("bare"))),
    finds: [{ verdict: "violation", says: ["1 function (orders) with role bare"] }],
  },
  {
    name: "a role that lists its managed policies: one more in its list",
    stack: stack(alone("orders", listing)),
    finds: [
      {
        verdict: "violation",
        says: [
          "Set managedPolicyArns of Role listing to [ManagedPolicy.AWSLambdaBasicExecutionRole, ManagedPolicy.AWSLambdaVPCAccessExecutionRole].",
        ],
        fix: change([{ step: "set-property", resources: [urnOf(listing)], property: "managedPolicyArns", value: [LOGS, VPC_ACCESS] }]),
      },
    ],
  },
  {
    name: "a role that lists many policies: the list is for a person",
    stack: stack(alone("orders", role("long", {}, { managedPolicyArns: Array.from({ length: 3 }, () => LOGS) }))),
    finds: [
      {
        verdict: "violation",
        says: ["Add aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole to the managedPolicyArns of role long. By hand: "],
      },
    ],
  },
  {
    name: "a role that depends on the group: the functions wait for the attachment",
    stack: stack(alone("orders", late)),
    finds: [{ verdict: "violation", says: ["to the dependsOn of Function orders."] }],
  },
  {
    name: "AWS's minimum for ENIs, which lacks DescribeSubnets: no finding",
    stack: stack(policyAttachment("old", legacy, `${aws}/service-role/AWSLambdaENIManagementAccess`), alone("orders", legacy)),
    finds: [],
  },
  {
    name: "the three actions that AWS needs: advice alone, for AWS asks for more",
    stack: stack(alone("orders", minimal)),
    finds: [
      {
        verdict: "warning",
        about: minimal,
        level: "advisory",
        says: [
          "does not allow ec2:AssignPrivateIpAddresses, ec2:UnassignPrivateIpAddresses.",
          "AWS asks for them",
          "Add a RolePolicyAttachment (role: minimal.name",
        ],
      },
    ],
  },
  {
    name: "the same without advice, where the configuration ignores it: no finding",
    stack: stack(alone("orders", minimal)),
    config: { documentedActions: "ignore" },
    finds: [],
  },
  {
    name: "the three actions and an unknown policy: advice is not given in doubt",
    stack: stack(alone("orders", minimal), rolePolicy("data", minimal, applied([table], "{}"))),
    finds: [],
  },
  {
    name: "AWS's policy for Kafka, which grants the three: advice alone",
    stack: stack(policyAttachment("kafka", functions, `${aws}/service-role/AWSLambdaMSKExecutionRole`), orders),
    finds: [{ verdict: "warning", level: "advisory", says: ["1 function (orders)"] }],
  },
  {
    name: "interfaces described on some resources alone: refused, for EC2 accepts that action on all resources only",
    stack: stack(alone("orders", scoped)),
    finds: [{ verdict: "violation", says: ["does not allow ec2:DescribeNetworkInterfaces."] }],
  },
  {
    name: "interfaces made and deleted on some resources alone: undecided",
    stack: stack(alone("orders", described)),
    finds: [{ verdict: "undecided", says: ["only to some resources"] }],
  },
  {
    name: "the policies that CallbackFunction attaches by default: refused, and the fix names what a program can change",
    stack: stack(ofCallback, ...defaults, callback),
    finds: [
      {
        verdict: "violation",
        about: ofCallback,
        says: ["(Function callback) with role callback", "Create a role with", "pass it as `role` to CallbackFunction callback."],
      },
    ],
  },
  {
    name: "AWS's policy for functions in a VPC, attached by CallbackFunction: no finding",
    stack: stack(ofCallback, policyAttachment("callback-vpc", ofCallback), callback),
    finds: [],
  },
  {
    name: "a denial: refused, and no grant is advised, for none would help",
    stack: stack(alone("orders", denied)),
    finds: [
      {
        verdict: "violation",
        says: [
          "ec2:DeleteNetworkInterface",
          "Change the policy or permissions boundary of role denied that denies these actions. By hand: a grant does not override a denial.",
        ],
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
