import { fromElsewhere, lambda, type Part, securityGroup, stack, subnet, testPolicy, vpc } from "@lambda-vpc/policy-testing";
import { subnetsDoNotOverlap } from "./subnets-do-not-overlap";

const main = vpc("main");
const other = vpc("other");
const inMain = (name: string, cidrBlock: string | ReturnType<typeof fromElsewhere>) => subnet(name, { vpc: main, cidrBlock });
const a = inMain("private-a", "10.0.0.0/24");
const b = inMain("private-b", "10.0.1.0/24");
const within = inMain("within", "10.0.0.128/25");
const around = inMain("whole", "10.0.0.0/20");
const unknown = inMain("pooled", fromElsewhere("10.0.7.0/24"));
const orders = lambda("orders", { subnets: [a], securityGroups: [securityGroup("web", { vpc: main })] });
const withOrders = (...parts: readonly Part[]) => stack(orders, ...parts);

const inventory = (cidrBlock: string, vpcId = "vpc-1") => ({ inventory: { subnets: [{ id: "subnet-1", vpcId, cidrBlock }] } });
const adopted = subnet("adopting", { vpc: "vpc-1", cidrBlock: "10.0.3.0/24" });

testPolicy(subnetsDoNotOverlap, [
  { name: "subnets side by side: no finding", stack: withOrders(b), finds: [] },
  {
    name: "one inside the other: refused at the later one, with both ranges",
    stack: withOrders(b, within),
    finds: [
      {
        verdict: "violation",
        about: within,
        says: [
          "subnet within (10.0.0.128/25) overlaps private-a (10.0.0.0/24) in VPC main",
          "InvalidSubnet.Conflict",
          "Set cidrBlock of Subnet within to 10.0.2.0/25.",
        ],
      },
    ],
  },
  {
    name: "one around two others: one finding",
    stack: withOrders(b, around),
    finds: [{ verdict: "violation", about: around, says: ["private-a (10.0.0.0/24), private-b (10.0.1.0/24)"] }],
  },
  {
    name: "the same range twice: refused",
    stack: withOrders(inMain("twin", "10.0.0.0/24")),
    finds: [{ verdict: "violation", says: ["subnet twin (10.0.0.0/24)"] }],
  },
  {
    name: "the same range in another VPC: no finding",
    stack: withOrders(subnet("far", { vpc: other, cidrBlock: "10.0.0.0/24" })),
    finds: [],
  },
  {
    name: "a range of IPv6 alone: no finding",
    stack: withOrders(subnet("six", { vpc: main, ipv6: "only" })),
    finds: [],
  },
  {
    name: "a text that is no range: the matter of another policy",
    stack: withOrders(inMain("odd", "10.0.0.1/24")),
    finds: [],
  },
  {
    name: "a subnet that the inventory knows in the VPC: refused",
    stack: stack(orders, adopted),
    settings: inventory("10.0.3.128/28"),
    finds: [{ verdict: "violation", about: adopted, says: ["subnet adopting (10.0.3.0/24) overlaps subnet-1"] }],
  },
  {
    name: "a subnet that the inventory knows elsewhere: no finding",
    stack: stack(orders, adopted),
    settings: inventory("10.0.3.128/28", "vpc-2"),
    finds: [],
  },
  {
    name: "a range that a pool gives: undecided",
    stack: withOrders(b, unknown),
    finds: [
      {
        verdict: "undecided",
        about: unknown,
        says: ["subnet pooled may overlap private-a, private-b", "1 resource (pooled), the IPv4 range", "to plain values"],
      },
    ],
  },
  {
    name: "ranges that meet in VPCs that may be one: undecided",
    stack: withOrders(subnet("stray", { vpc: fromElsewhere("vpc-7"), cidrBlock: "10.0.0.0/26" })),
    finds: [{ verdict: "undecided", says: ["subnet stray may overlap private-a", "the VPC is unknown at preview"] }],
  },
  {
    name: "ranges that are apart in whatever VPC: no finding",
    stack: withOrders(subnet("stray", { vpc: fromElsewhere("vpc-7"), cidrBlock: "10.0.4.0/26" })),
    finds: [],
  },
]);
