/** How this command ends, beside 0. The numbers from 64 up are those of sysexits.h, so that a script can tell one from another. */
export const exitCodes = {
  /** `check-config` found mistakes. */
  mistakes: 1,
  /** The command line is not one of this command's. */
  usage: 64,
  /** A file is there, but does not hold what it should. */
  unreadable: 65,
  /** A file is not there. */
  missing: 66,
  /** No pack was found where one should be. */
  noPack: 69,
  /** A fault of ours: in this command, or in a policy, and then what that would have found is not known. */
  fault: 70,
  /** The Pulumi CLI does not start. */
  noEngine: 71,
  /** A file cannot be written. */
  unwritable: 73,
  /** The preview was made under a wrong configuration, so what it would have found is not known. */
  misconfigured: 78,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
