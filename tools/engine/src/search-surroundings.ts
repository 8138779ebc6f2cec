import { engineCacheFolder } from "./cache-folder";
import { type Environment } from "./environment";
import { type Repository } from "./repository";

/** What the search for a CLI works with. */
export interface SearchSurroundings {
  readonly environment: Environment;
  /** Absolute path of the folder that keeps downloaded and built CLIs. */
  readonly cacheFolder: string;
  /** Absolute path of the Go module. */
  readonly goModule: string;
  /** Told in one line what takes long. */
  readonly report: (line: string) => void;
}

/** The surroundings of a user of `repository`; what takes long is told on stderr, since stdout belongs to Pulumi. */
export function searchSurroundings(environment: Environment, repository: Repository): SearchSurroundings {
  return {
    environment,
    cacheFolder: engineCacheFolder(environment),
    goModule: repository.goModule,
    report: (line) => process.stderr.write(`${line}\n`),
  };
}
