import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { GrantedAccess, type GrantArgs, GrantedResource } from "../grants/grant-args";
import type { NetworkDescription } from "../network/network-args";
import { factsOfDescription } from "../network/network-facts";
import type { FunctionInSetArgs, FunctionSetArgs } from "./lambda-vpc-args";
import { unreachableGrants } from "./unreachable-grants";

const grant = (resource: GrantedResource, access: GrantedAccess): GrantArgs => ({ resource, access, arn: pulumi.output("arn") });
const readBucket = grant(GrantedResource.Bucket, GrantedAccess.Read);
const readTable = grant(GrantedResource.Table, GrantedAccess.Read);
const send = grant(GrantedResource.Queue, GrantedAccess.Send);
const consume = grant(GrantedResource.Queue, GrantedAccess.Consume);

const network: NetworkDescription = {
  cidrBlock: "10.0.0.0/16",
  zones: ["us-east-1a"],
  gatewayEndpoints: ["s3"],
  interfaceEndpoints: ["sqs"],
};

const found = (set: FunctionSetArgs, one: FunctionInSetArgs, described = network) =>
  unreachableGrants("shop", { network: described, sets: { internal: set }, functions: { orders: one } }, factsOfDescription(described));

const database: FunctionSetArgs = { reach: { postgres: { port: 5432, cidr: "10.0.0.0/8" } } };

describe("a grant is reported that its set lets out to nothing:", () => {
  test.each<[string, FunctionSetArgs, FunctionInSetArgs, string, boolean]>([
    ["a bucket", database, { grants: [readBucket] }, "grants[0]", true],
    ["a table, next to the endpoint of another service", { services: ["s3"] }, { grants: [readBucket, readTable] }, "grants[1]", true],
    ["a bucket, next to interface endpoints", { endpoints: true }, { grants: [readBucket] }, "grants[0]", true],
    ["a queue, next to gateway endpoints", { gatewayEndpoints: true }, { grants: [send] }, "grants[0]", false],
    [
      "a bucket, next to UDP",
      { reach: { dns: { port: 443, protocol: "udp", cidr: "0.0.0.0/0" } } },
      { grants: [readBucket] },
      "grants[0]",
      true,
    ],
    ["a file system", { services: ["s3"] }, { fileSystemConfig: { arn: "arn", localMountPath: "/mnt/files" } }, "fileSystemConfig", true],
  ])("%s", (_, set, one, argument, certain) => {
    expect(found(set, one)).toMatchObject([{ argument: `shop.functions.orders.${argument}`, certain }]);
  });
});

describe("nothing is reported", () => {
  test.each<[string, FunctionSetArgs, FunctionInSetArgs]>([
    ["of a service by name", { services: ["s3", "sqs"] }, { grants: [readBucket, send] }],
    ["of a service of the flags", { endpoints: true, gatewayEndpoints: true }, { grants: [readBucket, send] }],
    ["of another interface endpoint, because all share a group", { services: ["sqs"] }, { grants: [send] }],
    ["of a rule that may lead there", { reach: { web: { port: 443, cidr: "0.0.0.0/0" } } }, { grants: [readBucket, readTable, send] }],
    ["of all protocols", { reach: { vpc: { protocol: "-1", cidr: "10.0.0.0/8" } } }, { grants: [readTable] }],
    ["of existing groups", { securityGroupIds: ["sg-1"] }, { grants: [readBucket] }],
    ["of unknown rules", { egress: pulumi.output([]) }, { grants: [readBucket] }],
    ["of a queue that an event source mapping polls", {}, { grants: [consume] }],
    ["of a queue that may be the dead-letter queue", {}, { grants: [send], deadLetterConfig: { targetArn: "arn" } }],
    [
      "of a file system within reach",
      { reach: { files: { port: 2049, cidr: "10.0.0.0/16" } } },
      { fileSystemConfig: { arn: "a", localMountPath: "b" } },
    ],
  ])("%s", (_, set, one) => {
    expect(found(set, one)).toEqual([]);
  });
});

test("the way out names what the network has, and what it lacks", () => {
  const [bucket, table] = found(database, { grants: [readBucket, readTable] });
  expect(bucket?.problem).toBe(
    "Functions of the set internal have no outbound rule to s3, so its calls time out. Add s3 to sets.internal.services",
  );
  expect(table?.problem).toBe(
    "Functions of the set internal have no outbound rule to dynamodb, so its calls time out. Add dynamodb to network.gatewayEndpoints and to sets.internal.services",
  );
});
