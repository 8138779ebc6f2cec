import {
  awsxVpc,
  capacityProvider,
  component,
  cut,
  database,
  deployed,
  fromElsewhere,
  groupPerFunction,
  interfaceEndpoint,
  lambda,
  mountTarget,
  natGateway,
  networkInterface,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { subnetNotOversized } from "./subnet-not-oversized";

const main = (prefix: number) => vpc("main", { subnets: 3, prefix });
const huge = main(19);
const web = securityGroup("web", { vpc: huge });
const orders = lambda("orders", { subnets: huge.subnets, securityGroups: [web] });
const scaled = lambda("orders", { subnets: huge.subnets, securityGroups: [web] }, { memorySize: 1536, reservedConcurrentExecutions: 1000 });
const functions = (prefix: number, number: number) => stack(groupPerFunction(main(prefix), { functions: number }));
const pooled = subnet("pooled", { vpc: huge, cidrBlock: fromElsewhere("10.0.128.0/24") });
const inComponent = vpc("platform", { subnets: 2, prefix: 19, parent: component("acme:index:Platform", "platform") });
const awsx = awsxVpc("network", { zones: 2 });

testPolicy(
  subnetNotOversized,
  [
    { name: "a /24, as most programs write it: no finding", stack: functions(24, 1), finds: [] },
    { name: "a /22: no finding", stack: functions(22, 1), finds: [] },
    {
      name: "three /19 for forty functions, by the formula of 2018: one line, with today's number",
      stack: functions(19, 40),
      finds: [
        {
          verdict: "violation",
          about: huge.subnets[0] ?? huge,
          says: [
            "8187 usable addresses in each of the 3 subnets main-0, main-1, main-2 (/19); the peak needs at most 80.",
            "A /25 is enough",
            "The formula of 2018 does not apply",
            "Set cidrBlock of Subnet main-0 to 10.0.0.0/22, and likewise for main-1, main-2.",
          ],
        },
      ],
    },
    {
      name: "what the old formula would ask for, where the stack shows it",
      stack: stack(scaled),
      finds: [{ verdict: "violation", says: ["A /28 is enough", "The formula of 2018 (500 addresses) does not apply"] }],
    },
    { name: "a /21 for eighty sets: a few times the need, no finding", stack: functions(21, 80), finds: [] },
    {
      name: "without growth, a /21 for 55 sets is reported",
      stack: functions(21, 55),
      finds: [{ verdict: "violation", says: ["the peak needs at most 110", "A /25 is enough"] }],
    },
    {
      name: "growth that the user expects makes room: no finding",
      stack: functions(21, 55),
      settings: { assumptions: { growth: 1 } },
      finds: [],
    },
    {
      name: "as strict as the user wants",
      stack: stack(groupPerFunction(vpc("main", { subnets: 1 }), { functions: 1 })),
      config: { freePrefix: 28 },
      finds: [
        {
          verdict: "violation",
          says: ["251 usable addresses in subnet main-0 (10.0.0.0/24)", "Set cidrBlock of Subnet main-0 to 10.0.0.0/25."],
        },
      ],
    },
    {
      name: "a large subnet that is there already: no finding, for it cannot change",
      stack: stack(deployed(huge.subnets), orders),
      finds: [],
    },
    {
      name: "a large subnet that no function uses: no finding",
      stack: stack(functions(24, 1).resources, vpc("unused", { subnets: 2, prefix: 19 }).subnets),
      finds: [],
    },
    {
      name: "a range that a pool gives: undecided",
      stack: stack(lambda("orders", { subnets: [pooled], securityGroups: [web] })),
      finds: [{ verdict: "undecided", about: pooled, says: ["subnet pooled may be many times larger", "IPv4 range"] }],
    },
    {
      name: "a capacity provider next to the function, whose need is unknown: undecided",
      stack: stack(orders, capacityProvider("fleet", { subnets: huge.subnets, securityGroups: [web] })),
      finds: [{ verdict: "undecided", says: ["main-0 (10.0.0.0/19)", "the number of addresses that a resource takes"] }],
    },
    {
      name: "a list cut by an apply: even the most is little",
      stack: stack(lambda("orders", { subnets: cut(huge.subnets), securityGroups: [web] })),
      finds: [{ verdict: "violation", says: ["8187 usable addresses"] }],
    },
    ...[
      { what: "a database", consumer: database("shop", { subnets: huge.subnets.slice(1) }) },
      {
        what: "a network interface in a list that is unknown as a whole",
        consumer: networkInterface("appliance", { subnet: fromElsewhere("subnet-1") }),
      },
    ].map(({ what, consumer }) => ({
      name: `${what} in the VPC: no finding, for it is not for functions alone`,
      stack: stack(orders, consumer),
      finds: [],
    })),
    {
      name: "a database in another VPC: reported",
      stack: stack(orders, database("shop", { subnets: vpc("data", { subnets: 2 }).subnets })),
      finds: [{ verdict: "violation", says: ["8187 usable addresses"] }],
    },
    {
      name: "what serves functions: reported",
      stack: stack(
        orders,
        interfaceEndpoint("queue", { subnets: huge.subnets }),
        mountTarget("files", { subnet: huge.subnets[0] ?? huge }),
        natGateway("out", { subnet: huge.subnets[1] ?? huge }),
      ),
      finds: [{ verdict: "violation", says: ["8187 usable addresses in each of the 3 subnets"] }],
    },
    {
      name: "subnets of this stack in the VPC of another stack: no finding",
      stack: stack(lambda("orders", { subnets: [subnet("wide", { vpc: "vpc-1", cidrBlock: "10.0.0.0/18" })], securityGroups: ["sg-1"] })),
      finds: [],
    },
    {
      name: "a VPC of a component, which lays it out for every service: no finding",
      stack: stack(lambda("orders", { subnets: inComponent.subnets, securityGroups: [web] })),
      finds: [],
    },
    {
      name: "any VPC, if the user wants it",
      stack: stack(lambda("orders", { subnets: inComponent.subnets, securityGroups: [web] })),
      config: { vpcs: "all" },
      finds: [{ verdict: "violation", says: ["8187 usable addresses"] }],
    },
    {
      name: "functions in an awsx VPC of /24: no finding",
      stack: stack(lambda("orders", { subnets: awsx.privateSubnetIds, securityGroups: [web] })),
      finds: [],
    },
  ],
  { untilDeployed: "a subnet's range cannot change once it is made" },
);
