import {
  applied,
  arnOf,
  component,
  cut,
  idOf,
  type Inputs,
  lambda,
  madeAfter,
  policyAttachment,
  type Resource,
  resource,
  role,
  rolePolicy,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { permissionsOutliveEnis } from "./permissions-outlive-enis";

const main = vpc("main", { subnets: 2 });
const sharedGroup = securityGroup("shared", { vpc: main });
const config = { subnets: main.subnets, securityGroups: [sharedGroup] };
const interfaces = [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] as const;
const table = resource("aws:dynamodb/table:Table", "table");

const functions = role("functions");
const inside = role("inside", { network: interfaces });
const access = policyAttachment("network", functions);
const using = (name: string, own: Resource = functions, inputs: Inputs = {}) => lambda(name, config, { role: arnOf(own), ...inputs });
const holder = component("shop:index:Holder", "holder");

const first = rolePolicy("first", functions, interfaces);
const hidden = rolePolicy("data", functions, applied([table], "{}"));
const shallow = subnet("shallow", { vpc: "vpc-1", cidrBlock: "10.0.0.0/24" });
const deep = madeAfter(subnet("deep", { vpc: "vpc-1", cidrBlock: "10.0.1.0/24" }), shallow);
const staggered: VpcConfig = { subnets: [shallow, deep], securityGroups: ["sg-1"] };
const theirs = "arn:aws:iam::123456789012:role/theirs";
const existing: VpcConfig = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] };
const waiting = (...after: readonly Resource[]) => madeAfter(securityGroup("own", { vpc: main }), ...after);
const on = (group: Resource, own: Resource = functions, inputs: Inputs = {}) =>
  lambda("orders", { ...config, securityGroups: [group] }, { role: arnOf(own), ...inputs });
const replaced = (inputs: Inputs, own: VpcConfig = existing) => lambda("orders", own, { replaceSecurityGroupsOnDestroy: true, ...inputs });
/** What aws.lambda.CallbackFunction makes. */
const ofCallback = role("callback");
const callback = (network: VpcConfig) => lambda("callback", network, { role: arnOf(ofCallback), handler: "__index.handler" });

