import { engineCacheFolder } from "./cache-folder";
import { type Environment } from "../process/environment";

/** What the search for a CLI works with. */
export interface SearchContext {
  readonly environment: Environment;
  /** Absolute path of the folder that keeps downloaded and built CLIs. */
  readonly cacheFolder: string;
  /** Told in one line what takes long. */
  readonly report: (line: string) => void;
}

/** The context of a user; what takes long is printed on stderr, because stdout belongs to Pulumi. */
export function searchContext(environment: Environment): SearchContext {
  return {
    environment,
    cacheFolder: engineCacheFolder(environment),
    report: (line) => process.stderr.write(`${line}\n`),
  };
}
