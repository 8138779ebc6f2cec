import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

test("on a fresh stack the obvious policy turns into a remark and passes, where ours refuses", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("01-a-group-per-function");

    const naive = await stack.pulumi("preview", "--policy-pack", join(repositoryRoot, "e2e/fixtures/naive-policy"));
    expect(naive.exitCode).toBe(0);
    expect(printed(naive)).toMatch(/can't be known during preview/);
    expect(printed(naive)).not.toMatch(/too many combinations/);

    const ours = await stack.pulumi("preview", ...withPack(stack));
    expect(ours.exitCode).not.toBe(0);
    expect(printed(ours)).toMatch("36 combinations");
  }));
