/**
 * How this tool itself ends when it refuses to run or cannot. The numbers are those of sysexits.h, which the Pulumi CLI leaves free
 * (its own are 0 to 9 and 255), so that a script can distinguish a refusal of this tool from a failure of Pulumi.
 */
export const exitCodes = {
  /** The command line names no command of this tool. */
  usage: 64,
  /** `--policy-pack` is there but empty: Pulumi would run no policy and pass everything. */
  emptyPolicyPack: 65,
  /** `--policy-pack` names a folder that does not exist. */
  missingPolicyPack: 66,
  /** No Pulumi CLI was found and none could be made. */
  noEngine: 69,
  /** Building the CLI from its Go module failed. */
  buildFailed: 70,
  /** A part of this repository has not been built yet. */
  notBuilt: 72,
  /** LAMBDA_VPC_PULUMI names no executable. */
  badOverride: 78,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
