import { lambdaFunction } from "./function";
import type { ResourceType } from "./resource-type";
import { role } from "./role";
import { securityGroup } from "./security-group";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

/** Every type that the account knows, by token. Other types of the provider pass through. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  [lambdaFunction, role, securityGroup, subnet, vpc].map((type) => [type.token, type]),
);
