/** One command of `lambda-vpc`. */
export interface Command {
  /** The arguments, for the usage. */
  readonly usage: string;
  /** What it does, in one sentence for the usage. */
  readonly summary: string;
  /** @throws CommandError if it fails. */
  readonly run: (commandLine: readonly string[], context: CommandContext) => Outcome;
}

/** What a command may use of its environment. */
export interface CommandContext {
  /** Relative paths start here. */
  readonly directory: string;
  /** The date in UTC, as `2026-11-24`. */
  readonly today: string;
  /** Reads the standard input to its end. */
  readonly input: () => string;
  /** Runs the Pulumi CLI with the user's streams and returns its exit code. @throws CommandError if it does not start. */
  readonly pulumi: (commandLine: readonly string[]) => number;
}

/** The result of a command. Exit codes below 64 and 255 may come from the Pulumi CLI. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
