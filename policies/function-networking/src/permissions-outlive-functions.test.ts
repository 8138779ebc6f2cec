import {
  applied,
  arnOf,
  component,
  lambda,
  madeAfter,
  policyAttachment,
  type Resource,
  resource,
  role,
  rolePolicy,
  securityGroup,
  stack,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { permissionsOutliveFunctions } from "./permissions-outlive-functions";

const main = vpc("main", { subnets: 2 });
const config = { subnets: main.subnets, securityGroups: [securityGroup("shared", { vpc: main })] };
const interfaces = [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] as const;
const table = resource("aws:dynamodb/table:Table", "table");

const functions = role("functions");
const inside = role("inside", { network: interfaces });
const access = policyAttachment("network", functions);
const using = (name: string, own: Resource = functions) => lambda(name, config, { role: arnOf(own) });
const holder = component("shop:index:Holder", "holder");

testPolicy(permissionsOutliveFunctions, [
  { name: "functions after the attachment: no finding", stack: stack(madeAfter(using("orders"), access)), finds: [] },
  {
    name: "a security group after the attachment, so the function that names it too: no finding",
    stack: stack(
      lambda("orders", { ...config, securityGroups: [madeAfter(securityGroup("own", { vpc: main }), access)] }, { role: arnOf(functions) }),
    ),
    finds: [],
  },
  { name: "the permissions in the role itself, which the function names: no finding", stack: stack(using("orders", inside)), finds: [] },
  {
    name: "through another resource that comes after the attachment: no finding",
    stack: stack(madeAfter(using("orders"), madeAfter(table, access))),
    finds: [],
  },
  {
    name: "after the component that holds the attachment: no finding",
    stack: stack({ ...access, parent: holder }, madeAfter(using("orders"), holder)),
    finds: [],
  },
  {
    name: "an attachment without order, together with one with order: no finding",
    stack: stack(access, madeAfter(using("orders"), rolePolicy("first", functions, interfaces))),
    finds: [],
  },
  {
    name: "a role that grants nothing: no finding, for there is nothing to outlive",
    stack: stack(using("orders", role("bare"))),
    finds: [],
  },
  {
    name: "the permissions of a role of another stack: no finding, for this one does not destroy them",
    stack: stack(lambda("orders", config, { role: "arn:aws:iam::123456789012:role/theirs" })),
    finds: [],
  },
  {
    name: "the usual program, a role and its attachment and functions of the role: found once, with the order to add",
    stack: stack(access, using("orders"), using("users"), madeAfter(using("stock"), access)),
    finds: [
      {
        verdict: "violation",
        about: functions,
        says: [
          "2 functions (orders, users) with role functions: on destroy, RolePolicyAttachment network can be deleted before Lambda has removed their ENIs.",
          "up to 20 minutes",
          "Add { dependsOn: network } to their security groups",
        ],
      },
    ],
  },
  {
    name: "a separate policy without order: found",
    stack: stack(rolePolicy("own", functions, interfaces), using("orders")),
    finds: [{ verdict: "violation", says: ["RolePolicy own can be deleted before"] }],
  },
  {
    name: "in one component with the attachment: found, for a parent orders nothing among its children",
    stack: stack({ ...access, parent: holder }, { ...using("orders"), parent: holder }),
    finds: [{ verdict: "violation", says: ["RolePolicyAttachment network can be deleted before"] }],
  },
  {
    name: "an ordered policy that is unknown: undecided, because it may grant the same",
    stack: stack(access, madeAfter(using("orders"), rolePolicy("data", functions, applied([table], "{}")))),
    finds: [
      {
        verdict: "undecided",
        about: functions,
        says: ["1 function with role functions", "a policy of the execution role is unknown until"],
      },
    ],
  },
  {
    name: "an unordered policy that is unknown: undecided",
    stack: stack(rolePolicy("data", functions, applied([table], JSON.stringify({ Statement: interfaces }))), using("orders")),
    finds: [{ verdict: "undecided", says: ["the permission to delete their ENIs may be deleted first"] }],
  },
]);
