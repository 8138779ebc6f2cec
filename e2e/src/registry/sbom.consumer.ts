import { billsOfMaterials, stageAll } from "@lambda-vpc/release";
import { expect, test } from "@jest/globals";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

const development = ["jest", "typescript", "esbuild", "nx", "@lambda-vpc/policy-testing"];

test("the bill of materials of a pack lists what is bundled into it, each with a licence, and nothing of its development", async () => {
  const folder = join(repositoryRoot, ".state/e2e", `bills-${process.pid}`);
  try {
    const staged = await stageAll(folder);
    const bills = await billsOfMaterials(staged.map(({ manifest }) => manifest));
    expect(bills.map(({ metadata }) => metadata.component.name)).toEqual(staged.map(({ manifest }) => manifest.name));

    const bill = bills.find(({ metadata }) => metadata.component.name === "@lambda-vpc/lambda-vpc");
    const brought = (bill?.components ?? []).map(({ name, version }) => `${name} ${version}`);
    const licences = readFileSync(join(folder, "@lambda-vpc/lambda-vpc/dist/pack.js.LICENSES.txt"), "utf8");
    const bundled = licences.match(/^\S+ \d+\.\d+\.\d+$/gm) ?? [];
    expect(bundled).toContain("ipaddr.js 2.5.0");
    expect(brought).toEqual(expect.arrayContaining(bundled));
    for (const { name, licenses = [] } of bill?.components ?? []) expect([name, licenses]).toEqual([name, [expect.anything()]]);
    for (const name of development) expect(brought.filter((one) => one.startsWith(`${name} `))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
