import {
  applied,
  cut,
  deployed,
  https,
  idOf,
  lambda,
  type ReferenceList,
  resource,
  securityGroup,
  stack,
  subnet,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { outboundRulesOnFunctionGroups } from "./outbound-rules-on-function-groups";

const main = vpc("main");
const subnets = [subnet("private", { vpc: main })];
const silent = securityGroup("silent", { vpc: main });
const second = securityGroup("second", { vpc: main, egress: [], ingress: [https("10.0.0.0/8")] });
const open = securityGroup("open", { vpc: main, egress: [https("10.0.0.0/8")] });
const elsewhere = resource("random:index/randomId:RandomId", "elsewhere");
const fields = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };
const separate = (owner: typeof silent) =>
  resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "separate", { securityGroupId: idOf(owner), ...fields });
const adopted = (inputs = {}) => resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "adopted", { vpcId: idOf(main), ...inputs });
const native = (inputs = {}) => resource("aws-native:ec2:SecurityGroup", "native", { vpcId: idOf(main), groupDescription: "x", ...inputs });

const using = (securityGroups: ReferenceList, name = "orders") => lambda(name, { subnets, securityGroups });

testPolicy(outboundRulesOnFunctionGroups, [
  { name: "a group that allows outbound traffic: no finding", stack: stack(using([open])), finds: [] },
  {
    name: "a group without rules: one finding for its functions",
    stack: stack(using([silent]), using([silent], "users")),
    finds: [
      {
        verdict: "violation",
        about: silent,
        says: [
          "2 functions without any outbound rule in their security groups (silent): orders, users.",
          "Their connections time out",
          "Add an egress rule",
        ],
      },
    ],
  },
  {
    name: "two groups without outbound rules: one finding, for inbound rules let nothing out",
    stack: stack(using([silent, second])),
    finds: [
      { verdict: "violation", about: second, says: ["1 function without any outbound rule in its security groups (second, silent)"] },
    ],
  },
  { name: "a second group with a rule: no finding, for one is enough", stack: stack(using([silent, open])), finds: [] },
  { name: "a separate rule resource: no finding", stack: stack(using([silent]), separate(silent)), finds: [] },
  {
    name: "a separate rule of another group: the same finding",
    stack: stack(using([silent]), separate(second)),
    finds: [{ verdict: "violation", about: silent, says: ["1 function"] }],
  },
  {
    name: "a separate rule in the older style: no finding",
    stack: stack(
      using([silent]),
      resource("aws:ec2/securityGroupRule:SecurityGroupRule", "older", {
        ...{ type: "egress", securityGroupId: idOf(silent), protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] },
      }),
    ),
    finds: [],
  },
  {
    name: "an inbound rule in the older style: the finding stays",
    stack: stack(
      using([silent]),
      resource("aws:ec2/securityGroupRule:SecurityGroupRule", "older", {
        ...{ type: "ingress", securityGroupId: idOf(silent), protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] },
      }),
    ),
    finds: [{ verdict: "violation", says: ["1 function"] }],
  },
  {
    name: "a rule whose range is unknown: no finding, for there is a rule",
    stack: stack(
      using([
        securityGroup("hidden", { vpc: main, egress: [{ ...https("10.0.0.0/8"), cidrBlocks: applied([elsewhere], ["10.0.0.0/8"]) }] }),
      ]),
    ),
    finds: [],
  },
  {
    name: "a rule resource that belongs to one of two groups: undecided for both",
    stack: stack(
      using([silent]),
      using([second], "users"),
      resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "one", {
        ...{ securityGroupId: applied([silent, second], idOf(silent)), ...fields },
      }),
    ),
    finds: [
      {
        verdict: "undecided",
        level: "advisory",
        says: [
          "0 to 1 functions (likely 0) without any outbound rule in its security groups (second)",
          "some rules of the security group are unknown",
        ],
      },
    ],
  },
  {
    name: "a list cut by an apply out of groups without rules: a finding, whatever it turns out to be",
    stack: stack(using(cut([silent, second]))),
    finds: [{ verdict: "violation", says: ["1 function without any outbound rule in its security groups (second, silent): orders."] }],
  },
  {
    name: "a list cut by an apply, of which one group allows traffic: undecided",
    stack: stack(using(cut([silent, open], [open]))),
    finds: [{ verdict: "undecided", about: silent, says: ["security groups (silent)", "the whole list is unknown"] }],
  },
  { name: "a group of another stack, by its id: no finding", stack: stack(using(["sg-1"])), finds: [] },
  { name: "a further group of another stack: no finding, for it may allow traffic", stack: stack(using([silent, "sg-1"])), finds: [] },
  {
    name: "the VPC's default group, adopted without rules: a finding, for the provider removes all rules",
    stack: stack(using([adopted()])),
    finds: [{ verdict: "violation", about: adopted(), says: ["security groups (adopted)"] }],
  },
  {
    name: "the VPC's default group, adopted with a rule: no finding",
    stack: stack(using([adopted({ egress: [https("10.0.0.0/8")] })])),
    finds: [],
  },
  {
    name: "a group of CloudFormation without rules: no finding, for it keeps the default rule",
    stack: stack(using([native()])),
    finds: [],
  },
  {
    name: "a group of CloudFormation with an empty list: no finding",
    stack: stack(using([native({ securityGroupEgress: [] })])),
    finds: [],
  },
  { name: "a group without rules that no function uses: no finding", stack: stack(using([open]), silent), finds: [] },
  {
    name: "a deployed group without rules: the finding stays",
    stack: stack(using([silent], "users"), deployed(silent)),
    finds: [{ verdict: "violation", about: silent, says: ["users"] }],
  },
]);
