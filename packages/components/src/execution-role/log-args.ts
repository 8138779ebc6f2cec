import type * as pulumi from "@pulumi/pulumi";

/** Where and how a function writes its log. */
export interface LogArgs {
  /** `Text` (default) or `JSON`. */
  logFormat?: pulumi.Input<string>;
  /** The lowest level of application logs to write. Applies to the format JSON. */
  applicationLogLevel?: pulumi.Input<string>;
  /** The lowest level of Lambda's system logs to write. Applies to the format JSON. */
  systemLogLevel?: pulumi.Input<string>;
  /** The name of an existing log group. By default, one is created. */
  logGroup?: pulumi.Input<string>;
}
