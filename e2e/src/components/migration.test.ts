import { expect, test } from "@jest/globals";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { tellCombinations, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { plannedBy } from "@lambda-vpc/test-stacks/planned-steps";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { readFileSync } from "node:fs";
import { combinationsTold, expectOnePlan, previewByCommand } from "../cli/command-preview";
import { lambdaVpc } from "../cli/lambda-vpc-command";
import { expectSameAccount } from "../cli/served-account-plan";

const EXAMPLE = "09-migration";

interface Step {
  readonly step: string;
  readonly combinations: number;
  readonly refused: boolean;
  /** What the engine does to functions and groups, and how often. */
  readonly functions: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
}

const steps: readonly Step[] = [
  { step: "before", combinations: 16, refused: true, functions: { create: 8 }, groups: { create: 9 } },
  { step: "move", combinations: 4, refused: false, functions: { update: 8 }, groups: { create: 2, same: 9 } },
  { step: "clean", combinations: 4, refused: false, functions: { same: 8 }, groups: { delete: 8, same: 3 } },
];

test("functions move to shared groups in two steps: none is replaced, each preview says what comes, and combinations fall", () =>
  withWorkspace(async ({ engine, folder, hosted: program }) => {
    const stack = await program(EXAMPLE);
    for (const { step, combinations, refused, functions, groups } of steps) {
      await stack.pulumi("config set step", step);
      const preview = await stack.pulumi("preview", ...withPack(stack, undefined, wholePack));
      const said = policySection(preview.stdout);
      expect(said).toBe(expectedPreview(EXAMPLE, said, `expected-preview-${step}.txt`));
      expect({ step, refused: preview.exitCode !== 0 }).toEqual({ step, refused });
      const json = await previewByCommand(engine, stack, { "eni-budget": tellCombinations["eni-budget"] });
      expect({ step, told: combinationsTold(json) }).toEqual({ step, told: String(combinations) });

      const { stdout: changes } = lambdaVpc(stack.folder, "diff", json.file);
      expect(changes).toBe(expectedPreview(EXAMPLE, changes, `expected-diff-${step}.txt`));

      const planned = plannedBy(readFileSync(json.file, "utf8"));
      expect({ step, functions: planned("aws:lambda/function:Function") }).toEqual({ step, functions });
      expect({ step, groups: planned("aws:ec2/securityGroup:SecurityGroup") }).toEqual({ step, groups });

      const up = await stack.pulumi("up --yes --skip-preview");
      expect({ step, exitCode: up.exitCode, output: up.exitCode === 0 ? "" : printed(up) }).toEqual({ step, exitCode: 0, output: "" });
      expect({ step, held: await heldCombinations(engine) }).toEqual({ step, held: combinations });
    }
    await expectSameAccount({ folder }, await expectOnePlan(stack, await previewByCommand(engine, stack)));
    expect(await orphanedInterfaces(engine)).toBe(0);
  }));