testPolicy(permissionsOutliveEnis, [
  { name: "a security group after the attachment: no finding", stack: stack(on(waiting(access))), finds: [] },
  {
    name: "a security group after another resource that comes after the attachment: no finding",
    stack: stack(on(waiting(madeAfter(table, access)))),
    finds: [],
  },
  {
    name: "a security group after the component that holds the attachment: no finding",
    stack: stack({ ...access, parent: holder }, on(waiting(holder))),
    finds: [],
  },
  {
    name: "each subnet after the attachment, with a group of another stack: no finding",
    stack: stack(
      access,
      lambda(
        "orders",
        { subnets: main.subnets.map((one) => madeAfter(one as Resource, access)), securityGroups: ["sg-1"] },
        { role: arnOf(functions) },
      ),
    ),
    finds: [],
  },
  {
    name: "the permissions in the role itself, which is less deep than the group: no finding",
    stack: stack(using("orders", inside)),
    finds: [],
  },
  {
    name: "an attachment that comes too early, together with a policy that does not: no finding",
    stack: stack(madeAfter(access, first), on(waiting(first))),
    finds: [],
  },
  {
    name: "a role that grants nothing: no finding, for there is nothing to outlive",
    stack: stack(using("orders", role("bare"))),
    finds: [],
  },
  {
    name: "the permissions of a role of another stack: no finding, for this one does not destroy them",
    stack: stack(lambda("orders", config, { role: theirs })),
    finds: [],
  },
  {
    name: "a function that stays on destroy: no finding, for it keeps its ENIs",
    stack: stack(access, lambda("orders", existing, { role: arnOf(functions), skipDestroy: true })),
    finds: [],
  },
  {
    name: "the usual program, a role and its attachment, and functions after them: found once, with the order to add",
    stack: stack(access, using("orders"), using("users"), madeAfter(using("stock"), access)),
    finds: [
      {
        verdict: "violation",
        about: functions,
        says: [
          "3 functions (orders, stock, users) with role functions: on destroy, RolePolicyAttachment network is deleted before Lambda has deleted their ENIs.",
          "up to 20 minutes",
          "Add RolePolicyAttachment network to the dependsOn of SecurityGroup shared.",
        ],
        fix: change([{ step: "depend-on", resources: [urnOf(sharedGroup)], on: [urnOf(access)] }]),
      },
    ],
  },
  {
    name: "the role of a callback function: found, with a role that a program can name",
    stack: stack(policyAttachment("callback-23f1a522", ofCallback), callback(config)),
    finds: [
      {
        verdict: "violation",
        about: ofCallback,
        says: [
          "Pass a role of the program as `role` to CallbackFunction callback, and its attachment to the dependsOn of SecurityGroup shared.",
        ],
      },
    ],
  },
  {
    name: "the role of a callback function in a network of another stack: found, with a role of another stack",
    stack: stack(policyAttachment("callback-23f1a522", ofCallback), callback(existing)),
    finds: [{ verdict: "violation", says: ["Pass a role of a stack that outlives the functions as `role` to CallbackFunction callback."] }],
  },
  {
    name: "a group of another stack: found, with the subnets that wait",
    stack: stack(access, lambda("orders", { ...config, securityGroups: ["sg-1"] }, { role: arnOf(functions) })),
    finds: [{ verdict: "violation", says: ["Add RolePolicyAttachment network to the dependsOn of main-0, main-1."] }],
  },
  {
    name: "a network of another stack: found, because nothing waits",
    stack: stack(access, madeAfter(lambda("orders", existing, { role: arnOf(functions) }), access)),
    finds: [
      {
        verdict: "violation",
        says: [
          "Move RolePolicyAttachment network to a stack that outlives the functions. By hand: nothing of this stack waits for their ENIs.",
        ],
      },
    ],
  },
  {
    name: "a group in a VPC of another stack, as deep as the role that grants in itself: found",
    stack: stack(lambda("orders", { ...existing, securityGroups: [securityGroup("own", { vpc: "vpc-1" })] }, { role: arnOf(inside) })),
    finds: [
      {
        verdict: "violation",
        about: inside,
        says: ["Role inside is deleted before", "Add Role inside to the dependsOn of SecurityGroup own."],
      },
    ],
  },
  {
    name: "a policy that depends on the group that waits: found, and no circle of dependencies is advised",
    stack: stack(madeAfter(access, sharedGroup), using("orders")),
    finds: [
      {
        verdict: "violation",
        says: [
          "Move RolePolicyAttachment network to a stack that outlives the functions. By hand: it depends on shared, which cannot depend on it.",
        ],
      },
    ],
  },
  {
    name: "a separate policy: found",
    stack: stack(rolePolicy("own", functions, interfaces), using("orders")),
    finds: [{ verdict: "violation", says: ["RolePolicy own is deleted before"] }],
  },
  {
    name: "in one component with the attachment: found, for a parent orders nothing among its children",
    stack: stack({ ...access, parent: holder }, { ...using("orders"), parent: holder }),
    finds: [{ verdict: "violation", says: ["RolePolicyAttachment network is deleted before"] }],
  },
  {
    name: "one of two groups after the attachment: undecided for the other, because the destroy waits for the first",
    stack: stack(on(waiting(access)), using("users")),
    finds: [{ verdict: "undecided", about: functions, says: ["1 function with role functions", "the destroy first waits for other ENIs"] }],
  },
  {
    name: "functions of one combination with two roles, one of which remains: undecided",
    stack: stack(access, using("orders"), lambda("users", config, { role: theirs })),
    finds: [
      { verdict: "undecided", about: functions, says: ["1 function with role functions", "whose role Lambda deletes a shared ENI with"] },
    ],
  },
  {
    name: "functions of one combination with two roles, one of which may remain while the destroy waits for one subnet: undecided for both",
    stack: stack(access, lambda("orders", staggered, { role: arnOf(inside) }), lambda("users", staggered, { role: arnOf(functions) })),
    finds: [
      { verdict: "undecided", about: inside, says: ["1 function with role inside", "the destroy first waits for other ENIs"] },
      { verdict: "undecided", about: functions, says: ["1 function with role functions", "whose role Lambda deletes a shared ENI with"] },
    ],
  },
  {
    name: "groups out of an apply over one that waits and one that does not: undecided",
    stack: stack(
      lambda(
        "orders",
        { ...existing, securityGroups: cut([waiting(access), securityGroup("spare", { vpc: main })]) },
        { role: arnOf(functions) },
      ),
    ),
    finds: [{ verdict: "undecided", says: ["the whole list is unknown until the deployment"] }],
  },
  {
    name: "a waiting policy that is unknown: undecided, because it may grant the same",
    stack: stack(madeAfter(access, hidden), on(waiting(hidden))),
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
  {
    name: "whether the function stays on destroy is unknown: undecided",
    stack: stack(access, using("orders", functions, { skipDestroy: applied([table], true) })),
    finds: [{ verdict: "undecided", says: ["Set skipDestroy to true or false"] }],
  },
  {
    name: "a function whose groups are replaced with the lost group may delete the same ENIs: undecided",
    stack: stack(
      access,
      using("users"),
      lambda(
        "orders",
        { ...config, securityGroups: ["sg-2"] },
        {
          role: theirs,
          replaceSecurityGroupsOnDestroy: true,
          replacementSecurityGroupIds: [idOf(sharedGroup)],
        },
      ),
    ),
    finds: [
      { verdict: "undecided", about: functions, says: ["1 function with role functions", "whose role Lambda deletes a shared ENI with"] },
    ],
  },
  {
    name: "groups that are replaced, with role and subnets of another stack: no finding",
    stack: stack(replaced({ role: theirs, replacementSecurityGroupIds: ["sg-2"] })),
    finds: [],
  },
  {
    name: "groups that are replaced with the default group of the VPC, with role and subnets of another stack: no finding",
    stack: stack(replaced({ role: theirs })),
    finds: [],
  },
  {
    name: "groups that are replaced with one that does not wait: undecided, because the group that waits is no longer in use",
    stack: stack(
      replaced({ role: arnOf(functions), replacementSecurityGroupIds: ["sg-2"] }, { ...existing, securityGroups: [waiting(access)] }),
    ),
    finds: [{ verdict: "undecided", says: ["the destroy first waits for other ENIs"] }],
  },
  {
    name: "groups that are replaced in a network of another stack: found, because nothing waits",
    stack: stack(access, replaced({ role: arnOf(functions) })),
    finds: [{ verdict: "violation", says: ["Move RolePolicyAttachment network to a stack that outlives the functions"] }],
  },
  {
    name: "whether groups are replaced is unknown: undecided where only the replacement would not wait",
    stack: stack(
      replaced(
        { role: arnOf(functions), replaceSecurityGroupsOnDestroy: applied([table], true) },
        { ...existing, securityGroups: [waiting(access)] },
      ),
    ),
    finds: [
      { verdict: "undecided", says: ["the destroy first waits for other ENIs"] },
      { verdict: "undecided", says: ["Set replaceSecurityGroupsOnDestroy to true or false"] },
    ],
  },
]);
