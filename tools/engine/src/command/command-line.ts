import { existsSync } from "node:fs";
import path from "node:path";
import { EngineError } from "../errors/engine-error";
import { type Environment } from "../process/environment";
import { exitCodes } from "../errors/exit-codes";
import { findPulumi } from "../search/find-pulumi";
import { withPackageFolder } from "./package-folder";
import { refuseVoidPolicyPacks } from "../simulated/policy-pack-arguments";
import { engineFolderOf } from "../search/pulumi-executable";
import { type Repository } from "../simulated/repository";
import { runInForeground } from "../process/run-in-foreground";
import { searchContext } from "../search/search-context";
import { simulatedEnvironment } from "../simulated/simulated-environment";
import { createStateFolder, stateFolderAt } from "../simulated/state-folder";
import { workingDirectory } from "./working-directory";

const usage = `usage: main.js pulumi ARGUMENTS…          the Pulumi CLI over the simulated account
       main.js simulated-aws ARGUMENTS…   what the simulated account holds

LAMBDA_VPC_STATE=DIR      keeps stacks and account in DIR (default: .state in the repository)
LAMBDA_VPC_PULUMI=FILE    runs this pulumi executable instead of finding one`;

export interface CommandLineContext {
  readonly user: Environment;
  /** Where this process stands. */
  readonly current: string;
  readonly repository: Repository;
}

/**
 * Runs what a user typed and gives the exit code to end with: that of the command once it runs.
 *
 * @throws EngineError when it does not come to run.
 */
export async function runCommandLine(
  [command, ...rest]: readonly string[],
  { user, current, repository }: CommandLineContext,
): Promise<number> {
  const directory = workingDirectory(user, current, repository.root);
  const state = stateFolderAt(path.resolve(directory, user["LAMBDA_VPC_STATE"] || path.join(repository.root, ".state")));
  const run = (executable: string, commandLine: readonly string[], engineFolder: string): Promise<number> => {
    createStateFolder(state);
    const environment = simulatedEnvironment({ user, repository, state, engineFolder });
    return runInForeground({ executable, commandLine, workingDirectory: directory, environment });
  };

  switch (command) {
    case "pulumi": {
      refuseVoidPolicyPacks(rest, directory);
      const pulumi = await findPulumi(searchContext(user));
      return run(pulumi.path, withPackageFolder(rest, directory), engineFolderOf(pulumi));
    }
    case "simulated-aws":
      if (!existsSync(repository.accountCommand)) {
        throw new EngineError(exitCodes.notBuilt, `${repository.accountCommand} is not built. Run \`npm run build\` first.`);
      }
      return run(process.execPath, [repository.accountCommand, ...rest], path.dirname(process.execPath));
    default:
      throw new EngineError(exitCodes.usage, `${command ? `Unknown command ${command}.\n` : ""}${usage}`);
  }
}
