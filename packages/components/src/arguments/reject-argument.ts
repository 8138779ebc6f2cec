import * as pulumi from "@pulumi/pulumi";

/** Stops the program at a mistake, without a stack trace: `where` is component and argument, `why` says the fix too. */
export function rejectArgument(argument: string, why: string): never {
  throw new pulumi.RunError(`${argument}: ${why}.`);
}
