import { beforeAll, expect, test } from "@jest/globals";
import { repositoryAt } from "@lambda-vpc/engine";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithGo } from "@lambda-vpc/test-stacks/describe-with-go";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { bridgeProvider, providerName } from "./bridge-provider";
import { compare } from "./comparison/comparison";
import { generatedProgram } from "./programs/generated-program";
import { runGivenVpcId } from "./comparison/given-vpc-id";

/** The programs that are compared. They take about a minute on two cores; `npm run bridge` compares others. */
const seeds = [1, 2, 3];

/** A first build takes minutes. Milliseconds. */
const buildTimeout = 3_600_000;

describeWithGo(
  "simulated AWS, held to the Terraform bridge",
  "build the provider on the Terraform bridge; simulated AWS is not held to it",
  () => {
    let folder: string;
    beforeAll(async () => {
      const provider = await bridgeProvider();
      if ("reason" in provider) throw new Error(`There is no provider on the bridge: ${provider.reason}.`);
      ({ folder } = provider);
    }, buildTimeout);

    test("both stand in for the provider of the same @pulumi/aws", () => {
      const { version } = JSON.parse(readFileSync(join(repositoryRoot, "node_modules/@pulumi/aws/package.json"), "utf8")) as {
        version: string;
      };
      const { stdout } = spawnSync(join(folder, providerName), ["-version"], { encoding: "utf8", timeout: 20_000 });
      expect(stdout.trim()).toBe(version);
    });

    test("a vpcId that the program gives passes the first preview of both, and stops the update of both", async () => {
      const outcomes = [await runGivenVpcId(folder), await runGivenVpcId(repositoryAt().providerFolder)];
      const late = { firstPreview: "passes", update: "fails", nextPreview: "fails", complaint: "Value for unconfigurable attribute" };
      expect(outcomes).toEqual([late, late]);
    });

    test.each(seeds)("program %d shows policies the same over both, at its first preview, its update and after a change", async (seed) => {
      const differences = await compare(generatedProgram(seed), folder);
      const again = `npm run bridge -- --programs 1 --seed ${seed}`;
      expect({ again, differences: differences.slice(0, 20) }).toEqual({ again, differences: [] });
    });
  },
);
