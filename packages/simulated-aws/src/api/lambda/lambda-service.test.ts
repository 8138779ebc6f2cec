import {
  DeleteFunctionCommand,
  GetAccountSettingsCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListAliasesCommand,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  paginateListFunctions,
} from "@aws-sdk/client-lambda";
import { describe, expect, test } from "@jest/globals";
import { putAlias } from "../../account/lambda/function-alias";
import { deactivateFunction } from "../../account/lambda/idle-function";
import { versionsOfFunction } from "../../account/lambda/function-version";
import { createFunction, updateFunction } from "../../account/lambda/lambda-function";
import { passThroughType } from "../../pass-through/pass-through-type";
import type { Properties } from "../../property/value";
import { AccountExample } from "../../testing/account-example";
import { clientSettings, withServed } from "../../testing/served-account";

function asked<Result>(example: AccountExample, use: (client: LambdaClient) => Promise<Result>): Promise<Result> {
  return withServed(example.account, {}, (url) => use(new LambdaClient(clientSettings(url))));
}

const ARN = "arn:aws:lambda:us-east-1:123456789012:function:orders";

/** A function with a first version in one group, a second in another, and an alias of the first. */
function published() {
  const example = new AccountExample();
  const [subnet, old, young] = [example.subnet(), example.group(), example.group()];
  const configuration = { runtime: "nodejs24.x", handler: "index.handler", timeout: 10 };
  const request = (group: string, memorySize: number) => ({
    ...example.request("orders", [subnet], [group], true),
    configuration: { ...configuration, memorySize },
    tags: { team: "shop" },
  });
  createFunction(example.account, request(old, 256));
  updateFunction(example.account, request(young, 512));
  putAlias(example.account, { functionName: "orders", name: "live", functionVersion: "1", description: "", weights: { "2": 0.1 } });
  return { example, subnet, old, young };
}

test("ListFunctions lists functions, and with ALL their versions as they were published", async () => {
  const { example, subnet, old, young } = published();
  example.lambda("outside", [], []);
  await asked(example, async (client) => {
    const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
    expect(Functions.map(({ FunctionArn, Version }) => [FunctionArn, Version])).toEqual([
      [ARN, "$LATEST"],
      [ARN.replace("orders", "outside"), "$LATEST"],
    ]);
    expect(Functions[1]?.VpcConfig).toMatchObject({ SubnetIds: [], SecurityGroupIds: [], VpcId: "" });
    expect(Functions[0]).not.toHaveProperty("State");
    const all = await client.send(new ListFunctionsCommand({ FunctionVersion: "ALL" }));
    expect(all.Functions?.slice(0, 3)).toMatchObject([
      { FunctionArn: `${ARN}:$LATEST`, Version: "$LATEST", MemorySize: 512, VpcConfig: { SubnetIds: [subnet], SecurityGroupIds: [young] } },
      { FunctionArn: `${ARN}:1`, Version: "1", MemorySize: 256, VpcConfig: { SecurityGroupIds: [old], VpcId: example.vpcId } },
      { FunctionArn: `${ARN}:2`, Version: "2", MemorySize: 512, VpcConfig: { SecurityGroupIds: [young] } },
    ]);
    expect(all.Functions).toHaveLength(4);
  });
});

test("pages of 50 give each version once, also while functions are created", async () => {
  const example = new AccountExample();
  for (let index = 0; index < 70; index++) example.lambda(`f${index}`, [], [], index % 2 === 0);
  const found: (string | undefined)[] = [];
  const sizes: number[] = [];
  await asked(example, async (client) => {
    for await (const { Functions = [] } of paginateListFunctions({ client }, { FunctionVersion: "ALL" })) {
      found.push(...Functions.map(({ FunctionArn }) => FunctionArn));
      sizes.push(Functions.length);
      if (sizes.length === 1) example.lambda("a-new-one", [], []);
    }
  });
  expect(sizes).toEqual([50, 50, 5]);
  expect(new Set(found).size).toBe(105);
});

