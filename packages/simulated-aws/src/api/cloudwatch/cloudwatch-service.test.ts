import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { describe, expect, test } from "@jest/globals";
import { deactivateFunction } from "../../account/lambda/idle-function";
import { putAlias } from "../../account/lambda/function-alias";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";
import { cborOf, valueOfCbor } from "../protocol/cbor";

const DAY = 86_400_000;
const NOW = Date.parse("2026-12-01T09:30:00Z");

/** Functions `busy` with an alias, `plain`, and `idle`, which nothing has invoked for 14 days. */
function filled(): AccountExample {
  const example = new AccountExample();
  for (const name of ["busy", "plain", "idle"]) example.lambda(name, [], [], name === "busy");
  putAlias(example.account, { functionName: "busy", name: "live", functionVersion: "1", description: "", weights: {} });
  deactivateFunction(example.account, "idle");
  return example;
}

const withClient = <Result>(use: (client: CloudWatchClient) => Promise<Result>) =>
  withServed(
    filled().account,
    {},
    (url) => use(new CloudWatchClient(clientSettings(url))),
    () => NOW,
  );

function query(id: string, dimensions: { readonly [name: string]: string }, Period = 86_400, Stat = "Sum") {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Id: id, MetricStat: { Metric: { Namespace: "AWS/Lambda", MetricName: "Invocations", Dimensions }, Period, Stat } };
}

/** The days of a query, which ends now. */
const last = (days: number) => ({ StartTime: new Date(NOW - days * DAY), EndTime: new Date(NOW) });

