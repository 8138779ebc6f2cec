import type { AccountFunction, AccountSecurityGroupRule, AccountVersion } from "@lambda-vpc/model";
import fc from "fast-check";
import type { CollectedRegion } from "../dataset/collected-region";

/** The Region of a generated account. */
const REGION = "us-east-1";

/** What a generated Region has at most. */
export interface Sizes {
  readonly functions: number;
  readonly versions: number;
  /** How many functions it has at least. */
  readonly least?: number;
}

const VPCS = ["vpc-a", "vpc-b"];

/** A few rules, written in ways that are equal or not. */
const rules: fc.Arbitrary<readonly AccountSecurityGroupRule[]> = fc.array(
  fc.constantFrom<AccountSecurityGroupRule>(
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "10.0.0.0/8" } },
    { direction: "egress", protocol: "6", fromPort: 443, toPort: 443, peer: { cidr: "10.0.0.0/9" } },
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "10.128.0.0/9" } },
    { direction: "egress", protocol: "-1", peer: { cidr: "0.0.0.0/0" } },
    { direction: "ingress", protocol: "tcp", fromPort: 22, toPort: 22, peer: { cidr: "10.0.0.0/8" } },
    { direction: "egress", protocol: "tcp", fromPort: 5432, toPort: 5432, peer: { securityGroup: "sg-a-1" } },
    { direction: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432, peer: { securityGroup: "sg-a-0" } },
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { prefixList: "pl-s3" } },
  ),
  { maxLength: 3 },
);

function versionIn(letter: string, version: fc.Arbitrary<string>): fc.Arbitrary<AccountVersion> {
  const names = (kind: string, most: number) => Array.from({ length: most }, (_, index) => `${kind}-${letter}-${index}`);
  return fc.record({
    version,
    role: fc.constant("arn:aws:iam::111122223333:role/functions"),
    vpc: fc.record({
      vpc: fc.constant(`vpc-${letter}`),
      subnets: fc.subarray(names("subnet", 3), { minLength: 1 }),
      securityGroups: fc.subarray(names("sg", 5), { minLength: 1, maxLength: 3 }),
      ipv6: fc.boolean(),
    }),
  });
}

function arbitraryFunction(most: number, account: string): fc.Arbitrary<AccountFunction> {
  return fc.constantFrom("a", "b").chain((letter) =>
    fc
      .record({
        name: fc.integer({ min: 0, max: 1_000_000 }).map((number) => `f${number}`),
        latest: fc.oneof(
          { weight: 4, arbitrary: versionIn(letter, fc.constant("$LATEST")) },
          { weight: 1, arbitrary: fc.constant<AccountVersion>({ version: "$LATEST", role: "" }) },
        ),
        published: fc.uniqueArray(versionIn(letter, fc.integer({ min: 1, max: 9 }).map(String)), {
          maxLength: most,
          selector: ({ version }) => version,
        }),
      })
      .map(({ name, latest, published }) => ({
        ...{ name, latest, published, aliases: [] },
        arn: `arn:aws:lambda:${REGION}:${account}:function:${name}`,
      })),
  );
}

/** A Region of an account with two VPCs. Its interfaces are Lambda's, and some of another service. */
export function arbitraryRegion(
  { functions, versions, least = 0 }: Sizes,
  account = "111122223333",
  readAt = "2026-12-01T06:00:00Z",
): fc.Arbitrary<CollectedRegion> {
  return fc
    .record({
      functions: fc.uniqueArray(arbitraryFunction(versions, account), {
        ...{ minLength: least, maxLength: functions, size: "max" },
        selector: ({ arn }) => arn,
      }),
      groups: fc.array(rules, { minLength: 10, maxLength: 10 }),
      unread: fc.subarray([0, 3, 7], { maxLength: 1 }),
      strangers: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
      ofLambda: fc.array(fc.record({ letter: fc.constantFrom("a", "b"), isAttached: fc.boolean() }), { maxLength: 60 }),
      available: fc.array(fc.nat(251), { minLength: 6, maxLength: 6 }),
      quota: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
    })
    .map(({ functions, groups, unread, strangers, ofLambda, available, quota }): CollectedRegion => {
      const groupIds = groups.map((_, index) => `sg-${index < 5 ? "a" : "b"}-${index % 5}`);
      return {
        ...{ account, region: REGION, readAt, source: "accounts", functions, mountTargets: [], gaps: [] },
        vpcs: VPCS.map((id) => ({ id, cidrBlocks: ["10.0.0.0/16"], isDefault: false, tags: {} })),
        subnets: available.map((availableAddresses, index) => ({
          id: `subnet-${index < 3 ? "a" : "b"}-${index % 3}`,
          vpc: index < 3 ? "vpc-a" : "vpc-b",
          zone: `${REGION}${"abc"[index % 3] ?? ""}`,
          ...{ cidrBlock: `10.0.${index}.0/24`, ipv6: false, availableAddresses, tags: {} },
        })),
        securityGroups: groups.map((list, index) => ({
          id: groupIds[index] ?? "",
          name: `group ${index}`,
          vpc: index < 5 ? "vpc-a" : "vpc-b",
          ...(unread.includes(index) ? {} : { rules: list }),
          tags: {},
        })),
        interfaces: [
          ...strangers.map((group, index) => ({
            ...{ id: `eni-other-${index}`, type: "interface", description: "RDSNetworkInterface", status: "in-use" },
            subnet: group < 5 ? "subnet-a-0" : "subnet-b-0",
            vpc: group < 5 ? "vpc-a" : "vpc-b",
            securityGroups: [groupIds[group] ?? ""],
            privateAddresses: ["10.0.0.9"],
          })),
          ...ofLambda.map(({ letter, isAttached }, index) => ({
            id: `eni-${index}`,
            ...(isAttached ? { type: "lambda", status: "in-use" } : { type: "interface", status: "available" }),
            description: "AWS Lambda VPC ENI-orders-0f5b",
            ...{ subnet: `subnet-${letter}-1`, vpc: `vpc-${letter}`, securityGroups: [`sg-${letter}-1`], privateAddresses: ["10.0.1.9"] },
          })),
        ],
        ...(quota === undefined ? {} : { interfacesPerVpc: quota }),
      };
    });
}
