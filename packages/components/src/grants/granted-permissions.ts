import * as pulumi from "@pulumi/pulumi";
import { listOf, objectWith, oneOf } from "../arguments/argument-checks";
import { checkedId } from "../arguments/checked-ids";
import { describeValue } from "../arguments/describe-value";
import { rejectArgument } from "../arguments/reject-argument";
import type { PermissionArgs } from "../execution-role/permission-args";
import { accessesOf, grantedActions, keyActions, OBJECTS } from "./granted-actions";
import { GrantedAccess, type GrantArgs, GrantedResource } from "./grant-args";

const checkTypes = listOf(objectWith({ resource: oneOf(Object.values(GrantedResource)), access: oneOf(Object.values(GrantedAccess)) }));

/**
 * The permissions of grants, one for each form of an ARN. Law: a grant names its resource only, and never `*` alone. Throws a
 * `pulumi.RunError` for an access that resources of this kind do not have.
 */
export function permissionsOfGrants(argument: string, grants: readonly GrantArgs[]): readonly PermissionArgs[] {
  checkTypes(argument, grants);
  return grants.flatMap((grant, index) => permissionsOf(`${argument}[${index}]`, grant));
}

function permissionsOf(argument: string, grant: GrantArgs): readonly PermissionArgs[] {
  const { resource, access, prefix, keyArn }: Partial<GrantArgs> = grant;
  if (resource === undefined || access === undefined)
    return rejectArgument(argument, `Set resource and access, got ${describeValue(resource)} and ${describeValue(access)}`);
  const granted = grantedActions({ resource, access });
  if (granted === undefined)
    return rejectArgument(`${argument}.access`, `A ${resource} has no access ${access}. Use one of ${accessesOf(resource).join(", ")}`);
  if (prefix !== undefined && resource !== GrantedResource.Bucket)
    rejectArgument(`${argument}.prefix`, "It applies to objects of a bucket only. Remove prefix");
  const arn = checkedId(`${argument}.arn`, grant.arn);
  const permissions = granted.map(({ actions, on }): PermissionArgs => {
    const resources = on.map((suffix) =>
      suffix === OBJECTS ? pulumi.interpolate`${arn}/${prefix ?? ""}*` : pulumi.interpolate`${arn}${suffix}`,
    );
    const lists = actions.includes("s3:ListBucket") && prefix !== undefined;
    return { actions: [...actions], resources, ...(lists ? { conditions: [listsOnly(prefix)] } : {}) };
  });
  if (keyArn === undefined) return permissions;
  return [...permissions, { actions: [...keyActions(access)], resources: [checkedId(`${argument}.keyArn`, keyArn)] }];
}

/** The condition that a listing of a bucket asks for keys with this prefix. */
function listsOnly(prefix: pulumi.Input<string>): NonNullable<PermissionArgs["conditions"]>[number] {
  return { test: "StringLike", variable: "s3:prefix", values: [pulumi.interpolate`${prefix}*`] };
}
