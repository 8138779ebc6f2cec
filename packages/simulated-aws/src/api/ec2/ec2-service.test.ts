import {
  DescribeAvailabilityZonesCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRegionsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
  GetManagedPrefixListEntriesCommand,
  paginateDescribeNetworkInterfaces,
  paginateDescribeSecurityGroupRules,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
} from "@aws-sdk/client-ec2";
import { describe, expect, test } from "@jest/globals";
import { createNatGateway } from "../../account/address-consumers/nat-gateway";
import { createVpcEndpoint } from "../../account/address-consumers/vpc-endpoint";
import { detachPolicy } from "../../account/iam/role";
import { deleteFunction } from "../../account/lambda/lambda-function";
import { prefixLists } from "../../account/vpc/prefix-list";
import { createRoute } from "../../account/vpc/route-table";
import { authorizeRule } from "../../account/vpc/security-group-rule";
import { AccountExample, VPC_ACCESS } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";

/** Runs calls of EC2's client against a served account. */
function asked<Result>(example: AccountExample, use: (client: EC2Client) => Promise<Result>): Promise<Result> {
  return withServed(example.account, {}, (url) => use(new EC2Client(clientSettings(url))));
}

const inVpc = ({ vpcId }: AccountExample) => ({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] });

test("a VPC has its ranges, and the Region its default VPC", async () => {
  const example = new AccountExample();
  const { Vpcs = [] } = await asked(example, (client) => client.send(new DescribeVpcsCommand({})));
  expect(Vpcs.map(({ CidrBlock, IsDefault, OwnerId, State }) => [CidrBlock, IsDefault, OwnerId, State])).toEqual(
    expect.arrayContaining([
      ["10.0.0.0/16", false, "123456789012", "available"],
      ["172.31.0.0/16", true, "123456789012", "available"],
    ]),
  );
  expect(Vpcs[0]?.CidrBlockAssociationSet).toMatchObject([{ CidrBlock: Vpcs[0]?.CidrBlock, CidrBlockState: { State: "associated" } }]);
});

test("a subnet has its zone and its free addresses", async () => {
  const example = new AccountExample();
  example.lambda("orders", [example.subnet("10.0.9.0/28")], [example.group()]);
  const { Subnets } = await asked(example, (client) => client.send(new DescribeSubnetsCommand(inVpc(example))));
  expect(Subnets).toMatchObject([
    {
      CidrBlock: "10.0.9.0/28",
      AvailableIpAddressCount: 10,
      AvailabilityZone: "us-east-1a",
      AvailabilityZoneId: "use1-az1",
      VpcId: example.vpcId,
    },
  ]);
});

describe("security groups", () => {
  function grouped() {
    const example = new AccountExample();
    const [web, data] = [example.group("web"), example.group("data")];
    const rule = { groupId: web, protocol: "tcp", fromPort: 443, toPort: 443, description: "", tags: {} };
    authorizeRule(example.account, { ...rule, direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" }, description: 'to <the> & "rest"' });
    authorizeRule(example.account, { ...rule, direction: "egress", peer: { cidrIpv6: "2001:db8::/32" } });
    authorizeRule(example.account, { ...rule, direction: "egress", peer: { referencedSecurityGroupId: data } });
    authorizeRule(example.account, { ...rule, direction: "egress", peer: { prefixListId: "pl-1" } });
    authorizeRule(example.account, {
      groupId: web,
      protocol: "-1",
      description: "",
      tags: { a: "b" },
      direction: "ingress",
      peer: { cidrIpv4: "0.0.0.0/0" },
    });
    return { example, web, data };
  }

  test("have the rules with the same ports in one permission", async () => {
    const { example, web, data } = grouped();
    const { SecurityGroups } = await asked(example, (client) => client.send(new DescribeSecurityGroupsCommand({ GroupIds: [web] })));
    expect(SecurityGroups).toMatchObject([
      {
        GroupName: "web",
        VpcId: example.vpcId,
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
        IpPermissionsEgress: [
          {
            IpProtocol: "tcp",
            FromPort: 443,
            ToPort: 443,
            IpRanges: [{ CidrIp: "10.0.0.0/8", Description: 'to <the> & "rest"' }],
            Ipv6Ranges: [{ CidrIpv6: "2001:db8::/32" }],
            UserIdGroupPairs: [{ GroupId: data, UserId: "123456789012" }],
            PrefixListIds: [{ PrefixListId: "pl-1" }],
          },
        ],
      },
    ]);
    expect(SecurityGroups?.[0]?.IpPermissions?.[0]).not.toHaveProperty("FromPort");
  });

  test("have each rule by itself, with -1 for all ports", async () => {
    const { example, web, data } = grouped();
    const { SecurityGroupRules = [] } = await asked(example, (client) =>
      client.send(new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: [web] }] })),
    );
    expect(SecurityGroupRules).toHaveLength(5);
    expect(SecurityGroupRules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ IsEgress: false, IpProtocol: "-1", FromPort: -1, ToPort: -1, Tags: [{ Key: "a", Value: "b" }] }),
        expect.objectContaining({ IsEgress: true, ReferencedGroupInfo: { GroupId: data, UserId: "123456789012", VpcId: example.vpcId } }),
      ]),
    );
  });
});

