import {
  applied,
  arnOf,
  lambda,
  madeAfter,
  policyAttachment,
  resource,
  role,
  rolePolicy,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { permissionsPrecedeFunctions } from "./permissions-precede-functions";

const main = vpc("main", { subnets: 2 });
const config = { subnets: main.subnets, securityGroups: [securityGroup("shared", { vpc: main })] };
const interfaces = [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] as const;

const functions = role("functions");
const access = policyAttachment("network", functions);
const orders = lambda("orders", config, { role: arnOf(functions) });
const users = lambda("users", config, { role: arnOf(functions) });
const table = resource("aws:dynamodb/table:Table", "table");
const alias = resource("aws:lambda/alias:Alias", "live", { functionName: applied([orders], "orders") });
/** A policy about the function itself: its text, with the function's ARN, is unknown until the function exists. */
const aboutOrders = rolePolicy("own", functions, applied([orders], JSON.stringify({ Statement: interfaces })));
const bounded = role("bounded", {}, { permissionsBoundary: "arn:aws:iam::aws:policy/AmazonEC2FullAccess" });

testPolicy(
  permissionsPrecedeFunctions,
  [
    {
      name: "an attachment that depends on the role alone: no finding, for the provider repeats the creation",
      stack: stack(access, orders),
      finds: [],
    },
    { name: "a function that waits for the attachment: no finding", stack: stack(madeAfter(orders, access)), finds: [] },
    {
      name: "a policy about the function, together with an attachment: no finding",
      stack: stack(access, aboutOrders, orders),
      finds: [],
    },
    {
      name: "an attachment that waits for the function of another role: no finding",
      stack: stack(madeAfter(access, lambda("users", config, { role: arnOf(role("other")) })), orders),
      finds: [],
    },
    {
      name: "a role that never allows it: no finding, for another policy reports it",
      stack: stack(
        madeAfter(policyAttachment("logs", functions, "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"), orders),
        orders,
      ),
      finds: [],
    },
    {
      name: "an attachment that waits for the function: refused, and the fix breaks the wait",
      stack: stack(orders, madeAfter(access, orders)),
      finds: [
        {
          verdict: "violation",
          about: functions,
          says: [
            "1 function (orders) with role functions: without RolePolicyAttachment network, which is created after them",
            "AWS checks the role when it creates a function",
            "Remove Function orders from the dependsOn of RolePolicyAttachment network.",
          ],
          fix: change([{ step: "do-not-depend-on", resources: [urnOf(access)], on: [urnOf(orders)] }]),
        },
      ],
    },
    {
      name: "a policy that is built from the ARN of the function: refused, although its text is unknown",
      stack: stack(orders, aboutOrders),
      finds: [
        {
          verdict: "violation",
          says: ["without RolePolicy own, which is created after them", "Add a RolePolicyAttachment (role: functions.name"],
        },
      ],
    },
    {
      name: "an attachment that waits for one of two functions, through another resource: refused for that one",
      stack: stack(orders, users, madeAfter(access, alias)),
      finds: [{ verdict: "violation", says: ["1 function (orders) with role functions"] }],
    },
    {
      name: "an attachment that waits, on a role with a boundary that allows it: refused",
      stack: stack(madeAfter(policyAttachment("late", bounded), lambda("orders", config, { role: arnOf(bounded) }))),
      finds: [{ verdict: "violation", says: ["without RolePolicyAttachment late"] }],
    },
    {
      name: "an attachment that waits, and another policy that is unknown: undecided",
      stack: stack(orders, madeAfter(access, orders), rolePolicy("data", functions, applied([table], "{}"))),
      finds: [
        {
          verdict: "undecided",
          says: [
            "1 function with role functions: the permission to manage ENIs may be created after them",
            "a policy of the execution role is unknown",
          ],
        },
      ],
    },
  ],
  { untilDeployed: "a deployment creates the permission, and a function that exists is not created again" },
);
