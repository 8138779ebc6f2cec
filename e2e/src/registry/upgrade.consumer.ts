import { expect, test } from "@jest/globals";
import { policyEvents, streamingEvents } from "@lambda-vpc/test-stacks/policy-events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withRegistry } from "./consumers";
import { releasableCopy } from "./releasable-copy";
import { shopFiles } from "./shop-files";

const project = {
  ...shopFiles,
};

const previewCommand = "preview --json --policy-pack node_modules/@lambda-vpc/lambda-vpc --policy-pack-config policies.json";

/** Two releases are built, checked, staged and published: under a minute each on two free cores. */
const TIMEOUT = 600_000;

test(
  "after an upgrade of the pack, a project's configuration and baseline hold as before, and a bad function is told alone",
  () =>
    withRegistry(async ({ registry, folder, open }) => {
      const copy = await releasableCopy(join(folder, "repository"));
      const publish = (flags = "") => copy.release(`publish ${flags}`, { npm_config_userconfig: registry.publisher });
      await copy.release("0.1.0 --first-release --skip-publish");
      await publish("--first-release");

      const shop = open("shop", { example: "01-a-group-per-function", files: project });
      await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/cli @lambda-vpc/simulated-aws typescript@~5.9.0");
      const { engine, run, succeed } = await shop.shell();
      const installed = (name: string) =>
        (JSON.parse(readFileSync(join(shop.folder, "node_modules/@lambda-vpc", name, "package.json"), "utf8")) as { version: string })
          .version;
      const preview = async () => {
        const { exitCode, stdout } = await engine.pulumi(["--non-interactive", ...previewCommand.split(" ")], {
          cwd: shop.folder,
          environment: streamingEvents,
        });
        return { exitCode, stdout, said: policyEvents(stdout) };
      };

      const preset = readFileSync(join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc/presets/recommended.json"), "utf8");
      writeFileSync(join(shop.folder, "policies.json"), preset);
      await succeed("pulumi stack init dev");
      writeFileSync(join(shop.folder, "events"), (await preview()).stdout);
      await succeed(
        "npx --no -- lambda-vpc baseline --events events --config policies.json --out policies.json --reason adopted --expires 2999-12-31",
      );
      const configuration = readFileSync(join(shop.folder, "policies.json"), "utf8");
      expect(installed("lambda-vpc")).toBe("0.1.0");
      expect(await preview()).toMatchObject({ exitCode: 0, said: [] });

      await copy.change("policies/lambda-vpc/README.md", "One line more.", "feat(lambda-vpc): say one thing more");
      await copy.release("--skip-publish");
      await publish();
      expect(await copy.tags()).toEqual([
        "components@0.1.0",
        "components@0.1.1",
        "policies@0.1.0",
        "policies@0.1.1",
        "simulated-aws@0.1.0",
      ]);

      await shop.npm("update");
      expect([installed("lambda-vpc"), installed("cli"), installed("policy-kit"), installed("simulated-aws")]).toEqual([
        "0.1.1",
        "0.1.1",
        "0.1.1",
        "0.1.0",
      ]);
      expect(await succeed("npx --no -- lambda-vpc check-config policies.json --pack @lambda-vpc/lambda-vpc")).toBeDefined();
      expect(await preview()).toMatchObject({ exitCode: 0, said: [] });

      const program = join(shop.folder, "index.ts");
      const grownNames = readFileSync(program, "utf8").replace('"reports",', '"reports", "exports",');
      writeFileSync(
        program,
        grownNames.replace('cidrBlocks: ["0.0.0.0/0"]', 'cidrBlocks: [name === "exports" ? "10.9.0.0/16" : "0.0.0.0/0"]'),
      );
      const grown = await preview();
      const findings = grown.said.filter(({ policyName }) => policyName !== "waivers");
      expect(findings).toMatchObject([{ policyName: "share-security-groups", enforcementLevel: "mandatory" }]);
      expect(grown.exitCode).not.toBe(0);
      expect(readFileSync(join(shop.folder, "policies.json"), "utf8")).toBe(configuration);
      expect((await run("npm ls @lambda-vpc/policy-kit --all")).exitCode).toBe(0);
    }),
  TIMEOUT,
);