describe("one function", () => {
  test.each([
    ["its name", { FunctionName: "orders" }, "$LATEST", ARN],
    ["its ARN", { FunctionName: ARN }, "$LATEST", ARN],
    ["a part of its ARN", { FunctionName: "123456789012:function:orders" }, "$LATEST", ARN],
    ["a version", { FunctionName: "orders", Qualifier: "1" }, "1", `${ARN}:1`],
    ["an alias in its ARN", { FunctionName: `${ARN}:live` }, "1", `${ARN}:live`],
  ])("is found by %s", async (_, request, version, arn) => {
    await asked(published().example, async (client) => {
      const expected = { FunctionArn: arn, Version: version, State: "Active", LastUpdateStatus: "Successful" };
      expect(await client.send(new GetFunctionConfigurationCommand(request))).toMatchObject(expected);
      expect(await client.send(new GetFunctionCommand(request))).toMatchObject({ Configuration: expected, Tags: { team: "shop" } });
    });
  });

  test.each([
    ["a name that does not exist", new GetFunctionCommand({ FunctionName: "users" }), "ResourceNotFoundException", 404],
    ["a version that does not exist", new GetFunctionCommand({ FunctionName: "orders", Qualifier: "9" }), "ResourceNotFoundException", 404],
    ["another Region", new GetFunctionCommand({ FunctionName: ARN.replace("us-east-1", "eu-west-1") }), "ResourceNotFoundException", 404],
    ["tags of a version", new ListTagsCommand({ Resource: `${ARN}:1` }), "InvalidParameterValueException", 400],
    ["a marker that no call returned", new ListFunctionsCommand({ Marker: "x" }), "InvalidParameterValueException", 400],
    ["a version with an alias", new DeleteFunctionCommand({ FunctionName: "orders", Qualifier: "1" }), "ResourceConflictException", 409],
    ["a whole function", new DeleteFunctionCommand({ FunctionName: "orders" }), "InvalidParameterValueException", 400],
  ])("is refused for %s", async (_, command, name, httpStatusCode) => {
    const sent = asked(published().example, (client) => client.send(command as GetFunctionCommand));
    await expect(sent).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  test("is inactive while it is idle, and its versions are not", async () => {
    const { example } = published();
    deactivateFunction(example.account, "orders");
    await asked(example, async (client) => {
      const state = async (Qualifier?: string) => client.send(new GetFunctionConfigurationCommand({ FunctionName: "orders", Qualifier }));
      expect(await state()).toMatchObject({ State: "Inactive", StateReasonCode: "Idle" });
      expect(await state("1")).toMatchObject({ State: "Active" });
    });
  });

  test("has versions, aliases and tags", async () => {
    await asked(published().example, async (client) => {
      const { Versions = [] } = await client.send(new ListVersionsByFunctionCommand({ FunctionName: "orders" }));
      expect(Versions.map(({ Version }) => Version)).toEqual(["$LATEST", "1", "2"]);
      const { Aliases } = await client.send(new ListAliasesCommand({ FunctionName: "orders", FunctionVersion: "1" }));
      expect(Aliases).toMatchObject([{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } }]);
      expect((await client.send(new ListTagsCommand({ Resource: ARN }))).Tags).toEqual({ team: "shop" });
    });
  });

  test("loses a version and the interfaces that it alone held", async () => {
    const { example } = published();
    example.account.tables.functionAliases.remove("orders:live");
    await asked(example, (client) => client.send(new DeleteFunctionCommand({ FunctionName: "orders", Qualifier: "1" })));
    expect(versionsOfFunction(example.account, "orders")).toEqual(["$LATEST", "2"]);
    expect(example.combinations).toHaveLength(1);
  });
});

describe("event source mappings", () => {
  const queue = "arn:aws:sqs:us-east-1:123456789012:orders";
  const stream = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";

  /** An account with mappings of a queue and of a stream, one of them for an alias, and one in another Region. */
  async function mapped() {
    const { example } = published();
    const type = passThroughType("aws:lambda/eventSourceMapping:EventSourceMapping");
    const create = (inputs: Properties) => type.create(example.account, { region: "us-east-1", ...inputs });
    const ids = [
      await create({ functionName: "orders", eventSourceArn: queue, functionResponseTypes: ["ReportBatchItemFailures"] }),
      await create({ functionName: `${ARN}:live`, eventSourceArn: stream, startingPosition: "LATEST", batchSize: 7, enabled: false }),
      await create({ functionName: "orders", eventSourceArn: queue.replace("us-east-1", "eu-west-1"), region: "eu-west-1" }),
    ];
    return { example, ids: ids.map(({ id }) => id), type };
  }

  async function listed(example: AccountExample, request: object) {
    const answer = await asked(example, (client) => client.send(new ListEventSourceMappingsCommand(request)));
    return (answer.EventSourceMappings ?? []).toSorted((one, other) => Number(one.BatchSize) - Number(other.BatchSize));
  }

  test("are listed as programs made them, with AWS's defaults, and go with their resources", async () => {
    const { example, ids, type } = await mapped();
    const [ofQueue, ofStream] = ids;
    const expected = [
      { UUID: ofStream, EventSourceArn: stream, FunctionArn: `${ARN}:live`, BatchSize: 7, StartingPosition: "LATEST", State: "Disabled" },
      { UUID: ofQueue, EventSourceArn: queue, FunctionArn: ARN, BatchSize: 10, MaximumBatchingWindowInSeconds: 0, State: "Enabled" },
    ];
    expect(await listed(example, {})).toMatchObject(expected);
    await type.update?.(
      example.account,
      ofQueue ?? "",
      { region: "us-east-1", functionName: "orders", eventSourceArn: queue, enabled: false },
      {},
    );
    expect(await listed(example, { FunctionName: "orders" })).toMatchObject([{ UUID: ofQueue, State: "Disabled" }]);
    type.remove(example.account, ofQueue ?? "", {});
    expect(await listed(example, {})).toMatchObject([{ UUID: ofStream }]);
  });

  test.each([
    ["of a source", { EventSourceArn: stream }, [`${ARN}:live`]],
    ["of a function", { FunctionName: ARN }, [ARN]],
    ["of an alias", { FunctionName: "orders:live" }, [`${ARN}:live`]],
    ["of a source and another function", { EventSourceArn: stream, FunctionName: "orders" }, []],
  ])("%s are those with the same ARNs", async (_, request, arns) => {
    expect((await listed((await mapped()).example, request)).map(({ FunctionArn }) => FunctionArn)).toEqual(arns);
  });

  test("of a function that does not exist are refused", async () => {
    await expect(listed(new AccountExample(), { FunctionName: "orders" })).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

test("the account has its limits", async () => {
  await asked(published().example, async (client) => {
    expect(await client.send(new GetAccountSettingsCommand({}))).toMatchObject({
      AccountLimit: { ConcurrentExecutions: 1000 },
      AccountUsage: { FunctionCount: 1 },
    });
  });
});
