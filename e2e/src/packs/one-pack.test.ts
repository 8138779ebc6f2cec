import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { wholePack } from "@lambda-vpc/test-stacks/packs";
import { repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

const packs = ["eni-consolidation", "function-networking", "subnet-sizing"].map((pack) => join(repositoryRoot, "policies", pack));

/** Every finding that a preview prints, without the name of the pack above it, and without what each pack states once: what its figures rest on. */
function findings(output: string): readonly string[] {
  const [, ...entries] = policySection(output)
    .replace(/^ {4}(✅|⚠️|❌).*\n/gm, "")
    .replaceAll("Estimated from dependencies: ", "")
    .split(/^ {8}- /m);
  return entries.sort();
}

test("one pack says what the three say apart", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("01-a-group-per-function");
    stack.edit((source) => source.replace("role: role.arn", "publish: true, role: role.arn").replace("us-east-1${zone}", "us-east-1a"));
    const apart = await stack.pulumi("preview", ...packs.flatMap((pack) => ["--policy-pack", pack]));
    const together = await stack.pulumi("preview", "--policy-pack", wholePack);
    expect(findings(together.stdout)).toEqual(findings(apart.stdout));
    const said = findings(together.stdout).join();
    for (const policy of ["share-security-groups", "trim-published-versions", "enough-availability-zones"]) expect(said).toContain(policy);
  }));
