import { openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { serveInline } from "@lambda-vpc/test-stacks/inline-program";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { PROJECT, type ProgramDescription, STACK, type Urn } from "../description/program-description";
import { existingAccount } from "../programs/existing-account";
import type { Found, Judgement } from "../findings/found";

/** AWS's 20 minutes until Lambda deletes an interface take 12 seconds: longer than all else that a destroy here does. */
const SCALE = "0.01";

const pack = join(repositoryRoot, "e2e/fixtures/advice-pack");
const runner = join(repositoryRoot, "e2e/dist/agreement/advice/description/run-description.js");

/** What the SDK prints if a process of the engine does not answer, which happens on a loaded machine and has nothing to do with the program. */
const UNREACHABLE = "UNAVAILABLE: No connection established";
const ATTEMPTS = 3;

/** How a command of the engine ended, with what it printed. */
export interface Ended {
  readonly ends: "accepted" | "refused" | "endless";
  readonly output: string;
}

/** A preview with what the policies found in it. */
export interface Preview extends Ended {
  readonly found: readonly Found[];
}

/** The ids of the resources of a stack. */
export type Ids = ReadonlyMap<Urn, string>;

/** One engine with one stack over one account. */
export interface AdviceLaboratory {
  /** Makes stack and account as they were at the beginning. */
  reset(): void;
  preview(program: ProgramDescription): Promise<Preview>;
  /** An update without policies; in scaled time if `removes`, for only then deletions compete. */
  update(program: ProgramDescription, removes: boolean): Promise<Ended>;
  destroy(): Promise<Ended>;
  ids(): Ids;
  orphans(): Promise<number>;
  close(): Promise<void>;
}

export async function openAdviceLaboratory(folder: string): Promise<AdviceLaboratory> {
  const [state, program, beginning] = [join(folder, "state"), join(folder, "program"), join(folder, "beginning")];
  const [source, described] = [join(program, "index.js"), join(program, "description.json")];
  const [policies, findings, network] = [join(folder, "policies.json"), join(folder, "findings.jsonl"), join(folder, "network.json")];
  mkdirSync(program, { recursive: true });
  writeFileSync(join(program, "Pulumi.yaml"), `name: ${PROJECT}\nruntime: nodejs\n`);
  writeFileSync(join(program, "package.json"), JSON.stringify({ name: PROJECT, private: true, main: "index.js" }));
  writeFileSync(
    source,
    [
      `const { runDescription } = require(${JSON.stringify(runner)});`,
      `runDescription(JSON.parse(require("node:fs").readFileSync(${JSON.stringify(described)}, "utf8")));\n`,
    ].join("\n"),
  );
  writeFileSync(network, JSON.stringify(existingAccount()));
  const engine = await openEngine({ stateDirectory: state, timeoutSeconds: 120 });
  const pulumi = (commandLine: readonly string[], scale = "0"): Promise<ProcessResult> =>
    engine.pulumi(["--non-interactive", "-C", program, ...commandLine, "--stack", STACK], {
      environment: {
        SIMULATED_AWS_TIME_SCALE: scale,
        NODE_COMPILE_CACHE: join(repositoryRoot, ".state/compiled"),
        ADVICE_CONFIGURATION: policies,
        ADVICE_FINDINGS: findings,
      },
    });
  for (const { exitCode, stderr } of [await pulumi(["stack", "init"]), await engine.simulatedAws(["seed", network])])
    if (exitCode !== 0) throw new Error(`the laboratory cannot be set up: ${stderr}`);
  const kept = ["backend", "account.jsonl"];
  for (const name of kept) cpSync(join(state, name), join(beginning, name), { recursive: true });

  /** Runs a command while the program is served. */
  const withProgram = async (
    description: ProgramDescription,
    run: (flags: readonly string[]) => Promise<ProcessResult>,
  ): Promise<Ended> => {
    writeFileSync(described, JSON.stringify(description));
    for (let attempt = 1; ; attempt += 1) {
      const inline = await serveInline(source);
      try {
        const result = await ended(run(inline.flags));
        if (attempt === ATTEMPTS || !result.output.includes(UNREACHABLE)) return result;
      } finally {
        inline.close();
      }
    }
  };

  return {
    reset() {
      for (const name of kept) {
        rmSync(join(state, name), { recursive: true, force: true });
        cpSync(join(beginning, name), join(state, name), { recursive: true });
      }
    },
    async preview(description) {
      writeFileSync(policies, JSON.stringify(description.configuration));
      for (let attempt = 1; ; attempt += 1) {
        rmSync(findings, { force: true });
        const result = await withProgram(description, (flags) =>
          pulumi(["preview", ...flags, "--policy-pack", pack, "--policy-pack-config", policies]),
        );
        const lines = existsSync(findings) ? readFileSync(findings, "utf8").trim().split("\n").filter(Boolean) : [];
        const judgements = lines.map((line) => JSON.parse(line) as Judgement);
        const found = judgements.flatMap((judgement) => judgement.found);
        // On a loaded machine a process may not answer in time. A preview that fails without a mandatory finding has then judged nothing, and one that
        // lacks functions only a part of the program.
        const judged = result.ends === "accepted" || found.some(({ mandatory }) => mandatory);
        if (judged && isWhole(judgements, description)) return { ...result, found };
        if (attempt === ATTEMPTS) throw new Error(`the program has no whole preview:\n${result.output}`);
      }
    },
    update: (description, removes) =>
      withProgram(description, (flags) => pulumi(["up", "--yes", "--skip-preview", ...flags], removes ? SCALE : "0")),
    destroy: () => ended(pulumi(["destroy", "--yes", "--skip-preview"], SCALE)),
    ids: () => idsIn(join(state, "backend/.pulumi/stacks", PROJECT, `${STACK}.json`)),
    orphans: () => orphanedInterfaces(engine),
    close: () => engine.close(),
  };
}

/** Whether the policies saw all functions. They judge nothing if none is in a VPC. */
function isWhole(judgements: readonly Judgement[], { resources }: ProgramDescription): boolean {
  const functions = resources.filter(({ type }) => type === "aws:lambda/function:Function");
  const seen = judgements.every((judgement) => judgement.functions === functions.length);
  return seen && (judgements.length > 0 || functions.every(({ inputs }) => !namesSubnets(inputs["vpcConfig"])));
}

/** Empty lists, or an empty configuration, connect a function to no VPC. */
function namesSubnets(vpcConfig: unknown): boolean {
  const subnetIds = typeof vpcConfig === "object" && vpcConfig !== null && "subnetIds" in vpcConfig ? vpcConfig.subnetIds : undefined;
  return Array.isArray(subnetIds) && subnetIds.length > 0;
}

/** The ids in a checkpoint file. */
function idsIn(file: string): Ids {
  const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly checkpoint: { readonly latest?: { readonly resources?: readonly { urn: Urn; id?: string; delete?: boolean }[] } };
  };
  const resources = (checkpoint.latest?.resources ?? []).filter((one) => one.delete !== true);
  return new Map(resources.flatMap(({ urn, id }) => (id === undefined ? [] : [[urn, id]])));
}

async function ended(run: Promise<ProcessResult>): Promise<Ended> {
  try {
    const result = await run;
    return { ends: result.exitCode === 0 ? "accepted" : "refused", output: printed(result) };
  } catch (error) {
    if (error instanceof Error && / took longer than /.test(error.message)) return { ends: "endless", output: error.message };
    throw error;
  }
}
