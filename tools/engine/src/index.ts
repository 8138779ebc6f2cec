export { EngineError } from "./errors/engine-error";
export { engineVersion } from "./search/engine-version";
export { type ExitCode, exitCodes } from "./errors/exit-codes";
export { type Engine, type EngineOptions, openEngine, type RunOptions } from "./simulated/open-engine";
export { type PulumiExecutable } from "./search/pulumi-executable";
export { type Repository, repositoryAt } from "./simulated/repository";
export { ProcessEnded, type ProcessResult, runProcess } from "./process/run-process";
export { type SearchContext, searchContext } from "./search/search-context";