describe("an interface of Lambda", () => {
  const lambdaInterface = async (example: AccountExample) => {
    const { NetworkInterfaces = [] } = await asked(example, (client) => client.send(new DescribeNetworkInterfacesCommand(inVpc(example))));
    return NetworkInterfaces;
  };

  test("is attached and has the type lambda while a function holds it", async () => {
    const example = new AccountExample();
    const [subnet, group] = [example.subnet("10.0.9.0/28"), example.group("web")];
    example.lambda("orders", [subnet], [group]);
    expect(await lambdaInterface(example)).toMatchObject([
      {
        InterfaceType: "lambda",
        Status: "in-use",
        Description: expect.stringMatching(/^AWS Lambda VPC ENI-orders-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        Attachment: { AttachmentId: expect.stringMatching(/^ela-attach-/), InstanceOwnerId: "amazon-aws", Status: "attached" },
        RequesterId: expect.stringMatching(/^AROA[0-9A-F]{16}:awslambda_/),
        RequesterManaged: true,
        SubnetId: subnet,
        Groups: [{ GroupId: group, GroupName: "web" }],
        PrivateIpAddress: "10.0.9.14",
        TagSet: [],
      },
    ]);
  });

  test.each([
    ["it waits for deletion", (example: AccountExample) => deleteFunction(example.account, "orders")],
    [
      "it is orphaned",
      (example: AccountExample) => {
        detachPolicy(example.account, "functions", VPC_ACCESS);
        deleteFunction(example.account, "orders");
      },
    ],
  ])("is detached and only its description shows whose it was when %s", async (_, release) => {
    const example = new AccountExample({ timeScale: 1 });
    example.lambda("orders", [example.subnet()], [example.group()]);
    release(example);
    const [only] = await lambdaInterface(example);
    expect(only).toMatchObject({
      InterfaceType: "interface",
      Status: "available",
      Description: expect.stringContaining("AWS Lambda VPC ENI-orders"),
    });
    expect(only).not.toHaveProperty("Attachment");
  });

  test("shares no address with another interface of its subnet", async () => {
    const example = new AccountExample();
    const subnet = example.subnet("10.0.9.0/28");
    createNatGateway(example.account, {
      subnetId: subnet,
      region: "us-east-1",
      tags: {},
      allocationIds: [],
      privateIp: "10.0.9.14",
      secondaryAddresses: [],
      secondaryCount: 7,
    });
    for (const name of ["a", "b", "c"]) example.lambda(name, [subnet], [example.group()]);
    const addresses = (await lambdaInterface(example)).flatMap(({ PrivateIpAddresses = [] }) =>
      PrivateIpAddresses.map((one) => one.PrivateIpAddress),
    );
    expect(addresses).toHaveLength(11);
    expect(new Set(addresses).size).toBe(11);
  });
});

test("a route table has the local route, its own, and those of gateway endpoints", async () => {
  const example = new AccountExample();
  const { account, vpcId } = example;
  const main = account.tables.vpcs.get(vpcId)?.mainRouteTableId ?? "";
  createRoute(account, main, { destination: "0.0.0.0/0", target: "natGatewayId", targetId: "nat-1" });
  const serviceName = "com.amazonaws.us-east-1.s3";
  const endpoint = {
    vpcId,
    region: "us-east-1",
    tags: {},
    type: "Gateway",
    serviceName,
    routeTableIds: [main],
    subnetIds: [],
    securityGroupIds: [],
  };
  const { id } = createVpcEndpoint(account, { ...endpoint, addresses: new Map() });
  const { RouteTables, VpcEndpoints } = await asked(example, async (client) => ({
    ...(await client.send(new DescribeRouteTablesCommand(inVpc(example)))),
    ...(await client.send(new DescribeVpcEndpointsCommand({}))),
  }));
  const list = prefixLists("us-east-1").find(({ name }) => name === serviceName)?.id;
  expect(RouteTables).toMatchObject([
    {
      RouteTableId: main,
      Associations: [{ Main: true, AssociationState: { State: "associated" } }],
      Routes: [
        { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", Origin: "CreateRouteTable" },
        { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", Origin: "CreateRoute" },
        { DestinationPrefixListId: list, GatewayId: id },
      ],
    },
  ]);
  expect(VpcEndpoints).toMatchObject([{ VpcEndpointId: id, VpcEndpointType: "Gateway", ServiceName: serviceName, RouteTableIds: [main] }]);
});

test("zones, Regions and prefix lists of AWS are listed", async () => {
  await asked(new AccountExample(), async (client) => {
    const { AvailabilityZones = [] } = await client.send(new DescribeAvailabilityZonesCommand({}));
    expect(AvailabilityZones.map(({ ZoneName }) => ZoneName)).toEqual(["us-east-1a", "us-east-1b", "us-east-1c"]);
    const [enabled, all] = [
      await client.send(new DescribeRegionsCommand({})),
      await client.send(new DescribeRegionsCommand({ AllRegions: true })),
    ];
    expect(enabled.Regions).toHaveLength(17);
    expect(all.Regions).toContainEqual({ RegionName: "me-south-1", Endpoint: "ec2.me-south-1.amazonaws.com", OptInStatus: "not-opted-in" });
    const s3 = { Filters: [{ Name: "prefix-list-name", Values: ["*.s3"] }] };
    const { PrefixLists = [] } = await client.send(new DescribeManagedPrefixListsCommand(s3));
    const { Entries } = await client.send(new GetManagedPrefixListEntriesCommand({ PrefixListId: PrefixLists[0]?.PrefixListId }));
    expect(Entries).toEqual([{ Cidr: "198.51.100.0/24" }]);
  });
});

test("pages give each resource once, whatever their size", async () => {
  const example = new AccountExample();
  const groups = Array.from({ length: 7 }, () => example.group());
  for (const [index, group] of groups.entries()) example.lambda(`f${index}`, [example.subnet()], [group]);
  await asked(example, async (client) => {
    const sizes = { client, pageSize: 5 };
    const collect = async <Page>(pages: AsyncIterable<Page>, ids: (page: Page) => readonly (string | undefined)[]) => {
      const found: (readonly (string | undefined)[])[] = [];
      for await (const page of pages) found.push(ids(page));
      return { pages: found.length, ids: found.flat() };
    };
    const all = [
      await collect(paginateDescribeNetworkInterfaces(sizes, {}), ({ NetworkInterfaces = [] }) =>
        NetworkInterfaces.map((one) => one.NetworkInterfaceId),
      ),
      await collect(paginateDescribeSubnets(sizes, inVpc(example)), ({ Subnets = [] }) => Subnets.map((one) => one.SubnetId)),
      await collect(paginateDescribeSecurityGroups(sizes, inVpc(example)), ({ SecurityGroups = [] }) =>
        SecurityGroups.map((one) => one.GroupId),
      ),
      await collect(paginateDescribeSecurityGroupRules(sizes, {}), ({ SecurityGroupRules = [] }) =>
        SecurityGroupRules.map((one) => one.SecurityGroupRuleId),
      ),
    ];
    // The seven groups and the default one of the VPC. Two VPCs have two rules each in their default groups.
    expect(all.map(({ pages, ids }) => [pages, ids.length, new Set(ids).size])).toEqual([
      [2, 7, 7],
      [2, 7, 7],
      [2, 8, 8],
      [1, 4, 4],
    ]);
  });
});

test.each([
  ["an id that does not exist", new DescribeVpcsCommand({ VpcIds: ["vpc-0"] }), "InvalidVpcID.NotFound"],
  ["a filter that is not simulated", new DescribeVpcsCommand({ Filters: [{ Name: "dhcp", Values: ["x"] }] }), "InvalidParameterValue"],
  ["ids with a page size", new DescribeSubnetsCommand({ SubnetIds: ["subnet-0"], MaxResults: 5 }), "InvalidSubnetID.NotFound"],
  ["a page that is too small", new DescribeVpcsCommand({ MaxResults: 4 }), "InvalidParameterValue"],
  ["a token of another service", new DescribeVpcsCommand({ NextToken: "x" }), "InvalidNextToken"],
  ["a parameter that is not simulated", new DescribeSecurityGroupsCommand({ GroupNames: ["web"] }), "UnknownParameter"],
  ["a dry run", new DescribeVpcsCommand({ DryRun: true }), "DryRunOperation"],
])("%s is refused with EC2's error", async (_, command, name) => {
  // Each command is of the same client, which a union of commands hides.
  const sent = asked(new AccountExample(), (client) => client.send(command as DescribeVpcsCommand));
  await expect(sent).rejects.toMatchObject({ name, $metadata: { requestId: expect.any(String) } });
});
