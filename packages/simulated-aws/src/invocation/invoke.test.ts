import { expect, test } from "@jest/globals";
import { AccountExample } from "../testing/account-example";
import { versionsOfFunction } from "../account/lambda/function-version";
import { putRolePolicy } from "../account/iam/role";
import { invoke } from "./invoke";
import type { RunInAccount } from "../account/store/run-in-account";

/** An account with a function `code` of these files. */
function functionOf(files: Record<string, string>, configuration = {}) {
  const example = new AccountExample();
  const { account } = example;
  example.lambda("code", [], []);
  const row = account.tables.functions.get("code");
  if (row !== undefined) account.tables.functions.put({ ...row, configuration: { handler: "index.handler", ...configuration } });
  account.tables.functionCode.put({ id: "code", files });
  const run: RunInAccount = (operation) => account.transact(operation).result;
  return { example, account, run };
}

const SDK = 'const { Lambda } = require("@aws-sdk/client-lambda");';

test("a function answers what its code makes of the event, with modules beside it and of Node.js", async () => {
  const { run } = functionOf({
    "index.js": 'exports.handler = async ({ n }) => require("./lib/twice").twice(n) + require("node:path").sep;',
    "lib/twice.js": 'exports.twice = (n) => n * require("./two.js").two;',
    "lib/two.js": "exports.two = 2;",
  });
  expect(await invoke(run, "code", { n: 21 })).toBe('"42/"');
});

test.each([
  ["what it throws", 'exports.handler = async () => { throw new TypeError("no") };', '{"errorType":"TypeError","errorMessage":"no"}'],
  [
    "a package that is not there",
    'require("left-pad");',
    '{"errorType":"Runtime.ImportModuleError","errorMessage":"Cannot find module \'left-pad\'"}',
  ],
  ["a handler that is not there", "", '{"errorType":"Error","errorMessage":"index.handler is undefined or not exported"}'],
  ["a text that is no code", "}{", "SyntaxError"],
])("whoever invokes it is told %s", async (_, code, says) => {
  await expect(invoke(functionOf({ "index.js": code }).run, "code", {})).rejects.toThrow(says);
});

test("it has as long as its timeout says", async () => {
  const { run } = functionOf({ "index.js": "exports.handler = () => new Promise(() => undefined);" }, { timeout: 0.01 });
  await expect(invoke(run, "code", {})).rejects.toThrow(
    '{"errorType":"Sandbox.Timedout","errorMessage":"Task timed out after 0.01 seconds"}',
  );
});

test("its pauses take no time in an account where nothing does", async () => {
  const code = "exports.handler = () => new Promise((resolve) => setTimeout(() => resolve(1), 3_600_000));";
  expect(await invoke(functionOf({ "index.js": code }).run, "code", {})).toBe("1");
});

test("code that is not here to be run answers null", async () => {
  expect(await invoke(functionOf({ "index.py": "" }).run, "code", {})).toBe("null");
});

test("code lists all versions page by page, and deletes what its role lets it delete", async () => {
  const { example, account, run } = functionOf({
    "index.js": `${SDK} exports.handler = async ({ FunctionName }) => {
      const lambda = new Lambda({});
      const first = await lambda.listVersionsByFunction({ FunctionName });
      const second = await lambda.listVersionsByFunction({ FunctionName, Marker: first.NextMarker });
      await lambda.deleteFunction({ FunctionName, Qualifier: "1" });
      const denied = await lambda.deleteFunction({ FunctionName }).catch(({ name }) => name);
      return [first.Versions.length, second.Versions.length, second.NextMarker, denied];
    };`,
  });
  example.lambda("orders", [], [], true);
  for (const version of Array.from({ length: 59 }, (_, index) => index + 2))
    account.tables.functionVersions.put({ id: `orders:${version}`, functionName: "orders", version, role: example.role });
  const arn = "arn:aws:lambda:us-east-1:123456789012:function:orders";
  const statements = [
    { Effect: "Allow", Action: "lambda:List*", Resource: arn },
    { Effect: "Allow", Action: "lambda:DeleteFunction", Resource: `${arn}:*` },
  ];
  putRolePolicy(account, "functions", "trim", JSON.stringify({ Statement: statements }));
  expect(await invoke(run, "code", { FunctionName: "orders" })).toBe('[50,11,null,"AccessDeniedException"]');
  expect(versionsOfFunction(account, "orders")).toHaveLength(60);
});
