import { openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { serveInline } from "@lambda-vpc/test-stacks/inline-program";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import type { Life } from "./life";
import { type Author, existingNetwork, lifeProgram } from "./life-program";

/** What each command of a life left, the first deployment aside. */
export interface LivedLife {
  /** Seconds of each update, and of the destroy. */
  readonly seconds: readonly number[];
  /** The largest number of orphaned ENIs after a command. */
  readonly orphaned: number;
  /** The combinations that the account holds in the end. */
  readonly combinations: number;
  /** The output of the command that failed, with its program. */
  readonly failure?: string;
}

/** One engine with one stack over one account. Each life starts from an empty stack and the existing network. */
export interface LifeLaboratory {
  live(life: Life, author: Author): Promise<LivedLife>;
  close(): Promise<void>;
}

/** @param scale how long AWS's 20 minutes until Lambda deletes an ENI take, such as 0.01 for 12 seconds */
export async function openLifeLaboratory(folder: string, scale: number): Promise<LifeLaboratory> {
  const [state, program, beginning] = [join(folder, "state"), join(folder, "program"), join(folder, "beginning")];
  const [source, network] = [join(program, "index.js"), join(folder, "network.json")];
  mkdirSync(program, { recursive: true });
  writeFileSync(join(program, "Pulumi.yaml"), "name: leaving\nruntime: nodejs\n");
  writeFileSync(join(program, "package.json"), JSON.stringify({ name: "leaving", private: true, main: "index.js" }));
  writeFileSync(network, JSON.stringify(existingNetwork));
  const engine = await openEngine({ stateDirectory: state, timeoutSeconds: 180 });
  const pulumi = (...commandLine: readonly string[]): Promise<ProcessResult> =>
    engine.pulumi(["--non-interactive", "-C", program, ...commandLine, "--stack", "leaving"], {
      environment: { SIMULATED_AWS_TIME_SCALE: String(scale), NODE_COMPILE_CACHE: join(repositoryRoot, ".state/compiled") },
    });
  for (const { exitCode, stderr } of [await pulumi("stack", "init"), await engine.simulatedAws(["seed", network])])
    if (exitCode !== 0) throw new Error(`the laboratory cannot be set up: ${stderr}`);
  const kept = ["backend", "account.jsonl"];
  for (const name of kept) cpSync(join(state, name), join(beginning, name), { recursive: true });

  const update = async (text: string): Promise<ProcessResult> => {
    writeFileSync(source, text);
    const inline = await serveInline(source);
    try {
      return await pulumi("up", "--yes", "--skip-preview", ...inline.flags);
    } finally {
      inline.close();
    }
  };

  return {
    async live(life, author) {
      for (const name of kept) {
        rmSync(join(state, name), { recursive: true, force: true });
        cpSync(join(beginning, name), join(state, name), { recursive: true });
      }
      const texts = life.moments.map((moment) => lifeProgram(life, moment, author));
      const commands = [...texts.map((text) => () => update(text)), () => pulumi("destroy", "--yes", "--skip-preview")];
      const seconds: number[] = [];
      let orphaned = 0;
      for (const [index, run] of commands.entries()) {
        const begun = Date.now();
        const result = await run();
        if (index > 0) seconds.push((Date.now() - begun) / 1000);
        orphaned = Math.max(orphaned, await orphanedInterfaces(engine));
        if (result.exitCode !== 0)
          return { seconds, orphaned, combinations: NaN, failure: `${texts[index] ?? "destroy"}\n${printed(result)}` };
      }
      return { seconds, orphaned, combinations: await heldCombinations(engine) };
    },
    close: () => engine.close(),
  };
}
