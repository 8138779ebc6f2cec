import type { LambdaFunction } from "@lambda-vpc/model";
import { readDualStack } from "./dual-stack";
import { readPublication } from "./publication";
import type { Stack } from "./stack";
import { readVpcIdGiven } from "./vpc-id-given";

/** What a stack says of its functions beside their attachments; each fact is read in a file of its own. */
export function readFunctions(stack: Stack): readonly LambdaFunction[] {
  return stack.ofKind("function").map((resource) => ({
    key: resource.urn,
    dualStack: readDualStack(resource),
    vpcIdGiven: readVpcIdGiven(resource),
    publishes: readPublication(resource),
  }));
}
