import { type Engine, openEngine, type ProcessResult, repositoryAt } from "@lambda-vpc/engine";
import { npm, openRegistry, outsideOfScripts, type Registry, scopeLine, stageAll } from "@lambda-vpc/release";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printed, repositoryRoot } from "@lambda-vpc/test-stacks/workspace";

/** A project outside of this repository, of somebody who knows our packages only from a registry. */
export interface Consumer {
  readonly folder: string;
  /** The URL of the registry that it installs from. */
  readonly registry: string;
  /** Runs npm there. @throws Error where it fails. */
  npm(command: string): Promise<ProcessResult>;
  /** An engine whose simulated account is the one installed there, and how to type commands there that find it. */
  shell(): Promise<Shell>;
}

/** Somebody at the keyboard in a project. A command is a line for the shell. */
export interface Shell {
  readonly engine: Engine;
  run(command: string): Promise<ProcessResult>;
  /** Runs a command that has to succeed, and gives what it printed. @throws Error where it does not. */
  succeed(command: string): Promise<string>;
}

/** Makes a project: its files by their paths, or the folder of an example to copy. */
export type OpenConsumer = (
  name: string,
  content: { readonly example?: string; readonly files?: Readonly<Record<string, string>> },
) => Consumer;

/** Publishes every package to a separate registry, and runs `use` with a function that opens projects which install from it. Everything is removed afterwards. */
export function withConsumers<T>(use: (open: OpenConsumer) => Promise<T>): Promise<T> {
  return withRegistry(async ({ registry, open }) => {
    // Staged inside of the tree, because a pack's bundle is made of installed libraries; published packages hold no path of it.
    const staged = join(repositoryRoot, ".state/e2e", `release-${process.pid}`);
    try {
      await registry.publish(await stageAll(staged));
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
    return use(open);
  });
}

/** An empty registry, with a folder outside of this repository for the projects that install from it. */
export interface RegistryWithConsumers {
  readonly registry: Registry;
  readonly folder: string;
  readonly open: OpenConsumer;
}

/** Runs `use` with a registry. It, its folder and all that was started there end with it. */
export async function withRegistry<T>(use: (registry: RegistryWithConsumers) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "lambda-vpc-consumers-"));
  const engines: Engine[] = [];
  let registry: Registry | undefined;
  try {
    registry = await openRegistry(join(folder, "registry"));
    const { url } = registry;
    const open: OpenConsumer = (name, { example, files = {} }) => {
      const consumer = join(folder, name);
      if (example !== undefined) cpSync(join(repositoryRoot, "examples", example), consumer, { recursive: true, filter: isSource });
      mkdirSync(consumer, { recursive: true });
      for (const [file, text] of Object.entries({ ...files, ".npmrc": scopeLine({ url }) })) writeFileSync(join(consumer, file), text);
      return {
        folder: consumer,
        registry: url,
        npm: (command) => npm(consumer, ...command.split(" ")),
        shell: async () => {
          const engine = await engineIn(consumer);
          engines.push(engine);
          return { engine, ...shellIn(engine, consumer) };
        },
      };
    };
    return await use({ registry, folder, open });
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
    await registry?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function engineIn(consumer: string): Promise<Engine> {
  const executables = join(consumer, "node_modules/.bin");
  const installed = {
    ...repositoryAt(),
    root: consumer,
    providerFolder: executables,
    npmExecutables: executables,
    accountCommand: join(consumer, "node_modules/@lambda-vpc/simulated-aws/dist/command.js"),
  };
  return openEngine({
    stateDirectory: join(consumer, "state"),
    timeoutSeconds: 240,
    repository: installed,
    environment: outsideOfScripts(),
  });
}

function shellIn(engine: Engine, folder: string): Omit<Shell, "engine"> {
  const run = (command: string): Promise<ProcessResult> => {
    const [name, ...commandLine] = command.split(" ");
    if (name === "pulumi") return engine.pulumi(["--non-interactive", ...commandLine], { cwd: folder });
    return engine.command("sh", ["-c", command], { cwd: folder });
  };
  return {
    run,
    succeed: async (command) => {
      const result = await run(command);
      if (result.exitCode !== 0) throw new Error(`${command} ended with ${result.exitCode}:\n${printed(result)}`);
      return printed(result);
    },
  };
}

function isSource(path: string): boolean {
  return !/Pulumi\.[^/]+\.yaml$|node_modules|\/dist$/.test(path);
}
