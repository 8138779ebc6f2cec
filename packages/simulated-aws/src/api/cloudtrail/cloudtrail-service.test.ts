import { CloudTrailClient, LookupEventsCommand, type LookupEventsCommandInput } from "@aws-sdk/client-cloudtrail";
import { DeleteFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, test } from "@jest/globals";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";

const NOW = Date.parse("2026-12-01T09:30:00Z");

/** An account with a function whose interface somebody changed. */
function changed() {
  const example = new AccountExample();
  const [subnet, group, other] = [example.subnet(), example.group("web"), example.group("by hand")];
  example.lambda("orders", [subnet], [group], true);
  const { networkInterfaces } = example.account.tables;
  const [row] = networkInterfaces.all();
  if (row === undefined) throw new Error("The function has no interface");
  networkInterfaces.put({ ...row, securityGroupIds: [other], modifiedFrom: row.securityGroupIds });
  return { example, id: row.id, other };
}

const lookup = (url: string, input: LookupEventsCommandInput = {}) =>
  new CloudTrailClient(clientSettings(url)).send(new LookupEventsCommand(input));

test("a change of the groups of an interface is found as the script of AWS Support looks for it", async () => {
  const { example, id, other } = changed();
  const { Events = [] } = await withServed(
    example.account,
    {},
    (url) => lookup(url, { LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "ModifyNetworkInterfaceAttribute" }] }),
    () => NOW,
  );
  expect(Events).toMatchObject([{ EventSource: "ec2.amazonaws.com", ReadOnly: "false", EventTime: new Date(NOW - 7 * 86_400_000) }]);
  const text = Events[0]?.CloudTrailEvent ?? "";
  expect([text.includes(id), text.includes(`"groupId":"${other}"`), text.includes("errorMessage")]).toEqual([true, true, false]);
});

test("calls that change something are recorded with their caller, the newest first", async () => {
  const { example } = changed();
  let time = NOW;
  await withServed(
    example.account,
    {},
    async (url) => {
      await new LambdaClient(clientSettings(url)).send(new DeleteFunctionCommand({ FunctionName: "orders", Qualifier: "1" }));
      time += 1000;
      await new STSClient(clientSettings(url)).send(new AssumeRoleCommand({ RoleArn: example.role, RoleSessionName: "audit" }));
      const first = await lookup(url, { MaxResults: 2 });
      expect(first.Events).toMatchObject([
        { EventName: "AssumeRole", ReadOnly: "true", Resources: [{ ResourceName: example.role }] },
        { EventName: "DeleteFunction20150331", Username: "simulated", Resources: [{ ResourceName: "orders" }] },
      ]);
      const second = await lookup(url, { MaxResults: 2, NextToken: first.NextToken });
      expect(second.Events).toMatchObject([{ EventName: "ModifyNetworkInterfaceAttribute" }]);
      expect(second.NextToken).toBeUndefined();
      time += 100 * 86_400_000;
      expect((await lookup(url)).Events).toMatchObject([{ EventName: "ModifyNetworkInterfaceAttribute" }]);
    },
    () => time,
  );
});

describe("CloudTrail refuses", () => {
  test.each<readonly [string, LookupEventsCommandInput, string]>([
    ["a range that ends before it starts", { StartTime: new Date(2), EndTime: new Date(1) }, "InvalidTimeRangeException"],
    ["more results than 50", { MaxResults: 51 }, "InvalidMaxResultsException"],
    ["a token that no page returned", { NextToken: "x" }, "InvalidNextTokenException"],
    [
      "two attributes",
      {
        LookupAttributes: [
          { AttributeKey: "EventId", AttributeValue: "x" },
          { AttributeKey: "Username", AttributeValue: "x" },
        ],
      },
      "InvalidLookupAttributesException",
    ],
  ])("%s", async (_, input, name) => {
    await expect(withServed(new AccountExample().account, {}, (url) => lookup(url, input))).rejects.toMatchObject({ name });
  });
});
