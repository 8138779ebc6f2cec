import {
  awsxVpc,
  cut,
  deployed,
  fromElsewhere,
  idOf,
  lambda,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { byHand, change, inOrder } from "@lambda-vpc/policy-kit";
import { functionsInPrivateSubnets } from "./functions-in-private-subnets";

const main = vpc("main");
const [closed, quiet] = [
  subnet("closed", { vpc: main, cidrBlock: "10.0.1.0/24" }),
  subnet("quiet", { vpc: main, cidrBlock: "10.0.2.0/24" }),
];
const open = subnet("open", { vpc: main, cidrBlock: "10.0.3.0/24", public: true });
const ajar = subnet("ajar", { vpc: main, cidrBlock: "10.0.4.0/24", public: true });
const securityGroups = [securityGroup("shared", { vpc: main })];

const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: idOf(main) });
const table = resource("aws:ec2/routeTable:RouteTable", "table", {
  vpcId: idOf(main),
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: idOf(gateway) }],
});
const way = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "way", { routeTableId: idOf(table), subnetId: idOf(closed) });

const taken = resource("aws:ec2/defaultSubnet:DefaultSubnet", "taken", { availabilityZone: "us-east-1a", mapPublicIpOnLaunch: true });
const awsx = awsxVpc("network", { zones: 2 });

const loud = subnet("loud", { vpc: main, cidrBlock: "10.0.5.0/24" });
const functionUrn = (name: string) => urnOf(lambda(name, { subnets: [closed], securityGroups }));

testPolicy(functionsInPrivateSubnets, [
  { name: "private subnets: no finding", stack: stack(lambda("orders", { subnets: [closed, quiet], securityGroups })), finds: [] },
  {
    name: "a public subnet that no function uses: no finding",
    stack: stack(open, lambda("orders", { subnets: [closed], securityGroups })),
    finds: [],
  },
  {
    name: "two functions in one public subnet: one finding at the subnet, with both",
    stack: stack(["orders", "users"].map((name) => lambda(name, { subnets: [closed, open], securityGroups }))),
    finds: [
      {
        verdict: "violation",
        about: open,
        says: [
          "2 functions in public subnet open: orders, users.",
          "get no public IP address: calls to the internet time out",
          "Set subnetIds to [closed] in orders, users.",
        ],
        fix: change([{ step: "set-vpc-config", functions: ["orders", "users"].map(functionUrn), subnets: [urnOf(closed)] }]),
      },
    ],
  },
  {
    name: "two public subnets: a finding at each",
    stack: stack(lambda("orders", { subnets: [open, ajar], securityGroups })),
    finds: [
      { verdict: "violation", about: ajar, says: ["1 function in public subnet ajar: orders."] },
      {
        verdict: "violation",
        about: open,
        says: ["1 function in public subnet open: orders."],
        fix: byHand("move the functions to private subnets", "the program shows no private subnet of their VPC"),
      },
    ],
  },
  {
    name: "public by its route table alone: found too",
    stack: stack(way, lambda("orders", { subnets: [closed], securityGroups })),
    finds: [{ verdict: "violation", about: closed, says: ["1 function in public subnet closed"] }],
  },
  {
    name: "functions that keep two private subnets, or get those of the VPC",
    stack: stack(
      loud,
      lambda("keeps", { subnets: [closed, quiet, open], securityGroups }),
      lambda("moves", { subnets: [open], securityGroups }, { publish: true }),
    ),
    finds: [
      {
        verdict: "violation",
        about: open,
        says: [
          "Update 1: set subnetIds to [closed, quiet] in keeps, and make 1 more change like this.",
          "Update 2: delete old versions of moves (VersionTrimmer).",
        ],
        fix: inOrder([
          [
            { step: "set-vpc-config", functions: [functionUrn("keeps")], subnets: [closed, quiet].map(urnOf) },
            { step: "set-vpc-config", functions: [functionUrn("moves")], subnets: [closed, loud, quiet].map(urnOf) },
          ],
          [{ step: "trim-versions", functions: [functionUrn("moves")] }],
        ]),
      },
    ],
  },
  {
    name: "one function that is there for certain and one that may be: refused, with the bounds",
    stack: stack(
      lambda("orders", { subnets: [open], securityGroups }),
      lambda("users", { subnets: cut([closed, open], [closed]), securityGroups }),
    ),
    finds: [{ verdict: "violation", about: open, says: ["1 to 2 functions (likely 1) in public subnet open: orders."] }],
  },
  {
    name: "what exists already: decided on what is known",
    stack: stack(deployed(open, closed), lambda("orders", { subnets: [closed, open], securityGroups: ["sg-1"] })),
    finds: [{ verdict: "violation", about: open, says: ["1 function in public subnet open"] }],
  },
  {
    name: "subnets that the stack does not make: no finding, because nothing shows that they are public",
    stack: stack(lambda("orders", { subnets: ["subnet-1", fromElsewhere("subnet-2")], securityGroups })),
    finds: [],
  },
  {
    name: "a list of an awsx VPC: one line states that it may be the public one",
    stack: stack(lambda("orders", { subnets: awsx.privateSubnetIds, securityGroups })),
    finds: [
      {
        verdict: "undecided",
        level: "advisory",
        says: ["the subnets of 1 function (orders)", "the list is one of the lists of a component", "Deploy the component first"],
      },
    ],
  },
  {
    name: "a literal id that may be a public subnet which the stack takes over: undecided",
    stack: stack(taken, lambda("orders", { subnets: ["subnet-1"], securityGroups })),
    finds: [
      {
        verdict: "undecided",
        about: taken,
        says: ["0 to 1", "which another function or the inventory may name by its id"],
      },
    ],
  },
]);
