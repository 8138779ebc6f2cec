import {
  applied,
  arnOf,
  lambda,
  policyAttachment,
  resource,
  role,
  rolePolicy,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { noEniCallsByFunctionCode } from "./no-eni-calls-by-function-code";

const main = vpc("main", { subnets: 2 });
const config = { subnets: main.subnets, securityGroups: [securityGroup("shared", { vpc: main })] };
const table = resource("aws:dynamodb/table:Table", "table");

const functions = role("functions");
const access = policyAttachment("network", functions);
const using = (name: string) => lambda(name, config, { role: arnOf(functions), name });
const denying = (arns: string | readonly string[], Action: string | readonly string[] = "ec2:*") =>
  rolePolicy("deny", functions, [
    { Effect: "Deny", Action, Resource: "*", Condition: { ArnEquals: { "lambda:SourceFunctionArn": arns } } },
  ]);
const arn = "arn:aws:lambda:eu-west-1:123456789012:function";

testPolicy(noEniCallsByFunctionCode, [
  {
    name: "the denial that AWS advises, for the function's ARN: no finding",
    stack: stack(access, denying(`${arn}:orders`), using("orders")),
    finds: [],
  },
  {
    name: "the denial for every function: no finding",
    stack: stack(access, denying("arn:aws:lambda:*:*:function:*"), using("orders")),
    finds: [],
  },
  { name: "a role that grants nothing to deny: no finding", stack: stack(using("orders")), finds: [] },
  {
    name: "AWS's policy alone: found, with the denial to add",
    stack: stack(access, using("orders"), using("users")),
    finds: [
      {
        verdict: "violation",
        about: functions,
        says: [
          "2 functions (orders, users) with code that can call ec2:AssignPrivateIpAddresses",
          "ec2:UnassignPrivateIpAddresses through role functions.",
          "Deny ec2:*NetworkInterface* and ec2:*PrivateIpAddresses to its functions (ArnEquals lambda:SourceFunctionArn). By hand: ",
          "lambda:SourceFunctionArn",
        ],
      },
    ],
  },
  {
    name: "a denial that forgets a function: found for that one",
    stack: stack(access, denying(`${arn}:orders`), using("orders"), using("users")),
    finds: [{ verdict: "violation", says: ["1 function (users) with code that can call"] }],
  },
  {
    name: "a denial that forgets an action: found with that one",
    stack: stack(access, denying(`${arn}:orders`, ["ec2:*NetworkInterface*", "ec2:*PrivateIpAddresses"]), using("orders")),
    finds: [{ verdict: "violation", says: ["1 function (orders) with code that can call ec2:DescribeSubnets through"] }],
  },
  {
    name: "a policy that is unknown until the deployment, as one with the function's own ARN does: undecided",
    stack: stack(access, rolePolicy("data", functions, applied([table], "{}")), using("orders")),
    finds: [
      { verdict: "undecided", about: functions, says: ["1 function with code that may be able to call", "unknown until the deployment"] },
    ],
  },
]);
