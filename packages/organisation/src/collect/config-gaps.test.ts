import { describe, expect, test } from "@jest/globals";
import { type ConfigItem, readConfigItem } from "./config-item";
import { configRegions } from "./config-regions";

const place = { accountId: "111122223333", awsRegion: "us-east-1", configurationItemStatus: "OK" };

function item(resourceType: string, resourceId: string, configuration: unknown = {}, more: object = {}): unknown {
  return { ...place, resourceType, resourceId, configuration, ...more };
}

const samples = {
  "AWS::Lambda::Function": item("AWS::Lambda::Function", "orders", { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } }),
  "AWS::EC2::VPC": item("AWS::EC2::VPC", "vpc-1", { cidrBlock: "10.0.0.0/16" }),
  "AWS::EC2::Subnet": item("AWS::EC2::Subnet", "subnet-1", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", availableIpAddressCount: 9 }),
  "AWS::EC2::SecurityGroup": item("AWS::EC2::SecurityGroup", "sg-1", { vpcId: "vpc-1", groupName: "web", ipPermissions: [] }),
  "AWS::EC2::NetworkInterface": item("AWS::EC2::NetworkInterface", "eni-1", {
    ...{ subnetId: "subnet-1", vpcId: "vpc-1", interfaceType: "interface", description: "AWS Lambda VPC ENI-orders-1" },
    groups: [{ groupId: "sg-1" }],
  }),
};

const parts = {
  "AWS::Lambda::Function": "functions",
  "AWS::EC2::VPC": "vpcs",
  "AWS::EC2::Subnet": "subnets",
  "AWS::EC2::SecurityGroup": "security-groups",
  "AWS::EC2::NetworkInterface": "interfaces",
} as const;

function read(...values: readonly unknown[]) {
  const items = values.map(readConfigItem).filter((one): one is ConfigItem => one !== undefined);
  return configRegions(items, { source: "config-snapshots", call: "snapshot", readAt: "2026-12-01T06:00:00Z" });
}

function notRecorded(...values: readonly unknown[]): readonly string[] {
  return read(...values).flatMap(({ gaps }) => gaps.filter(({ reason }) => reason === "not-recorded").map(({ part }) => part));
}

test("a Region that records all types has no such gap, nor has one without functions", () => {
  expect(notRecorded(...Object.values(samples))).toEqual([]);
  expect(notRecorded(samples["AWS::EC2::VPC"], samples["AWS::EC2::SecurityGroup"])).toEqual([]);
});

describe("a type that is not recorded is a gap, found by what names its resources:", () => {
  test.each(Object.keys(parts) as (keyof typeof parts)[])("%s", (type) => {
    const others = Object.entries(samples).flatMap(([name, value]) => (name === type ? [] : [value]));
    expect(notRecorded(...others)).toEqual([parts[type]]);
  });
});

describe("a type that the recorder does not record is a gap:", () => {
  test.each([
    { sentence: "it is excluded", group: { AllSupported: false, ExclusionByResourceTypes: { ResourceTypes: ["AWS::EC2::Subnet"] } } },
    {
      sentence: "it is not included",
      group: { AllSupported: false, ResourceTypes: Object.keys(parts).filter((type) => type !== "AWS::EC2::Subnet") },
    },
    { sentence: "as an older item writes it", group: { exclusionByResourceTypes: { resourceTypes: ["AWS::EC2::Subnet"] } } },
  ])("$sentence", ({ group }) => {
    const recorder = item("AWS::Config::ConfigurationRecorder", "default", { RecordingGroup: group });
    expect(notRecorded(recorder, ...Object.values(samples))).toEqual(["subnets"]);
  });
});

test("of two items of a resource, the newer one counts, and a deleted one does not", () => {
  const old = item(
    "AWS::EC2::Subnet",
    "subnet-1",
    { vpcId: "vpc-1", availableIpAddressCount: 1 },
    { configurationItemCaptureTime: "2026-01-01T00:00:00Z" },
  );
  const young = item(
    "AWS::EC2::Subnet",
    "subnet-1",
    { vpcId: "vpc-1", availableIpAddressCount: 2 },
    { configurationItemCaptureTime: "2026-02-01T00:00:00Z" },
  );
  const deleted = item("AWS::EC2::Subnet", "subnet-2", {}, { configurationItemStatus: "ResourceDeleted" });
  expect(read(young, old, deleted)[0]?.subnets).toMatchObject([{ id: "subnet-1", availableAddresses: 2 }]);
});

test("a configuration that is a text is read, and a group without permissions has unknown rules", () => {
  const group = item("AWS::EC2::SecurityGroup", "sg-1", JSON.stringify({ vpcId: "vpc-1", groupName: "web" }));
  expect(read(group)[0]?.securityGroups).toEqual([{ id: "sg-1", name: "web", vpc: "vpc-1", tags: {} }]);
});
