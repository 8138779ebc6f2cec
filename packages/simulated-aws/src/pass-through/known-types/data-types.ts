import type { Value } from "../../property/value";
import type { Rule, Rules, Subject } from "../subject";

/** The port that the engine of a database listens on (docs/aws-facts.md#database-ports). */
const databasePort: Rule = ({ text: of }) => (of("engine").includes("postgres") ? 5432 : 3306);
const port =
  (number: number): Rule =>
  () =>
    number;

const RDS_CLUSTER: Rules = {
  id: "{clusterIdentifier}",
  clusterIdentifier: "tf-{digits:26}",
  clusterResourceId: "cluster-{UPPER:26}",
  arn: "arn:aws:rds:{region}:{account}:cluster:{clusterIdentifier}",
  endpoint: "{clusterIdentifier}.cluster-{alnum:12}.{region}.rds.amazonaws.com",
  readerEndpoint: "{clusterIdentifier}.cluster-ro-{alnum:12}.{region}.rds.amazonaws.com",
  hostedZoneId: "Z{UPPER:13}",
  port: databasePort,
  masterUserSecrets: ({ values, region, accountId, id }): Value =>
    values["manageMasterUserPassword"] === true
      ? [{ kmsKeyId: "", secretArn: `arn:aws:secretsmanager:${region}:${accountId}:secret:rds!${id}`, secretStatus: "active" }]
      : [],
};

const clusterInstance = (defaultPort: Rule): Rules => ({
  id: "{identifier}",
  identifier: "tf-{digits:26}",
  dbiResourceId: "db-{UPPER:26}",
  arn: "arn:aws:rds:{region}:{account}:db:{identifier}",
  endpoint: "{identifier}.{alnum:12}.{region}.rds.amazonaws.com",
  address: "{identifier}.{alnum:12}.{region}.rds.amazonaws.com",
  port: defaultPort,
});

/** The broker list of an MSK cluster: host names with the port of the protocol (docs/aws-facts.md#provider-fields). */
const brokers =
  (number: number): Rule =>
  (subject: Subject) =>
    [1, 2, 3]
      .map(
        (index) => `b-${index}.${subject.text("clusterName").toLowerCase()}.simulated.c1.kafka.${subject.region}.amazonaws.com:${number}`,
      )
      .join(",");

const bucket: Rules = {
  id: "{bucket}",
  arn: "arn:aws:s3:::{bucket}",
  bucketDomainName: "{bucket}.s3.amazonaws.com",
  bucketRegion: "{region}",
  bucketRegionalDomainName: "{bucket}.s3.{region}.amazonaws.com",
  hostedZoneId: "Z3AQBSTGFYJSTF",
  requestPayer: "BucketOwner",
  websiteDomain: "",
  websiteEndpoint: ({ values, text: of, region }) =>
    values["website"] === null || values["website"] === undefined ? "" : `${of("bucket")}.s3-website-${region}.amazonaws.com`,
  // A bucket has none of these unless the program specifies them.
  logging: () => null,
  objectLockConfiguration: () => null,
  replicationConfiguration: () => null,
  website: () => null,
  versioning: () => ({ enabled: false, mfaDelete: false }),
};

/** The settings of a bucket that are separate types. Their id is the bucket. */
const BUCKET_SETTINGS = [
  "Policy",
  "PublicAccessBlock",
  "OwnershipControls",
  ...[
    "Versioning",
    "LifecycleConfiguration",
    "ServerSideEncryptionConfiguration",
    "CorsConfiguration",
    "Logging",
    "WebsiteConfiguration",
    "AccelerateConfiguration",
    "RequestPaymentConfiguration",
    "ObjectLockConfiguration",
  ].flatMap((setting) => [setting, `${setting}V2`]),
];

/** The endpoints of a cluster of caches. */
const CACHE_HOST = "{alnum:6}.use1.cache.amazonaws.com";

/**
 * Buckets, tables, streams, databases, caches and search. Formats: docs/aws-facts.md#arn-formats and
 * docs/aws-facts.md#provider-fields.
 */
