/** The exit codes of errors, as in sysexits.h: 64 usage, 65 data, 66 no input, 69 unavailable, 73 cannot create, 74 input or output. */
export const exitCodes = {
  /** The command line is invalid. */
  usage: 64,
  /** The content of the seed file is invalid. */
  badSeed: 65,
  /** The seed file cannot be read. */
  missingSeed: 66,
  /** The server cannot listen on the port. */
  unavailable: 69,
  /** The account has a different resource with an id of the file, or AWS would reject one. */
  conflict: 73,
  /** The account's file cannot be used. */
  unusableAccount: 74,
} as const;

/** An error of the command, printed on standard error, with its exit code. */
export class CommandError extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly exitCode: (typeof exitCodes)[keyof typeof exitCodes],
    message: string,
  ) {
    super(message);
  }
}
