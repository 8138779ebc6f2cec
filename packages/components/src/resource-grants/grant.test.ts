import { describe, expect, test } from "@jest/globals";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FunctionFileSystem } from "../file-system/function-file-system";
import { recordProgram, valueOf } from "../testing/recorded-program";
import { grantConsume, grantRead, grantReadWrite, grantSend, grantWrite } from "./grant";
import { accessesOf, grantedActions } from "../grants/granted-actions";
import type { GrantedAccess } from "../grants/grant-args";
import { type GrantArgs, GrantedResource } from "../grants/grant-args";
import { permissionsOfGrants } from "../grants/granted-permissions";

recordProgram(({ name }) => ({ arn: `arn:${name}`, streamArn: `arn:${name}/stream/1` }));

const permissions = (...grants: readonly GrantArgs[]) => valueOf(pulumi.output([...permissionsOfGrants("orders.grants", grants)]));

const every = Object.values(GrantedResource).flatMap((resource) => accessesOf(resource).map((access) => ({ resource, access })));

describe.each(every)("$access of a $resource", (grant) => {
  test("names its resource only, and manages nothing", async () => {
    for (const { actions, resources } of await permissions({ ...grant, arn: "arn:one" })) {
      for (const resource of resources) expect(resource.startsWith("arn:one")).toBe(true);
      expect(
        actions.filter((action) =>
          /\*|:(Create|Update(?!Item)|Delete(?!Item|Object|Message)|Put(?!Object|Item|Record|Events)|Tag)/.test(action),
        ),
      ).toEqual([]);
    }
  });
});

test("reading and writing is both, and no resource is without access", () => {
  for (const resource of Object.values(GrantedResource)) {
    const [read, write, both] = ["read", "write", "read-write"].map((access) =>
      grantedActions({ resource, access: access as GrantedAccess }),
    );
    if (read !== undefined && write !== undefined) expect(both).toEqual([...read, ...write]);
    else expect(both).toBeUndefined();
    expect(accessesOf(resource)).not.toEqual([]);
  }
});

describe("a bucket's objects", () => {
  test("are apart from its listing", async () => {
    expect(await permissions(grantRead(new aws.s3.Bucket("photos")))).toEqual([
      { actions: ["s3:ListBucket"], resources: ["arn:photos"] },
      { actions: ["s3:GetObject"], resources: ["arn:photos/*"] },
    ]);
  });

  test("are limited to a prefix, and so is the listing", async () => {
    expect(await permissions(grantRead(new aws.s3.Bucket("photos"), { prefix: "small/", keyArn: "arn:key" }))).toEqual([
      {
        actions: ["s3:ListBucket"],
        resources: ["arn:photos"],
        conditions: [{ test: "StringLike", variable: "s3:prefix", values: ["small/*"] }],
      },
      { actions: ["s3:GetObject"], resources: ["arn:photos/small/*"] },
      { actions: ["kms:Decrypt"], resources: ["arn:key"] },
    ]);
  });
});

test("the consumption of a table is that of its stream", async () => {
  const [one] = await permissions(grantConsume(new aws.dynamodb.Table("orders", {})));
  expect(one?.resources).toEqual(["arn:orders/stream/1"]);
});

test("a file system, a table with its indexes, and a queue are named as AWS names them", async () => {
  const files = new FunctionFileSystem("files", { vpcId: "vpc-1", subnetIds: { "us-east-1a": "subnet-1" } });
  const table = new aws.dynamodb.Table("orders", {});
  const queue = new aws.sqs.Queue("emails");
  const all = await permissions(grantWrite(files), grantReadWrite(table), grantSend(queue, { keyArn: "arn:key" }));
  expect(all.map(({ resources }) => resources)).toEqual([
    ["arn:files"],
    ["arn:orders", "arn:orders/index/*"],
    ["arn:orders"],
    ["arn:emails"],
    ["arn:key"],
  ]);
  expect(all.at(-1)?.actions).toEqual(["kms:Decrypt", "kms:GenerateDataKey"]);
});

describe("mistakes are rejected with the fix:", () => {
  const arn = "arn:one";
  test.each<[string, object, string]>([
    [
      "an access that the resource lacks",
      { resource: "queue", access: "read", arn },
      "orders.grants[0].access: A queue has no access read. Use one of consume, send.",
    ],
    ["an unknown kind", { resource: "cluster", access: "read", arn }, "orders.grants[0].resource: Expected one of bucket, table,"],
    ["a missing kind", { access: "read", arn }, 'orders.grants[0]: Set resource and access, got undefined and "read".'],
    ["no ARN", { resource: "queue", access: "send" }, "orders.grants[0].arn: Expected an id, got undefined."],
    [
      "a prefix of a queue",
      { resource: "queue", access: "send", arn, prefix: "a" },
      "orders.grants[0].prefix: It applies to objects of a bucket only.",
    ],
  ])("%s", (_, grant, sentence) => {
    expect(() => permissionsOfGrants("orders.grants", [grant as GrantArgs])).toThrow(sentence);
  });

  test("a resource of another kind", () => {
    expect(() => grantRead(new aws.sqs.Queue("emails") as never)).toThrow(
      "grantRead: A queue has no access read. Use one of consume, send.",
    );
    expect(() => grantRead(new aws.sfn.Activity("steps") as never)).toThrow(
      "grantRead: aws:sfn/activity:Activity is not supported. Set permissions instead.",
    );
  });
});
