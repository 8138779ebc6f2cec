import {
  applied,
  deployed,
  fromElsewhere,
  idOf,
  lambda,
  madeAfter,
  type Part,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { subnetsInsideVpc } from "./subnets-inside-vpc";

const main = vpc("main");
const within = (cidrBlock: string | ReturnType<typeof fromElsewhere>) => subnet("private-a", { vpc: main, cidrBlock });
const a = within("10.0.0.0/24");
const web = securityGroup("web", { vpc: main });
const functionIn = (...parts: readonly ReturnType<typeof subnet>[]) => lambda("orders", { subnets: parts, securityGroups: [web] });
const inside = (...parts: readonly Part[]) => stack(functionIn(a), ...parts);
const refused = (...says: readonly string[]) => [{ verdict: "violation" as const, about: a, says }];
const further = resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "further", {
  vpcId: idOf(main),
  cidrBlock: "10.1.0.0/16",
});
const full = vpc("full", { cidrBlock: "10.0.0.0/24" });

testPolicy(
  subnetsInsideVpc,
  [
    { name: "a subnet inside its VPC: no finding", stack: inside(), finds: [] },
    { name: "the whole VPC as one subnet: no finding", stack: stack(functionIn(within("10.0.0.0/16"))), finds: [] },
    {
      name: "outside: refused, with a range that is free inside",
      stack: stack(functionIn(within("10.1.0.0/24"))),
      finds: refused(
        "subnet private-a (10.1.0.0/24) is outside VPC main (10.0.0.0/16)",
        "InvalidSubnet.Range",
        "Set cidrBlock of Subnet private-a to 10.0.0.0/24.",
      ),
    },
    {
      name: "the range to take is one that no other subnet has",
      stack: stack(functionIn(within("10.1.0.0/24")), subnet("first", { vpc: main, cidrBlock: "10.0.0.0/23" })),
      finds: refused("Set cidrBlock of Subnet private-a to 10.0.2.0/24."),
    },
    {
      name: "inside a further range of the VPC, by the id that the association hands on: no finding",
      stack: stack(functionIn(subnet("private-a", { vpc: applied([further], "vpc-main"), cidrBlock: "10.1.0.0/24" })), further),
      finds: [],
    },
    {
      name: "inside a further range that it depends on: no finding",
      stack: stack(functionIn(madeAfter(within("10.1.0.0/24"), further) as typeof a), further),
      finds: [],
    },
    {
      name: "inside a further range of the VPC that it does not wait for: refused, with the id to take",
      stack: stack(functionIn(within("10.1.0.0/24")), further),
      finds: refused(
        "subnet private-a (10.1.0.0/24) is in the range 10.1.0.0/16 of VPC main, but does not wait for its association.",
        "Set vpcId of Subnet private-a to further.vpcId. It is then created after the association.",
      ),
    },
    {
      name: "inside a further range of a VPC that exists: refused until the range does",
      stack: stack(functionIn(within("10.1.0.0/24")), further, deployed(main)),
      finds: refused("does not wait for its association"),
    },
    {
      name: "a VPC without room: a further range is the fix",
      stack: stack(functionIn(a), subnet("large", { vpc: full, cidrBlock: "10.2.0.0/20" })),
      finds: [
        {
          verdict: "violation",
          says: ["subnet large (10.2.0.0/20)", "VpcIpv4CidrBlockAssociation. By hand: no range of this size is known to be free."],
        },
      ],
    },
    {
      name: "a range that does not begin where its prefix does: refused with the one that is meant",
      stack: stack(functionIn(within("10.0.0.1/24"))),
      finds: refused(
        "10.0.0.1/24 has bits set after its prefix",
        "fix: Set cidrBlock of Subnet private-a to 10.0.0.0/24.",
        "AWS accepts IPv4 ranges from /28 to /16",
      ),
    },
    {
      name: "a range smaller than AWS accepts: refused",
      stack: stack(functionIn(within("10.0.0.0/29"))),
      finds: refused("10.0.0.0/29 has a size that AWS does not accept", "Choose a prefix length from 16 to 28"),
    },
    {
      name: "a range of IPv6 where IPv4 belongs: refused",
      stack: stack(functionIn(within("2001:db8::/64"))),
      finds: refused("is an IPv6 range", "Specify an IPv4 range"),
    },
    { name: "a subnet of IPv6 alone: no finding", stack: inside(subnet("six", { vpc: main, ipv6: "only" })), finds: [] },
    {
      name: "a VPC larger than AWS accepts: refused at the VPC",
      stack: inside(vpc("huge", { cidrBlock: "10.0.0.0/8" })),
      finds: [{ verdict: "violation", says: ["VPC huge has an invalid range: ", "10.0.0.0/8 has a size that AWS does not accept"] }],
    },
    {
      name: "a range that a pool gives: undecided",
      stack: stack(functionIn(within(fromElsewhere("10.0.7.0/24")))),
      finds: [{ verdict: "undecided", about: a, says: ["subnet private-a may be outside its VPC", "IPv4 range"] }],
    },
    {
      name: "a new subnet in a VPC outside the stack: undecided",
      stack: inside(subnet("new", { vpc: "vpc-1", cidrBlock: "10.7.0.0/24" })),
      finds: [{ verdict: "undecided", says: ["subnet new may be outside its VPC"] }],
    },
    {
      name: "a new subnet outside the ranges of a VPC that exists, which may have been given more by hand: undecided",
      stack: stack(functionIn(within("10.1.0.0/24")), deployed(main)),
      finds: [{ verdict: "undecided", about: a, says: ["subnet private-a may be outside its VPC"] }],
    },
    {
      name: "a subnet that exists, in a VPC that is unknown: AWS accepted it, so no finding",
      stack: inside(deployed(subnet("old", { vpc: "vpc-1", cidrBlock: "10.7.0.0/24" }))),
      finds: [],
    },
  ],
  { untilDeployed: "existing subnets are inside their VPC: AWS accepted them" },
);
