import { openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openProgramHost } from "@lambda-vpc/test-stacks/program-host";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { javaScriptOf } from "@lambda-vpc/test-stacks/compile";

/** One engine with one empty stack, over which one program after another is previewed. */
export interface Stage {
  readonly folder: string;
  preview(source: string, pack: string, configuration: object): Promise<ProcessResult>;
  close(): Promise<void>;
}

const scratch = join(repositoryRoot, ".state/e2e");

/** Opens a stage inside the tree, where programs find their packages. */
export async function openStage(): Promise<Stage> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "pages-"));
  const [programs, file] = [openProgramHost(), join(folder, "index.js")];
  const engine = await openEngine({ stateDirectory: join(folder, "state"), timeoutSeconds: 120 });
  const pulumi = (...commandLine: readonly string[]): Promise<ProcessResult> =>
    engine.pulumi(["--non-interactive", "-C", folder, ...commandLine, "--stack", "pages"]);

  mkdirSync(join(folder, "code"));
  writeFileSync(join(folder, "code/index.js"), "exports.handler = async () => ({ statusCode: 200 });\n");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: pages\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "pages", private: true, main: "index.js" }));
  const made = await pulumi("stack", "init");
  if (made.exitCode !== 0) throw new Error(`stack init failed: ${made.stderr}`);

  return {
    folder,
    async preview(source, pack, configuration) {
      const policies = join(folder, "policies.json");
      writeFileSync(file, javaScriptOf(source));
      writeFileSync(policies, JSON.stringify(configuration));
      const inline = await programs.host({ file, environment: {} });
      return pulumi("preview", ...inline, "--policy-pack", join(repositoryRoot, pack), "--policy-pack-config", policies);
    },
    async close() {
      await engine.close();
      await programs.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
