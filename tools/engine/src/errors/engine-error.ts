import { type ExitCode } from "./exit-codes";

/** What went wrong, where, and the fix, in words for the person at the keyboard; `exitCode` is for scripts. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
