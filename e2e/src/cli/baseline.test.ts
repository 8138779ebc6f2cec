import { expect, test } from "@jest/globals";
import type { ProcessResult } from "@lambda-vpc/engine";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { wholePack } from "@lambda-vpc/test-stacks/packs";
import { type PolicyEvent, policyEvents, streamingEvents } from "@lambda-vpc/test-stacks/policy-events";
import { printed, repositoryRoot, withWorkspace } from "@lambda-vpc/test-stacks/workspace";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lambdaVpc } from "./lambda-vpc-command";

/*
 * A stack that grew for years gets the packs: a baseline, a new function, and the advice of a merge, followed update by update. The program is that
 * of the case quiet/sixty-functions: 60 functions of six teams, with a role, an attachment and a group each. Every third one publishes versions.
 */
const sixtyFunctions = readFileSync(join(repositoryRoot, "e2e/cases/quiet/sixty-functions/index.ts"), "utf8");

/** The same program, with the parts that the advice changes. */
const brownfield = replaceEach(sixtyFunctions, [
  [
    "const code =",
    'import { VersionTrimmer, VersionTrimming } from "@lambda-vpc/components";\n\nconst [added, merged, trimmed, deleted] = [0, 0, 0, 0];\n\nconst code =',
  ],
  ["teams.forEach(", 'const trimmer = trimmed ? new VersionTrimmer("trimmer", {}) : undefined;\nteams.forEach('],
  [
    "  for (let number = 1; number <= 10; number += 1) {",
    "  const groups: aws.ec2.SecurityGroup[] = [];\n  for (let number = 1; number <= (index === 0 ? 10 + added : 10); number += 1) {",
  ],
  ["const group = new aws.ec2.SecurityGroup(", "const group = deleted && number > 1 ? groups[0]! : new aws.ec2.SecurityGroup("],
  ["    new aws.lambda.Function(name, {", "    groups.push(group);\n    const lambda = new aws.lambda.Function(name, {"],
  ["securityGroupIds: [group.id]", "securityGroupIds: [(merged ? groups[0]! : group).id]"],
  ["    });\n  }\n});", "    });\n    if (trimmer && number % 3 === 0) new VersionTrimming(name, { lambda, trimmer, keep: 1 });\n  }\n});"],
]);

/** The commands take two minutes on two free cores; on busy ones ten times as long was seen. Milliseconds. */
const PATIENCE = 1_200_000;

test(
  "60 functions: a baseline makes them green in each stack, an added one is named, and the advice of a merge deploys and stays green",
  () =>
    withWorkspace(async (workspace) => {
      const program = await workspace.hosted("02-one-shared-configuration", () => brownfield);
      const policies = join(program.folder, "policies.json");
      writeFileSync(policies, "{}");
      const pack = ["--policy-pack", wholePack, "--policy-pack-config", policies];
      const run = (command: string, environment: Readonly<Record<string, string>> = {}): Promise<ProcessResult> =>
        program.with(environment).pulumi(command, ...pack);

      const first = await run("preview --stack dev");
      expect(first.exitCode).not.toBe(0);
      expect(policySection(first.stdout).trimEnd().split("\n").length).toBeLessThanOrEqual(40);

      const before = await reported(run, "dev");
      writeFileSync(join(program.folder, "events"), before.events);
      const terms = ["--stack", "dev", "--stack", "prod", "--reason", "adopted as it was", "--expires", "2999-12-31"];
      const made = lambdaVpc(program.folder, "baseline", "--events", "events", "--config", policies, "--out", policies, ...terms);
      expect(made).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^Waived for .+: \d+ new, 0 renewed\.\n$/) });
      expect(await reported(run, "dev")).toMatchObject({ exitCode: 0, said: [] });

      const deployed = await run("up --yes --skip-preview --stack dev");
      expect({ exitCode: deployed.exitCode, text: printed(deployed) }).toMatchObject({ exitCode: 0 });
      expect(await heldCombinations(workspace.engine)).toBe(120);
      expect(await reported(run, "dev")).toMatchObject({ exitCode: 0, said: [] });

      program.edit((source) => source.replace("= [0, 0, 0, 0]", "= [1, 0, 0, 0]"));
      const grown = await reported(run, "dev");
      expect(grown.exitCode).not.toBe(0);
      expect(told(grown, "share-security-groups")).toEqual([
        expect.stringMatching(/61 security-group sets .*\(waived up to 60; new: billing-11-group of billing-11\)/),
      ]);

      // The fix of merge-equivalent-security-groups, in its three updates.
      for (const step of ["[0, 1, 0, 0]", "[0, 1, 1, 0]", "[0, 1, 1, 1]"]) {
        program.edit((source) => source.replace(/= \[\d, \d, \d, \d\]/, `= ${step}`));
        const previewed = await reported(run, "dev");
        expect({ step, ...previewed, events: "" }).toMatchObject({ step, exitCode: 0 });
        const updated = await run("up --yes --skip-preview --stack dev", { SIMULATED_AWS_TIME_SCALE: "0.01" });
        expect({ step, exitCode: updated.exitCode, text: printed(updated) }).toMatchObject({ step, exitCode: 0 });
      }
      expect(await heldCombinations(workspace.engine)).toBe(12);
      expect(await orphanedInterfaces(workspace.engine)).toBe(0);
      const mended = await reported(run, "dev");
      expect(mended.exitCode).toBe(0);
      expect(mended.said.map(({ policyName }) => policyName)).not.toContain("merge-equivalent-security-groups");

      // The other stack still has what the file was made from.
      program.edit((source) => source.replace(/= \[\d, \d, \d, \d\]/, "= [0, 0, 0, 0]"));
      expect((await program.pulumi("stack init prod")).exitCode).toBe(0);
      expect(await reported(run, "prod")).toMatchObject({ exitCode: 0, said: [] });
    }),
  PATIENCE,
);

/** What the pack reports in one preview, and how the preview ends. */
interface Reported {
  readonly exitCode: number;
  readonly events: string;
  readonly said: readonly PolicyEvent[];
}

async function reported(
  run: (command: string, environment: Readonly<Record<string, string>>) => Promise<ProcessResult>,
  stack: string,
): Promise<Reported> {
  const { exitCode, stdout } = await run(`preview --json --stack ${stack}`, streamingEvents);
  return { exitCode, events: stdout, said: policyEvents(stdout) };
}

function told({ said }: Reported, policy: string): readonly string[] {
  return said.filter(({ policyName }) => policyName === policy).map(({ message }) => message);
}

/** Replaces each text, which must occur. */
function replaceEach(source: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the program does not contain: ${from}`);
    return text.replace(from, () => to);
  }, source);
}
