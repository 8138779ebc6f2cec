import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { printed } from "@lambda-vpc/test-stacks/workspace";
import { withConsumers } from "./consumers";
import { openPolicyService, type PolicyService } from "./policy-service";
import { shopFiles } from "./shop-files";

/** Runs `use` with a service to publish to. */
async function withPolicyService<T>(use: (service: PolicyService) => Promise<T>): Promise<T> {
  const service = await openPolicyService();
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

test("an installed pack is what `pulumi policy publish` takes, and what it uploads refuses what it should where it is installed for production alone", () =>
  withPolicyService((service) =>
    withConsumers(async (open) => {
      const shop = open("shop", { example: "01-a-group-per-function", files: shopFiles });
      await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/simulated-aws typescript@~5.9.0");
      const { engine, run, succeed } = await shop.shell();
      const installed = join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc");
      const publish = await engine.pulumi(["policy", "publish", "team"], { cwd: installed, environment: service.environment });
      if (publish.exitCode !== 0) throw new Error(`pulumi policy publish ended with ${publish.exitCode}:\n${printed(publish)}`);
      const { archive, name, policies } = service.published();
      const preset = JSON.parse(readFileSync(join(installed, "presets/recommended.json"), "utf8")) as object;
      expect(name).toBe("lambda-vpc");
      expect(policies.map((policy) => policy.name)).toEqual(expect.arrayContaining(Object.keys(preset)));

      const unpacked = open("unpacked", {});
      writeFileSync(join(unpacked.folder, "pack.tgz"), archive);
      await succeed(`tar -xzf ${unpacked.folder}/pack.tgz -C ${unpacked.folder} --strip-components=1`);
      await unpacked.npm("install --omit=dev");
      await shop.npm("uninstall @lambda-vpc/lambda-vpc");
      await succeed("pulumi stack init dev");
      const refused = await run(`pulumi preview --policy-pack ${unpacked.folder}`);
      expect(refused.exitCode).not.toBe(0);
      expect(policySection(refused.stdout)).toMatch(/\[mandatory\].*share-security-groups/);
    }),
  ));
