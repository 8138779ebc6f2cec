import { engineCacheFolder } from "./cache-folder";
import { type Environment } from "../process/environment";
import { type Progress, progressLine } from "../process/progress-line";

/** What the search for a CLI works with. */
export interface SearchContext {
  readonly environment: Environment;
  /** Absolute path of the folder that keeps downloaded and built CLIs. */
  readonly cacheFolder: string;
  /** Receives a line about each step that takes long. */
  readonly report: (line: string) => void;
  /** Receives how far such a step is. */
  readonly progress: Progress;
}

/** The context of a user; what takes long is printed on stderr, because stdout belongs to Pulumi. */
export function searchContext(environment: Environment): SearchContext {
  return {
    environment,
    cacheFolder: engineCacheFolder(environment),
    report: (line) => process.stderr.write(`${line}\n`),
    progress: progressLine(process.stderr),
  };
}
