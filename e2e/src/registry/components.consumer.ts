import { expect, test } from "@jest/globals";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { withConsumers } from "./consumers";
import { shopFiles } from "./shop-files";

test("a TypeScript project builds its network with an installed component, under an installed pack, and deploys it", () =>
  withConsumers(async (open) => {
    const shop = open("shop", { example: "02-one-shared-configuration", files: shopFiles });
    await shop.npm("install @lambda-vpc/components");
    await shop.npm("install --save-dev @lambda-vpc/lambda-vpc @lambda-vpc/simulated-aws typescript@~5.9.0 @types/node@24");
    const { engine, succeed } = await shop.shell();
    await succeed("npx --no tsc");
    await succeed("pulumi stack init dev");
    expect(await succeed("pulumi preview --policy-pack node_modules/@lambda-vpc/lambda-vpc")).toContain("✅ lambda-vpc");
    await succeed("pulumi up --yes --skip-preview");
    expect(await heldCombinations(engine)).toBe(3);
  }));
