import {
  applied,
  awsxVpc,
  cut,
  deployed,
  fromElsewhere,
  idOf,
  lambda,
  networkConnector,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  urnOf,
  vpc,
} from "@lambda-vpc/policy-testing";
import { change, oneOfFixes } from "@lambda-vpc/policy-kit";
import { oneVpcPerFunction } from "./one-vpc-per-function";

const main = vpc("main", { subnets: ["private-a", "private-b"] });
const old = vpc("old", { cidrBlock: "10.1.0.0/16", subnets: ["old-a"] });
const third = vpc("third", { cidrBlock: "10.2.0.0/16" });
const [own, foreign] = [securityGroup("own", { vpc: main }), securityGroup("foreign", { vpc: old })];
const groupOf = (name: string, vpcId: string) => resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId });
const subnetOf = (name: string, vpcId: string) => subnet(name, { vpc: vpcId, cidrBlock: "10.0.0.0/24" });
const association = (group: typeof own, to: typeof own) =>
  resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", `${group.name}-${to.name}`, {
    securityGroupId: idOf(group),
    vpcId: idOf(to),
  });
const hiddenAssociation = resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "hidden", {
  securityGroupId: idOf(foreign),
  vpcId: fromElsewhere("vpc-5"),
});
const modules = awsxVpc("modules", { zones: 2 });
const moduleGroup = securityGroup("module-group", { vpc: modules.vpc });
const defaultVpc = resource("aws:ec2/defaultVpc:DefaultVpc", "default", {});
const inDefault = securityGroup("in-default", { vpc: defaultVpc });
const VPC_CONFIG = { subnets: main.subnets, securityGroups: [own] };
const worker = (config: Parameters<typeof lambda>[1]) => lambda("worker", config);

