import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Properties } from "../../property/value";
import { ProviderExample } from "../../testing/provider-example";

const ALIAS = "aws:lambda/alias:Alias";

let example: ProviderExample;
let orders: Properties;

beforeEach(async () => {
  example = new ProviderExample();
  const role = await example.make("aws:iam/role:Role", { assumeRolePolicy: "{}" });
  const inputs: Properties = {
    name: "orders",
    role: role.outputs["arn"] ?? null,
    runtime: "nodejs24.x",
    handler: "index.handler",
    s3Bucket: "code",
  };
  orders = (await example.make("aws:lambda/function:Function", { ...inputs, publish: true })).outputs;
});

afterEach(() => {
  example.end();
});

test("an alias names a version of a function, by a name that the program may leave to Pulumi", async () => {
  const to: Properties = { functionName: "orders", functionVersion: orders["version"] ?? null };
  const named = await example.make(ALIAS, { ...to, name: "live" });
  expect(named.outputs).toMatchObject({ name: "live", arn: "arn:aws:lambda:us-east-1:123456789012:function:orders:live" });
  expect((await example.make(ALIAS, to)).outputs["name"]).toMatch(/^example-/);
});

test("an alias moves to another version in place", async () => {
  const made = await example.make(ALIAS, { functionName: "orders", functionVersion: "1", name: "live" });
  const moved = await example.change(ALIAS, made, { functionName: "orders", functionVersion: "$LATEST", name: "live" });
  expect(moved.outputs).toMatchObject({ functionVersion: "$LATEST" });
});

test("a version that is not there cannot be named", async () => {
  const made = example.make(ALIAS, { functionName: "orders", functionVersion: "7", name: "live" });
  await expect(made).rejects.toThrow("ResourceNotFoundException: Function not found: orders:7");
});
