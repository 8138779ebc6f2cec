import { applied, cut, lambda, resource, securityGroup, stack, subnet, testPolicy, urnOf, vpc } from "@lambda-vpc/policy-testing";
import { change } from "@lambda-vpc/policy-kit";
import { noDedicatedTenancyVpc } from "./no-dedicated-tenancy-vpc";

const vpcOf = (name: string, instanceTenancy: Parameters<typeof resource>[2] = {}) =>
  resource("aws:ec2/vpc:Vpc", name, { cidrBlock: "10.1.0.0/16", ...instanceTenancy });
const main = vpc("main", { subnets: 2 });
const dedicated = vpcOf("dedicated", { instanceTenancy: "dedicated" });
const plain = vpcOf("plain", { instanceTenancy: "default" });
const settings = resource("random:index/randomId:RandomId", "settings");
const hidden = vpcOf("hidden", { instanceTenancy: applied([settings], "default") });

const inside = (home: typeof plain) => subnet(`${home.name}-private`, { vpc: home, cidrBlock: "10.1.0.0/24" });
const groupIn = (home: typeof plain) => securityGroup(`${home.name}-group`, { vpc: home });
const inVpc = (name: string, home: typeof plain) => lambda(name, { subnets: [inside(home)], securityGroups: [groupIn(home)] });

testPolicy(noDedicatedTenancyVpc, [
  {
    name: "a VPC without a tenancy setting: no finding",
    stack: stack(lambda("orders", { subnets: main.subnets, securityGroups: [groupIn(main)] })),
    finds: [],
  },
  { name: "a VPC of default tenancy: no finding", stack: stack(inVpc("orders", plain)), finds: [] },
  {
    name: "two functions in a VPC of dedicated tenancy: one finding at the VPC",
    stack: stack(inVpc("orders", dedicated), inVpc("users", dedicated)),
    finds: [
      {
        verdict: "violation",
        about: dedicated,
        says: [
          "2 functions in VPC dedicated, which has dedicated tenancy: orders, users.",
          "Lambda cannot use a VPC with dedicated tenancy",
          "Set instanceTenancy of Vpc dedicated to default. Running instances keep their tenancy.",
        ],
        fix: change([{ step: "set-property", resources: [urnOf(dedicated)], property: "instanceTenancy", value: "default" }], {
          note: "Running instances keep their tenancy.",
        }),
      },
    ],
  },
  {
    name: "a dedicated VPC that functions do not use: no finding",
    stack: stack(dedicated, inside(dedicated), inVpc("orders", plain)),
    finds: [],
  },
  {
    name: "a VPC known only by its id: no finding, because nothing shows that it is dedicated",
    stack: stack(lambda("orders", { subnets: [subnet("private", { vpc: "vpc-1" })], securityGroups: ["sg-1"] })),
    finds: [],
  },
  {
    name: "a tenancy that is unknown until the deployment: undecided",
    stack: stack(inVpc("orders", hidden)),
    finds: [
      {
        verdict: "undecided",
        about: hidden,
        level: "advisory",
        says: ["1 function in VPC hidden, which may have dedicated tenancy", "Set the instanceTenancy of the VPC to a plain value"],
      },
    ],
  },
  {
    name: "a list cut out of subnets of two VPCs: undecided",
    stack: stack(lambda("orders", { subnets: cut([inside(dedicated), inside(plain)], [inside(plain)]), securityGroups: ["sg-1"] })),
    finds: [
      {
        verdict: "undecided",
        about: dedicated,
        says: ["0 to 1 functions (likely 0) in VPC dedicated", "the whole list is unknown"],
      },
    ],
  },
]);
