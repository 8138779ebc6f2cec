import type { Dependencies } from "../stack/dependencies";
import { readDualStack } from "./dual-stack";
import { readFileSystem } from "./file-system";
import { readRole } from "../roles/execution-role";
import { readScale } from "./function-scale";
import { readGroupReplacement } from "./group-replacement";
import { readKept } from "./kept";
import { readPublication } from "./publication";
import type { RoleNames } from "../roles/role-names";
import type { Stack } from "../stack/stack";
import { trimmedFunctions } from "./version-trimming";
import { readTags } from "./tags";
import { readVpcIdGiven } from "./vpc-id-given";
import type { LambdaFunction } from "@lambda-vpc/model";

/** The facts of a stack about its functions, except their attachments. Each fact is read in a separate file. */
export function readFunctions(stack: Stack, roles: RoleNames, dependencies: Dependencies): readonly LambdaFunction[] {
  const trimmed = trimmedFunctions(stack);
  return stack.ofKind("function").map((resource) => ({
    key: resource.urn,
    ...readRole(resource, roles),
    ...readScale(resource),
    ...readFileSystem(stack, dependencies, resource),
    dualStack: readDualStack(resource),
    vpcIdGiven: readVpcIdGiven(resource),
    publishes: readPublication(resource),
    ...(trimmed.has(resource.urn) ? { trimmed: true } : {}),
    kept: readKept(resource),
    tags: readTags(resource),
    groupReplacement: readGroupReplacement(stack, resource),
  }));
}
