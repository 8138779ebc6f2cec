/** How the command ends when it refuses. The numbers are those of sysexits.h: 64 usage, 65 data, 66 no input, 73 cannot create, 74 input or output. */
export const exitCodes = {
  /** The command line is not one of this command's. */
  usage: 64,
  /** The file to seed from does not say what such a file says. */
  badSeed: 65,
  /** The file to seed from cannot be read. */
  missingSeed: 66,
  /** The account has something else under an id that the file names, or AWS would not have it. */
  conflict: 73,
  /** The account's own file cannot be worked with. */
  unusableAccount: 74,
} as const;

/** What the command cannot do, and why: said on standard error, with an exit code of its own. */
export class CommandError extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly exitCode: (typeof exitCodes)[keyof typeof exitCodes],
    message: string,
  ) {
    super(message);
  }
}
