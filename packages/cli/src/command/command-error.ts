import type { ExitCode } from "./exit-codes";

/** An error for the user: what, where and the fix. `exitCode` is for scripts. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
