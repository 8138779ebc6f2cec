import type { ExitCode } from "./exit-codes";

/** What went wrong, where, and the fix, in words for the person at the keyboard; `exitCode` is for scripts. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
