import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../execution-role/execution-permissions";
import { describeValue } from "../arguments/describe-value";
import { rejectArgument } from "../arguments/reject-argument";
import { LIFECYCLE_KEY, type TrimRequest } from "../trimming/trim-versions";

/** The trimmer: the outputs of a `VersionTrimmer`. */
export interface TrimmerArgs {
  /** The name of its function, in the same Region. */
  functionName: pulumi.Input<string>;
  /** The name of its role, which gets the permission to trim. */
  roleName: pulumi.Input<string>;
}

/** A function that publishes versions: the outputs of an `aws.lambda.Function`. */
export interface TrimmedFunctionArgs {
  /** Its name. */
  name: pulumi.Input<string>;
  /** Its ARN, without a version. */
  arn: pulumi.Input<string>;
  /** The version that it published last. */
  version: pulumi.Input<string>;
  /** Its Region. Default: that of the provider. */
  region?: pulumi.Input<string>;
}

/** How old versions of a function are deleted. */
export interface TrimmingArgs {
  /** The trimmer that deletes them. */
  trimmer: TrimmerArgs;
  /**
   * How many of the newest versions to keep for a rollback, 1 or more. Of these, versions that use a security group or a subnet which the newest version does not use are
   * deleted, so that the same update can delete that group or subnet. Versions that an alias names or that have provisioned concurrency are always kept, and keep their
   * groups and subnets from being deleted. Other uses of a version are not detected, such as an
   * event source that names its number, or a running durable execution: let them use an alias.
   */
  keep: number;
}

/** Rejects trimming of a function that publishes no versions, and a number of versions below 1. */
export function checkTrimming(argument: string, keep: number, publish: pulumi.Input<boolean | undefined>): void {
  if (publish === undefined || publish === false)
    rejectArgument(argument, "The function publishes no versions. Set publish: true, or remove this argument");
  checkKeep(argument, keep);
}

/** Rejects a number of versions below 1. */
export function checkKeep(argument: string, keep: number): void {
  if (!Number.isInteger(keep) || keep < 1)
    rejectArgument(argument, `Expected a positive integer, got ${describeValue(keep)}. The newest version is always kept`);
}

/**
 * Deletes old versions of `lambda` now and whenever it publishes one: the invocation is updated in place with each version. The trimmer's
 * permission is deleted with the function. If trimming fails, the update fails, and the next one tries again.
 */
export function createTrimming(name: string, lambda: TrimmedFunctionArgs, { trimmer, keep }: TrimmingArgs, parent: pulumi.Resource): void {
  const permission = new aws.iam.RolePolicy(
    `${name}-trimming`,
    { role: trimmer.roleName, policy: pulumi.output(lambda.arn).apply((arn) => policyDocument(...permissions(arn))) },
    { parent },
  );
  const request = (functionName: string, version: string): TrimRequest => ({ functionName, version, keep });
  new aws.lambda.Invocation(
    `${name}-trimming`,
    {
      functionName: trimmer.functionName,
      input: pulumi.all([lambda.name, lambda.version]).apply(([functionName, version]) => JSON.stringify(request(functionName, version))),
      lifecycleScope: "CRUD",
      terraformKey: LIFECYCLE_KEY,
      ...(lambda.region === undefined ? {} : { region: lambda.region }),
    },
    { parent, dependsOn: [permission] },
  );
}

/** Versions have separate ARNs, so the permission to delete them does not include the function (docs/aws-facts.md#version-deletion). */
function permissions(arn: string) {
  const readActions = ["lambda:ListVersionsByFunction", "lambda:ListAliases", "lambda:ListProvisionedConcurrencyConfigs"];
  return [
    { Effect: "Allow", Action: readActions, Resource: arn },
    { Effect: "Allow", Action: "lambda:DeleteFunction", Resource: `${arn}:*` },
  ] as const;
}
