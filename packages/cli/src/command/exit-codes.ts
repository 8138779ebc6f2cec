/** Exit codes other than 0. From 64 they follow sysexits.h, so that a script can distinguish them. */
export const exitCodes = {
  /** `check-config` found mistakes, `check` found something mandatory, `diff` what `--fail-on` names, or `audit` what needs attention or holds something. */
  mistakes: 1,
  /** The command line is wrong. */
  usage: 64,
  /** A file exists, but has the wrong content. */
  unreadable: 65,
  /** A file, or an id in an account, was not found. */
  missing: 66,
  /** A service, such as AWS or the host of a pull request, refuses credentials or a request. */
  refused: 67,
  /** A service does not answer. */
  unreachable: 68,
  /** A policy pack was not found. */
  noPack: 69,
  /** A bug in this command, or in a policy, whose findings are then unknown. */
  fault: 70,
  /** The Pulumi CLI does not start. */
  noEngine: 71,
  /** This Node.js is too old. */
  oldNode: 72,
  /** A file cannot be written. */
  unwritable: 73,
  /** A file stops before its end. */
  truncated: 74,
  /** A preview failed, so resources may be missing. */
  unfinished: 75,
  /** A file has a version that this release does not support. */
  unsupported: 76,
  /** You have no permission to read a file. */
  forbidden: 77,
  /** The preview ran with a wrong configuration, so its findings are unknown. */
  misconfigured: 78,
  /** The rate limit of a service is reached. `sysexits.h` has no such code. */
  busy: 79,
  /** DuckDB is not installed. `sysexits.h` has no such code. */
  noDatabase: 80,
  /** A part of what was asked for could not be read. What was read is written, and what is missing is named. */
  partial: 81,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
