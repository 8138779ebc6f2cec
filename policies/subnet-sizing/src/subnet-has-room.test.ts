import {
  awsxVpc,
  cut,
  deployed,
  fromElsewhere,
  groupPerFunction,
  idOf,
  type Inputs,
  interfaceEndpoint,
  lambda,
  loadBalancer,
  mountTarget,
  natGateway,
  type Resource,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { byHand, change, oneOfFixes } from "@lambda-vpc/policy-kit";
import { subnetHasRoom } from "./subnet-has-room";

const small = vpc("main", { subnets: 3, prefix: 28 });
const medium = vpc("main", { subnets: 3, prefix: 27 });
const large = vpc("main", { subnets: 2 });
const [zoneA, zoneB] = small.subnets as [Resource, Resource];
/** A VPC of one /28. */
const tiny = vpc("main", { subnets: 1, prefix: 28 });

/** Nine sets in each subnet, a mount target and an endpoint in each: eleven addresses. */
const eleven = (main: typeof small) => [
  groupPerFunction(main, { functions: 9 }),
  main.subnets.map((one) => mountTarget(`files-${one.name}`, { subnet: one })),
  interfaceEndpoint("queue", { subnets: main.subnets }),
];
/** A tenth set in the first subnet alone. */
const tenth = (main: typeof small) =>
  lambda("tenth", { subnets: main.subnets.slice(0, 1), securityGroups: [securityGroup("tenth", { vpc: main })] });

const bare = { config: { headroom: 0 }, settings: { assumptions: { changeover: 0 } } };
const still = { settings: { assumptions: { changeover: 0 } } };
const functions = (main: typeof small, number: number) => stack(groupPerFunction(main, { functions: number }));
const literal = lambda("orders", { subnets: ["subnet-1"], securityGroups: ["sg-1"] });
const told = (availableAddresses: number) => ({
  inventory: { subnets: [{ id: "subnet-1", cidrBlock: "10.0.0.0/24", availableAddresses }] },
});
const ipv6Only = subnet("inside", { vpc: vpc("main"), ipv6: "only" });
const pooled = subnet("pooled", { vpc: large, cidrBlock: fromElsewhere("10.0.9.0/24") });
const outer = subnet("outer", { vpc: large, cidrBlock: "10.0.9.0/28" });
const awsx = awsxVpc("network", { zones: 2 });
const service = (name: string, inputs: Inputs) =>
  resource("aws:ecs/service:Service", name, { ...inputs, networkConfiguration: { subnets: large.subnets.map(idOf) } });

testPolicy(subnetHasRoom, [
  { name: "a /24 with a dozen sets: no finding", stack: functions(large, 12), finds: [] },
  {
    name: "without any margin, a /28 is just full with nine sets, a mount target and an endpoint",
    stack: stack(eleven(small)),
    ...bare,
    finds: [],
  },
  {
    name: "without any margin, a tenth set is refused at the subnet that it is in",
    stack: stack(eleven(small), tenth(small)),
    ...bare,
    finds: [
      {
        verdict: "violation",
        about: zoneA,
        says: [
          "12 addresses at peak in subnet main-0 (10.0.0.0/28)",
          "12 used (10 for combinations, 1 for interface endpoints, 1 for mount targets); 11 usable, -1 free.",
          "SubnetOutOfIPAddresses",
          "Set cidrBlock of Subnet main-0 to 10.0.0.0/27, or share security-group sets (see share-security-groups).",
        ],
        fix: oneOfFixes(
          change([{ step: "set-property", resources: [urnOf(zoneA)], property: "cidrBlock", value: "10.0.0.0/27" }]),
          byHand(
            "share security-group sets (see share-security-groups)",
            "the program does not show which functions may have the same access",
          ),
        ),
      },
    ],
  },
  { name: "without any margin, a /27 takes the tenth set", stack: stack(eleven(medium), tenth(medium)), ...bare, finds: [] },
  {
    name: "with the usual margins the same /28 is reported with used, peak and free",
    stack: stack(eleven(tiny)),
    finds: [
      {
        verdict: "violation",
        says: [
          "20 addresses at peak",
          "11 used",
          "9 for changeover",
          "11 usable, -9 free, 3 to keep free (headroom)",
          "Set cidrBlock of Subnet main-0 to 10.0.0.0/27",
        ],
      },
    ],
  },
  { name: "as many as the headroom leaves: no finding", stack: functions(tiny, 8), ...still, finds: [] },
  {
    name: "one more than the headroom leaves: refused",
    stack: functions(tiny, 9),
    ...still,
    finds: [{ verdict: "violation", says: ["9 addresses at peak", "2 free, 3 to keep free"] }],
  },
  {
    name: "growth counts on what is used",
    stack: functions(tiny, 6),
    settings: { assumptions: { changeover: 0, growth: 0.5 } },
    finds: [{ verdict: "violation", says: ["9 addresses at peak", "6 used (combinations), 3 for growth"] }],
  },
  {
    name: "a subnet that exists cannot grow: others would do",
    stack: stack(deployed(tiny.subnets), groupPerFunction(tiny, { functions: 12 })),
    ...bare,
    finds: [{ verdict: "violation", says: ["12 addresses at peak", "Use subnets of size /27", "By hand: a subnet cannot grow."] }],
  },
  {
    name: "an application load balancer in a /28: AWS takes only /27 and larger",
    stack: stack(groupPerFunction(small, { functions: 1 }), loadBalancer("web", { subnets: small.subnets.slice(0, 2) })),
    ...bare,
    finds: [
      { verdict: "violation", about: zoneA, says: ["Set cidrBlock of Subnet main-0 to 10.0.0.0/27"] },
      { verdict: "violation", about: zoneB, says: ["application load balancers"] },
    ],
  },
  {
    name: "a NAT gateway takes its secondary addresses too",
    stack: stack(groupPerFunction(tiny, { functions: 4 }), natGateway("out", { subnet: tiny.subnets[0] ?? "", secondary: 7 })),
    ...bare,
    finds: [{ verdict: "violation", says: ["12 used (4 for combinations, 8 for NAT gateways)"] }],
  },
  {
    name: "a subnet that no function uses: silence, however full it is",
    stack: stack(
      groupPerFunction(large, { functions: 1 }),
      ["one", "two"].map((name) => natGateway(name, { subnet: outer, secondary: 7 })),
    ),
    finds: [],
  },
  {
    name: "warnAt 0: the figures of every subnet",
    stack: functions(vpc("main", { subnets: 1 }), 1),
    config: { warnAt: 0 },
    finds: [
      {
        verdict: "warning",
        level: "advisory",
        says: ["2 addresses at peak in subnet main-0 (10.0.0.0/24)", "1 used", "251 usable, 249 free, 51 to keep free"],
      },
    ],
  },
  {
    name: "an ECS service of ten tasks in a /24, each with one address: no finding",
    stack: stack(groupPerFunction(large, { functions: 2 }), service("shop", { desiredCount: 10 })),
    finds: [],
  },
  {
    name: "an ECS service of as many tasks as a /24 has addresses: undecided, because the service chooses their subnets",
    stack: stack(groupPerFunction(large, { functions: 2 }), service("shop", { desiredCount: 200 })),
    finds: [
      {
        verdict: "undecided",
        says: ["up to 400 for tasks of ECS services", "each task or node takes an address", "keep free addresses for all tasks and nodes"],
      },
    ],
  },
  {
    name: "a subnet outside the stack: never accepted without its free addresses",
    stack: stack(literal),
    finds: [
      {
        verdict: "undecided",
        says: [
          "free addresses and availability zones of 1 subnet (subnet-1)",
          "so other stacks may use their addresses",
          "Add their availableAddresses and availabilityZone to the inventory",
        ],
      },
    ],
  },
  {
    name: "a subnet outside the stack whose free addresses are in the inventory: no finding",
    stack: stack(literal),
    settings: told(40),
    finds: [],
  },
  {
    name: "a subnet outside the stack that is nearly full: refused",
    stack: stack(literal),
    settings: told(1),
    finds: [{ verdict: "violation", about: literal, says: ["1 usable", "Use subnets of size /"] }],
  },
  {
    name: "an IPv6-only subnet of this stack: it gets an IPv4 range, and stops being IPv6-only",
    stack: stack(lambda("orders", { subnets: [ipv6Only], securityGroups: ["sg-1"] })),
    finds: [
      { verdict: "violation", about: ipv6Only, says: ["Remove ipv6Native from Subnet inside, and set cidrBlock of Subnet inside to"] },
    ],
  },
  {
    name: "a range that a pool gives: undecided",
    stack: stack(lambda("orders", { subnets: [pooled], securityGroups: [securityGroup("web", { vpc: large })] })),
    finds: [{ verdict: "undecided", about: pooled, says: ["usable addresses unknown", "IPv4 range"] }],
  },
  {
    name: "a list cut by an apply over full subnets: undecided",
    stack: stack(groupPerFunction(small, { functions: 12, subnets: cut(small.subnets, small.subnets.slice(0, 1)) })),
    ...bare,
    finds: [{ verdict: "undecided", says: ["the whole list is unknown"] }],
  },
  {
    name: "functions in an awsx VPC: no finding",
    stack: stack(
      ...["orders", "users"].map((name) =>
        lambda(name, { subnets: awsx.privateSubnetIds, securityGroups: [securityGroup(name, { vpc: awsx.vpc })] }),
      ),
    ),
    finds: [],
  },
]);
