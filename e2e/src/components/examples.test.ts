import { expect, test } from "@jest/globals";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { undoneBy } from "@lambda-vpc/test-stacks/planned-steps";
import { inScaledTime, stackOutput, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { expectOnePlan, previewByCommand } from "../cli/command-preview";
import { linesOfFunctions } from "../cli/sarif-lines";
import { expectSameAccount } from "../cli/served-account-plan";

/** AWS's 20 minutes until Lambda deletes an interface take 6 seconds: longer than all else that a destroy here does. */
const SCALE = 0.005;

const DELETION_SECONDS = 20 * 60 * SCALE;

interface GrowingExample {
  readonly example: string;
  /** Combinations at first. */
  readonly combinations: number;
  readonly step: string;
  readonly grow: (stack: Program) => void;
  /** Combinations after the step. */
  readonly later: number;
  /** The policies that are in doubt still when all but the step is deployed; none where it is left out. */
  readonly doubts?: readonly string[];
}

const examples: readonly GrowingExample[] = [
  {
    example: "05-database-access",
    combinations: 4,
    step: "a function more in each set",
    grow: rewrite(['"monthly-report"', '"monthly-report", "refund-order"'], ['"send-receipt"', '"send-receipt", "send-reminder"']),
    later: 4,
  },
  {
    example: "06-dual-stack-without-nat",
    combinations: 2,
    step: "a zone in front",
    grow: rewrite(['"us-east-1a"', '"us-east-1c", "us-east-1a"']),
    later: 3,
  },
  {
    example: "07-brownfield-adopted",
    combinations: 4,
    step: "a function more in each set",
    grow: rewrite(['"monthly-report"', '"monthly-report", "refund-order"'], ['"book-parcel"', '"book-parcel", "track-parcel"']),
    later: 4,
    doubts: ["execution-role-manages-enis"],
  },
  {
    example: "08-awsx-shaped-vpc",
    combinations: 4,
    step: "a function more",
    grow: rewrite(['"send-receipt": {', '"send-reminder": { ...settings, set: "internal" },\n    "send-receipt": {']),
    later: 4,
  },
  {
    example: "10-forty-functions",
    combinations: 6,
    step: "a file and a zone more",
    grow: (stack) => {
      writeFileSync(join(stack.folder, "functions/count-orders.js"), "// set: database\nexports.handler = async () => 0;\n");
      rewrite(['"us-east-1b"', '"us-east-1b", "us-east-1c"'])(stack);
    },
    later: 9,
  },
];

// Concurrent, because each spends half of its time waiting for Lambda to delete interfaces.
test.concurrent.each(examples)(
  "$example passes the strictest pack, holds the $combinations combinations that it plans, takes $step, and goes without a trace",
  ({ example, combinations, grow, later, doubts = [] }) =>
    withWorkspace(async (workspace) => {
      const { engine, program } = workspace;
      const existing = join(repositoryRoot, "examples", example, "network.json");
      if (existsSync(existing)) expect(await engine.simulatedAws(["seed", existing])).toMatchObject({ exitCode: 0 });
      const stack = await program(example);
      const deployed = async (): Promise<object> => {
        await succeeds(stack, "up --yes --skip-preview");
        const { combinations: planned } = (await stackOutput(stack, "plan")) as { readonly combinations: number };
        return { planned, held: await heldCombinations(engine) };
      };

      const first = policySection(await strictPreview(stack, example));
      expect(first).toBe(expectedPreview(example, first));
      expect(await deployed()).toEqual({ planned: combinations, held: combinations });

      grow(stack);
      const next = await previewByCommand(engine, stack, strictConfiguration(example));
      expect({
        exitCode: next.exitCode,
        undone: undoneBy(readFileSync(next.file, "utf8")),
        doubts: next.events.map(({ policyName }) => policyName),
      }).toEqual({
        exitCode: 0,
        undone: [],
        doubts,
      });
      const lines = linesOfFunctions(stack, next.file);
      expect({ lines: lines.length > 0, other: lines.filter((line) => !/new (VpcFunction|LambdaVpc)\(/.test(line)) }).toEqual({
        lines: true,
        other: [],
      });
      expect(await deployed()).toEqual({ planned: later, held: later });
      const state = await expectOnePlan(stack, await previewByCommand(engine, stack, strictConfiguration(example)), next);
      await expectSameAccount(workspace, state);

      await succeeds(inScaledTime(stack, SCALE), "destroy --yes --skip-preview");
      // Where a group stays, nothing has waited for its ENIs.
      if ((await heldCombinations(engine)) > 0) await sleep(DELETION_SECONDS * 1000);
      expect({ held: await heldCombinations(engine), orphaned: await orphanedInterfaces(engine) }).toEqual({ held: 0, orphaned: 0 });
    }),
);

/** A preview under the preset `strict` and the configuration of the example; it must be without violations. */
async function strictPreview(stack: Program, example: string): Promise<string> {
  return (await succeeds(stack, "preview", ...withPack(stack, strictConfiguration(example), wholePack))).stdout;
}

function strictConfiguration(example: string): object {
  const file = join(repositoryRoot, "examples", example, "policies.json");
  const own = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as object) : {};
  return { ...strictPreset(), ...own };
}

/** Changes the program as its owner would. */
function rewrite(...changes: readonly (readonly [string, string])[]): (stack: Program) => void {
  return (stack) =>
    stack.edit((source) =>
      changes.reduce((text, [from, to]) => {
        expect(text).toContain(from);
        return text.replace(from, to);
      }, source),
    );
}
