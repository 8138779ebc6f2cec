/** One command of `lambda-vpc`. */
export interface Command {
  /** How it is called, for the usage. */
  readonly usage: string;
  /** @throws CommandError where it cannot do its work. */
  readonly run: (commandLine: readonly string[], surroundings: Surroundings) => Outcome;
}

/** What a command is given of the world. */
export interface Surroundings {
  /** Where relative paths begin. */
  readonly directory: string;
  /** The date in UTC, as `2026-11-24`. */
  readonly today: string;
  /** Reads the standard input to its end. */
  readonly input: () => string;
}

/** How a command ended: what it has to say on each stream. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
