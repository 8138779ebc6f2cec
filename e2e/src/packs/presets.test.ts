import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { packFolders } from "@lambda-vpc/workspace";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { programSource } from "../pages/program-source";
import { openStage, type Stage } from "../pages/stage";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

const oneFunction = programSource(`
  const executionRole = new FunctionRole("orders", {});
  const vpcConfig = new SharedVpcConfig("shared", { vpcId: vpc.id, subnetIds, egress, roles: [executionRole] });
  new VpcFunction("orders", { code, handler, runtime, vpcConfig, executionRole });
`);

const presets = packFolders(repositoryRoot).flatMap((pack) => ["recommended", "strict"].map((preset) => ({ pack, preset })));

test.each(presets)(
  "the engine takes the preset $preset of $pack as it is, and a good network passes under it",
  async ({ pack, preset }) => {
    const configuration = JSON.parse(readFileSync(join(repositoryRoot, pack, `presets/${preset}.json`), "utf8")) as object;
    const result = await stage.preview(oneFunction, pack, configuration);
    expect({ exitCode: result.exitCode, printed: result.exitCode === 0 ? "" : printed(result) }).toEqual({ exitCode: 0, printed: "" });
  },
);

test("the engine takes $schema in a configuration for a policy and refuses it: editors must be told of the schema in their settings", async () => {
  const result = await stage.preview(oneFunction, "policies/eni-consolidation", { $schema: "./configuration.schema.json" });
  expect(result.exitCode).not.toBe(0);
  expect(printed(result)).toContain('parsing enforcement level for "$schema"');
});
