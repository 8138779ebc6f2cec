import * as pulumi from "@pulumi/pulumi";

/** Stops the program without a stack trace. `argument` is its path, such as `shop.network.zones`; `why` states the problem and the fix. */
export function rejectArgument(argument: string, why: string): never {
  throw new pulumi.RunError(`${argument}: ${why}.`);
}
