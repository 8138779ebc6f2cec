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
  /** Runs the Pulumi CLI with the user's own streams to its end; its exit code. @throws CommandError where it does not start. */
  readonly pulumi: (commandLine: readonly string[]) => number;
}

/** How a command ended: what it has to say on each stream. Exit codes below 64 and 255 may be the Pulumi CLI's own. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
