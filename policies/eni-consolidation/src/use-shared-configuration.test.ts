import { expect, test } from "@jest/globals";
import { knownList } from "@lambda-vpc/model";
import { Analysis } from "@lambda-vpc/policy-kit";
import {
  cut,
  fromElsewhere,
  https,
  idOf,
  lambda,
  type Reference,
  type ReferenceList,
  type Resource,
  resource,
  type Rule,
  securityGroup,
  stack,
  tcp,
  testPolicy,
  vpc,
} from "@lambda-vpc/policy-testing";
import { useSharedConfiguration } from "./use-shared-configuration";

const subnets = ["subnet-1", "subnet-2"];

/** A group of this stack in the VPC of another. */
function own(name: string, egress: readonly Rule[] = [https("10.0.0.0/8")], of: Reference = "vpc-1"): Resource {
  return securityGroup(name, { vpc: of, egress });
}

const group = own("own");

/** The service `orders` with these groups. */
function orders(securityGroups: ReferenceList = [group], over: ReferenceList = subnets): Resource {
  return lambda("orders", { subnets: over, securityGroups });
}

const http10 = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const anywhere = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
const services = { name: "services", securityGroupIds: ["sg-5", "sg-6"], vpcId: "vpc-1", allows: [http10] };
const untold = { name: services.name, securityGroupIds: services.securityGroupIds, vpcId: services.vpcId };

const sharing = (...sharedSets: readonly object[]) => ({ sharedSets });

/** A database of another stack, or of none: its rule lets the group in. */
const letIn = resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "let-in", {
  securityGroupId: "sg-database",
  ipProtocol: "tcp",
  fromPort: 5432,
  toPort: 5432,
  referencedSecurityGroupId: idOf(group),
});

const main = vpc("main", { subnets: 2 });

