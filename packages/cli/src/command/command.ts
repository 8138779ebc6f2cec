import type { Flags } from "./flags";
import type { Outcome, OutputStream } from "./outcome";

/** One command of `lambda-vpc`. */
export interface Command {
  /** Its arguments in one line, for the help. */
  readonly usage: string;
  /** What it does, in one sentence for the help. */
  readonly summary: string;
  readonly flags: Flags;
  /** At least one, and each works when it is typed. */
  readonly examples: readonly Example[];
  /** @throws CommandError if it fails. */
  readonly run: (commandLine: readonly string[], context: CommandContext) => Outcome;
}

/** A command line that teaches by its purpose. */
export interface Example {
  /** What it is for, as one sentence. */
  readonly purpose: string;
  /** The lines to type in the folder of a Pulumi project. */
  readonly lines: readonly string[];
}

/** What a command may use of its environment. */
export interface CommandContext extends OutputStream {
  /** Relative paths start here. */
  readonly directory: string;
  /** The date in UTC, as `2026-11-24`. */
  readonly today: string;
  /** The time as ISO 8601 in UTC. Absent for the clock. */
  readonly now?: () => string;
  /** Reads the standard input to its end. */
  readonly input: () => string | Uint8Array;
  /** The longest file in bytes that is read as one text. Absent for the longest string of Node.js. */
  readonly longestText?: number;
  /** Runs the Pulumi CLI with the user's streams and returns its exit code. @throws CommandError if it does not start. */
  readonly pulumi: (commandLine: readonly string[]) => number;
  /** Runs the Pulumi CLI in a folder and returns its standard output. Absent if no command needs it. @throws CommandError if it does not start. */
  readonly pulumiOutput?: (commandLine: readonly string[], directory: string) => { readonly exitCode: number; readonly stdout: string };
  /** Prints what takes longer than a second. Absent if nobody waits at a terminal. */
  readonly progress?: (line: string) => void;
  /** Replaces the last line of the standard error, which shows how far a command is. An empty one removes it. Absent if nobody waits at a terminal. */
  readonly status?: (line: string) => void;
  /** The environment variables. Absent if no command needs them. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}
