import { expect } from "@jest/globals";
import type { Engine } from "@lambda-vpc/engine";
import { toldCombinations, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { type PolicyEvent, policyEvents } from "@lambda-vpc/test-stacks/policy-events";
import type { Program } from "@lambda-vpc/test-stacks/workspace";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectSameReports, recordingEnvironment } from "./checked-reports";
import { command, type Ended, lambdaVpc } from "./lambda-vpc-command";
import { outsideBounds, type PlanFigures } from "./plan-bounds";

/** A preview that `lambda-vpc plan --program` ran, and what the pack reported in it. */
export interface CommandPreview {
  /** The preview JSON. */
  readonly file: string;
  /** Of the engine: not 0 if a finding is mandatory. */
  readonly exitCode: number;
  /** What the command printed. */
  readonly plan: string;
  readonly events: readonly PolicyEvent[];
}

/** A `pulumi` that keeps what the CLI prints, and its exit code. */
const recorder = `#!/bin/sh
"$REAL_PULUMI" "$@" > "$RECORD/preview.json"
code=$?
echo $code > "$RECORD/code"
cat "$RECORD/preview.json"
exit $code
`;

/** Previews with the whole pack through `plan --program`. Expects that `check` of the preview reports what the pack reported in it. */
export async function previewByCommand(engine: Engine, stack: Program, configuration: object = {}): Promise<CommandPreview> {
  const record = mkdtempSync(join(stack.folder, "record-"));
  const file = join(record, "preview.json");
  writeFileSync(join(record, "pulumi"), recorder);
  chmodSync(join(record, "pulumi"), 0o755);
  const pack = withPack(stack, configuration, wholePack);
  const plan = [
    process.execPath,
    command,
    "plan",
    "--program",
    ".",
    "--",
    "--stack",
    "dev",
    "--event-log",
    join(record, "events"),
    ...pack,
  ];
  const { exitCode, stdout, stderr } = await engine.command("sh", ["-c", 'PATH="$RECORD:$PATH" exec "$@"', "sh", ...plan], {
    environment: { RECORD: record, REAL_PULUMI: engine.executable.path, ...recordingEnvironment },
    cwd: stack.folder,
  });
  expect({ exitCode, output: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, output: "" });
  const events = policyEvents(readFileSync(join(record, "events"), "utf8"));
  expectSameReports(stack.folder, file, events, pack[3]);
  return { file, exitCode: Number(readFileSync(join(record, "code"), "utf8")), plan: stdout, events };
}

/** The number of combinations that eni-budget reported, if it is configured to. */
export function combinationsTold({ exitCode, events }: CommandPreview): string | undefined {
  return toldCombinations({ exitCode, stdout: events.map(({ message }) => message).join("\n"), stderr: "" });
}

/**
 * Expects that the plans of the program, of its preview on the standard input and of its state are one, and within the bounds of an earlier preview. The stack
 * must be settled. Returns the file with the state.
 */
export async function expectOnePlan(stack: Program, preview: CommandPreview, earlier?: CommandPreview): Promise<string> {
  const state = join(stack.folder, "state.json");
  writeFileSync(state, (await stack.pulumi("stack export")).stdout);
  const input = readFileSync(preview.file, "utf8");
  expect(printed(lambdaVpc({ folder: stack.folder, input }, "plan", "-"))).toBe(preview.plan);
  expect(printed(lambdaVpc(stack.folder, "plan", state))).toBe(preview.plan);
  if (earlier !== undefined) expect(outsideBounds(planOf(stack, earlier.file), planOf(stack, preview.file))).toEqual([]);
  return state;
}

function planOf({ folder }: Program, file: string): PlanFigures {
  const { plan } = JSON.parse(printed(lambdaVpc(folder, "plan", file, "--format", "json"))) as { readonly plan: PlanFigures };
  return plan;
}

function printed({ exitCode, stdout, stderr }: Ended): string {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}
