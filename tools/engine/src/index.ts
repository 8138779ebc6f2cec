export { builtFromGo, type GoBuild } from "./built-from-go";
export { EngineError } from "./engine-error";
export { engineVersion } from "./engine-version";
export { type ExitCode, exitCodes } from "./exit-codes";
export { type Engine, type EngineOptions, openEngine, type RunOptions } from "./open-engine";
export { type PulumiExecutable } from "./pulumi-executable";
export { type Repository, repositoryAt } from "./repository";
export { ProcessEnded, type ProcessResult, runProcess } from "./run-process";
export { type SearchSurroundings, searchSurroundings } from "./search-surroundings";
