import type { ConfigServiceClientConfig } from "@aws-sdk/client-config-service";
import type { CollectedRegion } from "../dataset/collected-region";
import { type ConfigItem, readConfigItem, resourceTypes } from "./config-item";
import { configRegions } from "./config-regions";

/** The members that a query selects of each type, as AWS's public schema names them (docs/aws-facts.md#configuration-items). */
const selected = {
  "AWS::Lambda::Function": [
    ...["functionName", "functionArn", "role", "lastModified", "state.value", "stateReasonCode"],
    ...["vpcConfig.subnetIds", "vpcConfig.securityGroupIds"],
  ],
  "AWS::EC2::VPC": ["cidrBlock", "cidrBlockAssociationSet", "isDefault"],
  "AWS::EC2::Subnet": ["vpcId", "availabilityZone", "cidrBlock", "availableIpAddressCount", "ipv6CidrBlockAssociationSet"],
  "AWS::EC2::SecurityGroup": ["groupName", "vpcId", "ipPermissions", "ipPermissionsEgress"],
  "AWS::EC2::NetworkInterface": [
    ...["subnetId", "vpcId", "groups.groupId", "interfaceType", "description", "status", "requesterId"],
    "privateIpAddresses.privateIpAddress",
  ],
  "AWS::Config::ConfigurationRecorder": [
    ...["AllSupported", "ResourceTypes", "ExclusionByResourceTypes.ResourceTypes", "RecordingStrategy.UseOnly"].map(
      (member) => `RecordingGroup.${member}`,
    ),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const common = [
  "accountId",
  "awsRegion",
  "arn",
  "resourceId",
  "resourceName",
  "resourceType",
  "availabilityZone",
  "configurationItemCaptureTime",
  "tags",
];

/** Config returns at most 100 results per call (docs/aws-facts.md#pages-of-config). */
const PAGE_SIZE = 100;

/** The queries of a collection. They hold the least permission to one action, `config:SelectAggregateResourceConfig`. */
export const expressions: readonly string[] = [...resourceTypes, "AWS::Config::ConfigurationRecorder" as const].map((type) => {
  const fields = [...common, ...selected[type].map((member) => `configuration.${member}`)];
  return `SELECT ${fields.join(", ")} WHERE resourceType = '${type}'`;
});

/** What a collection asks, and from whom. */
export interface AggregatorRequest {
  /** The name of the aggregator. */
  readonly aggregator: string;
  /** When the collection begins: ISO 8601, UTC. */
  readonly now: string;
  /** Settings of the client, such as a profile and a Region. Credentials come from the default chain of the SDK. */
  readonly settings?: ConfigServiceClientConfig;
  /** Called with the number of items that were read so far. */
  readonly progress?: (items: number) => void;
}

/**
 * All Regions of the accounts that an aggregator of AWS Config contains.
 *
 * @throws the error of the AWS SDK if a query fails: a collection without one of its types would be wrong in every account.
 */
export async function collectAggregator({ aggregator, now, settings, progress }: AggregatorRequest): Promise<readonly CollectedRegion[]> {
  const { ConfigServiceClient, paginateSelectAggregateResourceConfig } = await import("@aws-sdk/client-config-service");
  const client = new ConfigServiceClient({ maxAttempts: 5, retryMode: "adaptive", ...settings });
  const items: ConfigItem[] = [];
  for (const Expression of expressions) {
    const query = { ConfigurationAggregatorName: aggregator, Expression, Limit: PAGE_SIZE };
    for await (const { Results = [] } of paginateSelectAggregateResourceConfig({ client, pageSize: PAGE_SIZE }, query)) {
      items.push(...Results.flatMap((text) => readConfigItem(JSON.parse(text)) ?? []));
      progress?.(items.length);
    }
  }
  return configRegions(items, { source: "config-aggregator", call: "config:SelectAggregateResourceConfig", readAt: now });
}
