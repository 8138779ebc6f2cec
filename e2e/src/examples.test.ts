import { describe, expect, test } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations } from "./account";
import { tellCombinations, toldCombinations, withPack } from "./consolidation-pack";
import { printed, type Program, repositoryRoot, withWorkspace } from "./workspace";

interface ExpectedExample {
  readonly example: string;
  readonly combinations: number;
  readonly seed?: string;
  /** What the preview under the pack says; nothing where it passes. */
  readonly refusal?: readonly (string | RegExp)[];
}

const examples: readonly ExpectedExample[] = [
  {
    example: "01-a-group-per-function",
    combinations: 36,
    refusal: [
      /\[mandatory\].*share-security-groups/,
      "36 combinations, 33 of them avoidable",
      /\[mandatory\].*merge-equivalent-security-groups/,
    ],
  },
  { example: "02-one-shared-configuration", combinations: 3 },
  { example: "03-existing-vpc", combinations: 4, seed: "network.json" },
];

describe.each(examples)("$example", ({ example, combinations, seed, refusal }) => {
  test(`holds ${combinations} combinations at first preview, in the account, at the next preview and in its exported state`, () =>
    withWorkspace(async ({ engine, program }) => {
      if (seed !== undefined) await engine.simulatedAws(["seed", join(repositoryRoot, "examples", example, seed)]);
      const stack = await program(example);

      const first = await stack.pulumi("preview", ...withPack(stack));
      expectVerdict(first, refusal);
      expect(await told(stack)).toBe(String(combinations));

      const up = await stack.pulumi("up --yes --skip-preview");
      expect({ exitCode: up.exitCode, output: up.exitCode === 0 ? "" : printed(up) }).toEqual({ exitCode: 0, output: "" });
      expect(await heldCombinations(engine)).toBe(combinations);

      expectVerdict(await stack.pulumi("preview", ...withPack(stack)), refusal);
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

function expectVerdict(result: { exitCode: number | null; stdout: string; stderr: string }, refusal: ExpectedExample["refusal"]): void {
  const output = printed({ ...result } as Parameters<typeof printed>[0]);
  if (refusal === undefined) {
    expect(output).not.toMatch(/\[(mandatory|advisory)\]/);
    expect(result.exitCode).toBe(0);
    return;
  }
  for (const part of refusal) expect(output).toMatch(part);
  expect(result.exitCode).not.toBe(0);
}
