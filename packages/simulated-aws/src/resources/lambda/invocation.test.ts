import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Properties, UNKNOWN } from "../../property/value";
import { addressOf, ProviderExample } from "../../testing/provider-example";

const FUNCTION = "aws:lambda/function:Function";
const INVOCATION = "aws:lambda/invocation:Invocation";
const ASSET = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17" };
const ARCHIVE = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7" };

let example: ProviderExample;

beforeEach(() => {
  example = new ProviderExample();
});

afterEach(() => {
  example.end();
});

/** Inputs of an invocation of a function with this code. */
async function invoking(text: string, inputs: Properties, further: Properties = {}): Promise<Properties> {
  const role = await example.make("aws:iam/role:Role", { assumeRolePolicy: "{}" });
  const code = { ...ARCHIVE, assets: { "index.js": { ...ASSET, text }, ...further } };
  const lambda: Properties = { role: role.outputs["arn"] ?? null, runtime: "nodejs24.x", handler: "index.handler", code };
  return { functionName: (await example.make(FUNCTION, lambda)).id, ...inputs };
}

const ECHO = "exports.handler = async (event) => event;";
const echoed = (outputs: Properties): unknown => JSON.parse(String(outputs["result"]));

test("an invocation calls the function with its input once, and anew only in place of itself", async () => {
  const inputs = await invoking(ECHO, { input: '{"n":1}' });
  const made = await example.make(INVOCATION, inputs);
  expect(echoed(made.outputs)).toEqual({ n: 1 });
  expect(made.id).toMatch(/^example-\w+,\$LATEST,[0-9a-f]{32}$/);
  await expect(example.change(INVOCATION, made, { ...inputs, input: '{"n":2}' })).rejects.toThrow("input replaces the resource");
});

test("with the scope CRUD it calls at each change too, and says what happens and what was asked before", async () => {
  const inputs = await invoking(ECHO, { input: '{"n":1}', lifecycleScope: "CRUD", terraformKey: "life" });
  const made = await example.make(INVOCATION, inputs);
  expect(echoed(made.outputs)).toEqual({ n: 1, life: { action: "create", prev_input: null } });
  const changed = await example.change(INVOCATION, made, { ...inputs, input: '{"n":2}' });
  expect(echoed(changed.outputs)).toEqual({ n: 2, life: { action: "update", prev_input: { n: 1 } } });
});

test("with the scope CRUD it calls before it goes, and stays where that fails", async () => {
  const code = 'exports.handler = async ({ tf }) => { if (tf.action === "delete") throw new Error("not yet"); };';
  const made = await example.make(INVOCATION, await invoking(code, { input: "{}", lifecycleScope: "CRUD" }));
  const remove = example.provider.remove(addressOf(INVOCATION), made.id, made.outputs);
  await expect(remove).rejects.toThrow('{"errorType":"Error","errorMessage":"not yet"}');
});

test("without it, it goes silently", async () => {
  const inputs = await invoking(ECHO, { input: "{}" });
  const made = await example.make(INVOCATION, inputs);
  const files = { "index.js": 'throw new Error("again");' };
  example.provider.account.run(({ tables }) => tables.functionCode.put({ id: String(inputs["functionName"]), files }));
  await example.provider.remove(addressOf(INVOCATION), made.id, made.outputs);
});

test("its result is unknown while a change of its input is planned", async () => {
  const inputs = await invoking(ECHO, { input: '{"n":1}', lifecycleScope: "CRUD" });
  const { outputs } = await example.make(INVOCATION, inputs);
  const { inputs: news } = example.check(INVOCATION, { ...inputs, input: '{"n":2}' });
  expect(example.provider.preview(addressOf(INVOCATION), news, outputs)["result"]).toBe(UNKNOWN);
});

test.each([
  ["no JSON", { input: "{" }, '"input" contains an invalid JSON'],
  ["no object, with the scope CRUD", { input: "[]", lifecycleScope: "CRUD" }, "requires input to be a JSON object"],
])("an input that is %s is refused", (_, inputs, says) => {
  const { failures } = example.check(INVOCATION, { functionName: "code", ...inputs });
  expect(failures).toMatchObject([{ path: "input", reason: expect.stringContaining(says) }]);
});

test.each([
  ["is run where a part of it is a file", { ...ASSET, path: __filename }, { n: 1 }],
  ["is not run where a part of it is a folder", { ...ARCHIVE, path: __dirname }, null],
  ["is not run where a part of it cannot be read from here", { ...ASSET, path: `${__filename}.gone` }, null],
])("code %s", async (_, part, result) => {
  const { outputs } = await example.make(INVOCATION, await invoking(ECHO, { input: '{"n":1}' }, { part }));
  expect(echoed(outputs)).toEqual(result);
});