describe("invocations", () => {
  test("are those of functions that are not idle, in the 14 days after which Lambda makes a function inactive", async () => {
    const queries = ["busy", "plain", "idle", "absent"].map((FunctionName) => query(FunctionName, { FunctionName }));
    const { MetricDataResults } = await withClient((client) =>
      client.send(new GetMetricDataCommand({ MetricDataQueries: queries, ...last(14) })),
    );
    expect(MetricDataResults?.map(({ Id, Values }) => [Id, Values?.length])).toEqual([
      ["busy", 14],
      ["plain", 14],
      ["idle", 0],
      ["absent", 0],
    ]);
    const newest = MetricDataResults?.[0]?.Timestamps ?? [];
    expect(newest.map(Number)).toEqual(newest.map(Number).toSorted((one, other) => other - one));
  });

  test("of an idle function ended before", async () => {
    const { MetricDataResults } = await withClient((client) =>
      client.send(new GetMetricDataCommand({ MetricDataQueries: [query("idle", { FunctionName: "idle" })], ...last(17) })),
    );
    expect(MetricDataResults).toMatchObject([{ Values: [expect.any(Number), expect.any(Number)], StatusCode: "Complete" }]);
  });

  test("of a function are those of its alias, which executes a version", async () => {
    const FunctionName = "busy";
    const { MetricDataResults } = await withClient((client) =>
      client.send(
        new GetMetricDataCommand({
          MetricDataQueries: [
            query("all", { FunctionName }, 14 * 86_400),
            query("alias", { FunctionName, Resource: "busy:live" }, 14 * 86_400),
            query("executed", { Resource: "busy:live", FunctionName, ExecutedVersion: "1" }, 14 * 86_400),
            query("version", { FunctionName, Resource: "busy:1" }, 14 * 86_400),
            query("average", { FunctionName }, 14 * 86_400, "Average"),
            { ...query("hidden", { FunctionName }), ReturnData: false },
          ],
          ...last(14),
        }),
      ),
    );
    const [all = [], alias, executed, version, average] = MetricDataResults?.map(({ Values }) => Values) ?? [];
    expect(all).toEqual([expect.any(Number)]);
    expect([alias, executed, version, average]).toEqual([all, all, [], [1]]);
    expect(MetricDataResults).toHaveLength(5);
  });

  test("have pages, which together are the whole", async () => {
    const MetricDataQueries = [query("busy", { FunctionName: "busy" }), query("plain", { FunctionName: "plain" })];
    await withClient(async (client) => {
      const whole = await client.send(new GetMetricDataCommand({ MetricDataQueries, ...last(14), ScanBy: "TimestampAscending" }));
      const values: Record<string, number[]> = { busy: [], plain: [] };
      let NextToken: string | undefined;
      do {
        const request = { MetricDataQueries, ...last(14), ScanBy: "TimestampAscending" as const, MaxDatapoints: 5, NextToken };
        const page = await client.send(new GetMetricDataCommand(request));
        for (const { Id = "", Values = [] } of page.MetricDataResults ?? []) values[Id]?.push(...Values);
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      expect(Object.values(values)).toEqual(whole.MetricDataResults?.map(({ Values }) => Values));
    });
  });

  test("that are older than 15 days have no data of a minute", async () => {
    const results = await withClient(async (client) =>
      Promise.all(
        [60, 300].map((Period) =>
          client.send(new GetMetricDataCommand({ MetricDataQueries: [query("busy", { FunctionName: "busy" }, Period)], ...last(20) })),
        ),
      ),
    );
    expect(results.map(({ MetricDataResults }) => MetricDataResults?.[0]?.Values?.length)).toEqual([0, 20]);
  });
});

test("metrics are listed if they have data of two weeks, by their dimensions", async () => {
  const listed = (Dimensions?: { Name: string; Value?: string }[]) =>
    withClient(async (client) => {
      const { Metrics = [] } = await client.send(
        new ListMetricsCommand({ Namespace: "AWS/Lambda", MetricName: "Invocations", ...(Dimensions && { Dimensions }) }),
      );
      return Metrics.map((metric) => metric.Dimensions?.map(({ Value }) => Value).join(" "));
    });
  expect(await listed()).toEqual(["", "1 busy busy:live", "busy", "busy busy:live", "plain", "plain plain"]);
  expect(await listed([{ Name: "Resource" }])).toEqual(["1 busy busy:live", "busy busy:live", "plain plain"]);
  expect(await listed([{ Name: "FunctionName", Value: "idle" }])).toEqual([]);
});

describe("other clients get the same metrics", () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIA/20261201/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;
  const path = "/service/GraniteServiceVersion20100801/operation/ListMetrics";
  const cbor = { "smithy-protocol": "rpc-v2-cbor", "content-type": "application/cbor", authorization };
  const sent = (where: string, init: { readonly headers: Record<string, string>; readonly body: Uint8Array<ArrayBuffer> | string }) =>
    withServed(filled().account, {}, async (url) => {
      const response = await fetch(`${url}${where}`, { method: "POST", ...init });
      return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    });

  test("with CBOR", async () => {
    const body = Uint8Array.from(cborOf({ Dimensions: [{ Name: "FunctionName", Value: "plain" }] }));
    const { headers, bytes } = await sent(path, { headers: cbor, body });
    expect(headers.get("content-type")).toBe("application/cbor");
    expect(valueOfCbor(bytes)).toMatchObject({ Metrics: [{ MetricName: "Invocations" }, { Namespace: "AWS/Lambda" }] });
    const refused = await sent(path, { headers: cbor, body: Uint8Array.from(cborOf({ RecentlyActive: "PT1H" })) });
    expect(refused.headers.get("x-amzn-query-error")).toBe("InvalidParameterValue;Sender");
    expect(valueOfCbor(refused.bytes)).toMatchObject({ __type: "InvalidParameterValueException" });
  });

  test("with a form", async () => {
    const body = "Action=ListMetrics&Version=2010-08-01&Dimensions.member.1.Name=FunctionName&Dimensions.member.1.Value=plain";
    const { bytes } = await sent("/", { headers: { authorization }, body });
    expect(bytes.toString()).toContain("<Metrics><member><Namespace>AWS/Lambda</Namespace><MetricName>Invocations</MetricName>");
    const time = "StartTime=2026-11-30T00:00:00Z&EndTime=2026-12-01T00:00:00Z";
    const metric = "MetricStat.Metric.Namespace=AWS/Lambda&MetricDataQueries.member.1.MetricStat.Metric.MetricName=Invocations";
    const query = `MetricDataQueries.member.1.Id=a&MetricDataQueries.member.1.${metric}&MetricDataQueries.member.1.MetricStat.Period=3600&MetricDataQueries.member.1.MetricStat.Stat=Sum`;
    const data = await sent("/", { headers: { authorization }, body: `Action=GetMetricData&Version=2010-08-01&${time}&${query}` });
    expect(data.bytes.toString()).toContain("<Timestamps><member>2026-11-30T12:00:00.000Z</member></Timestamps>");
  });
});

describe("CloudWatch refuses", () => {
  test.each([
    ["a time range that is empty", { StartTime: new Date(NOW), EndTime: new Date(NOW) }, "StartTime must be less"],
    ["too many queries", { MetricDataQueries: Array.from({ length: 501 }, (_, id) => query(`q${id}`, {})) }, "size greater than 500"],
    ["two queries with one id", { MetricDataQueries: [query("a", {}), query("a", {})] }, "not unique: a"],
    ["an expression", { MetricDataQueries: [{ Id: "a", Expression: "SEARCH('x', 'Sum', 300)" }] }, "none with an Expression"],
    ["a period of seconds", { MetricDataQueries: [query("a", {}, 30)] }, "multiple of 60"],
    ["another statistic", { MetricDataQueries: [query("a", {}, 60, "p99")] }, "no statistic p99"],
  ])("%s", async (_, input, message) => {
    const refused = withClient((client) =>
      client.send(new GetMetricDataCommand({ MetricDataQueries: [query("a", {})], ...last(14), ...input })),
    );
    await expect(refused).rejects.toMatchObject({ name: "InvalidParameterValueException", message: expect.stringContaining(message) });
  });

  test("a token that no page returned", async () => {
    const refused = withClient((client) =>
      client.send(new GetMetricDataCommand({ MetricDataQueries: [query("a", {})], ...last(14), NextToken: "x" })),
    );
    await expect(refused).rejects.toMatchObject({ name: "InvalidNextToken" });
  });
});
