import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { isDeepStrictEqual } from "node:util";
import { type Properties, UNKNOWN, type Value } from "../property/value";
import { resourceTypes } from "../resources";
import { elementShape, type Fields, isMapShape, isObjectShape, type Shape } from "../schema/field";
import { addressOf, ProviderExample } from "../testing/provider-example";
import { providerTokens, providerType } from "./provider-schema";

let example: ProviderExample;
let network: Awaited<ReturnType<ProviderExample["network"]>>;

beforeAll(async () => {
  example = new ProviderExample();
  network = await example.network();
});

afterAll(() => {
  example.end();
});

/** The smallest inputs that the type accepts. */
function smallest(fields: Fields): Properties {
  const required = Object.entries(fields).filter(([, { presence }]) => presence === "required");
  return Object.fromEntries(required.map(([name, { shape }]) => [name, some(name, shape)]));
}

function some(name: string, shape: Shape): Value {
  if (isObjectShape(shape)) return smallest(shape.object);
  if (isMapShape(shape)) return { key: "value" };
  const element = elementShape(shape);
  if (element !== undefined) return [some(name, element)];
  if (shape === "string" && /subnet(?:Id)?s?$/i.test(name)) return network.subnets[0];
  if (shape === "string" && /securityGroup(?:Id)?s?$/i.test(name)) return network.group;
  return shape === "number" ? 1 : shape === "boolean" ? true : `some-${name.toLowerCase()}`;
}

function hasShape(value: Value, shape: Shape): boolean {
  if (isObjectShape(shape)) return typeof value === "object" && value !== null && !Array.isArray(value);
  if (elementShape(shape) !== undefined) return Array.isArray(value);
  if (isMapShape(shape)) return typeof value === "object" && value !== null;
  return shape === "anything" || typeof value === (shape === "document" ? "string" : shape);
}

describe("every type of the provider that is not modeled", () => {
  const tokens = providerTokens().filter((token) => !resourceTypes.has(token));
  /** What each type does not do, one line for each type. */
  const problems = async (check: (token: string, fields: Fields, inputs: Properties) => Promise<string | undefined>) => {
    const found: string[] = [];
    for (const token of tokens) {
      const fields = providerType(token)?.fields ?? {};
      const problem = await check(token, fields, smallest(fields));
      if (problem !== undefined) found.push(`${token}: ${problem}`);
    }
    return found;
  };

  test("is one of many", () => {
    expect(tokens.length).toBeGreaterThan(1600);
  });

  test("plans each output that AWS sets as unknown", async () => {
    const found = await problems((token, fields, inputs) => {
      const planned = example.preview(token, inputs);
      const known = Object.keys(fields).filter((name) => fields[name]?.presence === "computed" && planned[name] !== UNKNOWN);
      return Promise.resolve(known.length === 0 ? undefined : known.join());
    });
    expect(found).toEqual([]);
  }, 60_000);

  test("has a value of the declared type for each of them after the update, reads as created and shows no change", async () => {
    const found = await problems(async (token, fields, inputs) => {
      const made = await example.make(token, inputs);
      const odd = Object.entries(fields).filter(
        ([name, field]) => field.presence === "computed" && !hasShape(made.outputs[name] ?? null, field.shape),
      );
      // An object that a bucket does not have is null, although the SDK declares it as present.
      const bad = odd.filter(([name]) => made.outputs[name] !== null || !token.includes("s3/bucket"));
      if (bad.length > 0) return `no value for ${bad.map(([name]) => name).join()}`;
      if (made.id === "" || /[{}]|undefined/.test(made.id)) return `id ${made.id}`;
      const read = example.provider.read(addressOf(token), made.id, made.inputs, made.outputs);
      if (!isDeepStrictEqual(read, { inputs: made.inputs, outputs: made.outputs })) return "reads differently";
      const again = example.check(token, inputs, made.inputs).inputs;
      const changes = example.provider.diff(addressOf(token), again, made.outputs, made.inputs);
      if (changes.length > 0) return `changes ${changes.map(({ path }) => path).join()}`;
      const updated = await example.provider.update(addressOf(token), made.id, again, made.outputs, made.inputs);
      return isDeepStrictEqual(updated, made.outputs) ? undefined : "is updated to something else";
    });
    expect(found).toEqual([]);
  }, 120_000);
});

const ACCOUNT = "123456789012";

