import { cut, fromElsewhere, lambda, securityGroup, stack, subnet, testPolicy, urnOf, vpc } from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { enoughAvailabilityZones } from "./enough-availability-zones";

const main = vpc("main");
const inZone = (name: string, availabilityZone: string) => subnet(name, { vpc: main, availabilityZone });
const [a, b, c, secondA] = [
  inZone("private-a", "us-east-1a"),
  inZone("private-b", "us-east-1b"),
  inZone("private-c", "us-east-1c"),
  inZone("second-a", "us-east-1a"),
];
const somewhere = subnet("somewhere", { vpc: main });
const elsewhere = subnet("elsewhere", { vpc: main });
const securityGroups = [securityGroup("web", { vpc: main })];
const orders = (...subnets: readonly (typeof a | string)[]) => lambda("orders", { subnets, securityGroups });
const zonesOf = (zones: Readonly<Record<string, string>>) =>
  Object.entries(zones).map(([id, availabilityZone]) => ({ id, availabilityZone }));

testPolicy(enoughAvailabilityZones, [
  { name: "two zones: no finding", stack: stack(orders(a, b)), finds: [] },
  {
    name: "one subnet: one zone, wherever that is",
    stack: stack(orders(somewhere)),
    finds: [
      {
        verdict: "violation",
        about: orders(a),
        says: [
          "1 availability zone for function orders; 2 required (availabilityZones).",
          "Add 1 subnet in another zone.",
          "By hand: the program shows no private subnet of this VPC in another zone.",
          "If the zones of its subnets fail, the function fails",
        ],
      },
    ],
  },
  {
    name: "two subnets of one zone: refused",
    stack: stack(orders(a, secondA)),
    finds: [{ verdict: "violation", says: ["1 availability zone for function orders"] }],
  },
  {
    name: "each function for itself",
    stack: stack(orders(a, b), lambda("users", { subnets: [c], securityGroups })),
    finds: [
      {
        verdict: "violation",
        about: lambda("users", { subnets: [], securityGroups }),
        says: ["for function users", "Set subnetIds to [private-a, private-c] in users."],
        fix: change(
          [{ step: "set-vpc-config", functions: [urnOf(lambda("users", { subnets: [], securityGroups }))], subnets: [a, c].map(urnOf) }],
          {
            note: "This costs one combination per subnet and security-group set.",
          },
        ),
      },
    ],
  },
  { name: "as many zones as the user wants: no finding", stack: stack(orders(a, b, c)), config: { availabilityZones: 3 }, finds: [] },
  {
    name: "fewer zones than the user wants: refused",
    stack: stack(orders(a, b, secondA)),
    config: { availabilityZones: 3 },
    finds: [{ verdict: "violation", says: ["2 availability zones for function orders; 3 required", "Add 1 subnet in another zone."] }],
  },
  {
    name: "two zones fewer than the user wants: the fix has as many subnets",
    stack: stack(orders(a)),
    config: { availabilityZones: 3 },
    finds: [{ verdict: "violation", says: ["1 availability zone for function orders", "Add 2 subnets, each in another zone."] }],
  },
  {
    name: "two subnets whose zones are unknown: undecided",
    stack: stack(orders(somewhere, elsewhere)),
    finds: [
      {
        verdict: "undecided",
        says: [
          "1 to 2 availability zones (likely 2) for function orders",
          "some availability zones of the subnets are unknown",
          "Set the availabilityZone of each subnet",
        ],
      },
    ],
  },
  { name: "two zones and a subnet whose zone is unknown: no finding", stack: stack(orders(a, b, somewhere)), finds: [] },
  {
    name: "ids of subnets outside the stack: undecided",
    stack: stack(orders("subnet-1", "subnet-2")),
    finds: [
      {
        verdict: "undecided",
        says: ["availability zones of 2 subnets (subnet-1, subnet-2)", "does not create them", "availabilityZone to the inventory"],
      },
    ],
  },
  {
    name: "a subnet of the stack and one outside, both of unknown zones: undecided for two reasons",
    stack: stack(orders(somewhere, "subnet-1")),
    finds: [
      { verdict: "undecided", says: ["availability zones of 1 subnet (subnet-1)"] },
      { verdict: "undecided", says: ["for function orders", "some availability zones of the subnets are unknown"] },
    ],
  },
  {
    name: "one id of a subnet outside the stack: refused",
    stack: stack(orders("subnet-1")),
    finds: [{ verdict: "violation", says: ["1 availability zone"] }],
  },
  {
    name: "a list cut by an apply: undecided",
    stack: stack(lambda("orders", { subnets: cut([a, b]), securityGroups })),
    finds: [{ verdict: "undecided", says: ["the whole list is unknown"] }],
  },
  {
    name: "a list out of subnets of one zone: refused, whichever it takes",
    stack: stack(lambda("orders", { subnets: cut([a, secondA]), securityGroups })),
    finds: [{ verdict: "violation", says: ["1 availability zone for function orders"] }],
  },
  {
    name: "subnets of a stack that is not deployed yet: undecided",
    stack: stack(lambda("orders", { subnets: [fromElsewhere("subnet-1"), fromElsewhere("subnet-2")], securityGroups })),
    finds: [{ verdict: "undecided", says: ["1 to 2", "depends on no subnet"] }],
  },
  {
    name: "subnets outside the stack whose zones the inventory names: no finding with two",
    stack: stack(orders("subnet-1", "subnet-2")),
    settings: { inventory: { subnets: zonesOf({ "subnet-1": "us-east-1a", "subnet-2": "us-east-1b" }) } },
    finds: [],
  },
  {
    name: "subnets outside the stack that the inventory puts into one zone: reported",
    stack: stack(orders("subnet-1", "subnet-2")),
    settings: { inventory: { subnets: zonesOf({ "subnet-1": "us-east-1a", "subnet-2": "us-east-1a" }) } },
    finds: [{ verdict: "violation", says: ["1 availability zone for function orders"] }],
  },
  {
    name: "a subnet with two zones in the inventory: undecided",
    stack: stack(orders("subnet-1", "subnet-2")),
    settings: {
      inventory: {
        subnets: [...zonesOf({ "subnet-1": "us-east-1a", "subnet-2": "us-east-1a" }), ...zonesOf({ "subnet-2": "us-east-1b" })],
      },
    },
    finds: [{ verdict: "undecided", says: ["For subnets outside this stack, add one to the inventory."] }],
  },
]);
