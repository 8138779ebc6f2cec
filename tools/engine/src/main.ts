import { runCommandLine } from "./command/command-line";
import { EngineError } from "./errors/engine-error";
import { repositoryAt } from "./simulated/repository";

runCommandLine(process.argv.slice(2), { user: process.env, current: process.cwd(), repository: repositoryAt() }).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    if (!(error instanceof EngineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  },
);
