import { openEngine, type ProcessResult } from "@lambda-vpc/engine";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { serveInline } from "@lambda-vpc/test-stacks/inline-program";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { startComponentHost } from "./component-host";
import type { Version } from "../description/description";
import { existingConfiguration, existingNetwork } from "../description/existing-network";

import { readRecording, type Recording } from "./recording";
import { sourceText } from "../description/source-text";
import { isSettled, readTruth, type Truth } from "./truth";

const STACK = "soundness";
const pack = join(repositoryRoot, "e2e/soundness/fixtures/recording-pack");

/** The packages of components that programs use remotely, by their Pulumi names. */
const componentPackages = { "lambda-vpc": "packages/components", awsx: "e2e/test-stacks/fixtures/awsx" } as const;

/** A preview of a version and what came of its deployment. */
export interface Trial {
  readonly source: string;
  readonly preview: ProcessResult;
  readonly recording?: Recording;
  readonly up: ProcessResult;
  /** Absent where the deployment failed. */
  readonly truth?: Truth;
}

/** One engine with one stack over one account. `reset` makes both as they were at the beginning. */
export interface Laboratory {
  readonly engine: "real" | "modelled";
  reset(): void;
  /** Previews the version under the recording pack, with the policies configured, then deploys it. */
  trial(version: Version, configuration: object, previous: Truth | undefined): Promise<Trial>;
  close(): Promise<void>;
}

/** Opens an engine in `folder`, with a stack and an existing network: made once, and copied back before each program. */
export async function openLaboratory(folder: string): Promise<Laboratory> {
  const [state, program, beginning] = [join(folder, "state"), join(folder, "program"), join(folder, "beginning")];
  const [source, policies, recorded] = [join(program, "index.js"), join(folder, "policies.json"), join(folder, "recording.json")];
  writeProgramFolder(program);
  const engine = await openEngine({ stateDirectory: state, timeoutSeconds: 120 });
  const hosts = await Promise.all(
    Object.entries(componentPackages).map(async ([name, path]) => ({ name, ...(await startComponentHost(join(repositoryRoot, path))) })),
  );
  const environment = {
    NODE_COMPILE_CACHE: join(repositoryRoot, ".state/compiled"),
    PULUMI_DEBUG_PROVIDERS: hosts.map(({ name, port }) => `${name}:${port}`).join(","),
    SOUNDNESS_RECORDING: recorded,
  };
  const pulumi = (commandLine: readonly string[]): Promise<ProcessResult> =>
    engine.pulumi(["--non-interactive", "-C", program, ...commandLine, "--stack", STACK], { environment });

  await prepare(pulumi, join(folder, "network.json"), (file) => engine.simulatedAws(["seed", file]));
  const kept = ["backend", "account.jsonl"];
  for (const name of kept) cpSync(join(state, name), join(beginning, name), { recursive: true });

  return {
    engine: "real",
    reset() {
      for (const name of kept) {
        rmSync(join(state, name), { recursive: true, force: true });
        cpSync(join(beginning, name), join(state, name), { recursive: true });
      }
    },
    async trial(version, configuration, previous) {
      const text = sourceText(version);
      writeFileSync(source, text);
      writeFileSync(policies, JSON.stringify(configuration));
      rmSync(recorded, { force: true });
      const inline = await serveInline(source);
      try {
        const preview = await pulumi(["preview", ...inline.flags, "--policy-pack", pack, "--policy-pack-config", policies]);
        const recording = existsSync(recorded) ? readRecording(readFileSync(recorded, "utf8")) : undefined;
        const up = await pulumi(["up", "--yes", "--skip-preview", ...inline.flags]);
        const truth = isSettled(up) ? await readTruth(engine, program, STACK, previous) : undefined;
        return { source: text, preview, up, ...(recording === undefined ? {} : { recording }), ...(truth === undefined ? {} : { truth }) };
      } finally {
        inline.close();
      }
    },
    async close() {
      await engine.close();
      for (const host of hosts) host.close();
    },
  };
}

/** A folder in which a program finds its packages and the two remote components. */
export function writeProgramFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    [
      "name: soundness",
      "runtime: nodejs",
      "plugins:",
      "  providers:",
      ...Object.entries(componentPackages).map(
        ([name, path]) => `    - { name: ${name}, path: ${JSON.stringify(relative(folder, join(repositoryRoot, path)))} }`,
      ),
      "",
    ].join("\n"),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "soundness", private: true, main: "index.js" }));
}

type Run = (commandLine: readonly string[]) => Promise<ProcessResult>;

async function prepare(pulumi: Run, networkFile: string, seed: (file: string) => Promise<ProcessResult>): Promise<void> {
  writeFileSync(networkFile, JSON.stringify(existingNetwork));
  const pairs = existingConfiguration.flatMap(([name, id]) => ["--plaintext", `${name}=${id}`]);
  for (const step of [() => pulumi(["stack", "init"]), () => pulumi(["config", "set-all", ...pairs]), () => seed(networkFile)]) {
    const { exitCode, stderr } = await step();
    if (exitCode !== 0) throw new Error(`the laboratory cannot be set up: ${stderr}`);
  }
}
