import type { LambdaFunction } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";

/** Memory that a function has unless told, in MB (docs/aws-facts.md#function-memory). */
const DEFAULT_MEMORY = 128;

/** How far a function scales; nothing where the stack does not show it: without reserved concurrency it is the account's to say. */
export function readScale(resource: StackResource): Pick<LambdaFunction, "scale"> {
  const [memory, concurrency] = [given(resource, "memorySize") ?? DEFAULT_MEMORY, given(resource, "reservedConcurrentExecutions")];
  // The AWS provider writes -1 for "not reserved".
  return typeof memory === "number" && typeof concurrency === "number" && concurrency >= 0 ? { scale: { memory, concurrency } } : {};
}
