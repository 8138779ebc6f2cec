import type { LambdaFunction } from "@lambda-vpc/model";
import type { RoleNames } from "./role-names";
import { given, givenOrOutput, type StackResource } from "../stack/stack-resource";

/** The execution role of a function, whether the SDK made it, and the name of the function in policies of the role. */
export function readRole(resource: StackResource, roles: RoleNames): Pick<LambdaFunction, "name" | "role" | "roleOfSdk"> {
  const role = roles.of(resource, "role", given(resource, "role")).certain;
  const name = givenOrOutput(resource, "name");
  return {
    ...(role === undefined ? {} : { role, ...(isMadeBySdk(resource, role) ? { roleOfSdk: true } : {}) }),
    ...(typeof name === "string" ? { name } : {}),
  };
}

/** A callback function without a role makes one with its own name and parent (docs/aws-facts.md#policies-of-callback-functions). */
function isMadeBySdk(resource: StackResource, role: string): boolean {
  if (given(resource, "handler") !== "__index.handler") return false;
  return role === resource.urn.replace(/aws:lambda\/function:Function(::.*)$/, "aws:iam/role:Role$1");
}
