import type { Key } from "./key";
import type { Knowable } from "./network";

/** What a stack says of one function beside its attachment. */
export interface LambdaFunction {
  /** The consumer of its attachment. */
  readonly key: Key;
  /** Whether it asks for IPv6 out of dual-stack subnets (AWS: Ipv6AllowedForDualStack). */
  readonly dualStack?: Knowable<boolean>;
}
