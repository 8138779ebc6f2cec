import { expect, test } from "@jest/globals";
import { wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A function with one file of code, as an expression. */
const withCode = (asset: string): string => `
import * as aws from "@pulumi/aws";
import { asset } from "@pulumi/pulumi";

const role = new aws.iam.Role("role", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }) });
const code = new asset.AssetArchive({ "index.js": ${asset} });
new aws.lambda.Function("orders", { role: role.arn, runtime: "nodejs22.x", handler: "index.handler", code });
`;

/** Seconds in which such a preview must end on a machine that is free. */
const FAST = 10;

async function timed(stack: Program) {
  const start = performance.now();
  const result = await stack.pulumi("preview", ...withPack(stack, undefined, wholePack));
  return { ...result, seconds: (performance.now() - start) / 1000 };
}

test("an asset that the policy SDK cannot read ends the preview within seconds, with the resource, the reason and a fix that works", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", () => withCode('new asset.StringAsset("\\n")'));
    const accepted = await timed(stack);
    expect(accepted.exitCode).toBe(0);

    stack.edit(() => withCode('new asset.StringAsset("")'));
    const refused = await timed(stack);
    expect(refused.exitCode).toBe(1);
    // On a busy machine the preview that passes is slow too.
    expect(refused.seconds).toBeLessThan(Math.max(FAST, 2 * accepted.seconds));
    const [, diagnostics = ""] = printed(refused).split("Diagnostics:");
    expect(diagnostics.replaceAll(/^ +/gm, "")).toContain(
      [
        "The policy pack lambda-vpc stopped: Invalid asset encountered when unmarshaling resource property",
        'why: The policy SDK cannot read an asset without content, such as new StringAsset("").',
        'fix: In the resource that fails here, give each asset content. An empty file can be new StringAsset("\\n").',
      ].join("\n"),
    );
    expect(diagnostics).toMatch(/aws:lambda:Function \(orders\):\n\s+error: failed to run remediation/);
    expect(printed(refused)).not.toMatch(/\bbug\b|unhandled exception|\n\s+at /);
  }));
