import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorsCommand,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  DescribeConfigurationRecordersCommand,
  GetAggregateDiscoveredResourceCountsCommand,
  SelectAggregateResourceConfigCommand,
  paginateSelectAggregateResourceConfig,
} from "@aws-sdk/client-config-service";
import { expect, test } from "@jest/globals";
import { openRegion } from "../../account/vpc/default-vpc";
import { authorizeRule } from "../../account/vpc/security-group-rule";
import { createFunction } from "../../account/lambda/lambda-function";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed, withServedOrganization } from "../../testing/served-account";
import { createRole } from "../../account/iam/role";
import { Account } from "../../account/store/account";
import { defaultSettings } from "../../account/store/simulation-settings";
import type { Faults } from "../server/faults";

function filled() {
  const example = new AccountExample();
  openRegion(example.account, "us-east-1");
  openRegion(example.account, "eu-west-1");
  const [subnet, group] = [example.subnet(), example.group("web")];
  createFunction(example.account, { ...example.request("orders", [subnet], [group], true), tags: { team: "shop" } });
  example.lambda("outside", [], []);
  const rule = { groupId: group, protocol: "tcp", fromPort: 443, toPort: 443, description: "", tags: {} };
  authorizeRule(example.account, { ...rule, direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" } });
  return { example, subnet, group };
}

/** What a client asks of the aggregator in addition to its query. */
const asked = <Result>(
  accounts: readonly [Account, ...Account[]],
  faults: Partial<Faults>,
  use: (client: ConfigServiceClient) => Promise<Result>,
) => withServedOrganization(accounts, faults, (url) => use(new ConfigServiceClient(clientSettings(url))));

const ConfigurationAggregatorName = "simulated";

/** Two accounts with a function in two Regions each. */
function organization() {
  return ["123456789012", "111122223333"].map((id) => {
    const account = new Account(defaultSettings, id);
    openRegion(account, "us-east-1");
    openRegion(account, "eu-west-1");
    createRole(account, { id: "functions", path: "/", assumeRolePolicy: "{}", description: "", maxSessionDuration: 3600, tags: {} });
    for (const region of ["us-east-1", "eu-west-1"]) {
      const vpcConfig = { subnetIds: [], securityGroupIds: [], ipv6AllowedForDualStack: false };
      createFunction(account, { id: `in-${region}`, region, role: "functions", tags: {}, configuration: {}, publish: false, vpcConfig });
    }
    return account;
  }) as [Account, Account];
}

test("the aggregator has the items of all accounts and Regions, with ids that differ", async () => {
  const Expression = "SELECT accountId, awsRegion, resourceId WHERE resourceType = 'AWS::EC2::VPC'";
  const { Results = [] } = await asked(organization(), {}, (client) =>
    client.send(new SelectAggregateResourceConfigCommand({ ConfigurationAggregatorName, Expression })),
  );
  const vpcs = Results.map((text) => JSON.parse(text) as Record<string, string>);
  expect(vpcs.map(({ accountId, awsRegion }) => `${String(accountId)} ${String(awsRegion)}`).sort()).toEqual([
    "111122223333 eu-west-1",
    "111122223333 us-east-1",
    "123456789012 eu-west-1",
    "123456789012 us-east-1",
  ]);
  expect(new Set(vpcs.map(({ resourceId }) => resourceId)).size).toBe(4);
});

test("a type that is not recorded has no rows and no count, and the recorder of the account shows it", async () => {
  const count = (faults: Partial<Faults>, key: "RESOURCE_TYPE" | "ACCOUNT_ID" | "AWS_REGION") =>
    asked(organization(), faults, async (client) => {
      const counted = await client.send(
        new GetAggregateDiscoveredResourceCountsCommand({
          ConfigurationAggregatorName,
          Filters: { ResourceType: "AWS::Lambda::Function" },
          GroupByKey: key,
        }),
      );
      return Object.fromEntries(counted.GroupedResourceCounts?.map(({ GroupName, ResourceCount }) => [GroupName, ResourceCount]) ?? []);
    });
  expect(await count({}, "RESOURCE_TYPE")).toEqual({ "AWS::Lambda::Function": 4 });
  expect(await count({}, "AWS_REGION")).toEqual({ "eu-west-1": 2, "us-east-1": 2 });
  expect(await count({ unrecorded: ["AWS::Lambda::Function"] }, "RESOURCE_TYPE")).toEqual({});
  expect(await count({ unrecorded: ["111122223333/AWS::Lambda::Function"] }, "ACCOUNT_ID")).toEqual({ "123456789012": 2 });
  const { ConfigurationRecorders } = await asked(organization(), { unrecorded: ["AWS::EC2::Subnet"] }, (client) =>
    client.send(new DescribeConfigurationRecordersCommand({})),
  );
  expect(ConfigurationRecorders).toMatchObject([
    { recordingGroup: { allSupported: false, exclusionByResourceTypes: { resourceTypes: ["AWS::EC2::Subnet"] } } },
  ]);
});

test("the aggregator is described with its sources, and only the management account has it", async () => {
  await asked(organization(), {}, async (client) => {
    const { ConfigurationAggregators } = await client.send(new DescribeConfigurationAggregatorsCommand({}));
    expect(ConfigurationAggregators).toMatchObject([
      { ConfigurationAggregatorName, OrganizationAggregationSource: { AllAwsRegions: true } },
    ]);
    const status = await client.send(new DescribeConfigurationAggregatorSourcesStatusCommand({ ConfigurationAggregatorName }));
    expect(status.AggregatedSourceStatusList).toHaveLength(4);
  });
  await withServedOrganization(organization(), {}, async (url) => {
    const credentials = { accessKeyId: "AKIA111122223333", secretAccessKey: "simulated" };
    const member = new ConfigServiceClient({ ...clientSettings(url), credentials });
    expect((await member.send(new DescribeConfigurationAggregatorsCommand({}))).ConfigurationAggregators).toEqual([]);
    const Expression = "SELECT resourceId";
    const refused = member.send(new SelectAggregateResourceConfigCommand({ ConfigurationAggregatorName, Expression }));
    await expect(refused).rejects.toMatchObject({ name: "NoSuchConfigurationAggregatorException" });
  });
});

async function selected({ account }: AccountExample, Expression: string): Promise<readonly unknown[]> {
  const { Results = [] } = await withServed(account, {}, (url) =>
    new ConfigServiceClient(clientSettings(url)).send(
      new SelectAggregateResourceConfigCommand({ ConfigurationAggregatorName: "simulated", Expression, Limit: 100 }),
    ),
  );
  return Results.map((text) => JSON.parse(text) as unknown);
}

test("functions have the lists of their VPC configuration, and no item for a version", async () => {
  const { example, subnet, group } = filled();
  const fields = "resourceId, tags, configuration.vpcConfig.subnetIds, configuration.vpcConfig.securityGroupIds";
  expect(await selected(example, `SELECT ${fields} WHERE resourceType = 'AWS::Lambda::Function'`)).toEqual([
    {
      resourceId: "orders",
      tags: [{ key: "team", value: "shop", tag: "team=shop" }],
      configuration: { vpcConfig: { subnetIds: [subnet], securityGroupIds: [group] } },
    },
    { resourceId: "outside", tags: [], configuration: {} },
  ]);
});

test("a condition on a list holds for one of its elements", async () => {
  const { example, group } = filled();
  const where = `resourceType IN ('AWS::EC2::NetworkInterface', 'AWS::Lambda::Function') AND configuration.groups.groupId = '${group}'`;
  const fields = "configuration.groups.groupId, configuration.groups.groupName, configuration.interfaceType";
  expect(await selected(example, `select ${fields} where ${where} and configuration.description like 'AWS Lambda VPC ENI-%'`)).toEqual([
    { configuration: { groups: [{ groupId: group, groupName: "web" }], interfaceType: "lambda" } },
  ]);
});

test("rules, free addresses and ranges are named as AWS Config names them, in all Regions", async () => {
  const { example, subnet, group } = filled();
  const [ofGroup] = await selected(example, `SELECT * WHERE resourceId = '${group}'`);
  expect(ofGroup).toMatchObject({
    awsRegion: "us-east-1",
    accountId: "123456789012",
    arn: `arn:aws:ec2:us-east-1:123456789012:security-group/${group}`,
    configuration: { ipPermissionsEgress: [{ ipRanges: ["10.0.0.0/8"], ipv4Ranges: [{ cidrIp: "10.0.0.0/8" }], userIdGroupPairs: [] }] },
  });
  const [ofSubnet] = await selected(
    example,
    `SELECT configuration.availableIpAddressCount, configuration.state.value WHERE resourceId = '${subnet}'`,
  );
  expect(ofSubnet).toEqual({ configuration: { availableIpAddressCount: 250, state: { value: "available" } } });
  const vpcs = await selected(example, "SELECT awsRegion WHERE resourceType = 'AWS::EC2::VPC'");
  expect(vpcs).toEqual([{ awsRegion: "eu-west-1" }, { awsRegion: "us-east-1" }, { awsRegion: "us-east-1" }]);
});

test("pages give each item once", async () => {
  const { account } = filled().example;
  const found: string[] = [];
  await withServed(account, {}, async (url) => {
    const query = { ConfigurationAggregatorName: "simulated", Expression: "SELECT arn", Limit: 4 };
    for await (const { Results = [] } of paginateSelectAggregateResourceConfig(
      { client: new ConfigServiceClient(clientSettings(url)) },
      query,
    ))
      found.push(...Results);
  });
  // Three VPCs with their default groups, another group, six default subnets and another, two functions and an interface.
  expect(found).toHaveLength(17);
  expect(new Set(found).size).toBe(17);
});

test.each([
  [
    "an aggregator that does not exist",
    { ConfigurationAggregatorName: "other", Expression: "SELECT arn" },
    "NoSuchConfigurationAggregatorException",
  ],
  ["a join", { ConfigurationAggregatorName: "simulated", Expression: "SELECT a FROM b JOIN c" }, "InvalidExpressionException"],
  [
    "an alternative",
    { ConfigurationAggregatorName: "simulated", Expression: "SELECT arn WHERE a = 'b' OR c = 'd'" },
    "InvalidExpressionException",
  ],
  ["too many results", { ConfigurationAggregatorName: "simulated", Expression: "SELECT arn", Limit: 101 }, "InvalidLimitException"],
  [
    "a token that no call returned",
    { ConfigurationAggregatorName: "simulated", Expression: "SELECT arn", NextToken: "x" },
    "InvalidNextTokenException",
  ],
])("%s is refused", async (_, request, name) => {
  const { account } = filled().example;
  const sent = withServed(account, {}, (url) =>
    new ConfigServiceClient(clientSettings(url)).send(new SelectAggregateResourceConfigCommand(request)),
  );
  await expect(sent).rejects.toMatchObject({ name });
});
