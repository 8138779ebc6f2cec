import type { LambdaFunction } from "@lambda-vpc/model";
import type { RoleNames } from "./role-names";
import { given, givenOrOutput, type StackResource } from "../stack/stack-resource";

/** The execution role of a function, and the name of the function in policies of the role. */
export function readRole(resource: StackResource, roles: RoleNames): Pick<LambdaFunction, "name" | "role"> {
  const role = roles.of(resource, "role", given(resource, "role")).certain;
  const name = givenOrOutput(resource, "name");
  return { ...(role === undefined ? {} : { role }), ...(typeof name === "string" ? { name } : {}) };
}
