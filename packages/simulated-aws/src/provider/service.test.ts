import { Server, ServerCredentials } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Properties, UNKNOWN as U } from "../property/value";
import { ProviderClient } from "../testing/provider-client";
import { serve, type Serving } from "./serve";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const ROLE = "aws:iam/role:Role";
const FUNCTION = "aws:lambda/function:Function";
const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

let folder: string;
let engine: Server;
let serving: Serving;
let provider: ProviderClient;
const logged: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "provider-"));
  engine = new Server();
  engine.addService(EngineService, {
    log: (call: { request: LogRequest }, respond: (error: null, empty: Empty) => void) => {
      logged.push(call.request.getMessage());
      respond(null, new Empty());
    },
  });
  const port = await new Promise<number>((resolve) =>
    engine.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_, bound) => resolve(bound)),
  );
  serving = await serve(`127.0.0.1:${port}`, { SIMULATED_AWS_ACCOUNT: join(folder, "account.jsonl") });
  provider = new ProviderClient(serving.port);
});

afterAll(() => {
  provider.close();
  serving.close();
  engine.forceShutdown();
  rmSync(folder, { recursive: true, force: true });
});

const code = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", path: "./code", hash: "1" };

/** A network with a function's needs, made anew. */
async function network() {
  const vpc = await provider.make(VPC, { cidrBlock: "10.0.0.0/16" });
  const subnets = await Promise.all([0, 1].map((index) => provider.make(SUBNET, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24` })));
  const group = await provider.make(GROUP, { vpcId: vpc.id, name: `group of ${vpc.id}` });
  const role = await provider.make(ROLE, { name: `role-${vpc.id}`, assumeRolePolicy: "{}", managedPolicyArns: [VPC_ACCESS] });
  const inputs: Properties = {
    name: `function-${vpc.id}`,
    role: role.outputs["arn"] ?? null,
    handler: "index.handler",
    runtime: "nodejs22.x",
    code,
    vpcConfig: { subnetIds: subnets.map(({ id }) => id).reverse(), securityGroupIds: [group.id] },
  };
  return { vpc, subnets: subnets.map(({ id }) => id).sort(), group, role, inputs };
}

describe("configuration", () => {
  test("answers as the bridge does: previews, and no marked secrets, outputs or references", async () => {
    expect(await provider.configure()).toMatchObject({
      supportspreview: true,
      acceptsecrets: false,
      acceptoutputs: false,
      acceptresources: false,
    });
  });

  test("has a Region without the user's saying one", async () => {
    expect(await provider.checkConfig({})).toEqual({ region: "us-east-1" });
    expect(await provider.checkConfig({ region: "eu-west-1" })).toEqual({ region: "eu-west-1" });
  });
});

describe("a rule of Terraform's plugin framework", () => {
  const RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  const rule = { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/8" };

  test("leaves out what has no value, and works out its tags itself", async () => {
    const { group } = await network();
    const { inputs } = await provider.check(RULE, { ...rule, securityGroupId: group.id });
    expect(inputs).not.toHaveProperty("tagsAll");
    const { outputs: planned } = await provider.create(RULE, inputs, true);
    expect(planned).toEqual({
      ...rule,
      securityGroupId: group.id,
      region: "us-east-1",
      arn: U,
      id: U,
      securityGroupRuleId: U,
      tagsAll: {},
    });
    const { id, outputs } = await provider.create(RULE, inputs);
    expect(Object.keys(outputs).filter((name) => !name.startsWith("__"))).toEqual(Object.keys(planned));
    expect(outputs).toMatchObject({ id, securityGroupRuleId: id });
  });

  test("is replaced when it gets another kind of peer, not when its peer changes", async () => {
    const { group } = await network();
    const made = await provider.make(RULE, { ...rule, securityGroupId: group.id });
    const replaced = async (peer: Properties) => {
      const { inputs } = await provider.check(RULE, { ...rule, cidrIpv4: null, ...peer, securityGroupId: group.id }, made.inputs);
      return (await provider.diff(RULE, made.id, made.outputs, inputs)).replacesList;
    };
    expect(await replaced({ cidrIpv4: "10.1.0.0/16" })).toEqual([]);
    expect(await replaced({ prefixListId: "pl-1" })).toEqual(["cidrIpv4", "prefixListId"]);
  });
});

describe("a function in a new network", () => {
  test("is planned with the unknowns that it will not show, and created with all of them known", async () => {
    const { vpc, subnets, group, inputs } = await network();
    const { inputs: checked } = await provider.check(FUNCTION, {
      ...inputs,
      vpcConfig: { subnetIds: [U, subnets[0] ?? ""], securityGroupIds: [group.id] },
    });
    expect(checked["vpcConfig"]).toEqual({ __defaults: [], subnetIds: [U, subnets[0]], securityGroupIds: [group.id] });
    const planned = await provider.create(FUNCTION, checked, true);
    expect(planned.outputs).toMatchObject({
      id: U,
      arn: U,
      code,
      vpcConfig: { subnetIds: U, securityGroupIds: [group.id], vpcId: U, ipv6AllowedForDualStack: false },
    });

    const { id, outputs } = await provider.make(FUNCTION, inputs);
    expect(outputs).toMatchObject({
      id,
      arn: `arn:aws:lambda:us-east-1:123456789012:function:${id}`,
      code,
      region: "us-east-1",
      version: "$LATEST",
      vpcConfig: { subnetIds: subnets, securityGroupIds: [group.id], vpcId: vpc.id },
    });
  });

  test("shows no difference to itself, reads as it was made, and goes", async () => {
    const { inputs } = await network();
    const made = await provider.make(FUNCTION, inputs);
    const again = await provider.check(FUNCTION, inputs, made.inputs);
    expect(again.inputs).toEqual(made.inputs);
    expect(await provider.diff(FUNCTION, made.id, made.outputs, again.inputs)).toMatchObject({
      changes: DiffResponse.DiffChanges.DIFF_NONE,
    });
    const read = await provider.read(FUNCTION, made.id, made.outputs, made.inputs);
    expect(read).toEqual({ id: made.id, outputs: made.outputs, inputs: made.inputs });
    await provider.remove(FUNCTION, made.id, made.outputs);
    expect(await provider.read(FUNCTION, made.id, made.outputs, made.inputs)).toEqual({ id: "", outputs: {}, inputs: {} });
  });

  test("publishes a version with every change when asked to, and plans it as unknown", async () => {
    const { inputs } = await network();
    const made = await provider.make(FUNCTION, { ...inputs, publish: true });
    expect(made.outputs["version"]).toBe("1");
    const { inputs: changed } = await provider.check(FUNCTION, { ...inputs, publish: true, memorySize: 512 }, made.inputs);
    expect(await provider.update(FUNCTION, made.id, made.outputs, changed, true)).toMatchObject({
      version: U,
      qualifiedArn: U,
      arn: made.outputs["arn"],
    });
    expect(await provider.update(FUNCTION, made.id, made.outputs, changed)).toMatchObject({ version: "2", memorySize: 512 });
  });

  test("is replaced under another name, the old one first when the program chose it", async () => {
    const { inputs } = await network();
    const made = await provider.make(FUNCTION, inputs);
    const { inputs: renamed } = await provider.check(FUNCTION, { ...inputs, name: "other" }, made.inputs);
    expect(await provider.diff(FUNCTION, made.id, made.outputs, renamed)).toMatchObject({
      replacesList: ["name"],
      deletebeforereplace: true,
    });
  });

  test("is refused in AWS's words", async () => {
    const { inputs } = await network();
    const six = ["a", "b", "c", "d", "e", "f"].map((letter) => `sg-${letter}`);
    await expect(provider.make(FUNCTION, { ...inputs, vpcConfig: { subnetIds: [], securityGroupIds: six } })).rejects.toThrow(
      /^ValidationException: .*Member must have length less than or equal to 5$/,
    );
  });

  test("is refused before anything happens when it names no code", async () => {
    const { inputs } = await network();
    const { reasons } = await provider.check(FUNCTION, { ...inputs, code: null });
    expect(reasons).toEqual([
      expect.stringMatching(/exactly one of code, imageUri, s3Bucket must be specified, not none. Examine values at 'example.code'/),
    ]);
  });
});

describe("a group", () => {
  test("changes its rules in place, whatever their order", async () => {
    const { vpc } = await network();
    const [tcp, all] = [
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] },
      { protocol: "-1", fromPort: 0, toPort: 0, self: true },
    ];
    const made = await provider.make(GROUP, { vpcId: vpc.id, egress: [tcp, all] });
    const { inputs: reordered } = await provider.check(GROUP, { vpcId: vpc.id, egress: [all, tcp] }, made.inputs);
    expect(await provider.diff(GROUP, made.id, made.outputs, reordered)).toMatchObject({ changes: DiffResponse.DiffChanges.DIFF_NONE });
    const { inputs: fewer } = await provider.check(GROUP, { vpcId: vpc.id, egress: [all] }, made.inputs);
    const outputs = await provider.update(GROUP, made.id, made.outputs, fewer);
    expect(outputs["egress"]).toMatchObject([{ protocol: "-1", self: true, description: null }]);
    const read = await provider.read(GROUP, made.id);
    expect(read.outputs).toMatchObject({ egress: [{ protocol: "-1", self: true, description: "" }], vpcId: vpc.id });
  });

  test("that came with a VPC can be got by its id alone", async () => {
    const { vpc } = await network();
    const { inputs, outputs } = await provider.read(GROUP, String(vpc.outputs["defaultSecurityGroupId"]));
    expect(outputs).toMatchObject({ name: "default", vpcId: vpc.id, tags: null, tagsAll: {} });
    expect(inputs).toMatchObject({ name: "default", vpcId: vpc.id, __defaults: [] });
  });

  test("that does not exist is nothing", async () => {
    expect(await provider.read(GROUP, "sg-0")).toEqual({ id: "", outputs: {}, inputs: {} });
  });
});

describe("tags", () => {
  test("of the provider go to everything that has tags", async () => {
    await provider.configure({ region: "us-east-1", defaultTags: JSON.stringify({ tags: { team: "a", stage: "dev" } }) });
    const { outputs } = await provider.make(VPC, { cidrBlock: "10.0.0.0/16", tags: { stage: "test" } });
    expect(outputs).toMatchObject({ tags: { stage: "test" }, tagsAll: { team: "a", stage: "test" } });
    await provider.configure();
  });

  test("with an unknown are unknown as a whole", async () => {
    const { inputs } = await provider.check(VPC, { cidrBlock: "10.0.0.0/16", tags: { stage: U } });
    expect(inputs).toMatchObject({ tags: { stage: U }, tagsAll: U });
  });
});

describe("a type that the simulation does not know", () => {
  const QUEUE = "aws:sqs/queue:Queue";

  test("has the outputs that the provider declares, unknown while planned, and is said once", async () => {
    const [{ inputs }] = await Promise.all([
      provider.check(QUEUE, {}),
      provider.check("aws:s3/bucket:Bucket", {}),
      provider.check(QUEUE, {}),
    ]);
    expect((await provider.create(QUEUE, inputs, true)).outputs).toMatchObject({ id: U, arn: U, url: U, delaySeconds: 0 });
    const made = await provider.make(QUEUE, { delaySeconds: 1, name: "orders" });
    const url = "https://sqs.us-east-1.amazonaws.com/123456789012/orders";
    expect(made.outputs).toMatchObject({ delaySeconds: 1, id: made.id, url, arn: "arn:aws:sqs:us-east-1:123456789012:orders" });
    expect(made.id).toBe(url);
    expect(logged).toEqual([
      "simulated AWS does not model these types and makes up what AWS sets: aws:s3/bucket:Bucket, aws:sqs/queue:Queue",
    ]);
  });

  test("is read, changed and removed like any other", async () => {
    const made = await provider.make(QUEUE, { delaySeconds: 1 });
    expect(await provider.diff(QUEUE, made.id, made.outputs, { ...made.inputs, delaySeconds: 2 })).toMatchObject({
      diffsList: ["delaySeconds"],
    });
    expect(await provider.update(QUEUE, made.id, made.outputs, { ...made.inputs, delaySeconds: 2 })).toMatchObject({ delaySeconds: 2 });
    await provider.remove(QUEUE, made.id, made.outputs);
    expect((await provider.read(QUEUE, made.id, made.outputs, made.inputs)).id).toBe("");
  });
});

test("a function that the simulation does not answer is named, with those that it answers", async () => {
  await expect(provider.invoke("aws:ec2/getAmi:getAmi", {})).rejects.toThrow(
    /does not support aws:ec2\/getAmi:getAmi\..*configuration of the stack.*Supported functions: .*getSubnets/,
  );
});
