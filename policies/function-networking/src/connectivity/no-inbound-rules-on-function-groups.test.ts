import {
  applied,
  cut,
  https,
  idOf,
  lambda,
  resource,
  securityGroup,
  stack,
  subnet,
  tcp,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { noInboundRulesOnFunctionGroups } from "./no-inbound-rules-on-function-groups";

const main = vpc("main");
const subnets = [subnet("private", { vpc: main })];
const egress = [https("10.0.0.0/8")];
const quiet = securityGroup("quiet", { vpc: main, egress });
const open = securityGroup("open", { vpc: main, egress, ingress: [tcp(443, "10.0.0.0/8"), tcp(80, "10.0.0.0/8")] });
const database = securityGroup("database", { vpc: main, ingress: [tcp(5432, quiet)] });
const elsewhere = resource("random:index/randomId:RandomId", "elsewhere");
const hidden = securityGroup("hidden", {
  vpc: main,
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: applied([elsewhere], ["10.0.0.0/8"]) }],
});

const separate = resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "separate", {
  ...{ securityGroupId: idOf(quiet), ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" },
});
const instanceOf = (group: typeof quiet) =>
  resource("aws:rds/instance:Instance", "orders", { instanceClass: "db.t4g.micro", vpcSecurityGroupIds: [idOf(group)] });
const adopted = resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "adopted", {
  vpcId: idOf(main),
  ingress: [https("10.0.0.0/8")],
});

const using = (...securityGroups: readonly (typeof quiet)[]) => lambda("orders", { subnets, securityGroups });

testPolicy(noInboundRulesOnFunctionGroups, [
  { name: "a group that lets out and nothing in: no finding", stack: stack(using(quiet)), finds: [] },
  {
    name: "inbound rules on the group of two functions: how many, and that they permit nothing",
    stack: stack(using(open), lambda("users", { subnets, securityGroups: [open, quiet] })),
    finds: [
      {
        verdict: "violation",
        about: open,
        says: [
          "2 inbound rules on security group open, which only functions use in this stack (orders, users).",
          "The rules allow nothing",
          "Set ingress of SecurityGroup open to [].",
        ],
      },
    ],
  },
  {
    name: "a separate rule resource: the same",
    stack: stack(using(quiet), separate),
    finds: [{ verdict: "violation", about: quiet, says: ["1 inbound rule on security group quiet"] }],
  },
  {
    name: "another group lets this one in: no finding, for that is where the rule belongs",
    stack: stack(using(quiet), database),
    finds: [],
  },
  {
    name: "a database in the same group: no finding, for the rules are the database's",
    stack: stack(using(open), instanceOf(open)),
    finds: [],
  },
  { name: "a group with inbound rules that no function uses: no finding", stack: stack(using(quiet), open), finds: [] },
  { name: "the VPC's default group: no finding, for others may use it", stack: stack(using(adopted)), finds: [] },
  {
    name: "a group that the stack does not make: no finding",
    stack: stack(lambda("orders", { subnets, securityGroups: ["sg-1"] })),
    finds: [],
  },
  {
    name: "groups cut by an apply: undecided, for perhaps nobody uses this one",
    stack: stack(lambda("orders", { subnets, securityGroups: cut([open, quiet], [quiet]) })),
    finds: [
      {
        verdict: "undecided",
        about: open,
        level: "advisory",
        says: ["2 inbound rules on security group open, which possibly only functions use", "the whole list is unknown"],
      },
    ],
  },
  {
    name: "rules that are unknown until the deployment: undecided",
    stack: stack(using(hidden)),
    finds: [
      {
        verdict: "undecided",
        about: hidden,
        says: ["security group hidden, which only functions use, may have inbound rules", "some rules of the security group are unknown"],
      },
    ],
  },
]);
