import { describe, expect, jest, test } from "@jest/globals";
import { GROUP_1, GROUP_2, readServed, smallAccount, SUBNET_A, SUBNET_B } from "../testing/small-account";
import { readPolicy } from "./read-policy";

// Repetitions wait for each other, which takes seconds on a busy machine.
jest.setTimeout(30_000);

const policyOf = (tags: boolean): readonly string[] => readPolicy({ tags }).Statement[0].Action;
const VPC = "vpc-0a0000000000000a0";

test("a reading contains every part of the account", async () => {
  const reading = await readServed(smallAccount, {}, { tags: true });
  expect(reading.gaps).toEqual([]);
  expect(reading).toMatchObject({
    account: "123456789012",
    region: "us-east-1",
    readAt: "2026-11-30T00:00:00.000Z",
    interfacesPerVpc: 500,
  });
  const orders = { vpc: VPC, subnets: [SUBNET_A, SUBNET_B], securityGroups: [GROUP_1], ipv6: false };
  expect(reading.functions).toMatchObject([
    {
      name: "orders",
      arn: "arn:aws:lambda:us-east-1:123456789012:function:orders",
      latest: { version: "$LATEST", vpc: orders, state: "Active" },
      published: [{ version: "1", vpc: { subnets: [SUBNET_A], securityGroups: [GROUP_2] } }],
      tags: { team: "shop" },
    },
    { name: "outside", latest: { version: "$LATEST" }, published: [], tags: {} },
    { name: "reports", latest: { vpc: { securityGroups: [GROUP_1, GROUP_2] } } },
    { name: "sleeping", latest: { state: "Inactive", stateReason: "Idle" } },
  ]);
  expect(reading.functions[1]?.latest.vpc).toBeUndefined();
  expect(reading.vpcs.find(({ id }) => id === VPC)).toMatchObject({ cidrBlocks: ["10.0.0.0/16"], tags: { Name: "main" } });
  expect(reading.subnets.find(({ id }) => id === SUBNET_B)).toMatchObject({
    vpc: VPC,
    zone: "us-east-1b",
    cidrBlock: "10.0.1.0/24",
    ipv6: false,
  });
  expect(reading.securityGroups.find(({ id }) => id === GROUP_1)?.rules).toEqual([
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "0.0.0.0/0" } },
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "::/0" } },
  ]);
  expect(reading.securityGroups.find(({ id }) => id === GROUP_2)?.rules).toMatchObject([{ peer: { securityGroup: GROUP_1 } }]);
  expect(reading.interfaces.filter(({ type }) => type === "lambda")).toHaveLength(4);
  expect(reading.mountTargets).toMatchObject([{ fileSystem: "fs-0e0000000000000e1", subnet: SUBNET_A, securityGroups: [GROUP_1] }]);
  expect(reading.interfaces.find(({ type }) => type === "nat_gateway")).toMatchObject({ subnet: SUBNET_B, description: "a gateway" });
});

test("tags are read only if they are asked for", async () => {
  const reading = await readServed(smallAccount);
  expect(reading.gaps).toEqual([]);
  expect(reading.functions.map(({ tags }) => tags)).toEqual([undefined, undefined, undefined, undefined]);
});

describe("the least policy", () => {
  test.each([
    { tags: false, defaultQuotas: false },
    { tags: true, defaultQuotas: true },
  ])("is enough: %j", async ({ tags, defaultQuotas }) => {
    const reading = await readServed(smallAccount, { allowed: [...policyOf(tags), "sts:GetCallerIdentity"], defaultQuotas }, { tags });
    expect(reading).toMatchObject({ gaps: [], interfacesPerVpc: 500 });
  });

  test.each(policyOf(true))("without %s has a gap that names it", async (action) => {
    // The default is asked for only where AWS granted no other quota.
    const defaultQuotas = action === "servicequotas:GetAWSDefaultServiceQuota";
    const whole = await readServed(smallAccount, {}, { tags: true });
    const reading = await readServed(smallAccount, { denied: [action], defaultQuotas }, { tags: true });
    expect(new Set(reading.gaps.map(({ call, reason }) => `${reason} ${call}`))).toEqual(new Set([`denied ${action}`]));
    for (const gap of reading.gaps) expect(gap.message).toContain(action);
    // Nothing that is read depends on what is denied, except what it lists.
    expect(whole.functions.map(({ name }) => name)).toEqual(
      action === "lambda:ListFunctions" ? expect.anything() : reading.functions.map(({ name }) => name),
    );
  });
});

test.each([{ throttleEvery: 4 }, { cutEvery: 5 }])(
  "calls that fail for a moment are repeated until they are answered: %j",
  async (faults) => {
    expect((await readServed(smallAccount, faults)).gaps).toEqual([]);
  },
);

describe("an account that cannot be read at all", () => {
  test.each([
    ["expired credentials", { expired: true }, {}, {}, "expired", /have expired.*Renew/],
    ["no credentials", {}, {}, { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" }, "no-credentials", /AWS_PROFILE/],
    ["an unknown profile", {}, { profile: "absent" }, {}, "no-credentials", /absent/],
    ["no Region", {}, {}, { AWS_REGION: "" }, "no-region", /--region/],
    ["a connection that ends each answer", { cutEvery: 1 }, {}, {}, "unreachable", /us-east-1/],
    ["a Region that is off", {}, { region: "ap-east-1" }, {}, "unknown-region", /ap-east-1.*Enable/],
  ])("%s is an error with the way out", async (_, faults, access, environment, code, message) => {
    const home = { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
    const read = readServed(smallAccount, faults, { access, environment: { ...home, ...environment } });
    await expect(read).rejects.toMatchObject({ name: "AccountError", code, message: expect.stringMatching(message) });
  });
});
