import { expect, test } from "@jest/globals";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** Example 01 with its subnets cut by an apply, so that their number is known only after the deployment. */
const cutSubnets = (source: string): string =>
  source.replace(
    "subnetIds: subnets.map((subnet) => subnet.id)",
    "subnetIds: pulumi.all(subnets.map((subnet) => subnet.id)).apply((ids) => ids.slice(0, 2))",
  );

test("subnets cut by an apply leave the budget undecided, with the bounds, at the level configured", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("01-a-group-per-function", cutSubnets);
    const only = { all: "disabled" };

    const advised = await stack.pulumi(
      "preview",
      ...withPack(stack, { ...only, "eni-budget": { enforcementLevel: "mandatory", maxPerVpc: 20 } }),
    );
    expect(printed(advised)).toMatch(/\[advisory\].*eni-budget[^]*undecided: [^]*12 to 36 combinations \(likely 36\)/);
    expect(advised.exitCode).toBe(0);

    const strict = { enforcementLevel: "mandatory", maxPerVpc: 20, onUndecided: "mandatory" };
    const refused = await stack.pulumi("preview", ...withPack(stack, { ...only, "eni-budget": strict }));
    expect(printed(refused)).toMatch(/\[mandatory\].*eni-budget[^]*undecided: /);
    expect(refused.exitCode).not.toBe(0);
  }));

test("share-security-groups still decides where only the subnets are cut", () =>
  withWorkspace(async ({ hosted: program }) => {
    const stack = await program("01-a-group-per-function", cutSubnets);
    const result = await stack.pulumi("preview", ...withPack(stack));
    expect(printed(result)).toMatch(/\[mandatory\].*share-security-groups[^]*12 security-group sets for the 12 functions/);
    expect(result.exitCode).not.toBe(0);
  }));
