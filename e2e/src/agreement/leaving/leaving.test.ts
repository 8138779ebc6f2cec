import { expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { wrongWith } from "./judge-life";
import { openLifeLaboratory } from "./life-laboratory";

/** AWS's 20 minutes until Lambda deletes an ENI take 3 seconds. `npm run leaving` takes 12, for generated lives. */
const SCALE = 0.0025;

test("a function leaves its VPC while another is removed, and neither that nor the destroy orphans an ENI", async () => {
  const scratch = join(repositoryRoot, ".state/leaving");
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "test-"));
  const laboratory = await openLifeLaboratory(folder, SCALE);
  try {
    const moments = [
      ["a", "a", "b"],
      ["outside", "gone", "b"],
    ] as const;
    const life = { ownNetwork: false, keepsNetwork: false, together: false, moments };
    expect(wrongWith(await laboratory.live(life, "components"))).toEqual([]);
  } finally {
    await laboratory.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
