import { awsxVpc, cut, fromElsewhere, https, lambda, securityGroup, stack, subnet, testPolicy, vpc } from "@lambda-vpc/policy-testing";
import { alignSubnets } from "./align-subnets";

const main = vpc("main");
const inZone = (name: string, availabilityZone: string) => subnet(name, { vpc: main, availabilityZone });
const [a, b, c] = ["a", "b", "c"].map((zone) => inZone(`private-${zone}`, `us-east-1${zone}`)) as [typeof main, typeof main, typeof main];
const second = inZone("second-a", "us-east-1a");
const open = subnet("open-c", { vpc: main, availabilityZone: "us-east-1c", public: true });
const [x, y] = ["x", "y"].map((name) => securityGroup(name, { vpc: main, egress: [https("10.0.0.0/8")] })) as [typeof main, typeof main];

const orders = lambda("orders", { subnets: [a, b], securityGroups: [x] });
const users = lambda("users", { subnets: [b, a], securityGroups: [x] });
const reports = lambda("reports", { subnets: [b, c], securityGroups: [x] });
const awsx = awsxVpc("network", { zones: 2 });

testPolicy(alignSubnets, [
  { name: "one list of subnets, in whatever order: no finding", stack: stack(orders, users), finds: [] },
  {
    name: "two lists that overlap: who could move where, and what it saves",
    stack: stack(orders, users, reports),
    finds: [
      {
        verdict: "violation",
        about: reports,
        says: [
          "1 combination can be saved: 1 function (reports) can use the subnets of orders, users, with the same security-group set (x).",
          "Set subnetIds to [private-a, private-b] in reports. ",
          "They lose no availability zone.",
        ],
      },
    ],
  },
  {
    name: "functions of one subnet each: all onto one list, and each set for itself",
    stack: stack(
      ...[a, b, c].map((one, index) => lambda(`tiny-${index}`, { subnets: [one], securityGroups: [x] })),
      lambda("other", { subnets: [c], securityGroups: [y] }),
    ),
    finds: [{ verdict: "violation", says: ["2 combinations can be saved: 2 functions"] }],
  },
  {
    name: "one subnet each, of unknown zones: nothing is lost, so reported",
    stack: stack(
      lambda("orders", { subnets: ["subnet-1"], securityGroups: [x] }),
      lambda("users", { subnets: ["subnet-2"], securityGroups: [x] }),
    ),
    finds: [{ verdict: "violation", says: ["1 combination can be saved", "users", "subnet-1"] }],
  },
  {
    name: "a literal group over subnets that nothing ties together: undecided, for they may be in two VPCs",
    stack: stack(
      lambda("orders", { subnets: ["subnet-1"], securityGroups: ["sg-1"] }),
      lambda("users", { subnets: ["subnet-2"], securityGroups: ["sg-1"] }),
    ),
    finds: [{ verdict: "undecided", says: ["the VPC is unknown at preview"] }],
  },
  {
    name: "less saved than the user asks for: no finding",
    stack: stack(orders, reports),
    config: { minSaved: 2 },
    finds: [],
  },
  {
    name: "a list within another: aligning saves nothing, so no finding",
    stack: stack(orders, lambda("wide", { subnets: [a, b, c], securityGroups: [x] })),
    finds: [],
  },
  {
    name: "onto fewer availability zones: never advised",
    stack: stack(orders, lambda("narrow", { subnets: [a, second], securityGroups: [x] })),
    finds: [{ verdict: "violation", says: ["(narrow) can use the subnets of orders", "private-a, private-b"] }],
  },
  {
    name: "two subnets to one: never advised, though they are in one zone",
    stack: stack(
      lambda("one", { subnets: [b], securityGroups: [x] }),
      lambda("narrow", { subnets: [a, second], securityGroups: [x] }),
      lambda("other", { subnets: [c], securityGroups: [y] }),
    ),
    finds: [{ verdict: "violation", says: ["(one) can use the subnets of narrow"] }],
  },
  {
    name: "private subnets for a public one: never advised",
    stack: stack(orders, users, lambda("exposed", { subnets: [open, b], securityGroups: [x] })),
    finds: [{ verdict: "violation", says: ["(exposed) can use the subnets of orders, users"] }],
  },
  {
    name: "different lists of different sets: nothing would be shared, so no finding",
    stack: stack(orders, lambda("reports", { subnets: [b, c], securityGroups: [y] })),
    finds: [],
  },
  {
    name: "subnets whose zones are unknown: undecided, because a zone may be lost",
    stack: stack(
      lambda("orders", { subnets: ["subnet-1", "subnet-2"], securityGroups: [x] }),
      lambda("users", { subnets: ["subnet-2", "subnet-3"], securityGroups: [x] }),
    ),
    finds: [
      {
        verdict: "undecided",
        says: ["0 to 1 combinations (likely 0) can be saved", "the availability zones of the subnets are unknown"],
      },
    ],
  },
  {
    name: "a saving that keeps every zone, beside a greater one that depends on zones: both",
    stack: stack(
      lambda("orders", { subnets: [a, b], securityGroups: [x] }),
      lambda("reports", { subnets: [b, c], securityGroups: [x] }),
      lambda("users", { subnets: ["subnet-1", "subnet-2", "subnet-3"], securityGroups: [x] }),
    ),
    finds: [
      { verdict: "violation", says: ["1 combination can be saved: 1 function (reports) can use the subnets of orders"] },
      { verdict: "undecided", says: ["0 to 3 combinations (likely 0) can be saved", "the availability zones of the subnets are unknown"] },
    ],
  },
  {
    name: "a longer list that may move onto a part of it: undecided, though no list is longer",
    stack: stack(
      lambda("wide", { subnets: [a, b, c, second], securityGroups: [x] }),
      lambda("cutting", { subnets: cut([a, b]), securityGroups: [x] }),
    ),
    finds: [{ verdict: "undecided", says: ["can be saved if the 2 functions", "the whole list is unknown"] }],
  },
  {
    name: "a list cut by an apply: undecided",
    stack: stack(orders, lambda("cutting", { subnets: cut([a, b, c], [a, b]), securityGroups: [x] })),
    finds: [
      { verdict: "undecided", says: ["can be saved if the 2 functions in VPC main use one subnet list", "the whole list is unknown"] },
    ],
  },
  {
    name: "lists of an awsx VPC, which may be different ones: one line",
    stack: stack(...["orders", "users"].map((name) => lambda(name, { subnets: awsx.privateSubnetIds, securityGroups: [x] }))),
    finds: [
      {
        verdict: "undecided",
        about: awsx.vpc,
        says: ["the subnets of 2 functions (orders, users)", "the list is one of the lists of a component"],
      },
    ],
  },
  {
    name: "one function whose list is unknown: nobody to align with, so no finding",
    stack: stack(lambda("orders", { subnets: cut([a, b]), securityGroups: [x] })),
    finds: [],
  },
  {
    name: "subnets of a stack that is not deployed yet: undecided",
    stack: stack(orders, lambda("reports", { subnets: [fromElsewhere("subnet-1")], securityGroups: [x] })),
    finds: [{ verdict: "undecided", says: ["the list is unknown and depends on no subnet"] }],
  },
]);