test.each<[type: string, inputs: Properties, outputs: Record<string, unknown>]>([
  [
    "aws:s3/bucket:Bucket",
    { bucket: "files" },
    { id: "files", arn: "arn:aws:s3:::files", bucketRegionalDomainName: "files.s3.us-east-1.amazonaws.com" },
  ],
  ["aws:sns/topic:Topic", { name: "orders" }, { id: `arn:aws:sns:us-east-1:${ACCOUNT}:orders`, owner: ACCOUNT }],
  ["aws:sqs/queue:Queue", { fifoQueue: true }, { name: expect.stringMatching(/^example-[0-9a-f]{7}\.fifo$/) }],
  [
    "aws:dynamodb/table:Table",
    { name: "t", attributes: [], streamEnabled: true },
    { streamArn: expect.stringMatching(/:table\/t\/stream\//) },
  ],
  ["aws:dynamodb/table:Table", { name: "t2", attributes: [] }, { streamArn: "", arn: `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/t2` }],
  ["aws:cloudwatch/eventRule:EventRule", { name: "r", eventBusName: "bus" }, { arn: `arn:aws:events:us-east-1:${ACCOUNT}:rule/bus/r` }],
  [
    "aws:lambda/functionUrl:FunctionUrl",
    { functionName: "f", authorizationType: "NONE" },
    { functionUrl: expect.stringMatching(/^https:\/\/\w{32}\.lambda-url\.us-east-1\.on\.aws\/$/) },
  ],
  ["aws:apigatewayv2/api:Api", { protocolType: "HTTP" }, { apiEndpoint: expect.stringMatching(/^https:\/\/\w{10}\.execute-api\./) }],
  [
    "aws:ecs/service:Service",
    { cluster: `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/c`, name: "s" },
    { arn: `arn:aws:ecs:us-east-1:${ACCOUNT}:service/c/s` },
  ],
  ["aws:kms/key:Key", {}, { arn: expect.stringMatching(/:key\/[0-9a-f]{8}-/) }],
  ["aws:secretsmanager/secret:Secret", { name: "db" }, { arn: expect.stringMatching(/:secret:db-\w{6}$/) }],
  [
    "aws:acm/certificate:Certificate",
    { domainName: "a.example", validationMethod: "DNS" },
    { domainValidationOptions: [expect.objectContaining({ domainName: "a.example", resourceRecordType: "CNAME" })] },
  ],
  ["aws:iam/user:User", { name: "u" }, { arn: `arn:aws:iam::${ACCOUNT}:user/u` }],
  ["aws:route53/zone:Zone", { name: "example.org" }, { nameServers: expect.arrayContaining([expect.stringMatching(/awsdns/)]) }],
])("%s with %j has the outputs of AWS", async (type, inputs, outputs) => {
  const made = await example.make(type, inputs);
  expect({ ...made.outputs, id: made.id }).toMatchObject(outputs);
});

describe("a pass-through resource", () => {
  test("is in the VPC of its subnets", async () => {
    const { subnets, vpc } = network;
    const { outputs } = await example.make("aws:opensearch/domain:Domain", { vpcOptions: { subnetIds: [...subnets] } });
    expect(outputs["vpcOptions"]).toMatchObject({ vpcId: vpc, availabilityZones: ["us-east-1a", "us-east-1b"] });
    expect(outputs["endpoint"]).toMatch(/^vpc-/);
  });

  test("plans what AWS sets inside its blocks as unknown, and keeps it where nothing changes", async () => {
    const TYPE = "aws:opensearch/domain:Domain";
    const { subnets } = network;
    const news: Properties = { domainName: "d", vpcOptions: { subnetIds: [...subnets] } };
    expect(example.preview(TYPE, news)["vpcOptions"]).toMatchObject({ vpcId: UNKNOWN });
    const { outputs, inputs, id } = await example.make(TYPE, news);
    const tagged = example.check(TYPE, { ...news, tags: { a: "b" } }, inputs).inputs;
    const planned = example.provider.preview(addressOf(TYPE), tagged, outputs, inputs);
    expect(planned).toMatchObject({ id, vpcOptions: outputs["vpcOptions"], endpoint: outputs["endpoint"], tags: { a: "b" } });
    expect(example.provider.diff(addressOf(TYPE), tagged, outputs, inputs).map(({ path }) => path)).toEqual(["tags", "tagsAll"]);
  });

  test("that is only read, as one of another stack, has the outputs of its type", () => {
    const found = example.provider.read(addressOf("aws:s3/bucket:Bucket"), "their-files", {}, {});
    expect(found?.outputs).toMatchObject({ bucket: "their-files", arn: "arn:aws:s3:::their-files" });
  });

  test("of a name that a replacement takes over stays until both are deleted", async () => {
    const TYPE = "aws:s3/bucketPolicy:BucketPolicy";
    const [one, two] = [await example.make(TYPE, { bucket: "b", policy: "{}" }), await example.make(TYPE, { bucket: "b", policy: "{}" })];
    expect(two.id).toBe(one.id);
    const isThere = () => example.provider.read(addressOf(TYPE), one.id, one.inputs, one.outputs) !== undefined;
    await example.provider.remove(addressOf(TYPE), one.id, one.outputs);
    expect(isThere()).toBe(true);
    await example.provider.remove(addressOf(TYPE), two.id, two.outputs);
    expect(isThere()).toBe(false);
  });

  test("with properties of a newer SDK keeps them, and a type of a newer SDK returns its inputs", async () => {
    expect((await example.make("aws:sqs/queue:Queue", { newer: ["a"] })).outputs).toMatchObject({ newer: ["a"] });
    expect((await example.make("aws:sqs/future:Future", { newer: ["a"] })).outputs).toMatchObject({ newer: ["a"] });
  });
});
