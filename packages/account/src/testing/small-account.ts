import { type SeededOptions, serveSeeded } from "@lambda-vpc/simulated-aws";
import type { AccountReading } from "@lambda-vpc/model";
import type { AccountAccess } from "../calls/aws-clients";
import { readAccount, type ReadAccountOptions } from "../reading/read-account";

export const [SUBNET_A, SUBNET_B] = ["subnet-0a0000000000000a1", "subnet-0a0000000000000b2"];
export const [GROUP_1, GROUP_2] = ["sg-0c0000000000000c1", "sg-0c0000000000000c2"];
const vpcId = "vpc-0a0000000000000a0";

/** Two subnets and two groups; a file system with a mount target; functions with versions, an alias-free one outside VPCs, an idle one, and interfaces of others. */
export const smallAccount = {
  vpcs: [{ id: vpcId, cidrBlock: "10.0.0.0/16", tags: { Name: "main" } }],
  subnets: [
    { id: SUBNET_A, vpcId, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
    { id: SUBNET_B, vpcId, cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" },
  ],
  securityGroups: [
    {
      id: GROUP_1,
      vpcId,
      name: "orders",
      egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] }],
    },
    { id: GROUP_2, vpcId, name: "reports", egress: [{ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [GROUP_1] }] },
  ],
  fileSystems: [{ id: "fs-0e0000000000000e1", mountTargets: [{ subnetId: SUBNET_A, securityGroupIds: [GROUP_1] }] }],
  functions: [
    {
      name: "orders",
      tags: { team: "shop" },
      subnetIds: [SUBNET_A, SUBNET_B],
      securityGroupIds: [GROUP_1],
      versions: [{ subnetIds: [SUBNET_A], securityGroupIds: [GROUP_2] }],
    },
    { name: "reports", subnetIds: [SUBNET_A], securityGroupIds: [GROUP_2, GROUP_1] },
    { name: "sleeping", idle: true, subnetIds: [SUBNET_B], securityGroupIds: [GROUP_2] },
    { name: "outside" },
  ],
  networkInterfaces: [
    {
      id: "eni-0d0000000000000d1",
      subnetId: SUBNET_B,
      securityGroupIds: [GROUP_1],
      interfaceType: "nat_gateway",
      description: "a gateway",
    },
  ],
};

const variables = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_REGION: "us-east-1" };

/** Reads a served account as a command does: with the default chain of the SDK, which the environment fills. */
export async function readServed(
  content: object,
  faults: SeededOptions = {},
  { access = {}, environment = {}, ...options }: ReadAccountOptions & { access?: AccountAccess; environment?: NodeJS.ProcessEnv } = {},
): Promise<AccountReading> {
  const served = await serveSeeded(content, faults);
  const before = { ...process.env };
  const own = { AWS_ENDPOINT_URL: served.url, AWS_EC2_METADATA_DISABLED: "true", ...variables, ...environment };
  // The SDK reads a variable without a value as one that is set.
  process.env = Object.fromEntries(Object.entries({ ...before, ...own }).filter(([, value]) => value !== ""));
  try {
    return await readAccount(access, { now: () => Date.UTC(2026, 10, 30), ...options });
  } finally {
    process.env = before;
    await served.close();
  }
}
