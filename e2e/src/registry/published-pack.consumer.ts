import { expect, test } from "@jest/globals";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { policySection } from "../expected-preview";
import { withConsumers } from "./consumers";

const program = {
  "package.json": JSON.stringify({ name: "shop", private: true, dependencies: { "@pulumi/aws": "7.48.0", "@pulumi/pulumi": "3.270.0" } }),
};

/** `pulumi policy publish` uploads what npm packs of the folder; whoever is under the pack unpacks that and installs what it runs with. */
test("a pack that is packed, unpacked elsewhere and installed there for production alone refuses what it should", () =>
  withConsumers(async (open) => {
    const shop = open("shop", { example: "01-a-group-per-function", files: program });
    await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/simulated-aws typescript@~5.9.0");
    const published = open("published", {});
    mkdirSync(join(published.folder, "packed"));
    await published.npm(`pack ${join(shop.folder, "node_modules/@lambda-vpc/lambda-vpc")} --pack-destination packed`);
    const { run, succeed } = await shop.shell();
    await succeed(`tar -xzf ${published.folder}/packed/*.tgz -C ${published.folder} --strip-components=1`);
    await published.npm("install --omit=dev");
    await shop.npm("uninstall @lambda-vpc/lambda-vpc");

    await succeed("pulumi stack init dev");
    const refused = await run(`pulumi preview --policy-pack ${published.folder}`);
    expect(refused.exitCode).not.toBe(0);
    expect(policySection(refused.stdout)).toMatch(/\[mandatory\].*share-security-groups/);
  }));
