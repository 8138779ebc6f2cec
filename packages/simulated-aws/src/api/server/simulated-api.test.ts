import { CloudTrailClient, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import { ConfigServiceClient, SelectAggregateResourceConfigCommand } from "@aws-sdk/client-config-service";
import { DescribeSubnetsCommand, DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { EFSClient, DescribeFileSystemsCommand } from "@aws-sdk/client-efs";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { OrganizationsClient, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { ListServiceQuotasCommand, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, test } from "@jest/globals";
import type { Account } from "../../account/store/account";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";
import type { Faults } from "./faults";
import { ACTIONS } from "./services";

type Settings = ReturnType<typeof clientSettings>;

/** A call of each service, which the switches must reach. */
const CALLS: readonly (readonly [action: string, call: (settings: Settings) => Promise<unknown>])[] = [
  ["cloudtrail:LookupEvents", (settings) => new CloudTrailClient(settings).send(new LookupEventsCommand({}))],
  ["cloudwatch:ListMetrics", (settings) => new CloudWatchClient(settings).send(new ListMetricsCommand({}))],
  [
    "config:SelectAggregateResourceConfig",
    (settings) =>
      new ConfigServiceClient(settings).send(
        new SelectAggregateResourceConfigCommand({ ConfigurationAggregatorName: "simulated", Expression: "SELECT resourceId" }),
      ),
  ],
  ["ec2:DescribeVpcs", (settings) => new EC2Client(settings).send(new DescribeVpcsCommand({}))],
  ["elasticfilesystem:DescribeFileSystems", (settings) => new EFSClient(settings).send(new DescribeFileSystemsCommand({}))],
  ["lambda:ListFunctions", (settings) => new LambdaClient(settings).send(new ListFunctionsCommand({}))],
  ["organizations:ListAccounts", (settings) => new OrganizationsClient(settings).send(new ListAccountsCommand({}))],
  ["s3:ListBucket", (settings) => new S3Client(settings).send(new ListObjectsV2Command({ Bucket: "sources" }))],
  [
    "servicequotas:ListServiceQuotas",
    (settings) => new ServiceQuotasClient(settings).send(new ListServiceQuotasCommand({ ServiceCode: "lambda" })),
  ],
  ["sts:GetCallerIdentity", (settings) => new STSClient(settings).send(new GetCallerIdentityCommand({}))],
];

test("every service has a call here", () => {
  expect([...new Set(ACTIONS.map((action) => action.split(":")[0]))]).toEqual(CALLS.map(([action]) => action.split(":")[0]));
});

describe.each(CALLS)("%s", (action, call) => {
  const asked = (faults: Partial<Faults>, settings: Partial<Settings> = {}) =>
    withServed(new AccountExample().account, faults, (url) => call({ ...clientSettings(url), ...settings }));

  test("is answered", async () => {
    await expect(asked({})).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  test("is denied by the switch", async () => {
    const denied = asked({ denied: [action] });
    await expect(denied).rejects.toMatchObject({
      name: expect.stringMatching(/^(UnauthorizedOperation|AccessDenied(Exception)?)$/),
      message: expect.stringContaining(`is not authorized to perform: ${action}`),
    });
    await expect(asked({ denied: ACTIONS.filter((other) => other !== action) })).resolves.toBeDefined();
  });

  test("is throttled by the switch, which the client knows and repeats", async () => {
    const once = asked({ throttleEvery: 1 });
    await expect(once).rejects.toMatchObject({
      name: expect.stringMatching(/^(RequestLimitExceeded|Throttling(Exception)?|TooManyRequestsException|SlowDown)$/),
    });
    const { account } = new AccountExample();
    const repeated = await withServed(account, { throttleEvery: 2 }, async (url) => {
      await call(clientSettings(url));
      return call({ ...clientSettings(url), maxAttempts: 2 });
    });
    expect(repeated).toMatchObject({ $metadata: { attempts: 2 } });
  });

  test("ends half way by the switch", async () => {
    await expect(asked({ cutEvery: 1 })).rejects.toThrow();
    await expect(asked({ cutEvery: 2 })).resolves.toBeDefined();
  });

  test("is refused with expired credentials", async () => {
    await expect(asked({ expired: true })).rejects.toMatchObject({ name: expect.stringMatching(/Expired/) });
  });

  test("is refused in a Region that the account has not enabled", async () => {
    const name = expect.stringMatching(/^(AuthFailure|UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId)$/);
    await expect(asked({}, { region: "me-south-1" })).rejects.toMatchObject({ name });
  });
});

test.each([
  ["EC2", (settings: Settings) => new EC2Client(settings).send(new DescribeVpcsCommand({})), "AuthFailure"],
  ["Lambda", (settings: Settings) => new LambdaClient(settings).send(new ListFunctionsCommand({})), "InvalidSignatureException"],
  ["STS", (settings: Settings) => new STSClient(settings).send(new GetCallerIdentityCommand({})), "SignatureDoesNotMatch"],
])("%s refuses a signature for a Region that AWS does not have", async (_, call, name) => {
  const refused = withServed(new AccountExample().account, {}, (url) => call({ ...clientSettings(url), region: "xx-east-1" }));
  await expect(refused).rejects.toMatchObject({ name, message: expect.stringContaining("valid region, not 'xx-east-1'") });
});

describe("a request", () => {
  const raw = (account: Account, path: string, init: RequestInit = {}) =>
    withServed(account, {}, async (url) => {
      const response = await fetch(`${url}${path}`, init);
      return { status: response.status, type: response.headers.get("x-amzn-errortype"), body: await response.text() };
    });
  const signed = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=AKIA/20261201/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`,
  });
  const { account } = new AccountExample();
  const form = (text: string) => ({ method: "POST", body: text });

  test.each([
    [
      "of EC2",
      "/",
      form("Action=DescribeVpcs&Version=2016-11-15"),
      403,
      "<Response><Errors><Error><Code>MissingAuthenticationToken</Code>",
    ],
    ["of STS", "/", form("Action=GetCallerIdentity&Version=2011-06-15"), 403, "<Code>MissingAuthenticationToken</Code>"],
    ["of Lambda", "/2015-03-31/functions", {}, 403, "Missing Authentication Token"],
    ["of EFS", "/2015-02-01/file-systems", {}, 403, "Missing Authentication Token"],
    [
      "of Service Quotas",
      "/",
      { method: "POST", body: "{}", headers: { "x-amz-target": "ServiceQuotasV20190624.GetServiceQuota" } },
      403,
      '"__type":"MissingAuthenticationTokenException"',
    ],
  ])("%s without a signature is refused", async (_, path, init, status, text) => {
    const answer = await raw(account, path, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(text);
  });

  test.each([
    ["for an operation that is not simulated", "/", { ...form("Action=RunInstances"), headers: signed("ec2") }, "InvalidAction"],
    ["for a path that is not simulated", "/2015-03-31/layers", { headers: signed("lambda") }, "UnknownOperationException"],
    [
      "for a service that is not simulated",
      "/",
      { ...form("Action=DescribeDBInstances"), headers: signed("rds") },
      "Simulated AWS has no service rds",
    ],
    [
      "with a body that is no JSON",
      "/",
      { method: "POST", body: "}", headers: { ...signed("organizations"), "x-amz-target": "AWSOrganizationsV20161128.ListAccounts" } },
      "InvalidInputException",
    ],
    ["for an object whose name is badly encoded", "/bucket/%E0%A4%A", { headers: signed("s3") }, "InvalidURI"],
    ["with a path that is badly encoded", "/2015-03-31/functions/%E0%A4%A", { headers: signed("lambda") }, "UnknownOperationException"],
    [
      "with a signature for another service",
      "/2015-03-31/functions",
      { headers: signed("elasticfilesystem") },
      "UnknownOperationException",
    ],
  ])("%s is refused with the reason", async (_, path, init, text) => {
    const answer = await raw(account, path, init);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(`${String(answer.type)} ${answer.body}`).toContain(text);
  });

  test("that is too large is refused", async () => {
    const answer = raw(account, "/", { ...form("x".repeat(2 ** 20 + 1)), headers: signed("ec2") });
    await expect(answer).resolves.toMatchObject({ status: 413 });
  });
});

test("an answer waits for the latency", async () => {
  const start = performance.now();
  await withServed(new AccountExample().account, { latency: 60 }, (url) =>
    new EC2Client(clientSettings(url)).send(new DescribeSubnetsCommand({})),
  );
  expect(performance.now() - start).toBeGreaterThanOrEqual(59);
});