testPolicy(useSharedConfiguration, [
  { name: "no shared set is configured: no finding", stack: stack(orders()), finds: [] },
  {
    name: "a group of the stack's own that lets out the same: use the shared set",
    stack: stack(orders()),
    config: sharing(services),
    finds: [
      {
        verdict: "violation",
        about: group,
        says: [
          "2 combinations for 1 function (orders) with security group own of this stack; the shared set services fits.",
          "Set securityGroupIds to [sg-5, sg-6] in orders, and delete security group own with its rules. Their access stays the same.",
        ],
      },
    ],
  },
  {
    name: "the shared set itself: no finding",
    stack: stack(lambda("orders", { subnets, securityGroups: ["sg-5", "sg-6"] })),
    config: sharing(services),
    finds: [],
  },
  {
    name: "one finding a group, whichever functions use it",
    stack: stack(
      orders(),
      lambda("users", { subnets, securityGroups: [group] }),
      lambda("stock", { subnets, securityGroups: [own("other")] }),
    ),
    config: sharing(services),
    finds: [
      { verdict: "violation", about: own("other"), says: ["(stock) with security group other"] },
      { verdict: "violation", about: group, says: ["2 combinations for 2 functions (orders, users) with security group own"] },
    ],
  },
  {
    name: "a shared set that lets out more: a warning with the exact widening, for nobody is to be forced into it",
    stack: stack(orders()),
    config: sharing({ ...services, allows: [http10, anywhere] }),
    finds: [{ verdict: "warning", level: "advisory", says: ["This also allows all traffic to 0.0.0.0/0."] }],
  },
  {
    name: "a shared set that lets out less: it would not serve, so no finding",
    stack: stack(orders([own("own", [https("10.0.0.0/8"), https("172.16.0.0/12")])])),
    config: sharing(services),
    finds: [],
  },
  {
    name: "functions that reach different things: the widening is what any of them gains",
    stack: stack(orders(), lambda("users", { subnets, securityGroups: [group, own("more", [tcp(5432, "10.0.0.0/8")])] })),
    config: sharing({ ...services, allows: [http10, { ...http10, fromPort: 5432, toPort: 5432 }] }),
    finds: [
      { verdict: "violation", says: ["(users) with security group more", "Their access stays the same"] },
      { verdict: "warning", about: group, says: ["This also allows tcp 5432 to 10.0.0.0/8."] },
    ],
  },
  {
    name: "the shared set together with a group that adds nothing: no access is widened",
    stack: stack(orders([group, "sg-5", "sg-6"])),
    config: sharing({ ...services, allows: [http10, anywhere] }),
    finds: [{ verdict: "violation", says: ["Their access stays the same."] }],
  },
  {
    name: "a shared set without outbound rules in the configuration: a warning to review",
    stack: stack(orders()),
    config: sharing(untold),
    finds: [{ verdict: "warning", level: "advisory", says: ["First check the outbound rules of services (no allows configured)."] }],
  },
  {
    name: "of several shared sets: the one with the least to look at",
    stack: stack(orders()),
    config: sharing({ ...untold, name: "untold" }, { ...services, name: "wide", allows: [anywhere] }, { ...services, vpcId: "vpc-2" }),
    finds: [{ verdict: "warning", says: ["shared set wide fits"] }],
  },
  { name: "a shared set of another VPC: no finding", stack: stack(orders()), config: sharing({ ...services, vpcId: "vpc-2" }), finds: [] },
  {
    name: "a shared set over the same subnets: it serves, whatever the VPC",
    stack: stack(orders([own("own", undefined, fromElsewhere("vpc-1"))])),
    config: sharing({ ...services, subnetIds: [...subnets, "subnet-3"] }),
    finds: [{ verdict: "violation", says: ["shared set services fits"] }],
  },
  {
    name: "a shared set over other subnets: no finding",
    stack: stack(orders()),
    config: sharing({ ...services, subnetIds: ["subnet-1"] }),
    finds: [],
  },
  {
    name: "a shared set without a VPC in the configuration: a warning to review",
    stack: stack(orders()),
    config: sharing({ name: "services", securityGroupIds: ["sg-5"], allows: [http10] }),
    finds: [{ verdict: "warning", says: ["First check that services is in the same VPC"] }],
  },
  {
    name: "a VPC that the stack makes itself, groups and all: no finding",
    stack: stack(orders([own("own", undefined, main)], main.subnets)),
    config: sharing(services, { name: "anywhere", securityGroupIds: ["sg-9"] }),
    finds: [],
  },
  {
    name: "a group that a database lets in: the shared set would be kept out, so no finding",
    stack: stack(orders(), letIn),
    config: sharing(services),
    finds: [],
  },
  {
    name: "a group that other resources use as well: no finding",
    stack: stack(orders(), resource("aws:ec2/instance:Instance", "server", { vpcSecurityGroupIds: [idOf(group)] })),
    config: sharing(services),
    finds: [],
  },
  {
    name: "a group that no function uses: no finding",
    stack: stack(own("unused"), lambda("orders", { subnets, securityGroups: ["sg-5", "sg-6"] })),
    config: sharing(services),
    finds: [],
  },
  {
    name: "a VPC that is unknown until the deployment: undecided",
    stack: stack(orders([own("own", undefined, fromElsewhere("vpc-1"))])),
    config: sharing(services),
    finds: [{ verdict: "undecided", says: ["the shared set services may fit", "the VPC is unknown at preview"] }],
  },
  {
    name: "rules that are unknown until the deployment: undecided",
    stack: stack(orders([own("own", [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [fromElsewhere("10.0.0.0/8")] }])])),
    config: sharing(services),
    finds: [{ verdict: "undecided", says: ["some rules of the security group are unknown"] }],
  },
  {
    name: "a further group, of which no rule shows: undecided",
    stack: stack(orders([group, "sg-9"])),
    config: sharing(services),
    finds: [{ verdict: "undecided", about: group, says: ["some rules of the security group are unknown"] }],
  },
  {
    name: "groups cut by an apply: undecided, for each that may be used",
    stack: stack(orders(cut([group, own("other")], [group]))),
    config: sharing(services),
    finds: [{ verdict: "undecided", says: ["with security group other", "with security group own", "the whole list is unknown"] }],
  },
  {
    name: "a mistake in the configuration: reported with its key",
    stack: stack(orders()),
    config: sharing({ ...services, vpcID: "vpc-1" }),
    finds: [{ verdict: "misconfigured", says: ['"sharedSets[0].vpcID"', 'Did you mean "vpcId"'] }],
  },
]);

/** Not a row of the table: a group whose id is unknown is a new one, and that no set of the configuration can be. */
test("the stack that makes the shared set is content, once it has made it", () => {
  const nothing = { ok: true, value: [] } as const;
  const made = { key: "urn:own", id: "sg-0a", vpc: "vpc-1", outbound: nothing, references: nothing, otherUsers: [] };
  const attachment = { consumer: "urn:orders", subnets: knownList(subnets), securityGroups: knownList(["urn:own"]) };
  const network = { subnets: [], securityGroups: [made], attachments: [attachment] };
  const findings = (sharedSets: object) => useSharedConfiguration.evaluate(new Analysis(network), { sharedSets });
  expect(findings([{ ...services, securityGroupIds: ["sg-0a"] }])).toMatchObject({ value: { findings: [] } });
  expect(findings([services])).toMatchObject({ value: { findings: [{ subject: "urn:own" }] } });
});
