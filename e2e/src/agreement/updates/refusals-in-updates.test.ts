import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { holders } from "@lambda-vpc/test-stacks/account";
import { withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { arbitraryUpdates, broken, type GeneratedUpdate } from "./arbitrary-update";
import { functionName, updateProgram } from "./update-program";

/*
 * Generated stacks are deployed without a preview. Whatever order the engine takes, the account never holds what a monotone mandatory policy forbids,
 * and a refusal names a function with which the stack would break the policy. REFUSED_STACKS=30 deploys as many.
 */

const stacks = fc.sample(arbitraryUpdates, { seed: 20261201, numRuns: Number(process.env["REFUSED_STACKS"] ?? "2") });

/** The functions that exist, and those that are refused, by their numbers. */
interface Outcome {
  readonly exitCode: number;
  readonly created: readonly number[];
  readonly refused: readonly { readonly policy: string; readonly index: number }[];
  readonly output: string;
}

function deployed(given: GeneratedUpdate): Promise<Outcome> {
  return withWorkspace(async ({ engine, program }) => {
    const stack = await program("01-a-group-per-function", () => updateProgram(given));
    const result = await stack.pulumi(
      "up --yes --skip-preview",
      ...withPack(stack, {
        all: "disabled",
        "share-security-groups": { enforcementLevel: "mandatory", maxSetsPerVpc: given.maxSets },
        "eni-budget": { enforcementLevel: "mandatory", maxPerStack: given.maxPerStack },
      }),
    );
    const lines = printed(result).matchAll(
      /\[mandatory\].* (?<policy>[\w-]+) {2}\(aws:lambda:Function: function-(?<index>\d+)\)\n\s+\S+ is refused: /g,
    );
    const names = (await holders(engine)).map((name) => name.replace(/-[0-9a-f]{7}$/, ""));
    return {
      exitCode: result.exitCode,
      created: given.functions.flatMap((_, index) => (names.includes(functionName(index)) ? [index] : [])),
      refused: [...lines].map(({ groups }) => ({ policy: groups?.["policy"] ?? "", index: Number(groups?.["index"]) })),
      output: printed(result),
    };
  });
}

test.each(stacks)("without a preview, the account holds nothing forbidden of %j", async (given) => {
  const { exitCode, created, refused, output } = await deployed(given);
  const functionsAt = (indices: readonly number[]) => given.functions.filter((_, index) => indices.includes(index));
  expect({ forbidden: broken(functionsAt(created), given), output: created.length > 0 ? "" : output }).toEqual({
    forbidden: [],
    output: "",
  });
  // An arriving function breaks a policy together with those that were created before it.
  const unfounded = refused.filter(({ policy, index }) => !broken(functionsAt([...created, index]), given).includes(policy));
  expect(unfounded).toEqual([]);
  const isForbidden = broken(given.functions, given).length > 0;
  expect({ refused: refused.length > 0, complete: created.length === given.functions.length }).toEqual({
    refused: isForbidden,
    complete: !isForbidden,
  });
  expect(exitCode !== 0 || !isForbidden).toBe(true);
});