export const dataTypes: { readonly [token: string]: Rules } = {
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketV2:BucketV2": bucket,
  "aws:s3/bucketObject:BucketObject": { id: "{key}", arn: "arn:aws:s3:::{bucket}/{key}" },
  "aws:s3/bucketObjectv2:BucketObjectv2": { id: "{key}", arn: "arn:aws:s3:::{bucket}/{key}" },
  ...Object.fromEntries(
    BUCKET_SETTINGS.map((setting): [string, Rules] => [`aws:s3/bucket${setting}:Bucket${setting}`, { id: "{bucket}" }]),
  ),
  "aws:s3/accessPoint:AccessPoint": {
    id: "{account}:{name}",
    arn: "arn:aws:s3:{region}:{account}:accesspoint/{name}",
    alias: "{name}-{alnum:34}-s3alias",
    domainName: "{name}-{account}.s3-accesspoint.{region}.amazonaws.com",
  },
  "aws:dynamodb/table:Table": {
    id: "{name}",
    arn: "arn:aws:dynamodb:{region}:{account}:table/{name}",
    streamArn: ({ values, name, region, accountId }) =>
      values["streamEnabled"] === true ? `arn:aws:dynamodb:${region}:${accountId}:table/${name}/stream/2026-01-01T00:00:00.000` : "",
    streamLabel: ({ values }) => (values["streamEnabled"] === true ? "2026-01-01T00:00:00.000" : ""),
  },
  "aws:kinesis/stream:Stream": { id: "{arn}", arn: "arn:aws:kinesis:{region}:{account}:stream/{name}" },
  "aws:kinesis/streamConsumer:StreamConsumer": { id: "{arn}", arn: "{streamArn}/consumer/{name}:{digits:10}" },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    id: "{arn}",
    arn: "arn:aws:firehose:{region}:{account}:deliverystream/{name}",
    destinationId: "destinationId-000000000001",
    versionId: "1",
  },
  "aws:rds/cluster:Cluster": RDS_CLUSTER,
  "aws:docdb/cluster:Cluster": { ...RDS_CLUSTER, port: port(27017) },
  "aws:neptune/cluster:Cluster": { ...RDS_CLUSTER, port: port(8182) },
  "aws:rds/clusterInstance:ClusterInstance": clusterInstance(databasePort),
  "aws:docdb/clusterInstance:ClusterInstance": clusterInstance(port(27017)),
  "aws:neptune/clusterInstance:ClusterInstance": clusterInstance(port(8182)),
  "aws:rds/proxy:Proxy": {
    id: "{name}",
    arn: "arn:aws:rds:{region}:{account}:db-proxy:prx-{hex:17}",
    endpoint: "{name}.proxy-{alnum:12}.{region}.rds.amazonaws.com",
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    id: "{dbProxyName}",
    name: "default",
    arn: "arn:aws:rds:{region}:{account}:target-group:prx-tg-{hex:17}",
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    id: ({ text: of }) =>
      [of("dbProxyName"), of("targetGroupName"), "RDS_INSTANCE", of("dbInstanceIdentifier") || of("dbClusterIdentifier")].join("/"),
    type: "RDS_INSTANCE",
    port: port(5432),
  },
  "aws:rds/parameterGroup:ParameterGroup": { id: "{name}", arn: "arn:aws:rds:{region}:{account}:pg:{name}" },
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": { id: "{name}", arn: "arn:aws:rds:{region}:{account}:cluster-pg:{name}" },
  "aws:docdb/subnetGroup:SubnetGroup": { id: "{name}", arn: "arn:aws:rds:{region}:{account}:subgrp:{name}" },
  "aws:neptune/subnetGroup:SubnetGroup": { id: "{name}", arn: "arn:aws:rds:{region}:{account}:subgrp:{name}" },
  "aws:elasticache/cluster:Cluster": {
    id: "{clusterId}",
    arn: "arn:aws:elasticache:{region}:{account}:cluster:{clusterId}",
    clusterAddress: ({ text: of }) => (of("engine") === "memcached" ? `${of("clusterId")}.simulated.cfg.use1.cache.amazonaws.com` : ""),
    configurationEndpoint: ({ text: of }) =>
      of("engine") === "memcached" ? `${of("clusterId")}.simulated.cfg.use1.cache.amazonaws.com:11211` : "",
    port: ({ text: of }) => (of("engine") === "memcached" ? 11211 : 6379),
    cacheNodes: ({ text: of, region }): Value => {
      const count = Math.max(1, Number(of("numCacheNodes")));
      return Array.from({ length: count }, (_, index) => {
        const id = String(index + 1).padStart(4, "0");
        return {
          address: `${of("clusterId")}.simulated.${id}.use1.cache.amazonaws.com`,
          availabilityZone: of("availabilityZone") || `${region}a`,
          id,
          outpostArn: "",
          port: of("engine") === "memcached" ? 11211 : 6379,
        };
      });
    },
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    id: "{replicationGroupId}",
    arn: "arn:aws:elasticache:{region}:{account}:replicationgroup:{replicationGroupId}",
    primaryEndpointAddress: `master.{replicationGroupId}.${CACHE_HOST}`,
    readerEndpointAddress: `replica.{replicationGroupId}.${CACHE_HOST}`,
    configurationEndpointAddress: ({ values, text: of }) =>
      values["clusterMode"] === "enabled" || Number(of("numNodeGroups")) > 1
        ? `clustercfg.${of("replicationGroupId")}.simulated.use1.cache.amazonaws.com`
        : "",
    port: port(6379),
  },
  "aws:elasticache/serverlessCache:ServerlessCache": {
    id: "{name}",
    arn: "arn:aws:elasticache:{region}:{account}:serverlesscache:{name}",
    endpoints: ({ name, region }) => [{ address: `${name}-simulated.serverless.${region}.cache.amazonaws.com`, port: 6379 }],
    readerEndpoints: ({ name, region }) => [{ address: `${name}-simulated.serverless.${region}.cache.amazonaws.com`, port: 6380 }],
    status: "available",
  },
  "aws:memorydb/cluster:Cluster": {
    id: "{name}",
    arn: "arn:aws:memorydb:{region}:{account}:cluster/{name}",
    clusterEndpoints: ({ name, region }) => [{ address: `clustercfg.${name}.simulated.memorydb.${region}.amazonaws.com`, port: 6379 }],
    port: port(6379),
  },
  "aws:opensearch/domain:Domain": searchDomain("opensearch"),
  "aws:elasticsearch/domain:Domain": searchDomain("elasticsearch"),
  "aws:msk/cluster:Cluster": {
    id: "{arn}",
    arn: "arn:aws:kafka:{region}:{account}:cluster/{clusterName}/{uuid}-1",
    bootstrapBrokers: brokers(9092),
    bootstrapBrokersTls: brokers(9094),
    bootstrapBrokersSaslScram: brokers(9096),
    bootstrapBrokersSaslIam: brokers(9098),
    zookeeperConnectString: "",
    zookeeperConnectStringTls: "",
    clusterUuid: "{uuid}-1",
    currentVersion: "K{UPPER:13}",
  },
  "aws:msk/serverlessCluster:ServerlessCluster": {
    id: "{arn}",
    arn: "arn:aws:kafka:{region}:{account}:cluster/{clusterName}/{uuid}-s1",
    bootstrapBrokersSaslIam: "boot-{alnum:8}.c1.kafka-serverless.{region}.amazonaws.com:9098",
    clusterUuid: "{uuid}-s1",
  },
  "aws:msk/configuration:Configuration": {
    id: "{arn}",
    arn: "arn:aws:kafka:{region}:{account}:configuration/{name}/{uuid}-1",
    latestRevision: () => 1,
  },
  "aws:redshift/cluster:Cluster": {
    id: "{clusterIdentifier}",
    arn: "arn:aws:redshift:{region}:{account}:cluster:{clusterIdentifier}",
    clusterNamespaceArn: "arn:aws:redshift:{region}:{account}:namespace:{uuid}",
    endpoint: "{clusterIdentifier}.{alnum:12}.{region}.redshift.amazonaws.com:5439",
    dnsName: "{clusterIdentifier}.{alnum:12}.{region}.redshift.amazonaws.com",
    clusterNodes: ({ values }): Value =>
      Array.from({ length: typeof values["numberOfNodes"] === "number" ? values["numberOfNodes"] : 1 }, (_, index) => ({
        nodeRole: index === 0 ? "LEADER" : `COMPUTE-${index - 1}`,
        privateIpAddress: "",
        publicIpAddress: "",
      })),
  },
  "aws:redshiftserverless/workgroup:Workgroup": {
    id: "{workgroupName}",
    arn: "arn:aws:redshift-serverless:{region}:{account}:workgroup/{uuid}",
    workgroupId: "{uuid}",
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    id: "{account}:{name}",
    arn: "arn:aws:glue:{region}:{account}:database/{name}",
    catalogId: "{account}",
  },
  "aws:glue/connection:Connection": {
    id: "{account}:{name}",
    arn: "arn:aws:glue:{region}:{account}:connection/{name}",
    catalogId: "{account}",
  },
  "aws:efs/accessPoint:AccessPoint": {
    id: "fsap-{hex:17}",
    arn: "arn:aws:elasticfilesystem:{region}:{account}:access-point/{id}",
    fileSystemArn: "arn:aws:elasticfilesystem:{region}:{account}:file-system/{fileSystemId}",
    ownerId: "{account}",
  },
  "aws:transfer/server:Server": {
    id: "s-{hex:17}",
    arn: "arn:aws:transfer:{region}:{account}:server/{id}",
    endpoint: "{id}.server.transfer.{region}.amazonaws.com",
    hostKeyFingerprint: "SHA256:{alnum:43}",
  },
};

/** A search domain. docs/aws-facts.md#search-endpoints. */
function searchDomain(kind: "opensearch" | "elasticsearch"): Rules {
  const host = ({ values, text: of, region, seed }: Subject): string => {
    const inVpc = values["vpcOptions"] !== null && values["vpcOptions"] !== undefined;
    return `${inVpc ? "vpc" : "search"}-${of("domainName")}-simulated${seed.replace(/\W/g, "")}.${region}.es.amazonaws.com`;
  };
  return {
    id: "{arn}",
    arn: "arn:aws:es:{region}:{account}:domain/{domainName}",
    domainId: "{account}/{domainName}",
    endpoint: host,
    endpointV2: "",
    domainEndpointV2HostedZoneId: "",
    dashboardEndpointV2: "",
    dashboardEndpoint: (subject) => `${host(subject)}/_dashboards`,
    kibanaEndpoint: (subject) => `${host(subject)}/_plugin/kibana/`,
    ...(kind === "opensearch" ? { engineVersion: "OpenSearch_2.19" } : {}),
  };
}