testPolicy(oneVpcPerFunction, [
  { name: "subnets and groups of one VPC: no finding", stack: stack(worker({ subnets: main.subnets, securityGroups: [own] })), finds: [] },
  {
    name: "a group of another VPC: refused, with the VPCs and what to set",
    stack: stack(worker({ subnets: main.subnets, securityGroups: [foreign, own] })),
    finds: [
      {
        verdict: "violation",
        says: [
          "worker is in several VPCs: subnets private-a, private-b in VPC main; security group foreign in VPC old; security group own in VPC main.",
          "Set vpcId of SecurityGroup foreign to main.id, or set securityGroupIds to [own] in worker.",
        ],
        fix: oneOfFixes(
          change([
            { step: "set-property", resources: [urnOf(foreign)], property: "vpcId", value: { resource: urnOf(main), output: "id" } },
          ]),
          change([{ step: "set-vpc-config", functions: [urnOf(worker(VPC_CONFIG))], securityGroups: [urnOf(own)] }]),
        ),
      },
    ],
  },
  {
    name: "a second preview in which everything exists: refused again",
    stack: stack(deployed(main, old, foreign, ...main.subnets), worker({ subnets: main.subnets, securityGroups: [foreign] })),
    finds: [{ verdict: "violation", says: ["security group foreign in VPC old"] }],
  },
  {
    name: "subnets of two VPCs: refused",
    stack: stack(worker({ subnets: [...main.subnets, ...old.subnets], securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["subnet old-a in VPC old", "Set subnetIds to [private-a, private-b] in worker."] }],
  },
  {
    name: "a group of another VPC that others use: it is associated, and keeps its VPC",
    stack: stack(
      worker({ subnets: main.subnets, securityGroups: [foreign] }),
      lambda("other", { subnets: old.subnets, securityGroups: [foreign] }),
    ),
    finds: [
      {
        verdict: "violation",
        says: ["Add a SecurityGroupVpcAssociation (securityGroupId: foreign.id, vpcId: main.id) to the dependsOn of Function worker."],
        fix: change([
          {
            step: "add-resource",
            type: "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
            properties: {
              securityGroupId: { resource: urnOf(foreign), output: "id" },
              vpcId: { resource: urnOf(main), output: "id" },
            },
            dependents: [urnOf(worker(VPC_CONFIG))],
          },
        ]),
      },
    ],
  },
  {
    name: "a group of another VPC that several functions use: all of them wait for its association",
    stack: stack(
      ["worker", "second"].map((name) => lambda(name, { subnets: main.subnets, securityGroups: [foreign] })),
      lambda("other", { subnets: old.subnets, securityGroups: [foreign] }),
    ),
    finds: [
      { verdict: "violation", says: ["second is in several VPCs", "to the dependsOn of second, worker."] },
      { verdict: "violation", says: ["worker is in several VPCs", "to the dependsOn of second, worker."] },
    ],
  },
  {
    name: "groups of two VPCs: refused",
    stack: stack(worker({ subnets: [fromElsewhere("subnet-1")], securityGroups: [own, foreign] })),
    finds: [
      {
        verdict: "violation",
        says: [
          "security group foreign in VPC old; security group own in VPC main.",
          "By hand: the program does not show which VPC the function needs.",
        ],
      },
    ],
  },
  {
    name: "literal ids of two VPCs, as out of a get: refused",
    stack: stack(worker({ subnets: [subnetOf("a", "vpc-1")], securityGroups: [groupOf("b", "vpc-2")] })),
    finds: [{ verdict: "violation", says: ["subnet a in VPC vpc-1; security group b in VPC vpc-2."] }],
  },
  {
    name: "a group that is associated with the VPC of the subnets: no finding",
    stack: stack(association(foreign, main), worker({ subnets: main.subnets, securityGroups: [foreign] })),
    finds: [],
  },
  {
    name: "a group that is associated with a third VPC: refused",
    stack: stack(association(foreign, third), worker({ subnets: main.subnets, securityGroups: [foreign] })),
    finds: [{ verdict: "violation", says: ["security group foreign in VPC old"] }],
  },
  {
    name: "a group that is associated with a VPC that is unknown until the deployment: undecided",
    stack: stack(hiddenAssociation, worker({ subnets: [subnetOf("five", "vpc-5")], securityGroups: [foreign] })),
    finds: [{ verdict: "undecided", says: ["worker may be in several VPCs: subnet five in VPC vpc-5", "the VPC is unknown at preview"] }],
  },
  {
    name: "a list cut out of subnets of two VPCs: undecided",
    stack: stack(worker({ subnets: cut([...main.subnets, ...old.subnets], main.subnets), securityGroups: [own] })),
    finds: [{ verdict: "undecided", says: ["worker may be in several VPCs", "the whole list is unknown"] }],
  },
  {
    name: "a list cut out of the subnets of one VPC, with a group of another: refused",
    stack: stack(worker({ subnets: cut(main.subnets), securityGroups: [foreign] })),
    finds: [{ verdict: "violation", says: ["subnets private-a, private-b in VPC main"] }],
  },
  {
    name: "the private subnets of a VPC component, with its group: no finding",
    stack: stack(worker({ subnets: modules.privateSubnetIds, securityGroups: [moduleGroup] })),
    finds: [],
  },
  {
    name: "the private subnets of a VPC component, with a group of another VPC: refused",
    stack: stack(worker({ subnets: modules.privateSubnetIds, securityGroups: [own] })),
    finds: [{ verdict: "violation", says: ["in VPC modules; ", "security group own in VPC main"] }],
  },
  {
    name: "subnets and groups of another stack: no finding, for nothing says that they differ",
    stack: stack(worker({ subnets: ["subnet-1", fromElsewhere("subnet-2")], securityGroups: ["sg-1"] })),
    finds: [],
  },
  {
    name: "subnets of another stack with a group whose VPC is named by its id: no finding",
    stack: stack(worker({ subnets: ["subnet-1"], securityGroups: [groupOf("b", "vpc-2")] })),
    finds: [],
  },
  {
    name: "the inventory places a subnet of another stack in another VPC: refused",
    stack: stack(worker({ subnets: ["subnet-1"], securityGroups: [groupOf("b", "vpc-2")] })),
    settings: { inventory: { subnets: [{ id: "subnet-1", vpcId: "vpc-1" }] } },
    finds: [{ verdict: "violation", says: ["subnet subnet-1 in VPC vpc-1; security group b in VPC vpc-2."] }],
  },
  {
    name: "the inventory places it in the VPC of the group: no finding",
    stack: stack(worker({ subnets: ["subnet-1"], securityGroups: [groupOf("b", "vpc-1")] })),
    settings: { inventory: { subnets: [{ id: "subnet-1", vpcId: "vpc-1" }] } },
    finds: [],
  },
  {
    name: "a subnet whose VPC only another stack knows, with a group of a VPC of this stack: undecided",
    stack: stack(worker({ subnets: [subnet("there", { vpc: fromElsewhere("vpc-7"), cidrBlock: "10.0.9.0/24" })], securityGroups: [own] })),
    finds: [{ verdict: "undecided", says: ["subnet there in an unknown VPC", "the VPC is unknown at preview"] }],
  },
  {
    name: "a group of the adopted default VPC with a subnet of a VPC that is named by its id: no finding, for they may be one",
    stack: stack(worker({ subnets: [subnetOf("a", "default")], securityGroups: [inDefault] })),
    finds: [],
  },
  {
    name: "a network connector with a group of another VPC: refused without any function",
    stack: stack(networkConnector("egress", { subnets: main.subnets, securityGroups: [foreign] })),
    finds: [{ verdict: "violation", says: ["egress is in several VPCs"] }],
  },
  {
    name: "an output that depends on a group of each VPC: undecided",
    stack: stack(worker({ subnets: main.subnets, securityGroups: [applied([own, foreign], idOf(own))] })),
    finds: [{ verdict: "undecided", says: ["contains some of the resources that it depends on"] }],
  },
  {
    name: "a subnet twice, with a group of another VPC: refused",
    stack: stack(worker({ subnets: [...main.subnets, ...main.subnets], securityGroups: [foreign] })),
    finds: [{ verdict: "violation", says: ["security group foreign in VPC old"] }],
  },
]);
