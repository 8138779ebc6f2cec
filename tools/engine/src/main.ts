import { existsSync } from "node:fs";
import path from "node:path";
import { engineCacheFolder } from "./cache-folder";
import { EngineError } from "./engine-error";
import { exitCodes } from "./exit-codes";
import { findPulumi } from "./find-pulumi";
import { refuseVoidPolicyPacks } from "./policy-pack-arguments";
import { engineFolderOf } from "./pulumi-executable";
import { repositoryAt } from "./repository";
import { runInForeground } from "./run-in-foreground";
import { simulatedEnvironment } from "./simulated-environment";
import { createStateFolder, stateFolderAt } from "./state-folder";
import { workingDirectory } from "./working-directory";

const usage = `usage: main.js pulumi ARGUMENTS…          the Pulumi CLI over the simulated account
       main.js simulated-aws ARGUMENTS…   what the simulated account holds

LAMBDA_VPC_STATE=DIR      keeps stacks and account in DIR (default: .state in the repository)
LAMBDA_VPC_PULUMI=FILE    runs this pulumi executable instead of finding one
`;

async function main([command, ...commandLine]: readonly string[]): Promise<number> {
  const repository = repositoryAt();
  const user = process.env;
  const directory = workingDirectory(user, process.cwd(), repository.root);
  const state = stateFolderAt(path.resolve(directory, user["LAMBDA_VPC_STATE"] || path.join(repository.root, ".state")));

  switch (command) {
    case "pulumi": {
      refuseVoidPolicyPacks(commandLine, directory);
      const executable = await findPulumi({
        environment: user,
        cacheFolder: engineCacheFolder(user),
        goModule: repository.goModule,
        report: (line) => process.stderr.write(`${line}\n`),
      });
      createStateFolder(state);
      const environment = simulatedEnvironment({ user, repository, state, engineFolder: engineFolderOf(executable) });
      return runInForeground({ executable: executable.path, commandLine, workingDirectory: directory, environment });
    }
    case "simulated-aws": {
      if (!existsSync(repository.accountCommand)) {
        throw new EngineError(exitCodes.notBuilt, `${repository.accountCommand} is not built yet.\nRun \`npm run build\` first.`);
      }
      createStateFolder(state);
      const environment = simulatedEnvironment({ user, repository, state, engineFolder: path.dirname(process.execPath) });
      const program = [repository.accountCommand, ...commandLine];
      return runInForeground({ executable: process.execPath, commandLine: program, workingDirectory: directory, environment });
    }
    default:
      process.stderr.write(usage);
      return exitCodes.usage;
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  },
);
