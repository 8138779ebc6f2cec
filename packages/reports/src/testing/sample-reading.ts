import type { AccountFunction, AccountInterface, AccountReading, AccountVersion } from "@lambda-vpc/model";

const version = (name: string, subnets: readonly string[], securityGroups: readonly string[]): AccountVersion => ({
  version: name,
  vpc: { vpc: "vpc-1", subnets, securityGroups, ipv6: false },
  role: "arn:aws:iam::123456789012:role/lambda",
  state: "Active",
});

const named = (name: string, latest: AccountVersion, parts: Partial<AccountFunction> = {}): AccountFunction => ({
  ...{ name, arn: `arn:aws:lambda:us-east-1:123456789012:function:${name}`, latest, published: [], aliases: [], tags: {} },
  ...parts,
});

const lambdaInterface = (id: string, subnet: string, securityGroups: readonly string[], parts: Partial<AccountInterface> = {}) => ({
  ...{ id, subnet, vpc: "vpc-1", securityGroups, type: "lambda", status: "in-use", requester: "AROA1:awslambda_1", privateAddresses: [] },
  description: "AWS Lambda VPC ENI-orders-11111111-2222-3333-4444-555555555555",
  ...parts,
});

const everything = { direction: "egress", protocol: "-1", peer: { cidr: "0.0.0.0/0" } } as const;
const postgres = { direction: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432, peer: { securityGroup: "sg-1" } } as const;

/** An account in which each check of an audit finds something. */
export const sampleReading: AccountReading = {
  account: "123456789012",
  region: "us-east-1",
  readAt: "2026-12-01T10:00:00.000Z",
  functions: [
    named("catalog", version("$LATEST", ["subnet-1", "subnet-2"], ["sg-1"]), { tags: { team: "shop" } }),
    named("orders", version("$LATEST", ["subnet-1"], ["sg-2"]), {
      published: [version("1", ["subnet-2"], ["sg-1"]), version("2", ["subnet-1"], ["sg-3"])],
      aliases: [{ name: "live", versions: ["2"] }],
      tags: { team: "payments" },
    }),
    named("stock", version("$LATEST", ["subnet-1"], ["sg-5"])),
    named("reports", { ...version("$LATEST", ["subnet-2"], ["sg-2"]), state: "Inactive", stateReason: "Idle" }),
  ],
  vpcs: [{ id: "vpc-1", cidrBlocks: ["10.0.0.0/16"], isDefault: false, tags: { Name: "main" } }],
  subnets: [
    { id: "subnet-1", vpc: "vpc-1", zone: "us-east-1a", cidrBlock: "10.0.0.0/28", ipv6: false, availableAddresses: 1, tags: { Name: "a" } },
    { id: "subnet-2", vpc: "vpc-1", zone: "us-east-1b", cidrBlock: "10.0.1.0/24", ipv6: false, availableAddresses: 240, tags: {} },
  ],
  securityGroups: [
    { id: "sg-1", name: "catalog", vpc: "vpc-1", rules: [everything], tags: {} },
    { id: "sg-2", name: "orders", vpc: "vpc-1", rules: [everything], tags: {} },
    { id: "sg-3", name: "old", vpc: "vpc-1", rules: [everything], tags: {} },
    { id: "sg-5", name: "stock", vpc: "vpc-1", rules: [everything], tags: {} },
    { id: "sg-4", name: "database", vpc: "vpc-1", rules: [postgres, everything], tags: {} },
  ],
  interfaces: [
    lambdaInterface("eni-1", "subnet-1", ["sg-1"]),
    lambdaInterface("eni-2", "subnet-2", ["sg-1"]),
    lambdaInterface("eni-3", "subnet-1", ["sg-2"]),
    lambdaInterface("eni-4", "subnet-1", ["sg-3"]),
    lambdaInterface("eni-5", "subnet-1", ["sg-9"], { type: "interface", status: "available" }),
    lambdaInterface("eni-6", "subnet-2", ["sg-3"]),
    lambdaInterface("eni-7", "subnet-1", ["sg-4"], { type: "interface", description: "RDSNetworkInterface", requester: "amazon-rds" }),
    lambdaInterface("eni-8", "subnet-2", ["sg-4"], {
      type: "interface",
      description: "EFS mount target for fs-1 (fsmt-1)",
      requester: "amazon-efs",
    }),
  ],
  mountTargets: [{ id: "fsmt-1", fileSystem: "fs-1", subnet: "subnet-2", securityGroups: ["sg-4"] }],
  interfacesPerVpc: 7,
  gaps: [],
};

/** The same, of which the versions of a function and all rules were not read. */
export const partialReading: AccountReading = {
  ...sampleReading,
  functions: sampleReading.functions.map((one) => (one.name === "orders" ? { ...one, published: [] } : one)),
  gaps: [
    { part: "versions", subject: "orders", call: "lambda:ListVersionsByFunction", reason: "denied", message: "not authorized" },
    { part: "mount-targets", call: "elasticfilesystem:DescribeFileSystems", reason: "throttled", message: "Rate exceeded" },
  ],
};
