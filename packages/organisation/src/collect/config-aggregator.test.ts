import { expect, test } from "@jest/globals";
import { AccountExample, authorizeRule, clientSettings, withServed } from "@lambda-vpc/simulated-aws/testing";
import { collectAggregator } from "./config-aggregator";

const now = "2026-12-01T06:00:00Z";

function filled() {
  const example = new AccountExample();
  const [subnet, group] = [example.subnet(), example.group("web")];
  authorizeRule(example.account, {
    ...{ groupId: group, protocol: "tcp", fromPort: 443, toPort: 443, description: "", tags: {} },
    ...{ direction: "egress", peer: { cidrIpv4: "10.0.0.0/8" } },
  });
  example.lambda("orders", [subnet], [group]);
  example.lambda("outside", [], []);
  return { example, subnet, group };
}

async function collected({ account }: AccountExample, aggregator = "simulated") {
  return withServed(account, {}, (url) => collectAggregator({ aggregator, now, settings: clientSettings(url) }));
}

test("an aggregator shows functions, groups with rules, subnets with free addresses, and interfaces", async () => {
  const { example, subnet, group } = filled();
  const [region, ...others] = await collected(example);
  expect(others).toEqual([]);
  expect(region).toMatchObject({
    ...{ account: "123456789012", region: "us-east-1", readAt: now, source: "config-aggregator" },
    functions: [
      { name: "orders", latest: { vpc: { vpc: example.vpcId, subnets: [subnet], securityGroups: [group] } }, published: [] },
      { name: "outside", latest: { version: "$LATEST" } },
    ],
    subnets: expect.arrayContaining([
      expect.objectContaining({ id: subnet, vpc: example.vpcId, availableAddresses: 250, cidrBlock: "10.0.0.0/24" }),
    ]),
    interfaces: [{ subnet, securityGroups: [group], type: "lambda" }],
  });
  expect(region?.securityGroups.find(({ id }) => id === group)?.rules).toEqual([
    { direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: { cidr: "10.0.0.0/8" } },
  ]);
});

test("what Config never contains is a gap of every Region", async () => {
  const [region] = await collected(filled().example);
  expect(region?.gaps.map(({ part, reason }) => [part, reason])).toEqual([
    ["versions", "not-in-source"],
    ["aliases", "not-in-source"],
    ["quotas", "not-in-source"],
  ]);
});

test("an aggregator that does not exist is an error of AWS", async () => {
  await expect(collected(filled().example, "other")).rejects.toMatchObject({ name: "NoSuchConfigurationAggregatorException" });
});

test("a denied query is an error, and not a collection without functions", async () => {
  const { account } = filled().example;
  const denied = withServed(account, { denied: ["config:*"] }, (url) =>
    collectAggregator({ aggregator: "simulated", now, settings: clientSettings(url) }),
  );
  await expect(denied).rejects.toMatchObject({ name: expect.stringMatching(/AccessDenied/) });
});
