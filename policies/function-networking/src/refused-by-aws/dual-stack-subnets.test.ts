import {
  applied,
  cut,
  fromElsewhere,
  idOf,
  type Inputs,
  lambda,
  type ReferenceList,
  type Resource,
  resource,
  securityGroup,
  stack,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { byHand, change, oneOfFixes } from "@lambda-vpc/policy-kit";
import { dualStackSubnets } from "./dual-stack-subnets";

const main = vpc("main");
const subnetWith = (name: string, inputs: Inputs): Resource => resource("aws:ec2/subnet:Subnet", name, { vpcId: idOf(main), ...inputs });
const range = (third: number) => ({ cidrBlock: `10.0.${third}.0/24` });
const both = subnetWith("both", { ...range(1), ipv6CidrBlock: "2001:db8:0:1::/64" });
const assigning = subnetWith("assigning", {
  ...range(2),
  ipv6CidrBlock: applied([main], "2001:db8:0:2::/64"),
  assignIpv6AddressOnCreation: true,
});
const computed = subnetWith("computed", { ...range(3), ipv6CidrBlock: applied([main], "2001:db8:0:3::/64") });
const [narrow, old] = [subnetWith("narrow", range(4)), subnetWith("old", range(5))];
const modern = subnetWith("modern", { ipv6Native: true, ipv6CidrBlock: "2001:db8:0:6::/64" });
const securityGroups = [securityGroup("shared", { vpc: main })];

/** A function with `ipv6AllowedForDualStack`. */
function asking(
  name: string,
  subnets: ReferenceList,
  ipv6AllowedForDualStack: Inputs[string] = true,
  groups: ReferenceList = securityGroups,
): Resource {
  const { vpcConfig } = lambda(name, { subnets, securityGroups: groups }).inputs;
  return lambda(name, { subnets, securityGroups: groups }, { vpcConfig: { ...(vpcConfig as Inputs), ipv6AllowedForDualStack } });
}

const withoutIpv6 = change([
  { step: "remove-property", resources: [urnOf(asking("orders", []))], property: "vpcConfig.ipv6AllowedForDualStack" },
]);

testPolicy(dualStackSubnets, [
  { name: "IPv6 over dual-stack subnets: no finding", stack: stack(asking("orders", [both, assigning])), finds: [] },
  {
    name: "no IPv6 setting over IPv4 subnets: no finding",
    stack: stack(lambda("orders", { subnets: [narrow], securityGroups })),
    finds: [],
  },
  { name: "IPv6 switched off: no finding", stack: stack(asking("orders", [narrow], false)), finds: [] },
  {
    name: "IPv6 over subnets of which two have none: refused at the function, with their names",
    stack: stack(asking("orders", [both, narrow, old]), asking("users", [both])),
    finds: [
      {
        verdict: "violation",
        says: [
          "2 subnets of orders without both an IPv4 and an IPv6 range, but ipv6AllowedForDualStack is true: narrow, old.",
          "Remove vpcConfig.ipv6AllowedForDualStack from Function orders, or add the missing range to these subnets.",
        ],
        fix: oneOfFixes(withoutIpv6, byHand("add the missing range to these subnets", "the program does not show which ranges are free")),
      },
    ],
  },
  {
    name: "IPv6 over two dual-stack subnets and another: they are enough",
    stack: stack(asking("orders", [both, assigning, narrow])),
    finds: [
      {
        verdict: "violation",
        says: ["Set subnetIds to [assigning, both] in orders, or remove vpcConfig.ipv6AllowedForDualStack from Function orders."],
        fix: oneOfFixes(
          change([{ step: "set-vpc-config", functions: [urnOf(asking("orders", []))], subnets: [assigning, both].map(urnOf) }]),
          withoutIpv6,
        ),
      },
    ],
  },
  {
    name: "IPv6 over an IPv6-only subnet: refused, for functions need IPv4 too",
    stack: stack(asking("orders", [modern])),
    finds: [{ verdict: "violation", says: ["1 subnet of orders without both", "modern", "requires dual-stack subnets"] }],
  },
  {
    name: "a range that is unknown until the deployment: undecided",
    stack: stack(asking("orders", [both, computed])),
    finds: [
      {
        verdict: "undecided",
        level: "advisory",
        says: ["0 to 1 subnets (likely 0) of orders without both", "whether its subnets have IPv6 ranges, is unknown"],
      },
    ],
  },
  {
    name: "subnets that the stack does not make: undecided, for the function asks for IPv6 all the same",
    stack: stack(asking("orders", ["subnet-1", both])),
    finds: [{ verdict: "undecided", says: ["0 to 1 subnets (likely 0)", "use subnets of this stack that are deployed first"] }],
  },
  {
    name: "a list cut by an apply: undecided",
    stack: stack(asking("orders", cut([both, narrow], [both]))),
    finds: [{ verdict: "undecided", says: ["0 to 1 subnets (likely 1)", "the whole list is unknown"] }],
  },
  {
    name: "one element picked out of three subnets: undecided, and at most that one",
    stack: stack(asking("orders", [applied([both, narrow, old], idOf(narrow))])),
    finds: [{ verdict: "undecided", says: ["0 to 1 subnets (likely 0)", "contains some of the resources that it depends on"] }],
  },
  { name: "a list cut out of dual-stack subnets: no finding", stack: stack(asking("orders", cut([both, assigning]))), finds: [] },
  {
    name: "a subnet out of another stack: undecided",
    stack: stack(asking("orders", [fromElsewhere("subnet-1")])),
    finds: [{ verdict: "undecided", says: ["0 to 1 subnets (likely 0)", "depends on no subnet or security group of this stack"] }],
  },
  {
    name: "a setting that is unknown until the deployment, over an IPv4 subnet: undecided",
    stack: stack(asking("orders", [both, narrow], applied([main], true))),
    finds: [
      { verdict: "undecided", says: ["1 subnet of orders without both an IPv4 and an IPv6 range, but ipv6AllowedForDualStack is unknown"] },
    ],
  },
  {
    name: "IPv6 without subnets and groups: refused, though no function is in a VPC",
    stack: stack(asking("orders", [], true, [])),
    finds: [
      {
        verdict: "violation",
        says: [
          "orders has neither subnets nor security groups, but ipv6AllowedForDualStack is true.",
          "Remove vpcConfig.ipv6AllowedForDualStack from Function orders, or add dual-stack subnets",
        ],
      },
    ],
  },
  {
    name: "a setting that is unknown until the deployment, without subnets and groups: undecided",
    stack: stack(asking("orders", [], applied([main], true), [])),
    finds: [{ verdict: "undecided", says: ["orders has neither subnets nor security groups", "ipv6AllowedForDualStack is unknown"] }],
  },
  { name: "IPv6 switched off without subnets: no finding", stack: stack(asking("orders", [], false, [])), finds: [] },
  {
    name: "a list cut out of IPv4 subnets: refused, for at least one of them is in it",
    stack: stack(asking("orders", cut([narrow, old]))),
    finds: [{ verdict: "violation", says: ["1 to 2 subnets (likely 2) of orders", "ipv6AllowedForDualStack is true: narrow, old."] }],
  },
  {
    name: "an IPv4 subnet twice beside another: refused, for the list has no others",
    stack: stack(asking("orders", [narrow, narrow, old])),
    finds: [{ verdict: "violation", says: ["1 to 2 subnets", "narrow, old."] }],
  },
]);
