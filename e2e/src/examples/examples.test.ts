import { describe, expect, test } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { tellCombinations, toldCombinations, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, type Program, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

interface ExpectedExample {
  readonly example: string;
  readonly combinations: number;
  readonly refused: boolean;
  readonly seed?: string;
}

const examples: readonly ExpectedExample[] = [
  { example: "01-a-group-per-function", combinations: 36, refused: true },
  { example: "02-one-shared-configuration", combinations: 3, refused: false },
  { example: "03-existing-vpc", combinations: 4, refused: false, seed: "network.json" },
  { example: "04-your-own-pack", combinations: 2, refused: false },
];

describe.each(examples)("$example", ({ example, combinations, seed, refused }) => {
  test(`holds ${combinations} combinations at first preview, in the account, at the next preview and in its exported state`, () =>
    withWorkspace(async ({ engine, program }) => {
      if (seed !== undefined) await engine.simulatedAws(["seed", join(repositoryRoot, "examples", example, seed)]);
      const stack = await program(example);

      const first = await stack.pulumi("preview", ...withPack(stack, undefined, wholePack));
      expect(policySection(first.stdout)).toBe(expectedPreview(example, policySection(first.stdout)));
      expect(first.exitCode !== 0).toBe(refused);
      expect(await told(stack)).toBe(String(combinations));

      const up = await stack.pulumi("up --yes --skip-preview");
      expect({ exitCode: up.exitCode, output: up.exitCode === 0 ? "" : printed(up) }).toEqual({ exitCode: 0, output: "" });
      expect(await heldCombinations(engine)).toBe(combinations);

      expect((await stack.pulumi("preview", ...withPack(stack, undefined, wholePack))).exitCode !== 0).toBe(refused);
      expect(await told(stack)).toBe(String(combinations));

      const state = join(stack.folder, "state.json");
      writeFileSync(state, (await stack.pulumi("stack export")).stdout);
      const analyzed = await stack.pulumi("policy analyze --file", state, ...withPack(stack, tellCombinations));
      expect(toldCombinations(analyzed)).toBe(String(combinations));
    }));
});

async function told(stack: Program): Promise<string | undefined> {
  return toldCombinations(await stack.pulumi("preview", ...withPack(stack, tellCombinations)));
}
