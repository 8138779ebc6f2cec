import {
  applied,
  cut,
  type Inputs,
  lambda,
  resource,
  securityGroup,
  stack,
  testPolicy,
  vpc,
  type VpcConfig,
} from "@lambda-vpc/policy-testing";
import { keptFunctionsKeepNetwork } from "./kept-functions-keep-network";

const main = vpc("main", { subnets: 2 });
const [own, spare] = ["own", "spare"].map((name) => securityGroup(name, { vpc: main })) as [typeof main, typeof main];
const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "adopted");
const existing: VpcConfig = { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] };
const network: VpcConfig = { subnets: main.subnets, securityGroups: [own] };
const kept = (config: VpcConfig, skipDestroy: Inputs[string] = true) => lambda("orders", config, { skipDestroy });

testPolicy(keptFunctionsKeepNetwork, [
  { name: "a function that is deleted with its network: no finding", stack: stack(lambda("orders", network)), finds: [] },
  { name: "skipDestroy set to false: no finding", stack: stack(kept(network, false)), finds: [] },
  { name: "a kept function in a network of another stack: no finding", stack: stack(main, kept(existing)), finds: [] },
  {
    name: "a kept function with a default group, which the stack leaves: no finding",
    stack: stack(kept({ ...existing, securityGroups: [adopted] })),
    finds: [],
  },
  {
    name: "a kept function in a network of this stack: its group and subnets are listed",
    stack: stack(kept(network), lambda("users", network)),
    finds: [
      {
        verdict: "violation",
        says: [
          "3 resources (own, main-0, main-1) cannot be deleted on destroy: orders sets skipDestroy",
          "EC2 deletes no group or subnet that an ENI uses",
          "Remove skipDestroy from Function orders, or move its security groups and subnets",
        ],
      },
    ],
  },
  {
    name: "a kept function on subnets of another stack: its group is listed",
    stack: stack(kept({ ...existing, securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["1 resource (own) cannot be deleted on destroy"] }],
  },
  {
    name: "whether the function stays is unknown until the deployment: undecided",
    stack: stack(kept(network, applied([main], true))),
    finds: [{ verdict: "undecided", says: ["3 resources that a destroy may delete under orders", "Set skipDestroy to true or false"] }],
  },
  {
    name: "groups out of an apply over two of this stack: undecided",
    stack: stack(kept({ ...existing, securityGroups: cut([own, spare], [own]) })),
    finds: [{ verdict: "undecided", says: ["0 to 2 resources (likely 2) that a destroy may delete under orders"] }],
  },
]);
