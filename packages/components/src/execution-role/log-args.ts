import type * as pulumi from "@pulumi/pulumi";

/** How a function writes its log. */
export interface LogArgs {
  /** `Text`, which is the default, or `JSON`. */
  logFormat?: pulumi.Input<string>;
  /** The least level of what the function's code logs, where the format is JSON. */
  applicationLogLevel?: pulumi.Input<string>;
  /** The least level of what Lambda logs of the function, where the format is JSON. */
  systemLogLevel?: pulumi.Input<string>;
  /** The name of a log group of yours; without it one is made. */
  logGroup?: pulumi.Input<string>;
}
