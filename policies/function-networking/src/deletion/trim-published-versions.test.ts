import {
  applied,
  cut,
  fromElsewhere,
  groupPerFunction,
  type Inputs,
  lambda,
  type Resource,
  resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { trimPublishedVersions } from "./trim-published-versions";

const main = vpc("main", { subnets: 2 });
const other = vpc("other", { subnets: 1 });
const groups = ["x", "y"].map((name) => securityGroup(name, { vpc: main }));
const config = { subnets: main.subnets, securityGroups: groups.slice(0, 1) };
const publishing = (name: string, publish: Inputs[string] = true, others: VpcConfig = config) => lambda(name, others, { publish });

/** How our components have old versions of a function deleted. */
const trimming = (of: Resource, terraformKey = "trimPublishedVersions") =>
  resource("aws:lambda/invocation:Invocation", `${of.name}-trimming`, {
    functionName: "trimmer",
    input: applied([of], "{}"),
    lifecycleScope: "CRUD",
    terraformKey,
  });
const [orders, users] = [publishing("orders"), publishing("users")];

testPolicy(trimPublishedVersions, [
  { name: "functions that publish nothing: no finding", stack: stack(groupPerFunction(main, { functions: 3 })), finds: [] },
  { name: "publishing switched off: no finding", stack: stack(publishing("orders", false)), finds: [] },
  {
    name: "a publishing function outside every VPC: no finding",
    stack: stack(publishing("orders", true, { subnets: [], securityGroups: [] }), lambda("users", config)),
    finds: [],
  },
  {
    name: "functions that publish: reported once per VPC, with the combinations that their versions can keep",
    stack: stack(publishing("orders"), publishing("users"), lambda("silent", { ...config, securityGroups: groups.slice(1) })),
    finds: [
      {
        verdict: "violation",
        about: main,
        says: [
          "2 combinations that published versions of 2 functions in VPC main (orders, users) keep",
          "Old versions keep their ENIs",
          "Delete old versions of orders, users (VersionTrimmer), or remove publish from orders, users if nothing names a version.",
        ],
      },
    ],
  },
  {
    name: "functions that publish in two VPCs: reported once each",
    stack: stack(
      publishing("orders"),
      publishing("edge", true, { subnets: other.subnets, securityGroups: [securityGroup("z", { vpc: other })] }),
    ),
    finds: [
      { verdict: "violation", about: main, says: ["2 combinations"] },
      { verdict: "violation", about: other, says: ["1 combination that published versions of 1 function in VPC other (edge) keep"] },
    ],
  },
  {
    name: "a function whose VPC is unknown: reported at the function",
    stack: stack(publishing("orders", true, { subnets: [fromElsewhere("subnet-1")], securityGroups: [fromElsewhere("sg-1")] })),
    finds: [{ verdict: "violation", says: ["that published versions of 1 function (orders) keep"] }],
  },
  {
    name: "functions whose old versions something deletes: no finding",
    stack: stack(publishing("orders"), publishing("users")),
    config: { trimmed: ["*::orders", "*::users"] },
    finds: [],
  },
  {
    name: "functions whose old versions the stack has deleted: no finding",
    stack: stack(orders, trimming(orders), users, trimming(users)),
    finds: [],
  },
  {
    name: "functions of which one has its old versions deleted, and one is invoked for something else: that one is reported",
    stack: stack(orders, trimming(orders), users, trimming(users, "tf")),
    finds: [
      {
        verdict: "violation",
        says: [
          "1 function in VPC main (users)",
          "Delete old versions of users (VersionTrimmer), or remove publish from users if nothing names a version.",
        ],
      },
    ],
  },
  {
    name: "all but one of them trimmed: that one is reported",
    stack: stack(publishing("orders"), publishing("users")),
    config: { trimmed: ["*::orders"] },
    finds: [{ verdict: "violation", says: ["1 function in VPC main (users)"] }],
  },
  {
    name: "a list of subnets out of an apply: the bounds of what versions can keep",
    stack: stack(publishing("orders", true, { ...config, subnets: cut(main.subnets) })),
    finds: [{ verdict: "violation", about: main, says: ["1 to 2 combinations (likely 2)"] }],
  },
  {
    name: "whether it publishes is unknown until the deployment: undecided",
    stack: stack(publishing("orders", applied([main], true))),
    finds: [
      {
        verdict: "undecided",
        says: ["2 combinations that published versions of 1 function in VPC main (orders) may keep", "Set publish to true or false"],
      },
    ],
  },
]);
