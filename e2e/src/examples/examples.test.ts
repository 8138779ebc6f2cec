import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { tellCombinations, toldCombinations, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { combinationsTold, type CommandPreview, expectOnePlan, previewByCommand } from "../cli/command-preview";
import { linesOfFunctions } from "../cli/sarif-lines";
import { expectSameAccount } from "../cli/served-account-plan";

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
  test(`holds ${combinations} combinations at first preview, in the account, at the next preview and in its exported state, and the command prints one plan`, () =>
    withWorkspace(async ({ engine, folder, program }) => {
      if (seed !== undefined) await engine.simulatedAws(["seed", join(repositoryRoot, "examples", example, seed)]);
      const stack = await program(example);

      const printedFirst = await stack.pulumi("preview", ...withPack(stack, undefined, wholePack));
      expect(policySection(printedFirst.stdout)).toBe(expectedPreview(example, policySection(printedFirst.stdout)));
      expect(printedFirst.exitCode !== 0).toBe(refused);
      const first = await previewByCommand(engine, stack, tellBudget);
      expect(told(first)).toEqual({ refused, combinations: String(combinations) });
      expect(linesOfFunctions(stack, first.file)).toEqual([expect.stringMatching(/^new aws\.lambda\.Function\(name, \{/)]);

      const up = await stack.pulumi("up --yes --skip-preview");
      expect({ exitCode: up.exitCode, output: up.exitCode === 0 ? "" : printed(up) }).toEqual({ exitCode: 0, output: "" });
      expect(await heldCombinations(engine)).toBe(combinations);

      const settled = await previewByCommand(engine, stack, tellBudget);
      expect(told(settled)).toEqual({ refused, combinations: String(combinations) });
      const state = await expectOnePlan(stack, settled, first);
      await expectSameAccount({ folder }, state);
      const analyzed = await stack.pulumi("policy analyze --file", state, ...withPack(stack, tellCombinations));
      expect(toldCombinations(analyzed)).toBe(String(combinations));
    }));
});

/** All policies with their defaults, and the number of combinations. */
const tellBudget = { "eni-budget": tellCombinations["eni-budget"] };

function told(preview: CommandPreview) {
  return { refused: preview.exitCode !== 0, combinations: combinationsTold(preview) };
}
