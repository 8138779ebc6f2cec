import type { Key } from "./key";

/** What a stack says of one function beside its attachment. */
export interface LambdaFunction {
  /** The consumer of its attachment. */
  readonly key: Key;
}
