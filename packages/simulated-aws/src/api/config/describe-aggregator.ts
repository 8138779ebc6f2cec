import { arn } from "../../account/store/arn";
import { AwsError } from "../../account/store/aws-error";
import { CREATION_DATE } from "../../account/store/creation-date";
import { Instant } from "../operation/answer";
import { operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { InvalidParameter, readInput } from "../operation/parameters";
import { AGGREGATOR, aggregatedItems, requireAggregator, sources, unrecordedTypes } from "./aggregator";

const CREATION_TIME = new Instant(Date.parse(CREATION_DATE) / 1000);

export const describeConfigurationAggregators = operation({
  name: "DescribeConfigurationAggregators",
  parameters: { ConfigurationAggregatorNames: "texts", NextToken: "text", Limit: "integer" },
  answer: (call, { ConfigurationAggregatorNames: names }) => {
    const { account, region, organization } = call;
    for (const name of names ?? []) requireAggregator(call, name);
    const [management, ...members] = organization.accounts;
    const source =
      members.length === 0
        ? { AccountAggregationSources: [{ AccountIds: [account.id], AllAwsRegions: true }] }
        : { OrganizationAggregationSource: { RoleArn: recorderRole(account.id), AllAwsRegions: true } };
    const aggregator = {
      ConfigurationAggregatorName: AGGREGATOR,
      ConfigurationAggregatorArn: arn("config", region, account.id, "config-aggregator/config-aggregator-simulated"),
      ...source,
      CreationTime: CREATION_TIME,
      LastUpdatedTime: CREATION_TIME,
    };
    return { ConfigurationAggregators: account.id === management.id ? [aggregator] : [] };
  },
});

/** Each account and Region from which the aggregator collects. */
export const describeConfigurationAggregatorSourcesStatus = operation({
  name: "DescribeConfigurationAggregatorSourcesStatus",
  parameters: { ConfigurationAggregatorName: "text", UpdateStatus: "texts", NextToken: "text", Limit: "integer" },
  answer: (call, { ConfigurationAggregatorName, UpdateStatus = [], NextToken, Limit }) => {
    requireAggregator(call, ConfigurationAggregatorName);
    const found = UpdateStatus.length === 0 || UpdateStatus.includes("SUCCEEDED") ? sources(call) : [];
    const page = pageOf(found, ({ accountId, region }) => `${accountId} ${region}`, pageRequest(NextToken, Limit, 100));
    return {
      AggregatedSourceStatusList: page.rows.map(({ accountId, region }) => ({
        SourceId: accountId,
        SourceType: "ACCOUNT",
        AwsRegion: region,
        LastUpdateStatus: "SUCCEEDED",
        LastUpdateTime: new Instant(Math.floor(call.now / 1000)),
      })),
      NextToken: page.nextToken,
    };
  },
});

/** What each key of a count compares. */
const GROUP_KEYS: ReadonlyMap<string, string> = new Map([
  ["RESOURCE_TYPE", "resourceType"],
  ["ACCOUNT_ID", "accountId"],
  ["AWS_REGION", "awsRegion"],
]);

/** How many resources there are, without those of types that are not recorded (docs/aws-facts.md#recorded-types). */
export const getAggregateDiscoveredResourceCounts = operation({
  name: "GetAggregateDiscoveredResourceCounts",
  parameters: { ConfigurationAggregatorName: "text", Filters: "object", GroupByKey: "text", Limit: "integer", NextToken: "text" },
  answer: (call, { ConfigurationAggregatorName, Filters = {}, GroupByKey, Limit, NextToken }) => {
    requireAggregator(call, ConfigurationAggregatorName);
    const { ResourceType, AccountId, Region } = readInput({ ResourceType: "text", AccountId: "text", Region: "text" }, Filters);
    const items = aggregatedItems(call).filter(
      ({ resourceType, accountId, awsRegion }) =>
        (ResourceType ?? resourceType) === resourceType && (AccountId ?? accountId) === accountId && (Region ?? awsRegion) === awsRegion,
    );
    const key = GroupByKey === undefined ? undefined : GROUP_KEYS.get(GroupByKey);
    if (GroupByKey !== undefined && key === undefined)
      throw new InvalidParameter(`GroupByKey ${GroupByKey} is not ${[...GROUP_KEYS.keys()].join(", ")}`);
    const groups = key === undefined ? [] : [...Map.groupBy(items, (item) => String(item[key]))];
    const page = pageOf(groups, ([name]) => name, pageRequest(NextToken, Limit, 1000));
    return {
      TotalDiscoveredResources: items.length,
      GroupByKey,
      GroupedResourceCounts: page.rows.map(([name, inside]) => ({ GroupName: name, ResourceCount: inside.length })),
      NextToken: page.nextToken,
    };
  },
});

/** The recorder of the account, which records all types except those that a switch excludes (docs/aws-facts.md#recorded-types). */
export const describeConfigurationRecorders = operation({
  name: "DescribeConfigurationRecorders",
  parameters: { ConfigurationRecorderNames: "texts" },
  answer: ({ account, region, organization }, { ConfigurationRecorderNames: names = [] }) => {
    const unknown = names.find((name) => name !== "default");
    if (unknown !== undefined)
      throw new AwsError(
        "NoSuchConfigurationRecorderException",
        `Cannot find configuration recorder with the specified name '${unknown}'.`,
      );
    const excluded = unrecordedTypes(organization, account.id);
    const all = excluded.length === 0;
    return {
      ConfigurationRecorders: [
        {
          arn: arn("config", region, account.id, "configuration-recorder/default/simulated"),
          name: "default",
          roleARN: recorderRole(account.id),
          recordingGroup: {
            allSupported: all,
            includeGlobalResourceTypes: false,
            resourceTypes: [],
            exclusionByResourceTypes: { resourceTypes: excluded },
            recordingStrategy: { useOnly: all ? "ALL_SUPPORTED_RESOURCE_TYPES" : "EXCLUSION_BY_RESOURCE_TYPES" },
          },
          recordingMode: { recordingFrequency: "CONTINUOUS", recordingModeOverrides: [] },
          recordingScope: "PAID",
        },
      ],
    };
  },
});

function recorderRole(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
}

/** A limit of zero is the default. Throws AWS's errors. */
export function pageRequest(token: string | undefined, limit: number | undefined, most: number) {
  const size = limit || most;
  if (size > most || size < 0) throw new AwsError("InvalidLimitException", `The limit ${size} is outside of the range from 0 to ${most}.`);
  if (token !== undefined && !isToken(token)) throw new AwsError("InvalidNextTokenException", "The token is invalid.");
  return { token, size };
}
