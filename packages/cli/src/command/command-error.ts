import type { ExitCode } from "./exit-codes";

/** An error for the user: what, where and the fix, each line without line breaks. `exitCode` is for scripts. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  readonly lines: readonly string[];

  constructor(
    readonly exitCode: ExitCode,
    ...lines: readonly string[]
  ) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
