import type { LambdaFunction } from "@lambda-vpc/model";
import type { RoleNames } from "./role-names";
import { given, givenOrMade, type StackResource } from "../stack/stack-resource";

/** The execution role of a function, and the name by which policies of the role know the function. */
export function readRole(resource: StackResource, roles: RoleNames): Pick<LambdaFunction, "name" | "role"> {
  const role = roles.of(resource, "role", given(resource, "role")).surely;
  const name = givenOrMade(resource, "name");
  return { ...(role === undefined ? {} : { role }), ...(typeof name === "string" ? { name } : {}) };
}
