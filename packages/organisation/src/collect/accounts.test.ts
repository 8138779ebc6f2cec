import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type SeededOptions, serveSeeded } from "@lambda-vpc/simulated-aws";
import { rowsOf } from "../dataset/rows-of";
import { type AccountsRequest, collectAccounts } from "./accounts";

const account = {
  vpcs: [{ id: "vpc-0a", cidrBlock: "10.0.0.0/16" }],
  subnets: [{ id: "subnet-0a", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
  securityGroups: [{ id: "sg-0a", vpcId: "vpc-0a", name: "web", egress: [] }],
  functions: [
    {
      ...{ name: "orders", subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] },
      versions: [{ subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] }],
    },
  ],
};

let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = { ...process.env };
});
afterEach(() => {
  process.env = before;
});

async function collected(request: Partial<AccountsRequest> = {}, faults: SeededOptions = {}) {
  const served = await serveSeeded(account, faults);
  try {
    const variables = { AWS_ACCESS_KEY_ID: "AKIASIMULATED", AWS_SECRET_ACCESS_KEY: "simulated", AWS_REGION: "us-east-1" };
    Object.assign(process.env, variables, { AWS_ENDPOINT_URL: served.url, AWS_EC2_METADATA_DISABLED: "true" });
    return await collectAccounts({ accounts: [], regions: [], now: () => Date.parse("2026-12-01T06:00:00Z"), ...request });
  } finally {
    await served.close();
  }
}

test("a live account has its versions and its quota, so nothing of it is missing", async () => {
  const { regions, failed } = await collected();
  expect(failed).toEqual([]);
  expect(regions).toMatchObject([{ source: "accounts", account: "123456789012", region: "us-east-1", gaps: [], interfacesPerVpc: 500 }]);
  const [region] = regions;
  if (region === undefined) throw new Error("There is no Region.");
  const rows = rowsOf(region);
  expect(rows.function_versions.map(({ version, vpc, security_group_set }) => [version, vpc, security_group_set])).toEqual([
    ["$LATEST", "vpc-0a", "sg-0a"],
    ["1", "vpc-0a", "sg-0a"],
  ]);
  expect(rows.collections).toMatchObject([{ collected_at: "2026-12-01T06:00:00.000Z", source: "accounts", gaps: 0 }]);
});

test("what is denied is a gap of its Region, and not the end of the collection", async () => {
  const { regions } = await collected({}, { denied: ["servicequotas:*", "ec2:DescribeSubnets"] });
  expect(regions[0]?.gaps.map(({ part, reason }) => [part, reason]).sort()).toEqual([
    ["quotas", "denied"],
    ["subnets", "denied"],
  ]);
});

test("an account that cannot be read is named with its reason", async () => {
  const { regions, failed } = await collected({ regions: ["us-east-1"] }, { expired: true });
  expect(regions).toEqual([]);
  expect(failed).toMatchObject([{ region: "us-east-1", error: { code: "expired" } }]);
});
