import { openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { serveInline } from "@lambda-vpc/test-stacks/inline-program";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { StackDescription } from "./stack-description";
import { existingNetwork, stackProgram } from "./stack-program";

/** AWS's 20 minutes until Lambda deletes an interface take 12 seconds: longer than all else that a destroy here does. */
const SCALE = "0.01";

const pack = join(repositoryRoot, "policies/function-networking");

/** The policies about the deletion of ENIs: what they find for sure is mandatory, what they leave open is advisory. */
const FAMILY = ["permissions-outlive-enis", "kept-functions-keep-network"];
const configuration = { all: "disabled", ...Object.fromEntries(FAMILY.map((policy) => [policy, "mandatory"])) };

/** What the policies found before a stack was deployed, and how its destroy ended. */
export interface DestroyTrial {
  readonly stack: StackDescription;
  readonly source: string;
  readonly finding: "none" | "undecided" | "violation";
  /** The policies that found it, by name. */
  readonly policies: readonly string[];
  readonly ending: "clean" | "orphans" | "error" | "endless";
  /** What the commands printed. */
  readonly output: string;
}

/** One engine with one stack over one account. Each trial starts from an empty stack and the existing network. */
export interface DestroyLaboratory {
  trial(stack: StackDescription): Promise<DestroyTrial>;
  close(): Promise<void>;
}

export async function openDestroyLaboratory(folder: string): Promise<DestroyLaboratory> {
  const [state, program, beginning] = [join(folder, "state"), join(folder, "program"), join(folder, "beginning")];
  const [source, policies, network] = [join(program, "index.js"), join(folder, "policies.json"), join(folder, "network.json")];
  mkdirSync(program, { recursive: true });
  writeFileSync(join(program, "Pulumi.yaml"), "name: deletion\nruntime: nodejs\n");
  writeFileSync(join(program, "package.json"), JSON.stringify({ name: "deletion", private: true, main: "index.js" }));
  writeFileSync(policies, JSON.stringify(configuration));
  writeFileSync(network, JSON.stringify(existingNetwork));
  const engine = await openEngine({ stateDirectory: state, timeoutSeconds: 120 });
  const pulumi = (commandLine: readonly string[], scale = "0"): Promise<ProcessResult> =>
    engine.pulumi(["--non-interactive", "-C", program, ...commandLine, "--stack", "deletion"], {
      environment: { SIMULATED_AWS_TIME_SCALE: scale, NODE_COMPILE_CACHE: join(repositoryRoot, ".state/compiled") },
    });
  for (const { exitCode, stderr } of [await pulumi(["stack", "init"]), await engine.simulatedAws(["seed", network])])
    if (exitCode !== 0) throw new Error(`the laboratory cannot be set up: ${stderr}`);
  const kept = ["backend", "account.jsonl"];
  for (const name of kept) cpSync(join(state, name), join(beginning, name), { recursive: true });

  return {
    async trial(stack) {
      for (const name of kept) {
        rmSync(join(state, name), { recursive: true, force: true });
        cpSync(join(beginning, name), join(state, name), { recursive: true });
      }
      const text = stackProgram(stack);
      writeFileSync(source, text);
      const inline = await serveInline(source);
      try {
        const preview = await pulumi(["preview", ...inline.flags, "--policy-pack", pack, "--policy-pack-config", policies]);
        const up = await pulumi(["up", "--yes", "--skip-preview", ...inline.flags]);
        if (up.exitCode !== 0) throw new Error(`the stack cannot be deployed:\n${text}\n${printed(up)}`);
        const destroy = await ended(pulumi(["destroy", "--yes", "--skip-preview"], SCALE));
        const ending = await endingOf(destroy, () => orphanedInterfaces(engine));
        const output = [preview, ...(destroy === "endless" ? [] : [destroy])].map(printed).join("\n");
        return { stack, source: text, ...findingOf(preview), ending, output };
      } finally {
        inline.close();
      }
    },
    close: () => engine.close(),
  };
}

function findingOf(preview: ProcessResult): Pick<DestroyTrial, "finding" | "policies"> {
  const found = [...preview.stdout.matchAll(/- \[(?<level>mandatory|advisory)\].*?(?<policy>[a-z]+(?:-[a-z]+)+)\s+\(/g)];
  const levels = found.map(({ groups }) => groups?.["level"]);
  const unread = preview.exitCode !== 0 && !levels.includes("mandatory");
  if (unread) throw new Error(`the preview failed:\n${printed(preview)}`);
  const finding = levels.includes("mandatory") ? "violation" : levels.length > 0 ? "undecided" : "none";
  return { finding, policies: [...new Set(found.map(({ groups }) => groups?.["policy"] ?? ""))].sort() };
}

async function endingOf(destroy: ProcessResult | "endless", orphans: () => Promise<number>): Promise<DestroyTrial["ending"]> {
  if (destroy === "endless") return "endless";
  if ((await orphans()) > 0) return "orphans";
  return destroy.exitCode === 0 ? "clean" : "error";
}

async function ended(run: Promise<ProcessResult>): Promise<ProcessResult | "endless"> {
  try {
    return await run;
  } catch (error) {
    if (error instanceof Error && / took longer than /.test(error.message)) return "endless";
    throw error;
  }
}
