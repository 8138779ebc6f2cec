import { expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { freeAddresses, usableAddresses } from "../interfaces/address-count";
import { associateRouteTable, createRoute, createRouteTable, deleteRouteTable, replaceRoute } from "./route-table";
import { putInternetGateway } from "./internet-gateway";
import { deleteSecurityGroup } from "./security-group";
import { authorizeRule, revokeRule } from "./security-group-rule";
import { changeIpv6Range, deleteSubnet } from "./subnet";
import { deleteVpc, findVpc, putIpv6Range } from "./vpc";
import { associateCidrBlock, disassociateCidrBlock } from "./vpc-cidr-block";

const here = { region: "us-east-1", tags: {} };
const https = { protocol: "tcp", fromPort: 443, toPort: 443, description: "", tags: {} } as const;
const everywhere = { destination: "0.0.0.0/0", target: "gatewayId", targetId: "igw-1" };

const named = { generated: false, ipv6CidrBlock: "2001:db8:1:100::/56" };
const further = (of: AccountExample, cidrBlock: string) =>
  associateCidrBlock(of.account, { region: "us-east-1", vpcId: of.vpcId, cidrBlock });
const dualStack = (of: AccountExample, ipv6CidrBlock: string) => changeIpv6Range(of.account, of.subnet(), ipv6CidrBlock);

const refusals: readonly { readonly says: string; readonly code: string; readonly attempt: (example: AccountExample) => unknown }[] = [
  { says: "a VPC larger than /16", code: "InvalidVpc.Range", attempt: (of) => of.vpc("10.0.0.0/15") },
  { says: "a VPC smaller than /28", code: "InvalidVpc.Range", attempt: (of) => of.vpc("10.0.0.0/29") },
  { says: "a range that is none", code: "InvalidParameterValue", attempt: (of) => of.vpc("10.0.0.0") },
  { says: "a range with bits behind its prefix", code: "InvalidParameterValue", attempt: (of) => of.vpc("10.0.0.1/16") },
  { says: "a subnet of no VPC", code: "InvalidVpcID.NotFound", attempt: (of) => of.subnet("10.0.0.0/24", "vpc-0") },
  { says: "a subnet outside its VPC", code: "InvalidSubnet.Range", attempt: (of) => of.subnet("10.1.0.0/24") },
  { says: "a subnet smaller than /28", code: "InvalidSubnet.Range", attempt: (of) => of.subnet("10.0.0.0/29") },
  {
    says: "a subnet over another",
    code: "InvalidSubnet.Conflict",
    attempt: (of) => [of.subnet("10.0.0.0/24"), of.subnet("10.0.0.128/25")],
  },
  {
    says: "a further range over one that the VPC has",
    code: "InvalidVpc.Range",
    attempt: (of) => further(of, "10.0.128.0/20"),
  },
  { says: "a further range larger than /16", code: "InvalidVpc.Range", attempt: (of) => further(of, "100.64.0.0/10") },
  {
    says: "a sixth range",
    code: "CidrLimitExceeded",
    attempt: (of) => [1, 2, 3, 4, 5].map((second) => further(of, `10.${second}.0.0/16`)),
  },
  {
    says: "taking a range from under a subnet",
    code: "InvalidCidrBlock.InUse",
    attempt: (of) => {
      const { id } = further(of, "100.64.0.0/16");
      of.subnet("100.64.0.0/20");
      disassociateCidrBlock(of.account, id);
    },
  },
  {
    says: "taking a range that is not there",
    code: "InvalidVpcCidrBlockAssociationID.NotFound",
    attempt: (of) => disassociateCidrBlock(of.account, "vpc-cidr-assoc-0"),
  },
  {
    says: "IPv6 addresses in a VPC that has none",
    code: "InvalidSubnet.Range",
    attempt: (of) => dualStack(of, "2001:db8:1:100::/64"),
  },
  {
    says: "IPv6 addresses outside the VPC's",
    code: "InvalidSubnet.Range",
    attempt: (of) => [putIpv6Range(of.account, of.vpcId, named), dualStack(of, "2001:db8:1:200::/64")],
  },
  {
    says: "more IPv6 addresses than the VPC's",
    code: "InvalidSubnet.Range",
    attempt: (of) => [
      putIpv6Range(of.account, of.vpcId, { generated: false, ipv6CidrBlock: "2001:db8:1:1000::/56" }),
      dualStack(of, "2001:db8:1:1000::/52"),
    ],
  },
  {
    says: "IPv6 addresses over another subnet's",
    code: "InvalidSubnet.Conflict",
    attempt: (of) => [
      putIpv6Range(of.account, of.vpcId, named),
      dualStack(of, "2001:db8:1:100::/60"),
      dualStack(of, "2001:db8:1:10f::/64"),
    ],
  },
  ...["2001:db8:1:100::/62", "2001:db8:1:100::/68", "2001:db8:1:100::1/64", "10.0.0.0/24"].map((range) => ({
    says: `the IPv6 range ${range} for a subnet`,
    code: "InvalidParameterValue",
    attempt: (of: AccountExample) => [putIpv6Range(of.account, of.vpcId, named), dualStack(of, range)],
  })),
  {
    says: "taking a VPC's IPv6 range from under a subnet",
    code: "InvalidCidrBlock.InUse",
    attempt: (of) => [
      putIpv6Range(of.account, of.vpcId, named),
      dualStack(of, "2001:db8:1:100::/64"),
      putIpv6Range(of.account, of.vpcId, { generated: false, ipv6CidrBlock: undefined }),
    ],
  },
  { says: "two groups of one name in a VPC", code: "InvalidGroup.Duplicate", attempt: (of) => [of.group("web"), of.group("web")] },
  { says: "a group of no VPC", code: "InvalidVpcID.NotFound", attempt: (of) => of.group("web", "vpc-0") },
  {
    says: "a rule of no group",
    code: "InvalidGroup.NotFound",
    attempt: (of) => authorizeRule(of.account, { ...https, groupId: "sg-0", direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" } }),
  },
  {
    says: "the same rule twice",
    code: "InvalidPermission.Duplicate",
    attempt: (of) => {
      const rule = { ...https, groupId: of.group(), direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" } } as const;
      return [authorizeRule(of.account, rule), authorizeRule(of.account, { ...rule, description: "in other words" })];
    },
  },
  {
    says: "taking away a rule that is not there",
    code: "InvalidPermission.NotFound",
    attempt: (of) => revokeRule(of.account, { ...https, groupId: of.group(), direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" } }),
  },
  {
    says: "removing a group that another group's rule names",
    code: "DependencyViolation",
    attempt: (of) => {
      const named = of.group();
      authorizeRule(of.account, { ...https, groupId: of.group(), direction: "egress", peer: { referencedSecurityGroupId: named } });
      deleteSecurityGroup(of.account, named);
    },
  },
  {
    says: "removing a VPC's default group",
    code: "CannotDelete",
    attempt: (of) => deleteSecurityGroup(of.account, findVpc(of.account, of.vpcId).defaultSecurityGroupId),
  },
  { says: "removing a VPC with a subnet", code: "DependencyViolation", attempt: (of) => [of.subnet(), deleteVpc(of.account, of.vpcId)] },
  {
    says: "removing a VPC with a gateway",
    code: "DependencyViolation",
    attempt: (of) => [putInternetGateway(of.account, { ...here, vpcId: of.vpcId }), deleteVpc(of.account, of.vpcId)],
  },
  {
    says: "removing a route table that a subnet uses",
    code: "DependencyViolation",
    attempt: (of) => {
      const { id } = createRouteTable(of.account, { ...here, vpcId: of.vpcId, routes: [] });
      associateRouteTable(of.account, { routeTableId: id, subnetId: of.subnet() });
      deleteRouteTable(of.account, id);
    },
  },
  {
    says: "a second route table for a subnet",
    code: "Resource.AlreadyAssociated",
    attempt: (of) => {
      const { id } = createRouteTable(of.account, { ...here, vpcId: of.vpcId, routes: [] });
      const subnetId = of.subnet();
      return [1, 2].map(() => associateRouteTable(of.account, { routeTableId: id, subnetId }));
    },
  },
  {
    says: "a second route to one destination",
    code: "RouteAlreadyExists",
    attempt: (of) =>
      createRoute(of.account, createRouteTable(of.account, { ...here, vpcId: of.vpcId, routes: [everywhere] }).id, everywhere),
  },
  {
    says: "replacing a route that is not there",
    code: "InvalidRoute.NotFound",
    attempt: (of) => replaceRoute(of.account, findVpc(of.account, of.vpcId).mainRouteTableId, "0.0.0.0/0", everywhere),
  },
  { says: "removing a subnet that is not there", code: "InvalidSubnetID.NotFound", attempt: (of) => deleteSubnet(of.account, "subnet-0") },
];

test.each(refusals)("AWS refuses $says with $code", ({ code, attempt }) => {
  expect(() => attempt(new AccountExample())).toThrow(expect.objectContaining({ code }));
});

test("a new VPC has a main route table and a default group that lets its own members in and everything out", () => {
  const { account, vpcId } = new AccountExample();
  const { mainRouteTableId, defaultSecurityGroupId } = findVpc(account, vpcId);
  expect(account.tables.routeTables.get(mainRouteTableId)).toMatchObject({ vpcId });
  expect(account.tables.securityGroups.get(defaultSecurityGroupId)).toMatchObject({ vpcId, name: "default" });
  expect(account.tables.securityGroupRules.where("group", defaultSecurityGroupId)).toMatchObject([
    { direction: "ingress", protocol: "-1", peer: { referencedSecurityGroupId: defaultSecurityGroupId } },
    { direction: "egress", protocol: "-1", peer: { cidrIpv4: "0.0.0.0/0" } },
  ]);
});

test("a VPC goes with all that came with it", () => {
  const example = new AccountExample();
  const { account, vpcId } = example;
  further(example, "100.64.0.0/16");
  deleteVpc(account, vpcId);
  const { routeTables, securityGroups, securityGroupRules, vpcCidrBlocks, vpcs } = account.tables;
  expect(
    [vpcs, vpcCidrBlocks, routeTables, securityGroups, securityGroupRules].flatMap((table): readonly unknown[] => table.all()),
  ).toEqual([]);
});

test("subnets without a zone are spread over the Region's zones", () => {
  const example = new AccountExample();
  const zones = [0, 1, 2, 3].map((index) => example.subnetOf({ vpcId: example.vpcId, cidrBlock: `10.0.${index}.0/24` }).availabilityZone);
  expect(zones).toEqual(["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1a"]);
});

test.each([
  [28, 11],
  [27, 27],
  [26, 59],
  [25, 123],
  [24, 251],
  [23, 507],
  [22, 1_019],
  [20, 4_091],
])("a /%i has %i usable addresses (docs/aws-facts.md#reserved-addresses)", (prefixLength, usable) => {
  expect(usableAddresses(`10.0.0.0/${prefixLength}`)).toBe(usable);
});

test("a group that refers to itself can be removed, with its rules", () => {
  const example = new AccountExample();
  const { securityGroupRules } = example.account.tables;
  const group = example.group();
  authorizeRule(example.account, { ...https, groupId: group, direction: "ingress", peer: { referencedSecurityGroupId: group } });
  deleteSecurityGroup(example.account, group);
  expect(securityGroupRules.where("group", group)).toEqual([]);
});

test("an interface takes one address of its subnet, whatever the number of functions", () => {
  const example = new AccountExample();
  const [subnet, group] = [example.subnet("10.0.0.0/28"), example.group()];
  for (const name of ["one", "two", "three"]) example.lambda(name, [subnet], [group]);
  expect(freeAddresses(example.account, subnet)).toBe(10);
});
