import type { LambdaFunction } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";

/** The default memory of a function, in MB (docs/aws-facts.md#function-memory). */
const DEFAULT_MEMORY = 128;

/** How far a function scales. Empty if unknown: without reserved concurrency, the limit of the account applies. */
export function readScale(resource: StackResource): Pick<LambdaFunction, "scale"> {
  const [memory, concurrency] = [given(resource, "memorySize") ?? DEFAULT_MEMORY, given(resource, "reservedConcurrentExecutions")];
  // The AWS provider writes -1 for "not reserved".
  return typeof memory === "number" && typeof concurrency === "number" && concurrency >= 0 ? { scale: { memory, concurrency } } : {};
}
