import path from "node:path";
import { type Environment } from "../process/environment";
import { findPulumi } from "../search/find-pulumi";
import { refuseVoidPolicyPacks } from "./policy-pack-arguments";
import { engineFolderOf, type PulumiExecutable } from "../search/pulumi-executable";
import { type Repository, repositoryAt } from "./repository";
import { type ProcessResult, runProcess } from "../process/run-process";
import { searchContext } from "../search/search-context";
import { simulatedEnvironment } from "./simulated-environment";
import { createStateFolder, stateFolderAt } from "./state-folder";

export interface EngineOptions {
  /** Holds stacks, settings and the simulated account. Engines with different folders do not meet. Created when missing. */
  readonly stateDirectory: string;
  /** Default time limit of a run, in seconds; 300 if not given. */
  readonly timeoutSeconds?: number;
  /** The environment to start from; `process.env` when not given. AWS_* and PULUMI_* of it are dropped. */
  readonly environment?: Environment;
  readonly repository?: Repository;
}

export interface RunOptions {
  /** Where the command runs; the repository's root when not given. */
  readonly cwd?: string;
  /** Variables set on top of the simulated environment, PULUMI_* too. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly timeoutSeconds?: number;
  /** What the command reads on its standard input; nothing when not given. */
  readonly input?: string;
}

/** A real Pulumi engine over a separate simulated account. */
export interface Engine {
  readonly executable: PulumiExecutable;
  /**
   * Runs the CLI to its end. A failing command is a result, not an exception.
   *
   * @throws ProcessEnded when the time is up or the engine is closed; everything the run started is dead by then.
   * @throws EngineError when a policy pack on the command line is empty or missing.
   */
  pulumi(commandLine: readonly string[], options?: RunOptions): Promise<ProcessResult>;
  /** Runs another command to its end that is to find this CLI as `pulumi` on its PATH, under the same rules. */
  command(executable: string, commandLine: readonly string[], options?: RunOptions): Promise<ProcessResult>;
  /** Runs the command that inspects and seeds the account, under the same rules. */
  simulatedAws(commandLine: readonly string[], options?: RunOptions): Promise<ProcessResult>;
  /** Ends whatever still runs and waits for its end. The state folder stays. */
  close(): Promise<void>;
}

/**
 * Finds a Pulumi CLI, which can take minutes the first time on a machine, and gives it a state folder.
 *
 * @throws EngineError if no CLI is available.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { stateDirectory, timeoutSeconds = 300, environment: user = process.env, repository = repositoryAt() } = options;
  const executable = await findPulumi(searchContext(user));
  const state = stateFolderAt(path.resolve(stateDirectory));
  createStateFolder(state);
  const environment = simulatedEnvironment({ user, repository, state, engineFolder: engineFolderOf(executable) });

  const closing = new AbortController();
  const runs = new Set<Promise<unknown>>();
  const run = (command: string, commandLine: readonly string[], runOptions: RunOptions): Promise<ProcessResult> => {
    const started = runProcess({
      executable: command,
      commandLine,
      workingDirectory: runOptions.cwd ?? repository.root,
      environment: { ...environment, ...runOptions.environment },
      timeoutSeconds: runOptions.timeoutSeconds ?? timeoutSeconds,
      ...(runOptions.input !== undefined && { input: runOptions.input }),
      abort: closing.signal,
    });
    const settled = started.then(
      () => undefined,
      () => undefined,
    );
    runs.add(settled);
    void settled.then(() => runs.delete(settled));
    return started;
  };

  return {
    executable,
    async pulumi(commandLine, runOptions = {}) {
      refuseVoidPolicyPacks(commandLine, runOptions.cwd ?? repository.root);
      return run(executable.path, commandLine, runOptions);
    },
    command: (command, commandLine, runOptions = {}) => run(command, commandLine, runOptions),
    simulatedAws: (commandLine, runOptions = {}) => run(process.execPath, [repository.accountCommand, ...commandLine], runOptions),
    async close() {
      closing.abort();
      await Promise.all(runs);
    },
  };
}
